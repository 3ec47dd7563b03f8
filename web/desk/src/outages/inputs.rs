//! The inputs of a notice.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::words::{Bi, Text};

use super::desk::Desk;
use super::typed::Typed;
use super::words;

/// A line, a moment or a number, with what is wrong beside it.
#[component]
pub(super) fn Line(
    /// The field's path, which is its id.
    #[prop(into)]
    path: String,
    label: Bi,
    #[prop(default = "text")] kind: &'static str,
    /// What is said below it, where something is.
    help: Option<Bi>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] set: Callback<String>,
    /// What is wrong.
    said: Signal<Option<String>>,
    /// It was left.
    #[prop(into)]
    leave: Callback<()>,
) -> impl IntoView {
    let labelled = path.clone();
    let (help_id, flaw_id) = (format!("{path}-help"), format!("{path}-flaw"));
    let about = match help {
        Some(_) => format!("{flaw_id} {help_id}"),
        None => flaw_id.clone(),
    };
    view! {
        <p>
            <label for=labelled>{say(label)}</label>
            <input
                id=path
                type=kind
                autocomplete="off"
                prop:value=value
                on:input=move |event| set.run(event_target_value(&event))
                on:blur=move |_| leave.run(())
                aria-invalid=move || said.with(Option::is_some).to_string()
                aria-describedby=about
            />
            {help
                .map(|help| {
                    view! {
                        <span id=help_id class="help">
                            {say(help)}
                        </span>
                    }
                })}
            <span id=flaw_id class="flaw" role="alert">
                {said}
            </span>
        </p>
    }
}

/// One of the texts of a notice, on a line.
#[component]
pub(super) fn Part(
    desk: Desk,
    path: &'static str,
    label: Bi,
    #[prop(default = "text")] kind: &'static str,
    #[prop(optional)] help: Option<Bi>,
    part: fn(&mut Typed) -> &mut String,
) -> impl IntoView {
    let value = Signal::derive(move || desk.typed.with(|typed| part(&mut typed.clone()).clone()));
    let set = move |text| desk.change(path, |typed| *part(typed) = text);
    view! { <Line path label kind help value set said=desk.said(path) leave=move |()| desk.leave(path) /> }
}

/// The town, of those that the house serves.
#[component]
pub(super) fn Town(
    /// The field's path, which is its id.
    path: String,
    /// What is wrong.
    said: Signal<Option<String>>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] set: Callback<String>,
) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let (labelled, flaw_id) = (path.clone(), format!("{path}-flaw"));
    let described = flaw_id.clone();
    let towns = household.read(|house| {
        let towns = house.towns.iter().map(|town| (town.code.clone(), town.name.clone()));
        towns.collect::<Vec<_>>()
    });
    let option = move |(code, name): (String, Text)| {
        let chosen = {
            let code = code.clone();
            move || value.with(|value| *value == code)
        };
        view! {
            <option value=code prop:selected=chosen>
                {move || name.get(language.get()).to_owned()}
            </option>
        }
    };
    view! {
        <p>
            <label for=labelled>{say(words::TOWN)}</label>
            <select
                id=path
                on:change=move |event| set.run(event_target_value(&event))
                aria-invalid=move || said.with(Option::is_some).to_string()
                aria-describedby=described
            >
                <option value="" prop:selected=move || value.with(String::is_empty)>
                    {say(words::CHOOSE_TOWN)}
                </option>
                {towns.into_iter().map(option).collect_view()}
            </select>
            <span id=flaw_id class="flaw" role="alert">
                {said}
            </span>
        </p>
    }
}
