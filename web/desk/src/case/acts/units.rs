//! To which unit: the proposed one first.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::Verb;
use shuiting_shared::house::{House, Unit};

use super::super::hand::Hand;
use crate::words;

/// The code of the unit that would get a case: by the house's rules for work orders, else the branch of its town.
pub(crate) fn proposed(case: &CaseView, house: &House) -> Option<String> {
    let by_rule = case.work_order.as_ref().and_then(|order| order.proposed.clone());
    let branch = || {
        let town = case.line.town.as_deref()?;
        house.branch_of(town).map(|unit| unit.code.clone())
    };
    by_rule.or_else(branch)
}

/// Picks a unit.
#[component]
pub(super) fn UnitField(
    /// The act.
    verb: Verb,
    /// The code that is proposed.
    proposed: Memo<Option<String>>,
    /// The code that is chosen; empty where none is.
    chosen: Memo<String>,
    /// One was chosen.
    #[prop(into)]
    on_pick: Callback<String>,
) -> impl IntoView {
    let (hand, language, household) = (Hand::here(), Language::here(), Household::here());
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
    let flaw = move || hand.flaw(verb, "unit");
    view! {
        <label for="unit">{say(words::UNIT)}</label>
        <select
            id="unit"
            autofocus
            on:change=move |event| on_pick.run(event_target_value(&event))
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
    }
}
