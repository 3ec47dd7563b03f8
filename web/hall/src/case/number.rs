//! The case number, large, to read out; and to copy.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::words::Bi;

use super::words;
use crate::copy::copy;

const SAID: Duration = Duration::from_secs(4);

/// The number in the address, as people write it; none where it is none.
pub(super) fn in_address() -> Memo<Option<CaseNumber>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get("number").and_then(|said| said.parse().ok())))
}

/// The number.
#[component]
pub(crate) fn Number(number: CaseNumber) -> impl IntoView {
    let language = Language::here();
    let said = RwSignal::new(None::<Bi>);
    let copy = move |_| {
        spawn_local(async move {
            let copied = copy(&number.to_string()).await;
            let word = if copied { words::COPIED } else { words::NOT_COPIED };
            // The page may have been left meanwhile.
            if said.try_set(Some(word)).is_none() && copied {
                let forget = move || {
                    let _ = said.try_set(None);
                };
                set_timeout(forget, SAID);
            }
        });
    };
    view! {
        <div class="case-number">
            <span class="case-small">{say(words::NUMBER)}</span>
            <b class="case-number-said">{number.to_string()}</b>
            <button type="button" class="button-link" on:click=copy>
                {say(words::COPY)}
            </button>
            <span class="case-small" role="status">
                {move || said.get().map(|said| language.say(said))}
            </span>
        </div>
    }
}
