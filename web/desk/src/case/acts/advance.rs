//! This step is done; on to the next one.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_parts::photo::{PhotoTiles, Place, Uploads};
use shuiting_parts::stand::stand;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Status, Verb};

use super::super::hand::Hand;
use super::{ActForm, WORK_PHOTOS, photos_first, words};
use crate::field::WordsField;
use crate::words::RESIDENT_READS;

/// The dialog. From the desk it needs no words: the desk has looked at what came.
#[component]
pub(super) fn Advance(case: Memo<CaseView>) -> impl IntoView {
    let (hand, language, household) = (Hand::here(), Language::here(), Household::here());
    let uploads = Uploads::here();
    let owner = StoredValue::new(hand.owner());
    let works = case.with_untracked(|case| case.line.status == Status::Dispatched);
    let action = move || {
        let mut held = owner.with_value(|owner| uploads.with_untracked(|queue| queue.held(owner)));
        Action::Advance {
            words: hand.draft.with_untracked(|draft| draft.advance.clone()),
            photos: held.remove("photos").unwrap_or_default(),
        }
    };
    let then = move || {
        let lang = language.get();
        let next = case.with(|case| household.read(|house| stand(case, house).follows()));
        next.map(|step| words::then(step.title.get(lang), step.owner.label().get(lang), lang))
    };
    view! {
        <ActForm verb=Verb::Advance action fields=&["words", "photos"] first=photos_first(&hand)>
            <p class="help">{then}</p>
            <WordsField
                id="words"
                label=if works { words::DONE } else { words::LOOKED }
                help=RESIDENT_READS
                value=hand.draft.with_untracked(|draft| draft.advance.clone())
                on_input=move |text| hand.draft.update(|draft| draft.advance = text)
                flaw=Signal::derive(move || hand.flaw(Verb::Advance, "words"))
                autofocus=true
            />
            <Show when=move || works>
                <PhotoTiles
                    place=Place::new(owner.get_value(), "photos")
                    label=words::PHOTOS
                    help=None
                    most=WORK_PHOTOS
                    required=false
                    flaw=Signal::derive(move || hand.flaw(Verb::Advance, "photos"))
                    changed=|()| ()
                />
            </Show>
        </ActForm>
    }
}
