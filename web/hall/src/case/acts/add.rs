//! The resident adds words or photos.

use leptos::prelude::*;
use shuiting_parts::photo::{PhotoTiles, Place, Uploads};
use shuiting_shared::case::{Action, Verb};

use super::super::hand::Hand;
use super::super::uploading::{self, Uploading};
use super::super::words;
use super::{ActForm, WordsField};

/// As the rules have it.
const MOST: usize = 9;
const MATERIAL: &str = "case-photos";

/// The dialog.
#[component]
pub(super) fn Add() -> impl IntoView {
    let hand = Hand::here();
    let uploads = Uploads::here();
    // Apart from the photos that complete the same case.
    let owner = StoredValue::new(format!("{} add", hand.number));
    let photos = move || uploads.with(|queue| queue.held(&owner.get_value()).remove(MATERIAL).unwrap_or_default());
    let action = move || {
        let ready = uploading::ready(uploads, &owner.get_value());
        ready.then(|| Action::Add {
            words: hand.draft.with_untracked(|draft| draft.add.clone()),
            photos: untrack(photos),
        })
    };
    let forget = Callback::new(move |()| uploads.forget(&owner.get_value()));
    view! {
        <ActForm
            verb=Verb::Add
            title=words::ADD_TITLE
            said=words::ADDED
            action
            then=forget
            fields=&["words", "photos"]
        >
            <WordsField
                id="case-words"
                label=words::ADD_WORDS
                value=hand.draft.with_untracked(|draft| draft.add.clone())
                on_input=move |text| hand.draft.update(|draft| draft.add = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Add, "words"))
            />
            <PhotoTiles
                place=Place::new(owner.get_value(), MATERIAL)
                label=words::ADD_PHOTOS
                help=None
                most=MOST
                required=false
                flaw=Signal::derive(move || hand.flaw(Verb::Add, "photos"))
                changed=|()| ()
            />
            <Uploading owner=owner.get_value() />
        </ActForm>
    }
}
