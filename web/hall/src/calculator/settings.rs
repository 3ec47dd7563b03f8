//! What few ask for: another use, the discount for hardship, another tariff. Folded in until it is wanted.

use leptos::prelude::*;
use shuiting_parts::form::QuestionRow;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_shared::form::UseType;
use shuiting_shared::time;
use shuiting_shared::words::Text;

use super::inputs::{Inputs, KIND};
use super::{Sheet, words};
use crate::switch::Switch;

/// The settings; what is chosen stands on the fold.
#[component]
pub(super) fn Settings(sheet: Sheet, household: Memo<bool>) -> impl IntoView {
    let kind = sheet.question(
        &KIND,
        move || sheet.inputs.with(|inputs| inputs.kind.code().to_owned()),
        |inputs, code| inputs.kind = UseType::from_code(&code).unwrap_or(inputs.kind),
    );
    let chosen = move || {
        let lang = sheet.language.get();
        let kind = sheet.inputs.with(|inputs| inputs.kind).label().get(lang).to_owned();
        let tariff = sheet.tariff(|tariff| tariff.name.get(lang).to_owned());
        let hardship = household.get() && sheet.inputs.with(|inputs| inputs.hardship);
        let hardship = hardship.then(|| words::HARDSHIP.get(lang).to_owned());
        [kind, tariff]
            .into_iter()
            .chain(hardship)
            .collect::<Vec<_>>()
            .join(" · ")
    };
    view! {
        <details class="fold" open=sheet.inputs.with_untracked(Inputs::special)>
            <summary>
                <Icon name="more" />
                <span>{chosen}</span>
            </summary>
            <div class="fold-body">
                <QuestionRow question=kind house=sheet.house() />
                <Show when=move || household.get()>
                    <Hardship sheet />
                </Show>
                <WhichTariff sheet />
            </div>
        </details>
    }
}

#[component]
fn Hardship(sheet: Sheet) -> impl IntoView {
    let on = Signal::derive(move || sheet.inputs.with(|inputs| inputs.hardship));
    let turn = move |on| sheet.inputs.update(|inputs| inputs.hardship = on);
    view! { <Switch name=words::HARDSHIP about=words::HARDSHIP_HELP on turn /> }
}

/// One of the tariffs, where there are several.
#[component]
fn WhichTariff(sheet: Sheet) -> impl IntoView {
    let in_force = Memo::new(move |_| {
        let day = time::local(sheet.clock.get()).date();
        sheet.tariffs.with_value(|tariffs| {
            let tariffs = tariffs.in_force(day).into_iter();
            tariffs
                .map(|tariff| (tariff.code.clone(), tariff.name.clone()))
                .collect::<Vec<_>>()
        })
    });
    let chip = move |(code, name): (String, Text)| {
        let (this, chosen) = (code.clone(), sheet);
        let pressed = move || chosen.tariff(|tariff| tariff.code == this).to_string();
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=pressed
                on:click=move |_| sheet.inputs.update(|inputs| inputs.tariff = Some(code.clone()))
            >
                {move || name.get(sheet.language.get()).to_owned()}
            </button>
        }
    };
    view! {
        <Show when=move || in_force.with(|tariffs| tariffs.len() > 1)>
            <div class="setting" role="group" aria-labelledby="calculator-tariff">
                <span id="calculator-tariff">{say(words::TARIFF)}</span>
                <span class="setting-choices">{move || in_force.get().into_iter().map(chip).collect_view()}</span>
            </div>
        </Show>
    }
}
