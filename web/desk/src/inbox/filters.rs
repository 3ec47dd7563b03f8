//! The filter bar.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{DueFilter, Filter, Sort, Whose};
use shuiting_shared::case::{Channel, Status};
use shuiting_shared::service::Service;
use shuiting_shared::words::{Bi, Lang};

use super::{Desk, query, use_filter};
use crate::words;

/// One choice of a filter: how it is written, and its name.
type Pick = (String, String);

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
    let services = |lang| {
        let filed = Service::ALL.iter().filter(|service| service.form().is_some());
        filed
            .map(|service| choice(service.code(), service.label(), lang))
            .collect()
    };
    let towns = move |lang| {
        household.read(|house| {
            let town = |town: &shuiting_shared::house::Place| (town.code.clone(), town.name.get(lang).to_owned());
            house.towns.iter().map(town).collect()
        })
    };
    let statuses = |lang| {
        Status::ALL
            .iter()
            .map(|it| choice(it.code(), it.label(), lang))
            .collect()
    };
    let channels = |lang| {
        Channel::ALL
            .iter()
            .map(|it| choice(it.code(), it.label(), lang))
            .collect()
    };
    let dues = |lang| {
        vec![
            choice("late", words::LATE, lang),
            choice("today", words::DUE_TODAY, lang),
        ]
    };
    let whoses = |lang| vec![choice("mine", words::MINE, lang), choice("nobody", words::NOBODY, lang)];
    let sorts = |lang| {
        vec![
            choice("newest", words::NEWEST, lang),
            choice("oldest", words::OLDEST, lang),
        ]
    };
    let now = move |of: fn(&Filter) -> Option<String>| Signal::derive(move || desk.filter.with(of).unwrap_or_default());
    view! {
        <form class="filters" role="search" on:submit=|event| event.prevent_default()>
            <input
                type="search"
                class="find"
                aria-label=say(words::FIND)
                placeholder=say(words::FIND_HINT)
                prop:value=move || desk.filter.with(|filter| filter.text.clone()).unwrap_or_default()
                on:change=move |event| find(event_target_value(&event))
            />
            <Select
                label=words::SERVICE
                picks=services
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
                picks=statuses
                value=now(|filter| filter.status.map(|it| it.code().to_owned()))
                on_pick=move |code: String| set(&|filter| filter.status = Status::from_code(&code))
            />
            <Select
                label=words::DUE
                picks=dues
                value=now(|filter| filter.due.map(|it| said(it == DueFilter::Late, "late", "today")))
                on_pick=move |code: String| set(&|filter| filter.due = query::read(&format!("due={code}")).due)
            />
            <Select
                label=words::WHOSE
                picks=whoses
                value=now(|filter| filter.whose.map(|it| said(it == Whose::Mine, "mine", "nobody")))
                on_pick=move |code: String| set(&|filter| filter.whose = query::read(&format!("whose={code}")).whose)
            />
            <Select
                label=words::CHANNEL
                picks=channels
                value=now(|filter| filter.channel.map(|it| it.code().to_owned()))
                on_pick=move |code: String| set(&|filter| filter.channel = Channel::from_code(&code))
            />
            <Select
                label=words::SORT
                picks=sorts
                value=now(|filter| {
                    let sort = filter.sort.filter(|sort| *sort != Sort::Due);
                    sort.map(|it| said(it == Sort::Newest, "newest", "oldest"))
                })
                on_pick=move |code: String| set(&|filter| filter.sort = query::read(&format!("sort={code}")).sort)
            />
        </form>
    }
}

fn choice(code: &str, name: Bi, lang: Lang) -> Pick {
    (code.to_owned(), name.get(lang).to_owned())
}

fn said(first: bool, one: &str, other: &str) -> String {
    if first { one } else { other }.to_owned()
}

/// A filter of a few choices; its first choice filters nothing and bears the filter's name.
#[component]
fn Select(
    label: Bi,
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
                {say(label)}
            </option>
            {options}
        </select>
    }
}
