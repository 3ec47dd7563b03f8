//! Finishing: photos before and after, what was used up, and what was done.

use leptos::prelude::*;
use shuiting_parts::photo::{PhotoTiles, Place};
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::words::Bi;

use super::hand::Hand;
use super::parts::PartsField;
use super::words_form::{Done, WordsField, typed};
use crate::queued::{AFTER, BEFORE};
use crate::words;

/// At most so many photos before, and as many after.
const PHOTOS: usize = 9;

/// The form.
#[component]
pub(super) fn Finish() -> impl IntoView {
    let hand = Hand::here();
    let (parts, words) = (RwSignal::new(Vec::new()), NodeRef::new());
    let (label, usual) = words::asked(Verb::Finish);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        hand.does(&Action::Finish {
            result: typed(words),
            // Which they are is known once the server has them.
            before: Vec::new(),
            after: Vec::new(),
            parts: parts.get_untracked(),
        });
    };
    view! {
        <form class="card" on:submit=submit novalidate>
            <Photos material=BEFORE label=words::BEFORE />
            <Photos material=AFTER label=words::AFTER />
            <PartsField parts />
            <WordsField id="result" label usual input=words flaw=Signal::derive(move || hand.flaw("result")) />
            <Done verb=Verb::Finish />
        </form>
    }
}

#[component]
fn Photos(material: &'static str, label: Bi) -> impl IntoView {
    let place = Place::new(Hand::here().number().to_string(), material);
    view! {
        <PhotoTiles
            place
            label
            help=None
            most=PHOTOS
            required=Signal::stored(false)
            flaw=Signal::stored(None::<String>)
            changed=|()| ()
        />
    }
}
