//! Cancelling an event: why, which all concerned are told.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::EventCancel;
use shuiting_shared::event::flaw_of_reason;

use super::one::Hand;
use super::words;
use crate::field::LineField;
use crate::sheet::Sheet;

/// Characters of the reason, as the rules have it.
const MOST: usize = 60;

/// The dialog.
#[component]
pub(super) fn CancelSheet(hand: Hand) -> impl IntoView {
    let language = Language::here();
    let (reason, tried) = (RwSignal::new(String::new()), RwSignal::new(false));
    let flaw = Signal::derive(move || {
        let lang = language.get();
        let here = reason.with(|reason| flaw_of_reason(reason)).filter(|_| tried.get());
        let told = hand.failure.get();
        here.map(|flaw| flaw.flaw.say(lang))
            .or_else(|| told.as_ref()?.field("reason").map(str::to_owned))
    });
    let whole = move || {
        let failure = hand.failure.get()?;
        failure.fields().is_empty().then(|| failure.say(language.get()))
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let reason = reason.get_untracked();
        if flaw_of_reason(&reason).is_none() {
            let version = hand.version();
            hand.does("cancel", EventCancel { version, reason });
        }
    };
    view! {
        <Sheet
            title=Signal::derive(move || language.say(words::CANCEL).to_owned())
            on_close=move |()| hand.cancelling.set(false)
        >
            <form on:submit=submit novalidate>
                <p class="flaw" role="alert">
                    {whole}
                </p>
                <LineField
                    id="reason"
                    label=words::WHY_CANCELLED
                    most=MOST
                    value=String::new()
                    on_input=move |text| reason.set(text)
                    flaw
                    autofocus=true
                />
                <p class="help">{say(words::ALL_HEAR)}</p>
                <footer>
                    <button type="submit" class="main">
                        {say(words::CANCEL_AND_TELL)}
                    </button>
                    <button type="button" class="plain" on:click=move |_| hand.cancelling.set(false)>
                        {say(crate::words::CLOSE)}
                    </button>
                </footer>
            </form>
        </Sheet>
    }
}
