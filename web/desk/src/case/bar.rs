//! The bar of what can be done now. It never moves.

use leptos::prelude::*;
use shuiting_parts::form::focus;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::stand::stand;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};

use super::acts::units::proposed;
use super::hand::Hand;
use super::more::{More, is_rare};
use super::next::NextLink;
use super::order_words;
use crate::keys::{Command, Hint, Keys};
use crate::print::Papers;
use crate::words;

/// What a document that is not in order keeps from being done.
const fn leaves(verb: Verb) -> bool {
    matches!(verb, Verb::Dispatch | Verb::Advance | Verb::Finish)
}

/// What leads the case on, and takes the eye.
const fn takes_the_eye(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::Take | Verb::Advance | Verb::Quote | Verb::Paid | Verb::Conclude | Verb::Finish
    )
}

/// The bar.
#[component]
pub(crate) fn ActionBar(case: Memo<CaseView>) -> impl IntoView {
    let hand = Hand::here();
    let language = Language::here();
    let household = Household::here();
    // Materials are checked where they are, and the header takes back.
    let verbs = move || {
        let allowed = case.with(|case| case.allowed.clone());
        allowed
            .into_iter()
            .filter(|verb| !matches!(verb, Verb::Check | Verb::Undo))
            .collect::<Vec<_>>()
    };
    let some = move |rare: bool| {
        verbs()
            .into_iter()
            .filter(|verb| is_rare(*verb) == rare)
            .collect::<Vec<_>>()
    };
    let (usual, rare) = (Memo::new(move |_| some(false)), Memo::new(move |_| some(true)));
    let open = Memo::new(move |_| {
        let concerned = case.with(|case| case.allowed.iter().copied().any(leaves));
        let open = || case.with(|case| household.read(|house| stand(case, house).open_materials()));
        concerned.then(open).flatten()
    });
    let told = move || {
        open.get()
            .map(|(unchecked, refused)| words::materials_open(unchecked, refused, language.get()))
    };
    // What was refused without a dialog to say so in.
    let passed = move |verb| verb == Verb::Dispatch && hand.dialog.with(Option::is_none);
    let trouble = move || {
        hand.refused.with(|refused| {
            let refused = refused
                .as_ref()
                .filter(|refused| at_once(refused.verb).is_some() || passed(refused.verb))?;
            Some(refused.failure.say(language.get()))
        })
    };
    view! {
        <footer class="bar">
            <p class="flaw" role="alert">
                {trouble}
            </p>
            <p id="materials-open" class="help">
                {told}
            </p>
            <div role="group" aria-label=say(words::ACTIONS)>
                <PassButton case open />
                <For each=move || usual.get() key=|verb| *verb children=move |verb| view! { <ActButton verb open /> } />
                <More verbs=rare open />
                <Show when=move || usual.with(Vec::is_empty) && rare.with(Vec::is_empty)>
                    <span class="help">{say(words::NOTHING_TO_DO)}</span>
                </Show>
                <NextLink />
                <Papers case />
            </div>
        </footer>
    }
}

/// The id of the button of an act.
pub(super) fn act_id(verb: Verb) -> String {
    format!("act-{}", verb.code())
}

/// An act that needs no more than a press.
const fn at_once(verb: Verb) -> Option<Action> {
    match verb {
        Verb::Take => Some(Action::Take),
        Verb::Urge => Some(Action::Urge),
        Verb::Accept => Some(Action::Accept),
        Verb::Arrive => Some(Action::Arrive { point: None }),
        Verb::Resume => Some(Action::Resume),
        _ => None,
    }
}

/// The button of an act.
#[component]
pub(super) fn ActButton(verb: Verb, open: Memo<Option<(usize, usize)>>) -> impl IntoView {
    let hand = Hand::here();
    let waits = move || leaves(verb) && open.with(Option::is_some);
    let press = move || {
        if waits() {
            to_materials();
        } else if let Some(action) = at_once(verb) {
            hand.act(action);
        } else {
            hand.open(verb);
        }
    };
    Keys::here().on(Command::Act(verb), press);
    let hint = Hint::of(Command::Act(verb));
    let main = takes_the_eye(verb);
    let busy = move || hand.busy.get() == Some(verb);
    view! {
        <button
            type="button"
            id=act_id(verb)
            class:main=main
            aria-keyshortcuts=move || hint.aria()
            data-key=move || hint.said()
            aria-disabled=move || (waits() || busy()).to_string()
            aria-describedby=move || waits().then_some("materials-open")
            aria-haspopup=at_once(verb).is_none().then_some("dialog")
            on:click=move |_| press()
        >
            {say(verb.label())}
        </button>
    }
}

/// Passes a work order on to the unit that the rules of the house propose, with one press.
#[component]
fn PassButton(case: Memo<CaseView>, open: Memo<Option<(usize, usize)>>) -> impl IntoView {
    let (hand, language, household) = (Hand::here(), Language::here(), Household::here());
    // Where it lies there already, there is nothing to confirm.
    let unit = Memo::new(move |_| {
        case.with(|case| {
            let may = case.work_order.is_some() && case.allowed.contains(&Verb::Dispatch);
            let unit = household.read(|house| proposed(case, house)).filter(|_| may)?;
            (case.line.unit.as_ref() != Some(&unit)).then_some(unit)
        })
    });
    let name = move || {
        let unit = unit.get()?;
        let name = household.read(|house| house.unit(&unit).map(|unit| unit.name.get(language.get()).to_owned()));
        Some(order_words::pass_to(&name?, language.get()))
    };
    let press = move || {
        let Some(unit) = unit.get_untracked() else {
            return false;
        };
        if open.with_untracked(Option::is_some) {
            to_materials();
        } else {
            let words = String::new();
            hand.act(Action::Dispatch { unit, words });
        }
        true
    };
    Keys::here().on_if(Command::Pass, press);
    let hint = Hint::of(Command::Pass);
    let waits = move || open.with(Option::is_some) || hand.busy.get() == Some(Verb::Dispatch);
    view! {
        <Show when=move || unit.with(Option::is_some)>
            <button
                type="button"
                id="act-pass"
                class="main"
                aria-keyshortcuts=move || hint.aria()
                data-key=move || hint.said()
                aria-disabled=move || waits().to_string()
                on:click=move |_| {
                    press();
                }
            >
                {name}
            </button>
        </Show>
    }
}

/// Brings the clerk to the materials that stand in the way.
fn to_materials() {
    // The explanation stands beside the button as well.
    focus("materials-title");
}
