//! The number of an account that is not among one's own: a parent's, a tenant's.

use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::form::{AccountNumber, Flaw};

use super::words;
use crate::line_field::{LineField, fill, look_at, typed};
use crate::wechat::ScanButton;

/// Asks for the number, and leads to its bills.
#[component]
pub(crate) fn ByNumber() -> impl IntoView {
    let language = Language::here();
    let input = NodeRef::<html::Input>::new();
    let flaw = RwSignal::new(None::<Flaw>);
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match AccountNumber::read(&typed(input)) {
            Ok(number) => navigate(&format!("/water/{}/pay", number.digits()), NavigateOptions::default()),
            Err(found) => {
                flaw.set(Some(found));
                look_at(input);
            }
        }
    };
    let said = move || flaw.with(|flaw| flaw.as_ref().map(|flaw| flaw.say(language.get())));
    view! {
        <form class="card" novalidate on:submit=submit aria-labelledby="pay-by-number">
            <h2 id="pay-by-number">{say(words::BY_NUMBER)}</h2>
            <p class="small">{say(words::BY_NUMBER_ABOUT)}</p>
            <LineField
                id="pay-number"
                label=words::NUMBER
                help=words::NUMBER_HELP
                mode="numeric"
                input
                flaw=Signal::derive(said)
            />
            <ScanButton take=move |number: String| fill(input, &number) />
            <button type="submit" class="button-plain">
                {say(words::SEE_OWED)}
            </button>
        </form>
    }
}
