//! The switch that says that the phone is shared: from then on nothing is kept beyond this tab.

mod words;

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::keep::Keep;
use shuiting_parts::lang::say;
use shuiting_parts::photo::Uploads;
use shuiting_parts::waiting::Errands;

use crate::ask::AskFirst;
use crate::filing::Drafts;
use crate::last_town::LastTown;
use crate::services::forget_used;
use crate::switch::Switch;

/// The switch. Turned on it forgets what is kept, and says so before where there is anything.
#[component]
pub(crate) fn SharedPhone() -> impl IntoView {
    let (keep, drafts, uploads) = (Keep::here(), Drafts::here(), Uploads::here());
    let (api, errands, last_town) = (Api::here(), Errands::here(), LastTown::here());
    let asking = RwSignal::new(false);
    let turn_on = move || {
        asking.set(false);
        // First what is kept: other tabs are told of it only as long as the phone is one's own.
        drafts.forget_all();
        errands.forget_all();
        api.forget_own();
        last_town.forget();
        forget_used();
        keep.share(true);
    };
    let turn = move |_: bool| {
        let begun = untrack(|| !drafts.begun().is_empty() || !errands.all().is_empty());
        if untrack(|| keep.shared()) {
            keep.share(false);
            drafts.keep_all();
            errands.keep_all();
        } else if begun || uploads.with_untracked(|queue| queue.all().next().is_some()) {
            asking.set(true);
        } else {
            turn_on();
        }
    };
    view! {
        <Switch name=words::SHARED about=words::ABOUT on=Signal::derive(move || keep.shared()) turn />
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
