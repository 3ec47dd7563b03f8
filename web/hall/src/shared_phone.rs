//! The switch that says that the phone is shared: from then on nothing is kept beyond this tab.

mod words;

use leptos::prelude::*;
use shuiting_parts::keep::Keep;
use shuiting_parts::lang::say;
use shuiting_parts::photo::Uploads;

use crate::ask::AskFirst;
use crate::filing::Drafts;
use crate::services::forget_used;

/// The switch. Turned on it forgets what is kept, and says so before where there is anything.
#[component]
pub(crate) fn SharedPhone() -> impl IntoView {
    let (keep, drafts, uploads) = (Keep::here(), Drafts::here(), Uploads::here());
    let asking = RwSignal::new(false);
    let turn_on = move || {
        asking.set(false);
        // First what is kept: other tabs are told of it only as long as the phone is one's own.
        drafts.forget_all();
        forget_used();
        keep.share(true);
    };
    let turn = move |_| {
        let begun = untrack(|| !drafts.begun().is_empty());
        if untrack(|| keep.shared()) {
            keep.share(false);
            drafts.keep_all();
        } else if begun || uploads.with_untracked(|queue| queue.all().next().is_some()) {
            asking.set(true);
        } else {
            turn_on();
        }
    };
    view! {
        <div class="setting">
            <span>
                {say(words::SHARED)} <span class="small setting-help" id="shared-about">
                    {say(words::ABOUT)}
                </span>
            </span>
            <button
                type="button"
                class="switch"
                role="switch"
                aria-label=say(words::SHARED)
                aria-describedby="shared-about"
                aria-checked=move || keep.shared().to_string()
                on:click=turn
            >
                <span class="switch-mark" aria-hidden="true"></span>
            </button>
        </div>
        <Show when=move || asking.get()>
            <AskFirst
                title=words::TITLE
                yes=words::YES
                no=words::NO
                on_yes=move |()| turn_on()
                on_close=move |()| asking.set(false)
            >
                <p>{say(words::MEANS)}</p>
            </AskFirst>
        </Show>
    }
}
