//! What is filtered, in words, each part to be taken away with one press.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{DueFilter, Feedback, Filter, OrderList, Whose};
use shuiting_shared::case::{Channel, Status};
use shuiting_shared::service::Service;
use shuiting_shared::words::{Bi, Lang};

use super::words as texts;
use super::{Desk, query, use_filter};
use crate::words;

const fn due(due: DueFilter) -> Bi {
    match due {
        DueFilter::Late => words::LATE,
        DueFilter::Today => words::DUE_TODAY,
    }
}

const fn whose(whose: Whose) -> Bi {
    match whose {
        Whose::Mine => words::MINE,
        Whose::Nobody => words::NOBODY,
    }
}

const fn feedback(feedback: Feedback) -> Bi {
    match feedback {
        Feedback::Answered => words::ANSWERED,
        Feedback::Low => words::RATED_LOW,
        Feedback::Urged => words::URGED,
    }
}

const fn order(order: OrderList) -> Bi {
    match order {
        OrderList::Unheard => words::VIEW_UNHEARD,
        OrderList::Supervised => words::VIEW_SUPERVISED,
        OrderList::Returned => words::VIEW_RETURNED,
    }
}

/// The parts of a filter in words, each with the filter that is left without it. `town` gives the name of a town.
fn parts(filter: &Filter, town: impl Fn(&str) -> String, lang: Lang) -> Vec<(String, Filter)> {
    let said = |text: Option<Bi>| text.map(|text| text.get(lang).to_owned());
    let without = |change: fn(&mut Filter)| {
        let mut rest = filter.as_view();
        change(&mut rest);
        rest
    };
    let text = filter.text.as_ref().map(|text| texts::quoted(text, lang));
    let all = [
        (
            said(filter.status.map(Status::label)),
            without(|rest| rest.status = None),
        ),
        (
            said(filter.service.map(Service::label)),
            without(|rest| rest.service = None),
        ),
        (filter.town.as_deref().map(town), without(|rest| rest.town = None)),
        (said(filter.whose.map(whose)), without(|rest| rest.whose = None)),
        (said(filter.due.map(due)), without(|rest| rest.due = None)),
        (
            said(filter.feedback.map(feedback)),
            without(|rest| rest.feedback = None),
        ),
        (said(filter.order.map(order)), without(|rest| rest.order = None)),
        (
            said(filter.channel.map(Channel::label)),
            without(|rest| rest.channel = None),
        ),
        (text, without(|rest| rest.text = None)),
    ];
    all.into_iter()
        .filter_map(|(name, rest)| name.map(|name| (name, rest)))
        .collect()
}

/// Says what is filtered.
#[component]
pub(super) fn Said() -> impl IntoView {
    let desk = Desk::here();
    let language = Language::here();
    let household = Household::here();
    let pathname = use_location().pathname;
    let go = StoredValue::new_local(use_filter());
    let parts = move || {
        let lang = language.get();
        desk.filter
            .with(|filter| parts(filter, |code| household.town(code, lang), lang))
    };
    let part = move |(name, rest): (String, Filter)| {
        let label = texts::take_away(&name, language.get());
        view! {
            <li>
                <button
                    type="button"
                    aria-label=label
                    on:click=move |_| go.with_value(|go| go(rest.clone()))
                >
                    {name}
                    <span aria-hidden="true">" ×"</span>
                </button>
            </li>
        }
    };
    let any = Memo::new(move |_| desk.filter.with(|filter| !query::same(filter, &Filter::default())));
    view! {
        <Show when=move || any.get()>
            <div class="said-bar">
                <ul class="said-parts" role="list" aria-label=say(texts::FILTERED)>
                    {move || parts().into_iter().map(part).collect_view()}
                </ul>
                <a class="clear" href=move || pathname.get()>
                    {say(words::CLEAR_FILTERS)}
                </a>
            </div>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(search: &str, lang: Lang) -> (Vec<String>, Vec<String>) {
        let parts = parts(&query::read(search), |code| code.to_uppercase(), lang);
        parts
            .into_iter()
            .map(|(name, rest)| (name, query::write(&rest)))
            .unzip()
    }

    #[test]
    fn each_part_is_said_and_can_be_taken_away() {
        let (names, rests) = said(
            "whose=nobody&town=nancheng&due=today&text=138&sort=newest&page=2",
            Lang::Zh,
        );
        assert_eq!(names, ["NANCHENG", "没人接", "今天到期", "含“138”"]);
        assert_eq!(rests[0], "due=today&whose=nobody&text=138&sort=newest");
        assert_eq!(rests[3], "town=nancheng&due=today&whose=nobody&sort=newest");
    }

    #[test]
    fn nothing_filtered_says_nothing() {
        assert!(said("sort=newest&page=2", Lang::En).0.is_empty());
    }
}
