//! Which orders are looked at: those of a town, of a kind, of a priority.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::BoardQuery;
use shuiting_shared::order::Kind;
use shuiting_shared::words::{Bi, Lang};

use super::page::Looked;
use super::{address, words};

/// The most urgent priority, and the least.
const PRIORITIES: [u8; 4] = [1, 2, 3, 4];

/// The bar: whatever is changed goes into the address bar.
#[component]
pub(super) fn Filters(looked: Looked) -> impl IntoView {
    let household = Household::here();
    let go = StoredValue::new_local(use_navigate());
    let set = move |change: &dyn Fn(&mut BoardQuery)| {
        let mut query = looked.query.get_untracked();
        change(&mut query);
        go.with_value(|go| go(&address::with(address::PATH, &query), NavigateOptions::default()));
    };
    let now =
        move |of: fn(&BoardQuery) -> Option<String>| Signal::derive(move || looked.query.with(of).unwrap_or_default());
    let towns = move |lang: Lang| -> Vec<(String, String)> {
        household.read(|house| {
            let towns = house.towns.iter();
            towns
                .map(|town| (town.code.clone(), town.name.get(lang).to_owned()))
                .collect()
        })
    };
    let kinds = |lang: Lang| -> Vec<(String, String)> {
        let kinds = Kind::ALL.iter();
        kinds
            .map(|kind| (kind.code().to_owned(), kind.label().get(lang).to_owned()))
            .collect()
    };
    let priorities = |lang: Lang| -> Vec<(String, String)> {
        let each = PRIORITIES.iter();
        each.map(|priority| (priority.to_string(), words::priority(*priority, lang)))
            .collect()
    };
    let some = |text: String| Some(text).filter(|text| !text.is_empty());
    view! {
        <div class="filters" role="group" aria-label=say(words::FILTER)>
            <Choice
                label=words::TOWN
                options=towns
                value=now(|query| query.town.clone())
                on_pick=move |code: String| set(&|query| query.town = some(code.clone()))
            />
            <Choice
                label=words::KIND
                options=kinds
                value=now(|query| query.kind.map(|kind| kind.code().to_owned()))
                on_pick=move |code: String| set(&|query| query.kind = Kind::from_code(&code))
            />
            <Choice
                label=words::PRIORITY
                options=priorities
                value=now(|query| query.priority.map(|priority| priority.to_string()))
                on_pick=move |code: String| set(&|query| query.priority = code.parse().ok())
            />
        </div>
    }
}

/// One of them; its first choice filters nothing.
#[component]
fn Choice(
    label: Bi,
    options: impl Fn(Lang) -> Vec<(String, String)> + Send + 'static,
    value: Signal<String>,
    #[prop(into)] on_pick: Callback<String>,
) -> impl IntoView {
    let language = Language::here();
    let option = move |(code, name): (String, String)| {
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
    view! {
        <label>
            {say(label)}
            " "
            <select
                class:set=move || value.with(|value| !value.is_empty())
                on:change=move |event| on_pick.run(event_target_value(&event))
            >
                <option value="" prop:selected=move || value.with(String::is_empty)>
                    {say(words::ANY)}
                </option>
                {move || options(language.get()).into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
