//! Passing an order on to another unit.

use leptos::html;
use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::case::{Action, Verb};

use super::hand::Hand;
use super::words_form::{Done, WordsField, typed};
use crate::orders::Orders;
use crate::words;

/// The form.
#[component]
pub(super) fn Dispatch() -> impl IntoView {
    let (hand, orders, language) = (Hand::here(), Orders::here(), Language::here());
    let (unit, words) = (NodeRef::<html::Select>::new(), NodeRef::new());
    let (label, usual) = words::asked(Verb::Dispatch);
    let units = move || {
        let lang = language.get();
        let units = orders.house(|house| {
            let units = house.units.iter();
            let named = units.map(|unit| (unit.code.clone(), unit.name.get(lang).to_owned()));
            named.collect::<Vec<_>>()
        });
        let option = |(code, name): (String, String)| view! { <option value=code>{name}</option> };
        units.into_iter().map(option).collect_view()
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let unit = unit.get_untracked().map(|unit| unit.value()).unwrap_or_default();
        hand.does(&Action::Dispatch {
            unit,
            words: typed(words),
        });
    };
    let flaw = move || hand.flaw("unit");
    view! {
        <form class="card" on:submit=submit novalidate>
            <div class="field">
                <label class="field-label" for="unit">
                    {say(words::UNIT)}
                </label>
                <select
                    id="unit"
                    node_ref=unit
                    aria-invalid=move || flaw().is_some().then_some("true")
                    aria-describedby="unit-flaw"
                >
                    <option value="">{say(words::CHOOSE_UNIT)}</option>
                    {units}
                </select>
                <p id="unit-flaw" class="flaw" role="alert">
                    {flaw}
                </p>
            </div>
            <WordsField id="words" label usual input=words flaw=Signal::derive(move || hand.flaw("words")) />
            <Done verb=Verb::Dispatch />
        </form>
    }
}
