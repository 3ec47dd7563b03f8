//! What I call an account.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::{BindingChange, WaterAccountView};

use super::owed::PATH;
use super::words;
use crate::case::Sheet;
use crate::line_field::{LineField, typed};
use crate::trouble::Trouble;

/// The button, and the dialog behind it.
#[component]
pub(super) fn Rename(load: Loader<WaterAccountView>) -> impl IntoView {
    let language = Language::here();
    let open = RwSignal::new(false);
    let named = move || load.get().is_some_and(|account| account.name.is_some());
    let button = move || language.say(if named() { words::RENAME } else { words::NAME_IT });
    view! {
        <button type="button" class="button-plain" on:click=move |_| open.set(true)>
            {button}
        </button>
        <Show when=move || open.get()>
            <NameSheet load open />
        </Show>
    }
}

#[component]
fn NameSheet(load: Loader<WaterAccountView>, open: RwSignal<bool>) -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let account = load.get_untracked();
    let (number, before) = account.map_or_else(Default::default, |account| (account.number, account.name));
    let input = NodeRef::<html::Input>::new();
    let failure = RwSignal::new(None::<Failure>);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        failure.set(None);
        let (path, change) = (format!("{PATH}/{number}"), BindingChange { name: typed(input) });
        spawn_local(async move {
            let answer = api.patch(&path, &change).await;
            // The page may have been left meanwhile.
            if failure.try_set(answer.as_ref().err().cloned()).is_some() {
                return;
            }
            if let Ok(account) = answer {
                load.put(account);
                open.set(false);
            }
        });
    };
    let flaw = move || failure.with(|failure| failure.as_ref()?.field("name").map(str::to_owned));
    let elsewhere = move || failure.with(Option::is_some) && flaw().is_none();
    let title = Signal::derive(move || language.say(words::NAME).to_owned());
    view! {
        <Sheet title on_close=move |()| open.set(false)>
            <form class="case-form" novalidate on:submit=save>
                <LineField
                    id="water-name"
                    label=words::CALL_IT
                    help=words::NAME_BLANK
                    value=before.unwrap_or_default()
                    input
                    flaw=Signal::derive(flaw)
                />
                <Show when=elsewhere>
                    <Trouble failure />
                </Show>
                <div class="case-acts">
                    <button type="button" class="button-plain" on:click=move |_| open.set(false)>
                        {say(words::CANCEL)}
                    </button>
                    <button type="submit" class="button-main">
                        {say(words::SAVE)}
                    </button>
                </div>
            </form>
        </Sheet>
    }
}
