//! The papers of a case, to keep or to hand on.

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_parts::print::PrintLink;
use shuiting_shared::api::CaseView;
use shuiting_shared::print::Print;

use super::words;

/// Those that there are now; nothing for who may have none.
#[component]
pub(super) fn Papers(case: Memo<CaseView>) -> impl IntoView {
    let number = case.with_untracked(|case| case.line.number);
    let papers = Memo::new(move |_| case.with(|case| Print::of(case).collect::<Vec<_>>()));
    let one = move |print: Print| {
        view! {
            <li>
                <PrintLink number print class="button-plain case-paper">
                    <Icon name="download" />
                    {say(print.label())}
                </PrintLink>
            </li>
        }
    };
    view! {
        <Show when=move || papers.with(|papers| !papers.is_empty())>
            <section class="case-part" aria-labelledby="case-papers">
                <h2 id="case-papers">{say(words::PAPERS)}</h2>
                <p class="case-small">{say(words::PAPERS_HELP)}</p>
                <ul class="case-papers" role="list">
                    <For each=move || papers.get() key=|print| *print children=one />
                </ul>
            </section>
        </Show>
    }
}
