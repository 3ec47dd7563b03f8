//! What is looked for, in the page's own address.

use shuiting_shared::api::DebitQuery;

/// Reads what is looked for; an address that does not read looks for everything.
pub(super) fn read(search: &str) -> DebitQuery {
    serde_urlencoded::from_str(search.trim_start_matches('?')).unwrap_or_default()
}

/// A path with what is looked for behind it.
pub(super) fn with(path: &str, query: &DebitQuery) -> String {
    let query = serde_urlencoded::to_string(query).unwrap_or_default();
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}

/// The address of the page.
pub(super) fn page(query: &DebitQuery) -> String {
    with("/desk/debits", query)
}

#[cfg(test)]
mod tests {
    use shuiting_shared::debit::ItemState;

    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let query = DebitQuery {
            month: "2026-12".parse().ok(),
            state: Some(ItemState::Double),
        };
        assert_eq!(page(&query), "/desk/debits?month=2026-12&state=double");
        assert_eq!(read("?month=2026-12&state=double"), query);
        assert_eq!(page(&DebitQuery::default()), "/desk/debits");
        assert_eq!(read("?month=never"), DebitQuery::default());
    }
}
