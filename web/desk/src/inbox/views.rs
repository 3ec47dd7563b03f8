//! The views: filters that everybody needs, each with how many cases stand in it; under them the saved ones.

mod saved;
mod sheet;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::lang::say;
use shuiting_shared::api::{DueFilter, Feedback, Filter, OrderList, SavedView, Views, Whose};
use shuiting_shared::case::Status;
use shuiting_shared::words::Bi;

use super::{Desk, query};
use crate::keys::{Command, Keys};
use crate::words;
use saved::SavedLinks;

struct ViewLink {
    name: Bi,
    filter: Filter,
    count: fn(&Views) -> i64,
    /// The class of its figure where there is something in it.
    colour: &'static str,
}

fn links() -> Vec<ViewLink> {
    let link = |name, filter, count, colour| ViewLink {
        name,
        filter,
        count,
        colour,
    };
    let none = Filter::default;
    let whose = |whose| Filter {
        whose: Some(whose),
        ..none()
    };
    let due = |due| Filter {
        due: Some(due),
        ..none()
    };
    let feedback = |feedback| Filter {
        feedback: Some(feedback),
        ..none()
    };
    let order = |order| Filter {
        order: Some(order),
        ..none()
    };
    let status = |status| Filter {
        status: Some(status),
        ..none()
    };
    vec![
        link(words::VIEW_OPEN, none(), |views| views.open, ""),
        link(words::VIEW_MINE, whose(Whose::Mine), |views| views.mine, ""),
        link(
            words::VIEW_UNASSIGNED,
            whose(Whose::Nobody),
            |views| views.unassigned,
            "",
        ),
        link(
            words::VIEW_DUE_TODAY,
            due(DueFilter::Today),
            |views| views.due_today,
            "soon",
        ),
        link(words::VIEW_LATE, due(DueFilter::Late), |views| views.late, "late"),
        link(
            words::VIEW_SENT_BACK,
            status(Status::SentBack),
            |views| views.sent_back,
            "",
        ),
        link(
            words::VIEW_ANSWERED,
            feedback(Feedback::Answered),
            |views| views.answered,
            "",
        ),
        link(
            words::VIEW_URGED,
            feedback(Feedback::Urged),
            |views| views.urged,
            "late",
        ),
        link(
            words::VIEW_LOW_RATED,
            feedback(Feedback::Low),
            |views| views.low_rated,
            "late",
        ),
        link(
            words::VIEW_UNHEARD,
            order(OrderList::Unheard),
            |views| views.unheard,
            "soon",
        ),
        link(
            words::VIEW_SUPERVISED,
            order(OrderList::Supervised),
            |views| views.supervised,
            "",
        ),
        link(
            words::VIEW_RETURNED,
            order(OrderList::Returned),
            |views| views.returned,
            "",
        ),
    ]
}

/// The views that everybody has: their names, and what they filter.
pub(crate) fn named_views() -> Vec<(Bi, Filter)> {
    links().into_iter().map(|link| (link.name, link.filter)).collect()
}

/// The filter of the view in this place, from 1: first those that everybody has, then the saved ones.
fn in_place(place: u8, saved: &[SavedView]) -> Option<Filter> {
    let saved = saved.iter().map(|view| view.filter.clone());
    let mut filters = links().into_iter().map(|link| link.filter).chain(saved);
    filters.nth(usize::from(place).checked_sub(1)?)
}

/// The left pane.
#[component]
pub(crate) fn ViewLinks() -> impl IntoView {
    let desk = Desk::here();
    let go = StoredValue::new_local(use_navigate());
    Keys::here().on_digit(Command::ToView, move |place| {
        let saved = desk.views.get_untracked().map(|views| views.saved).unwrap_or_default();
        let filter = in_place(place, &saved);
        if let Some(filter) = &filter {
            go.with_value(|go| go(&query::list(filter), NavigateOptions::default()));
        }
        filter.is_some()
    });
    let links = links();
    let built_in = links.iter().map(|link| link.filter.clone()).collect();
    let links = links.into_iter().map(|link| {
        let count = Memo::new(move |_| desk.views.state.with(|state| state.here().map(link.count)));
        let href = query::list(&link.filter);
        let here = Memo::new(move |_| desk.filter.with(|filter| query::same(filter, &link.filter)));
        let some = move || count.get().is_some_and(|count| count > 0);
        view! {
            <li>
                <a href=href aria-current=move || here.get().then_some("page")>
                    <span>{say(link.name)}</span>
                    <span class=move || if some() { format!("count {}", link.colour) } else { "count".into() }>
                        {count}
                    </span>
                </a>
            </li>
        }
    });
    view! {
        <nav class="views" aria-label=say(words::VIEWS)>
            <ul>{links.collect_view()}</ul>
            <SavedLinks built_in />
        </nav>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::api::ViewName;

    use super::*;

    #[test]
    fn views_have_their_places_in_the_order_of_the_pane() {
        let saved = [SavedView {
            id: "1".into(),
            name: ViewName::default(),
            filter: query::read("service=LEAK"),
            for_role: None,
            changeable: true,
            count: 0,
        }];
        assert_eq!(in_place(1, &saved), Some(Filter::default()));
        assert_eq!(in_place(2, &saved), Some(query::read("whose=mine")));
        assert_eq!(in_place(9, &saved), Some(query::read("feedback=low")));
        assert_eq!(in_place(10, &saved), Some(query::read("order=unheard")));
        assert_eq!(in_place(13, &saved), Some(query::read("service=LEAK")));
        assert_eq!(in_place(13, &[]), None);
        assert_eq!(in_place(0, &saved), None);
    }
}
