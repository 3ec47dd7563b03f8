//! Where the case stands: the steps of its service, and who does each.

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;

use super::progress::{self, Stage};
use super::words;

/// The steps; nothing where a case has ended without being done.
#[component]
pub(super) fn Way(case: Memo<CaseView>) -> impl IntoView {
    let stages =
        Memo::new(move |_| case.with(|case| progress::stages(case.line.service, case.line.status, &case.asks)));
    view! {
        <Show when=move || stages.with(|stages| !stages.is_empty())>
            <section class="case-part" aria-labelledby="case-way">
                <h2 id="case-way">{say(words::WHERE_IT_STANDS)}</h2>
                <Steps case stages />
            </section>
        </Show>
    }
}

#[component]
fn Steps(case: Memo<CaseView>, stages: Memo<Vec<Stage>>) -> impl IntoView {
    let language = Language::here();
    let rows = move || {
        let lang = language.get();
        let (service, you, now) = case.with(|case| (case.line.service, case.you, progress::who_now(case)));
        let steps = service.facts().steps.iter().zip(stages.get());
        let row = |(step, stage): (&shuiting_shared::service::Step, Stage)| {
            let (class, icon, said) = match stage {
                Stage::Behind => ("case-step case-step-behind", "check", words::STEP_DONE),
                Stage::Here => ("case-step case-step-here", "chevron", words::STEP_NOW),
                Stage::Ahead => ("case-step", "more", words::STEP_AHEAD),
            };
            // Whoever has the case right now may be another than whose step it is, as after it was sent back.
            let owner = now.filter(|_| stage == Stage::Here);
            let owner = owner.unwrap_or_else(|| progress::who(step.owner, you));
            view! {
                <li class=class aria-current=(stage == Stage::Here).then_some("step")>
                    <span class="case-step-mark">
                        {(stage != Stage::Ahead).then(|| view! { <Icon name=icon /> })}
                    </span>
                    <span class="case-step-title">{step.title.get(lang)}</span>
                    <span class="case-small">{owner.get(lang)} " · " {said.get(lang)}</span>
                </li>
            }
        };
        steps.map(row).collect_view()
    };
    view! { <ol class="case-steps" role="list">{rows}</ol> }
}
