//! A question before something is done that cannot be taken back.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::words::Bi;

use crate::case::Sheet;

/// The dialog.
#[component]
pub(crate) fn AskFirst(
    /// The question.
    title: Bi,
    /// The button that does it.
    yes: Bi,
    /// The button that does not.
    no: Bi,
    /// Does it; the dialog is closed by whoever opened it.
    #[prop(into)]
    on_yes: Callback<()>,
    /// Is told when the dialog is to go.
    #[prop(into)]
    on_close: Callback<()>,
    /// What it means.
    children: Children,
) -> impl IntoView {
    let language = Language::here();
    view! {
        <Sheet title=Signal::derive(move || language.say(title).to_owned()) on_close>
            <div class="case-form">
                {children()}
                <div class="case-acts">
                    <button type="button" class="button-plain" on:click=move |_| on_close.run(())>
                        {say(no)}
                    </button>
                    <button type="button" class="button-plain ask-yes" on:click=move |_| on_yes.run(())>
                        {say(yes)}
                    </button>
                </div>
            </div>
        </Sheet>
    }
}
