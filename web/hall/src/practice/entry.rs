//! The way in.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::de::IgnoredAny;
use shuiting_parts::api::Api;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{self, say};
use shuiting_parts::{realm, store};
use shuiting_shared::realm::Realm;

use super::words;
use crate::letters;

/// Where a city answers that it is there, in JSON; where there is none, the hall's own page comes.
const THERE: &str = "/healthz";

/// The row that leads into the city for practising, where the house has one.
#[component]
pub(crate) fn PracticeRow() -> impl IntoView {
    let api = Api::here();
    let there = RwSignal::new(false);
    if realm::here() == Realm::Real {
        spawn_local(async move {
            if api.get::<IgnoredAny>(&Realm::Practice.address(THERE)).await.is_ok() {
                // The page may have been left meanwhile.
                let _ = there.try_set(true);
            }
        });
    }
    // Whoever reads large letters or English here does so there.
    let lend = |_| store::lend(Realm::Practice, &[lang::STORED, letters::STORED]);
    view! {
        <Show when=move || there.get()>
            <div class="rows">
                <a class="row" href=Realm::Practice.address("/") rel="external" on:click=lend>
                    <span class="row-body">
                        {say(words::ENTRY)} <span class="small">{say(words::ENTRY_ABOUT)}</span>
                    </span>
                    <Icon name="chevron" />
                </a>
            </div>
        </Show>
    }
}
