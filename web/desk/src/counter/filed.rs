//! What comes after filing: the number, the promise, the slip.

use leptos::html;
use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::print::Print;
use shuiting_shared::time::{self, Moment};

use super::filing::Filing;
use super::words;
use crate::print::Paper;

/// It has become a case.
#[component]
pub(super) fn Arrived(filing: Filing, number: CaseNumber, promised: Option<Moment>) -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let heading = NodeRef::<html::H1>::new();
    heading.on_load(|heading| {
        // The node is loaded before it stands in the page, where alone it can take the focus.
        request_animation_frame(move || drop(heading.focus()));
    });
    let promise = move || {
        let lang = language.get();
        let by = promised.map(|promised| time::say(promised, clock.get(), lang));
        words::promised(by.as_deref(), lang)
    };
    // Whoever comes back to the page begins the next one.
    on_cleanup(move || filing.counters.settle(filing.service(), None));
    view! {
        <div class="arrived">
            <h1 tabindex="-1" node_ref=heading>
                {say(words::FILED_FOR)}
                " "
                {number.to_string()}
            </h1>
            <p>{promise}</p>
            <p class="arrived-ways">
                <Paper number print=Print::Slip />
                <a href=format!("/desk/cases/{number}")>{say(words::OPEN_CASE)}</a>
                <button type="button" on:click=move |_| filing.counters.settle(filing.service(), None)>
                    {say(words::ANOTHER)}
                </button>
            </p>
        </div>
    }
}
