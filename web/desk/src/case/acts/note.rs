//! A note on the timeline.

use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::template::Occasion;

use super::super::hand::Hand;
use super::ActForm;
use crate::field::WordsField;
use crate::templates::Book;
use crate::words;

/// The dialog.
#[component]
pub(super) fn Note(case: Memo<CaseView>) -> impl IntoView {
    let hand = Hand::here();
    let action = move || {
        hand.draft.with_untracked(|draft| Action::Note {
            words: draft.note.clone(),
            to_resident: draft.to_resident,
        })
    };
    let to_resident = move || hand.draft.with(|draft| draft.to_resident);
    // Templates are written for residents.
    let all = Book::here().ready(case, Occasion::Note);
    let templates = Signal::derive(move || if to_resident() { all.get() } else { Vec::new() });
    let seen = move |told: bool| hand.draft.update(|draft| draft.to_resident = told);
    view! {
        <ActForm verb=Verb::Note action fields=&["words"]>
            <WordsField
                id="words"
                label=words::NOTE
                value=hand.draft.with_untracked(|draft| draft.note.clone())
                on_input=move |text| hand.draft.update(|draft| draft.note = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Note, "words"))
                autofocus=true
                templates
            />
            <fieldset>
                <legend>{say(words::WHO_SEES)}</legend>
                <label>
                    <input
                        type="radio"
                        name="seen"
                        prop:checked=move || !to_resident()
                        on:change=move |_| seen(false)
                    />
                    {say(words::NOTE_INSIDE)}
                </label>
                <label>
                    <input
                        type="radio"
                        name="seen"
                        prop:checked=to_resident
                        on:change=move |_| seen(true)
                    />
                    {say(words::NOTE_TO_RESIDENT)}
                </label>
            </fieldset>
        </ActForm>
    }
}
