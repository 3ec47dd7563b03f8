//! Where the case stands: the steps of its service, who does each, and by when.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;
use shuiting_shared::time;

use super::progress::{self, Mile, Stage};
use super::{step_words, words};

/// The steps; nothing where a case has ended without being done.
#[component]
pub(super) fn Way(case: Memo<CaseView>) -> impl IntoView {
    let miles = Memo::new(move |_| case.with(progress::miles));
    view! {
        <Show when=move || miles.with(|miles| !miles.is_empty())>
            <section class="case-part" aria-labelledby="case-way">
                <h2 id="case-way">{say(words::WHERE_IT_STANDS)}</h2>
                <Steps case miles />
            </section>
        </Show>
    }
}

#[component]
fn Steps(case: Memo<CaseView>, miles: Memo<Vec<Mile>>) -> impl IntoView {
    let language = Language::here();
    let household = Household::here();
    let clock = Clock::here();
    // As long as it waits for the filer nobody can say by when it will be done.
    let promised = move || {
        let promised = case.with(|case| case.promised.filter(|_| case.line.status.ours()));
        promised.filter(|promised| *promised > clock.get())
    };
    // By when, or since when; of what lies ahead only what is known.
    let when = move |mile: &Mile, last: bool| {
        let (now, lang) = (clock.get(), language.get());
        let said = |moment| time::say(moment, now, lang);
        let by = |moment| words::by(&said(moment), lang);
        match mile.stage {
            Stage::Behind => mile.done.map(said),
            Stage::Here => case.with(|case| case.line.due).filter(|due| *due > now).map(by),
            Stage::Ahead if last && promised().is_some() => promised().map(by),
            Stage::Ahead | Stage::Maybe => {
                let service = case.with(|case| case.line.service);
                let limit = household.read(|house| house.step_limit(service, mile.step.key));
                limit.map(|limit| step_words::within(&limit.say(lang), lang))
            }
        }
    };
    let rows = move || {
        let lang = language.get();
        let (you, now) = case.with(|case| (case.you, progress::who_now(case)));
        let miles = miles.get();
        let count = miles.len();
        let row = |(place, mile): (usize, Mile)| {
            let (class, icon, said) = match mile.stage {
                Stage::Behind => ("case-step case-step-behind", Some("check"), words::STEP_DONE),
                Stage::Here => ("case-step case-step-here", Some("chevron"), words::STEP_NOW),
                Stage::Ahead => ("case-step", None, words::STEP_AHEAD),
                Stage::Maybe => ("case-step", None, step_words::BY_RESULT),
            };
            let here = mile.stage == Stage::Here;
            // Whoever has the case right now may be another than whose step it is, as after it was sent back.
            let owner = now
                .filter(|_| here)
                .unwrap_or_else(|| progress::who(mile.step.owner, you));
            let facts = [
                Some(owner.get(lang).to_owned()),
                Some(said.get(lang).to_owned()),
                when(&mile, place + 1 == count),
            ];
            view! {
                <li class=class aria-current=here.then_some("step")>
                    <span class="case-step-mark">{icon.map(|icon| view! { <Icon name=icon /> })}</span>
                    <span class="case-step-title">{mile.step.title.get(lang)}</span>
                    <span class="case-small">{facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")}</span>
                    {here.then(|| view! { <span class="case-step-told">{mile.step.told.get(lang)}</span> })}
                </li>
            }
        };
        miles.into_iter().enumerate().map(row).collect_view()
    };
    view! { <ol class="case-steps" role="list">{rows}</ol> }
}
