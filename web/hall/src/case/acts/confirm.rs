//! The other side agrees: first they see to what.

use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};

use super::super::filed::Answered;
use super::super::words;
use super::ActForm;

/// The dialog.
#[component]
pub(super) fn Confirm(case: Memo<CaseView>) -> impl IntoView {
    let applicant = move || case.with(|case| case.line.name.clone());
    view! {
        <ActForm
            verb=Verb::Confirm
            title=words::CONFIRM_TITLE
            said=words::CONFIRMED
            action=|| Some(Action::Confirm)
            fields=&[]
        >
            <p>{say(words::CONFIRM_HELP)}</p>
            <dl class="case-answers">
                <div>
                    <dt>{say(words::APPLICANT)}</dt>
                    <dd>{applicant}</dd>
                </div>
            </dl>
            <Answered case />
            <p>{say(words::CONFIRM_MEANS)}</p>
        </ActForm>
    }
}
