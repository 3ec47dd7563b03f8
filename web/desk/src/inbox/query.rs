//! The filter in the desk's own address.

use shuiting_shared::api::Filter;
use shuiting_shared::number::CaseNumber;

/// Reads the filter; an address that does not read filters nothing.
pub(crate) fn read(search: &str) -> Filter {
    let filter: Filter = serde_urlencoded::from_str(search.trim_start_matches('?')).unwrap_or_default();
    let said = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    Filter {
        text: said(filter.text),
        town: said(filter.town),
        page: filter.page.filter(|page| *page > 1),
        ..filter
    }
}

/// Writes the filter.
pub(crate) fn write(filter: &Filter) -> String {
    serde_urlencoded::to_string(filter).unwrap_or_default()
}

/// A path with the filter behind it.
pub(crate) fn with(path: &str, filter: &Filter) -> String {
    let query = write(filter);
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}

/// The address of the list.
pub(crate) fn list(filter: &Filter) -> String {
    with("/desk/cases", filter)
}

/// The address of a case beside the list.
pub(crate) fn case(number: CaseNumber, filter: &Filter) -> String {
    with(&format!("/desk/cases/{number}"), filter)
}

/// Whether two filters find the same, whatever the order and the page.
pub(crate) fn same(one: &Filter, other: &Filter) -> bool {
    let plain = |filter: &Filter| Filter {
        sort: None,
        ..filter.as_view()
    };
    plain(one) == plain(other)
}

#[cfg(test)]
mod tests {
    use shuiting_shared::api::{DueFilter, Feedback, OrderList, Sort, Whose};
    use shuiting_shared::case::{Channel, Status};
    use shuiting_shared::service::Service;

    use super::*;

    #[test]
    fn a_filter_survives_the_address_bar() {
        let filter = Filter {
            service: Some(Service::Leak),
            town: Some("nancheng".into()),
            status: Some(Status::SentBack),
            channel: Some(Channel::Hotline),
            due: Some(DueFilter::Today),
            whose: Some(Whose::Mine),
            feedback: Some(Feedback::Answered),
            order: Some(OrderList::Unheard),
            text: Some("南城 & 138".into()),
            sort: Some(Sort::Newest),
            page: Some(3),
            per_page: Some(50),
        };
        assert_eq!(read(&write(&filter)), filter);
        assert_eq!(read(&format!("?{}", write(&filter))), filter);
    }

    #[test]
    fn what_does_not_read_filters_nothing() {
        for search in ["", "?", "service=NOPE", "page=x", "text=+", "page=1"] {
            assert_eq!(read(search), Filter::default(), "{search}");
        }
    }

    #[test]
    fn order_and_page_are_not_part_of_a_view() {
        let filter = read("due=late&sort=newest&page=2");
        assert!(same(&filter, &read("due=late")));
        assert!(!same(&filter, &Filter::default()));
        assert_eq!(list(&Filter::default()), "/desk/cases");
    }
}
