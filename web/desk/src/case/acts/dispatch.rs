//! To a department or a branch.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::house::Unit;

use super::super::hand::Hand;
use super::ActForm;
use crate::field::WordsField;
use crate::words;

/// The dialog: the branch of the case's town is proposed.
#[component]
pub(super) fn Dispatch(case: Memo<CaseView>) -> impl IntoView {
    let hand = Hand::here();
    let language = Language::here();
    let household = Household::here();
    let proposed = Memo::new(move |_| {
        let town = case.with(|case| case.line.town.clone())?;
        household.read(|house| house.branch_of(&town).map(|unit| unit.code.clone()))
    });
    let chosen = Memo::new(move |_| {
        let chosen = hand.draft.with(|draft| draft.unit.clone());
        chosen.or_else(|| proposed.get()).unwrap_or_default()
    });
    let action = move || Action::Dispatch {
        unit: chosen.get_untracked(),
        words: hand.draft.with_untracked(|draft| draft.dispatch.clone()),
    };
    let options = move |wanted: fn(&Unit, Option<&str>) -> bool| {
        let lang = language.get();
        let proposed = proposed.get();
        let units = household.read(|house| {
            let units = house.units.iter().filter(|unit| wanted(unit, proposed.as_deref()));
            let named = units.map(|unit| (unit.code.clone(), unit.name.get(lang).to_owned()));
            named.collect::<Vec<_>>()
        });
        let option = |(code, name): (String, String)| {
            let picked = {
                let code = code.clone();
                move || chosen.with(|chosen| *chosen == code)
            };
            view! {
                <option value=code prop:selected=picked>
                    {name}
                </option>
            }
        };
        units.into_iter().map(option).collect_view()
    };
    let flaw = move || hand.flaw(Verb::Dispatch, "unit");
    view! {
        <ActForm verb=Verb::Dispatch action fields=&["unit", "words"]>
            <label for="unit">{say(words::UNIT)}</label>
            <select
                id="unit"
                autofocus
                on:change=move |event| hand.draft.update(|draft| draft.unit = Some(event_target_value(&event)))
                aria-invalid=move || flaw().is_some().to_string()
                aria-describedby="unit-flaw"
            >
                <Show when=move || proposed.with(Option::is_none)>
                    <option value="" prop:selected=move || chosen.with(String::is_empty)>
                        {say(words::CHOOSE_UNIT)}
                    </option>
                </Show>
                <Show when=move || proposed.with(Option::is_some)>
                    <optgroup label=say(words::PROPOSED)>
                        {move || options(|unit, proposed| proposed == Some(unit.code.as_str()))}
                    </optgroup>
                </Show>
                <optgroup label=say(words::DEPARTMENTS)>
                    {move || options(|unit, proposed| unit.towns.is_empty() && proposed != Some(unit.code.as_str()))}
                </optgroup>
                <optgroup label=say(words::BRANCHES)>
                    {move || options(|unit, proposed| !unit.towns.is_empty() && proposed != Some(unit.code.as_str()))}
                </optgroup>
            </select>
            <p id="unit-flaw" class="flaw" role="alert">
                {flaw}
            </p>
            <WordsField
                id="words"
                label=words::WORD_TO_UNIT
                value=hand.draft.with_untracked(|draft| draft.dispatch.clone())
                on_input=move |text| hand.draft.update(|draft| draft.dispatch = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Dispatch, "words"))
            />
        </ActForm>
    }
}
