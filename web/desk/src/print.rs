//! The papers of a case, opened in a tab beside the desk to be printed.

use leptos::html;
use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_parts::print::PrintLink;
use shuiting_shared::api::CaseView;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::print::Print;

use crate::keys::{Command, Hint, Keys};
use crate::words;

/// The papers that there are of a case now.
#[component]
pub(crate) fn Papers(case: Memo<CaseView>) -> impl IntoView {
    let number = case.with_untracked(|case| case.line.number);
    let papers = move || case.with(|case| Print::of(case).collect::<Vec<_>>());
    view! {
        <span class="papers">
            <For each=papers key=|print| *print children=move |print| view! { <Paper number print /> } />
        </span>
    }
}

/// One paper, opened by a press or by its key.
#[component]
pub(crate) fn Paper(
    /// The case.
    number: CaseNumber,
    /// The paper.
    print: Print,
) -> impl IntoView {
    let link = NodeRef::<html::A>::new();
    let command = Command::Print(print);
    Keys::here().on(command, move || {
        if let Some(link) = link.get_untracked() {
            link.click();
        }
    });
    let hint = Hint::of(command);
    view! {
        <PrintLink
            number
            print
            link
            class="print"
            attr:aria-keyshortcuts=move || hint.aria()
            attr:data-key=move || hint.said()
        >
            {say(words::print(print))}
        </PrintLink>
    }
}
