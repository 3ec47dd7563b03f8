//! Completing a filing that was sent back: all that is asked again, at once, and nothing else.

mod completing;
mod item;

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::Failure;
use shuiting_parts::form::focus;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::photo::{Place, Uploads};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::form::Answers;
use shuiting_shared::number::CaseNumber;

use super::acts::trouble;
use super::addressed::{Addressed, Come};
use super::asked::{only_asked, path};
use super::conflict::ConflictBanner;
use super::hand::Hand;
use super::photos::Large;
use super::uploading::{self, Uploading};
use super::words;
use crate::notice::Notices;
use crate::page::{Page, instead};
use crate::trouble::Troubles;
use completing::{Completing, typed};
use item::OneAsk;

/// The page for the case whose number stands in the address.
#[component]
pub(crate) fn CompletePage() -> impl IntoView {
    view! { <Addressed of=|number| view! { <CompleteOf number /> }.into_any() /> }
}

#[component]
fn CompleteOf(number: CaseNumber) -> impl IntoView {
    Hand::provide(number);
    view! {
        <Page title=say(words::COMPLETE) back=format!("/cases/{number}")>
            <Come>
                <Whole />
            </Come>
        </Page>
    }
}

#[component]
fn Whole() -> impl IntoView {
    let case = Hand::here().case();
    case.map(|case| {
        let asked = move || case.with(|case| case.allowed.contains(&Verb::Complete));
        view! {
            <Show when=asked fallback=Nothing>
                <Asked case />
            </Show>
            <Large />
        }
    })
}

/// Nothing is asked for, or it has just been brought.
#[component]
fn Nothing() -> impl IntoView {
    let number = Hand::here().number;
    view! {
        <div class="case-empty">
            <p>{say(words::NOTHING_ASKED)}</p>
            <a class="button-plain" href=format!("/cases/{number}")>
                {say(words::TO_CASE)}
            </a>
        </div>
    }
}

#[component]
fn Asked(case: Memo<CaseView>) -> impl IntoView {
    let (hand, uploads, language) = (Hand::here(), Uploads::here(), Language::here());
    let completing = Completing::provide(case);
    let Completing { marks, flaws, .. } = completing;
    let asks = Memo::new(move |_| case.with(|case| case.asks.clone()));
    let notices = Notices::here();
    let navigate = use_navigate();
    let busy = move || hand.busy.get() == Some(Verb::Complete);

    // What the server found stands beside its field, where the focus goes.
    Effect::new(move || {
        let failure = hand.refused.get().map(|refused| refused.failure);
        let errors = failure.iter().flat_map(Failure::fields);
        for error in errors.clone().filter(|error| error.code == "no_such_photo") {
            if let Some(material) = error.field.strip_prefix("materials.") {
                uploads.forget_at(&Place::new(hand.owner(), material));
            }
        }
        let errors: Vec<_> = errors.cloned().collect();
        marks.update(|marks| marks.tell(&errors));
        if let Some(first) = errors.first() {
            focus(&first.field);
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let found = flaws.get_untracked();
        marks.update(|marks| marks.show(&found));
        if let Some(first) = found.first() {
            focus(&first.field);
            return;
        }
        if !uploading::ready(uploads, &hand.owner()) {
            return;
        }
        let held = uploads.with_untracked(|queue| queue.held(&hand.owner()));
        let answers = untrack(move || typed(hand, case));
        let action = case.with_untracked(|case| Action::Complete {
            answers: Answers(only_asked(case, &answers.0, false)),
            materials: only_asked(case, &held, true),
        });
        let navigate = navigate.clone();
        hand.act(action, move || {
            uploads.forget(&hand.owner());
            notices.tell(words::COMPLETED);
            navigate(&format!("/cases/{}", hand.number), instead());
        });
    };
    let asked_paths = move || asks.with(|asks| asks.iter().map(|ask| path(&ask.item)).collect::<Vec<_>>());
    let told = move || {
        let paths = asked_paths();
        let paths: Vec<_> = paths.iter().map(String::as_str).collect();
        let trouble = trouble(hand, Verb::Complete, &paths, language);
        completing
            .strays(language)
            .into_iter()
            .chain(trouble)
            .collect::<Vec<_>>()
    };
    view! {
        <form class="case-form" on:submit=submit novalidate>
            <p>{say(words::COMPLETE_HELP)}</p>
            <ConflictBanner />
            <For each=move || asks.get() key=|ask| (ask.item.clone(), ask.reason.clone()) let:ask>
                <OneAsk ask />
            </For>
            <Troubles said=Signal::derive(told) />
            <Uploading owner=hand.owner() />
            <div class="bar">
                <button type="submit" class="button-main" aria-disabled=move || busy().to_string()>
                    {move || language.say(if busy() { words::SENDING } else { words::SEND })}
                </button>
            </div>
        </form>
    }
}
