//! A leak that is dangerous: a call comes before the report.

use leptos::html;
use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_shared::form::Severity;
use shuiting_shared::service::Service;

use super::{Filing, words};
use crate::hotline::{Hotline, hotline};

/// Whether the answers so far say that there is danger.
fn dangerous(filing: Filing) -> Memo<bool> {
    Memo::new(move |_| {
        let severity = |answers: &shuiting_shared::form::Answers| answers.get("severity").and_then(Severity::from_code);
        filing.service() == Service::Leak
            && filing
                .drafts
                .with(filing.id, |draft| severity(&draft.answers))
                .is_some_and(Severity::dangerous)
    })
}

/// Where there is danger: says on each page that a call comes first.
#[component]
pub(super) fn CallFirst(filing: Filing) -> impl IntoView {
    let dangerous = dangerous(filing);
    view! {
        <Show when=move || dangerous.get()>
            <p class="call-first">
                <Icon name="warning" />
                <Hotline said=words::call_now />
            </p>
        </Show>
    }
}

/// What stops one when the danger is named. It is left by calling or by either button, or by the key that closes.
#[component]
pub(super) fn StopSheet(filing: Filing, open: RwSignal<bool>) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let number = hotline();
    let language = filing.language;
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            if open.get() && !dialog.open() {
                // A browser that cannot open it shows the call on the page all the same.
                drop(dialog.show_modal());
            } else if !open.get() && dialog.open() {
                dialog.close();
            }
        }
    });
    let close = move |_| open.set(false);
    let rule = |rule| view! { <li>{say(rule)}</li> };
    view! {
        <dialog class="stop" node_ref=dialog aria-labelledby="stop-title" on:close=move |_| open.set(false)>
            <h2 class="stop-title" id="stop-title">
                <Icon name="warning" />
                {move || words::call_now(&number.get(), language.get())}
            </h2>
            <p>{say(words::STOP_KEPT)}</p>
            <a class="button-danger" href=move || format!("tel:{}", number.get())>
                <Icon name="phone" />
                {move || words::call(&number.get(), language.get())}
            </a>
            <ul class="stop-rules">
                {[words::STOP_SOCKETS, words::STOP_VALVE, words::STOP_WARN].map(rule).collect_view()}
            </ul>
            <div class="stop-on">
                <button type="button" class="button-plain" on:click=close>
                    {say(words::STOP_CALLED)}
                </button>
                <button type="button" class="button-plain" on:click=close>
                    {say(words::STOP_GO_ON)}
                </button>
            </div>
        </dialog>
    }
}
