//! Photos that are not there yet: nothing is sent without them.

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::photo::Uploads;

use super::words;

/// Whether all photos of an owner have got there; those that failed are sent once more.
pub(crate) fn ready(uploads: Uploads, owner: &str) -> bool {
    let (busy, failed) = uploads.with_untracked(|queue| (queue.busy(owner), queue.failed(owner)));
    if failed > 0 {
        uploads.all_again(owner);
    }
    busy + failed == 0
}

/// Says what is still on its way, and what to do about what did not get there.
#[component]
pub(crate) fn Uploading(
    /// Whose photos.
    owner: String,
) -> impl IntoView {
    let uploads = Uploads::here();
    let language = Language::here();
    let owner = StoredValue::new(owner);
    let counts = Memo::new(move |_| {
        let owner = owner.get_value();
        uploads.with(|queue| (queue.busy(&owner), queue.failed(&owner)))
    });
    view! {
        <p class="case-small" role="status">
            {move || (counts.get().0 > 0).then(|| words::uploading(counts.get().0, language.get()))}
        </p>
        <Show when=move || { counts.get().1 > 0 }>
            <p class="field-flaw" role="alert">
                <Icon name="warning" />
                {move || words::not_uploaded(counts.get().1, language.get())}
                <button type="button" class="button-link" on:click=move |_| uploads.all_again(&owner.get_value())>
                    {say(words::UPLOAD_AGAIN)}
                </button>
            </p>
        </Show>
    }
}
