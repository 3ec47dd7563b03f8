//! The filter bar.

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::Filter;
use shuiting_shared::case::{Channel, Status};
use shuiting_shared::service::Service;
use shuiting_shared::words::{Bi, Lang};

use super::picks::{self, Pick};
use super::said::Said;
use super::{Desk, focus_title, query, use_filter};
use crate::keys::{Command, Hint, Keys};
use crate::words;

/// The bar: whatever is changed goes into the address bar, and from there everywhere.
#[component]
pub(crate) fn Filters() -> impl IntoView {
    let desk = Desk::here();
    let household = Household::here();
    let go = StoredValue::new_local(use_filter());
    // Another filter begins at its first page.
    let set = move |change: &dyn Fn(&mut Filter)| {
        let mut filter = desk.filter.get_untracked();
        change(&mut filter);
        filter.page = None;
        go.with_value(|go| go(filter));
    };
    let find = move |text: String| {
        let text = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        if desk.filter.with_untracked(|filter| filter.text != text) {
            set(&|filter| filter.text.clone_from(&text));
        }
    };
    // Whoever has typed what they search goes on in the list, where the keys are no letters.
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        focus_title();
    };
    let towns = move |lang| household.read(|house| picks::towns(house, lang));
    let now = move |of: fn(&Filter) -> Option<String>| Signal::derive(move || desk.filter.with(of).unwrap_or_default());
    view! {
        <form class="filters" role="search" on:submit=submit>
            <Find on_find=find />
            <Select
                label=words::SERVICE
                picks=picks::services
                value=now(|filter| filter.service.map(|it| it.code().to_owned()))
                on_pick=move |code: String| set(&|filter| filter.service = Service::from_code(&code))
            />
            <Select
                label=words::TOWN
                picks=towns
                value=now(|filter| filter.town.clone())
                on_pick=move |code: String| set(&|filter| filter.town = Some(code.clone()).filter(|it| !it.is_empty()))
            />
            <Select
                label=words::STATUS
                picks=picks::statuses
                value=now(|filter| filter.status.map(|it| it.code().to_owned()))
                on_pick=move |code: String| set(&|filter| filter.status = Status::from_code(&code))
            />
            <Select
                label=words::DUE
                picks=picks::dues
                value=now(|filter| filter.due.map(picks::due))
                on_pick=move |code: String| set(&|filter| filter.due = query::read(&format!("due={code}")).due)
            />
            <Select
                label=words::WHOSE
                picks=picks::whoses
                value=now(|filter| filter.whose.map(picks::whose))
                on_pick=move |code: String| set(&|filter| filter.whose = query::read(&format!("whose={code}")).whose)
            />
            <Select
                label=words::CHANNEL
                picks=picks::channels
                value=now(|filter| filter.channel.map(|it| it.code().to_owned()))
                on_pick=move |code: String| set(&|filter| filter.channel = Channel::from_code(&code))
            />
            <Select
                label=words::FEEDBACK
                picks=picks::feedbacks
                value=now(|filter| filter.feedback.map(picks::feedback))
                on_pick=move |code: String| {
                    set(&|filter| filter.feedback = query::read(&format!("feedback={code}")).feedback);
                }
            />
            <Select
                label=words::SORT
                first=words::DUE_FIRST
                picks=picks::sorts
                value=now(|filter| filter.sort.and_then(picks::sort))
                on_pick=move |code: String| set(&|filter| filter.sort = query::read(&format!("sort={code}")).sort)
            />
            <Said />
        </form>
    }
}

/// The search. What is typed is found once it is whole, or gone.
#[component]
fn Find(
    /// It was typed.
    #[prop(into)]
    on_find: Callback<String>,
) -> impl IntoView {
    let desk = Desk::here();
    let input = NodeRef::<html::Input>::new();
    let hint = Hint::of(Command::Search);
    Keys::here().on(Command::Search, move || {
        if let Some(input) = input.get_untracked() {
            // Where the focus does not move, the key has done nothing, which the person sees.
            drop(input.focus());
            input.select();
        }
    });
    view! {
        <input
            node_ref=input
            type="search"
            aria-keyshortcuts=move || hint.aria()
            class="find"
            aria-label=say(words::FIND)
            placeholder=say(words::FIND_HINT)
            prop:value=move || desk.filter.with(|filter| filter.text.clone()).unwrap_or_default()
            on:change=move |event| on_find.run(event_target_value(&event))
            on:input=move |event| {
                // The cross in the field takes the words away, and with them the search.
                let text = event_target_value(&event);
                if text.is_empty() {
                    on_find.run(text);
                }
            }
        />
    }
}

/// A filter of a few choices; its first choice filters nothing and bears the filter's name, unless it has its own.
#[component]
fn Select(
    label: Bi,
    #[prop(optional)] first: Option<Bi>,
    picks: impl Fn(Lang) -> Vec<Pick> + Send + 'static,
    value: Signal<String>,
    #[prop(into)] on_pick: Callback<String>,
) -> impl IntoView {
    let language = Language::here();
    let options = move || {
        let option = |(code, name): Pick| {
            let picked = {
                let code = code.clone();
                move || value.with(|value| *value == code)
            };
            view! {
                <option value=code prop:selected=picked>
                    {name}
                </option>
            }
        };
        picks(language.get()).into_iter().map(option).collect_view()
    };
    view! {
        <select
            aria-label=say(label)
            class:set=move || value.with(|value| !value.is_empty())
            on:change=move |event| on_pick.run(event_target_value(&event))
        >
            <option value="" prop:selected=move || value.with(String::is_empty)>
                {say(first.unwrap_or(label))}
            </option>
            {options}
        </select>
    }
}
