//! How it ended: what was done, with the photos side by side; or why it was not done.

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Event, Status};
use shuiting_shared::time;

use super::ask_us::AskUs;
use super::photos::Thumbnails;
use super::words;

/// The end of the case, where there is one.
#[component]
pub(super) fn Outcome(case: Memo<CaseView>) -> impl IntoView {
    let status = Memo::new(move |_| case.with(|case| case.line.status));
    move || match status.get() {
        Status::Finished => view! { <Done case /> }.into_any(),
        Status::Rejected => view! { <NotDone case /> }.into_any(),
        _ => ().into_any(),
    }
}

/// What was done.
#[component]
fn Done(case: Memo<CaseView>) -> impl IntoView {
    let finish = Memo::new(move |_| {
        case.with(|case| {
            case.timeline.iter().find_map(|entry| match &entry.event {
                Event::Finished {
                    result, before, after, ..
                } => Some((result.clone(), before.clone(), after.clone())),
                _ => None,
            })
        })
    });
    let finished = move || case.with(|case| case.finished.map(time::exact));
    let side = |title: shuiting_shared::words::Bi, photos: Vec<String>| {
        (!photos.is_empty()).then(|| {
            view! {
                <div class="case-side">
                    <h3>{say(title)}</h3>
                    <Thumbnails title=Signal::derive(say_string(title)) photos />
                </div>
            }
        })
    };
    view! {
        <section class="case-part case-outcome case-tone-done" aria-labelledby="case-outcome">
            <h2 id="case-outcome">
                <Icon name="done" />
                {say(words::WHAT_WAS_DONE)}
            </h2>
            {move || {
                finish
                    .get()
                    .map(|(result, before, after)| {
                        view! {
                            <p class="case-said">{result}</p>
                            <div class="case-sides">
                                {side(words::BEFORE, before)} {side(words::AFTER, after)}
                            </div>
                        }
                    })
            }}
            <p class="case-small">{say(words::FINISHED_AT)} " " {finished}</p>
        </section>
    }
}

/// A text as a string that follows the language.
fn say_string(text: shuiting_shared::words::Bi) -> impl Fn() -> String + Send + Sync + 'static {
    let language = Language::here();
    move || language.say(text).to_owned()
}

/// Why it was not done, and whom to ask.
#[component]
fn NotDone(case: Memo<CaseView>) -> impl IntoView {
    let reason = move || {
        case.with(|case| {
            case.timeline.iter().find_map(|entry| match &entry.event {
                Event::Rejected { reason } => Some(reason.clone()),
                _ => None,
            })
        })
    };
    view! {
        <section class="case-part case-outcome case-tone-wrong" aria-labelledby="case-outcome">
            <h2 id="case-outcome">
                <Icon name="closed" />
                {say(words::WHY_NOT_DONE)}
            </h2>
            <p class="case-said">{reason}</p>
            <p>{say(words::ASK_HOTLINE)}</p>
            <AskUs />
        </section>
    }
}
