//! Done.

use leptos::prelude::*;
use shuiting_parts::photo::{PhotoTiles, Place, Uploads};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::template::Occasion;
use shuiting_shared::words::Bi;

use super::super::hand::Hand;
use super::parts::{self, Parts};
use super::{ActForm, WORK_PHOTOS, photos_first};
use crate::field::WordsField;
use crate::templates::Book;
use crate::words;

/// The dialog.
#[component]
pub(super) fn Finish(case: Memo<CaseView>) -> impl IntoView {
    let hand = Hand::here();
    let uploads = Uploads::here();
    let owner = StoredValue::new(hand.owner());
    let action = move || {
        let mut held = owner.with_value(|owner| uploads.with_untracked(|queue| queue.held(owner)));
        Action::Finish {
            result: hand.draft.with_untracked(|draft| draft.result.clone()),
            before: held.remove("before").unwrap_or_default(),
            after: held.remove("after").unwrap_or_default(),
            parts: hand.draft.with_untracked(|draft| parts::read(&draft.parts)),
        }
    };
    let first = photos_first(&hand);
    let order = case.with_untracked(|case| case.work_order.is_some());
    let photos = move |key: &'static str, label: Bi| {
        view! {
            <PhotoTiles
                place=Place::new(owner.get_value(), key)
                label
                help=None
                most=WORK_PHOTOS
                required=false
                flaw=Signal::derive(move || hand.flaw(Verb::Finish, key))
                changed=|()| ()
            />
        }
    };
    view! {
        <ActForm verb=Verb::Finish action fields=&["result", "before", "after", "parts"] first>
            <WordsField
                id="result"
                label=words::RESULT
                help=words::RESIDENT_READS
                value=hand.draft.with_untracked(|draft| draft.result.clone())
                on_input=move |text| hand.draft.update(|draft| draft.result = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Finish, "result"))
                autofocus=true
                templates=Book::here().ready(case, Occasion::Finish)
            />
            {order.then(|| view! { <Parts /> })}
            <div class="photo-pair">
                {photos("before", words::BEFORE)} {photos("after", words::AFTER)}
            </div>
        </ActForm>
    }
}
