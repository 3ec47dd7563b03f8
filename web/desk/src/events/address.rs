//! What is looked at, in the page's own address.

use shuiting_shared::api::EventQuery;
use shuiting_shared::water::Period;

/// Where events lie in the API.
pub(super) const EVENTS: &str = "/api/v1/events";
/// Where staff change them.
pub(super) const DESK: &str = "/api/v1/desk/events";
/// Where reports of them lie.
pub(super) const REPORT: &str = "/api/v1/desk/reports/events";

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Those to come, as a list.
    Coming,
    /// Those that are over, as a list.
    Past,
    /// A month, as a calendar.
    Month(Period),
}

impl Shown {
    /// Reads it; an address that does not read shows those to come.
    pub(super) fn read(month: Option<&str>, past: Option<&str>) -> Self {
        match (month.and_then(|month| month.parse().ok()), past) {
            (Some(month), _) => Self::Month(month),
            (None, Some("true")) => Self::Past,
            (None, _) => Self::Coming,
        }
    }

    /// The address of the page.
    pub(super) fn page(self) -> String {
        match self {
            Self::Coming => "/desk/events".to_owned(),
            Self::Past => "/desk/events?past=true".to_owned(),
            Self::Month(month) => format!("/desk/events?month={month}"),
        }
    }

    /// Where it is fetched.
    pub(super) fn path(self) -> String {
        let query = match self {
            Self::Coming => EventQuery::default(),
            Self::Past => EventQuery {
                past: true,
                ..EventQuery::default()
            },
            Self::Month(month) => EventQuery {
                from: Some(month.first_day()),
                to: Some(month.day(31)),
                ..EventQuery::default()
            },
        };
        let query = serde_urlencoded::to_string(query).unwrap_or_default();
        format!("{EVENTS}?{query}")
    }
}

/// The page of an event.
pub(super) fn page_of(id: &str) -> String {
    format!("/desk/events/{id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let february = "2028-02".parse().unwrap();
        for (shown, page, path) in [
            (Shown::Coming, "/desk/events", "/api/v1/events?past=false"),
            (Shown::Past, "/desk/events?past=true", "/api/v1/events?past=true"),
            (
                Shown::Month(february),
                "/desk/events?month=2028-02",
                "/api/v1/events?past=false&from=2028-02-01&to=2028-02-29",
            ),
        ] {
            assert_eq!(shown.page(), page);
            assert_eq!(shown.path(), path);
        }
        assert_eq!(Shown::read(Some("2028-02"), None), Shown::Month(february));
        assert_eq!(Shown::read(Some("soon"), Some("true")), Shown::Past);
        assert_eq!(Shown::read(None, Some("yes")), Shown::Coming);
    }
}
