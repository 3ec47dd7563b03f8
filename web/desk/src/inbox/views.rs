//! The views: filters that everybody needs, each with how many cases stand in it; under them the saved ones.

mod saved;
mod sheet;

use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::api::{DueFilter, Feedback, Filter, Views, Whose};
use shuiting_shared::case::Status;
use shuiting_shared::words::Bi;

use super::{Desk, query};
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
    ]
}

/// The left pane.
#[component]
pub(crate) fn ViewLinks() -> impl IntoView {
    let desk = Desk::here();
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
