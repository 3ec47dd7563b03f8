//! Why a document is refused: a reason from the list by its number, or own words.

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use shuiting_parts::form::focus;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::case::Verdict;
use shuiting_shared::form::{Flaw, Words};

use super::super::hand::Hand;
use super::judge::Judge;
use crate::field::ReasonField;
use crate::keys::{Command, Hint, Keys};
use crate::words;

/// The id of the field for own words.
const OWN: &str = "viewer-why";

/// The reasons, while one is being chosen.
#[component]
pub(super) fn Refusal(
    /// The key of the document.
    material: Memo<Option<String>>,
    /// What it is called.
    name: Signal<String>,
) -> impl IntoView {
    let (hand, language, keys, judge) = (Hand::here(), Language::here(), Keys::here(), Judge::here());
    let key = material.get_untracked().unwrap_or_default();
    let typed = hand.draft.with_untracked(|draft| draft.refusals.get(&key).cloned());
    let flaw = RwSignal::new(None::<Flaw>);
    let refuse = move |reason: &str| judge.say(Verdict::Refused(reason.to_owned()));
    let pick = move |place: u8| {
        let reason = usize::from(place).checked_sub(1).and_then(|at| words::REASONS.get(at));
        reason.is_some_and(|reason| refuse(reason.get(language.get_untracked())))
    };
    keys.on_digit(Command::Reason, pick);
    keys.on(Command::OwnWords, || focus(OWN));
    keys.on(Command::GiveUp, move || judge.refusing.set(false));
    let own = StoredValue::new(typed.clone().unwrap_or_default());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let reason = own.get_value();
        let wrong = Words::read(&reason).err();
        flaw.set(wrong);
        if wrong.is_none() {
            refuse(&reason);
        }
    };
    let write = move |reason: String| {
        own.set_value(reason.clone());
        hand.draft.update(|draft| {
            draft.refusals.insert(key.clone(), reason);
        });
    };
    let group = NodeRef::<html::Form>::new();
    group.on_load(|group| {
        // The node is loaded before it stands in the page, where alone it can take the focus. A key that was quicker has led
        // into it already.
        request_animation_frame(move || {
            let inside = document().active_element();
            if !group.contains(inside.as_deref()) {
                drop(group.focus());
            }
        });
    });
    let single = move || keys.single();
    let reasons = (1_u8..).zip(words::REASONS).map(|(place, reason)| {
        let digit = place.to_string();
        view! {
            <li>
                <button
                    type="button"
                    aria-keyshortcuts=digit.clone()
                    data-key=move || single().then(|| digit.clone())
                    on:click=move |_| {
                        pick(place);
                    }
                >
                    {say(*reason)}
                </button>
            </li>
        }
    });
    let hint = Hint::of(Command::OwnWords);
    let own_words = Signal::derive(move || super::words::own_words(hint.said().as_deref(), language.get()));
    let label = Signal::derive(move || words::why_refused(&name.get(), language.get()));
    view! {
        <form class="reasons" node_ref=group tabindex="-1" aria-label=label on:submit=submit novalidate>
            <ul role="list">{reasons.collect_view()}</ul>
            <ReasonField
                id=OWN.to_owned()
                label=own_words
                value=typed.unwrap_or_default()
                picks=&[]
                on_input=write
                flaw=Signal::derive(move || flaw.get().map(|flaw| flaw.say(language.get())))
            />
            <button type="submit">
                {say(words::REFUSE_NOW)}
            </button>
            <button
                type="button"
                class="plain"
                on:click=move |_| judge.refusing.set(false)
            >
                {say(words::CANCEL)}
            </button>
        </form>
    }
}
