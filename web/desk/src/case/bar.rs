//! The bar of what can be done now. It never moves.

use leptos::prelude::*;
use shuiting_parts::form::focus;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::stand::stand;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};

use super::hand::Hand;
use super::next::NextLink;
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
    let trouble = move || {
        hand.refused.with(|refused| {
            let refused = refused.as_ref().filter(|refused| refused.verb == Verb::Take)?;
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
                <For each=verbs key=|verb| *verb children=move |verb| view! { <ActButton verb open /> } />
                <Show when=move || verbs().is_empty()>
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

#[component]
fn ActButton(verb: Verb, open: Memo<Option<(usize, usize)>>) -> impl IntoView {
    let hand = Hand::here();
    let waits = move || leaves(verb) && open.with(Option::is_some);
    let press = move || {
        if waits() {
            to_materials();
        } else if verb == Verb::Take {
            hand.act(Action::Take);
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
            aria-haspopup=(verb != Verb::Take).then_some("dialog")
            on:click=move |_| press()
        >
            {say(verb.label())}
        </button>
    }
}

/// Brings the clerk to the materials that stand in the way.
fn to_materials() {
    // The explanation stands beside the button as well.
    focus("materials-title");
}
