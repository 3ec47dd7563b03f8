//! The steps of the case in a line, and which one is on.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;

use crate::words;

/// The steps that the case goes, or still may go.
#[component]
pub(super) fn Steps(case: Memo<CaseView>) -> impl IntoView {
    let language = Language::here();
    let rows = move || {
        let (service, status, work) = case.with(|case| (case.line.service, case.line.status, case.line.work.clone()));
        let here = work.at(service, status).map(|step| step.key);
        let row = |step: &'static shuiting_shared::service::Step| {
            let on = here == Some(step.key);
            let open = step.only.is_some() && work.outcome.is_none();
            view! {
                <li aria-current=on.then_some("step") class:open=open>
                    {move || language.say(step.title)}
                </li>
            }
        };
        work.way(service).map(row).collect_view()
    };
    view! {
        <ol class="way" aria-label=say(words::STEPS)>
            {rows}
        </ol>
    }
}
