//! What is looked at, in the page's own address.

use shuiting_shared::api::BoardQuery;

/// The page.
pub(super) const PATH: &str = "/desk/board";

/// Reads what is looked at; an address that does not read looks at everything.
pub(super) fn read(search: &str) -> BoardQuery {
    let query: BoardQuery = serde_urlencoded::from_str(search.trim_start_matches('?')).unwrap_or_default();
    BoardQuery {
        town: query.town.filter(|town| !town.is_empty()),
        unit: query.unit.filter(|unit| !unit.is_empty()),
        ..query
    }
}

/// A path with what is looked at behind it.
pub(super) fn with(path: &str, query: &BoardQuery) -> String {
    let query = serde_urlencoded::to_string(query).unwrap_or_default();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}

/// The address of the board with one unit of it, or with all.
pub(super) fn of_unit(query: &BoardQuery, unit: Option<String>) -> String {
    with(PATH, &BoardQuery { unit, ..query.clone() })
}

#[cfg(test)]
mod tests {
    use shuiting_shared::order::Kind;

    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let query = BoardQuery {
            town: Some("nancheng".into()),
            kind: Some(Kind::Leak),
            priority: Some(2),
            unit: None,
        };
        let one = of_unit(&query, Some("branch-nancheng".into()));
        assert_eq!(
            one,
            "/desk/board?town=nancheng&kind=LEAK&priority=2&unit=branch-nancheng"
        );
        assert_eq!(read(&with("", &query)), query);
        assert_eq!(with(PATH, &BoardQuery::default()), PATH);
        assert_eq!(read("?kind=NOPE"), BoardQuery::default());
        assert_eq!(read("?town=&unit="), BoardQuery::default());
    }
}
