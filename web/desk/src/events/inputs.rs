//! The inputs of a plan.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::words::{Bi, Text};

use super::desk::Desk;
use super::typed::Typed;
use super::words;

/// One line.
#[component]
pub(super) fn Line(desk: Desk, path: &'static str, label: Bi, part: fn(&mut Typed) -> &mut String) -> impl IntoView {
    let said = desk.said(path);
    let value = desk.typed.with_untracked(|typed| part(&mut typed.clone()).clone());
    view! {
        <p>
            <label for=path>{say(label)}</label>
            <input
                id=path
                type="text"
                autocomplete="off"
                prop:value=value
                on:input=move |event| desk.change(path, |typed| *part(typed) = event_target_value(&event))
                on:blur=move |_| desk.leave(path)
                aria-invalid=move || said.with(Option::is_some).to_string()
                aria-describedby=format!("{path}-flaw")
            />
            <span id=format!("{path}-flaw") class="flaw" role="alert">
                {said}
            </span>
        </p>
    }
}

/// A day or a time of the day.
#[component]
pub(super) fn Time(
    desk: Desk,
    path: &'static str,
    kind: &'static str,
    label: Bi,
    read: fn(&Typed) -> &String,
    set: fn(&mut Typed, String),
) -> impl IntoView {
    let said = desk.said(path);
    let value = desk.typed.with_untracked(|typed| read(typed).clone());
    view! {
        <p>
            <label for=path>{say(label)}</label>
            <input
                id=path
                type=kind
                prop:value=value
                on:input=move |event| desk.change(path, |typed| set(typed, event_target_value(&event)))
                on:blur=move |_| desk.leave(path)
                aria-invalid=move || said.with(Option::is_some).to_string()
                aria-describedby=format!("{path}-flaw")
            />
            <span id=format!("{path}-flaw") class="flaw" role="alert">
                {said}
            </span>
        </p>
    }
}

#[component]
pub(super) fn Town(desk: Desk) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let said = desk.said("town");
    let towns = household.read(|house| {
        let towns = house.towns.iter().map(|town| (town.code.clone(), town.name.clone()));
        towns.collect::<Vec<_>>()
    });
    let option = move |(code, name): (String, Text)| {
        let chosen = {
            let code = code.clone();
            move || desk.typed.with(|typed| typed.town == code)
        };
        view! {
            <option value=code prop:selected=chosen>
                {move || name.get(language.get()).to_owned()}
            </option>
        }
    };
    view! {
        <p>
            <label for="town">{say(words::TOWN)}</label>
            <select
                id="town"
                on:change=move |event| desk.change("town", |typed| typed.town = event_target_value(&event))
                on:blur=move |_| desk.leave("town")
                aria-invalid=move || said.with(Option::is_some).to_string()
                aria-describedby="town-flaw"
            >
                <option value="" prop:selected=move || desk.typed.with(|typed| typed.town.is_empty())>
                    {say(words::CHOOSE_TOWN)}
                </option>
                {towns.into_iter().map(option).collect_view()}
            </select>
            <span id="town-flaw" class="flaw" role="alert">
                {said}
            </span>
        </p>
    }
}
