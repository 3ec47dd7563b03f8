//! Beside a document: the answers that it proves, what is said of it, and the buttons.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Verb, Verdict};
use web_sys::HtmlElement;

use super::super::conflict::ConflictBanner;
use super::super::filing::OneAnswer;
use super::super::hand::Hand;
use super::judge::{Judge, verdict_of};
use super::refusal::Refusal;
use super::{Tool, words};
use crate::keys::{Command, Keys};

/// The right side of the viewer.
#[component]
pub(super) fn Compare(
    case: Memo<CaseView>,
    /// The key of the document.
    material: Memo<Option<String>>,
    /// What it is called.
    name: Signal<String>,
    /// Which document of how many.
    stop: Signal<(usize, usize)>,
) -> impl IntoView {
    let (hand, language, judge) = (Hand::here(), Language::here(), Judge::here());
    let verdict = Memo::new(move |_| {
        let key = material.get()?;
        case.with(|case| verdict_of(case, &key).cloned())
    });
    let state = move || {
        let (class, said) = match verdict.get() {
            None => ("verdict", language.say(crate::words::UNCHECKED).to_owned()),
            Some(Verdict::Accepted) => ("verdict done", language.say(crate::words::ACCEPTED).to_owned()),
            Some(Verdict::Refused(reason)) => {
                let refused = language.say(crate::words::REFUSED);
                ("verdict late", format!("{refused} {reason}"))
            }
        };
        view! { <span class=class>{said}</span> }
    };
    let place = move || {
        let (at, count) = stop.get();
        words::document(&name.get(), at, count, language.get())
    };
    let judges = Memo::new(move |_| judge.judges().is_some());
    let not_yet = Memo::new(move |_| case.with(|case| case.allowed.contains(&Verb::Take)));
    let trouble = move || {
        let key = material.get()?;
        hand.check_flaw(&key, language.get())
    };
    view! {
        <aside class="compare" aria-label=say(words::COMPARE)>
            <ConflictBanner />
            <p role="status">
                <b>{place}</b>
                " "
                {state}
            </p>
            <Facts case material />
            <p class="flaw" role="alert">
                {trouble}
            </p>
            <p class="help">{move || not_yet.get().then(|| language.say(words::NOT_YET))}</p>
            <Show when=move || judges.get()>
                <div class="check">
                    <Tool command=Command::Accept name=crate::words::ACCEPT class="accept" />
                    <Tool command=Command::Refuse name=crate::words::REFUSE class="refuse" />
                </div>
            </Show>
            <Show when=move || judge.refusing.get()>
                <Refusal material name />
            </Show>
        </aside>
    }
}

/// The answers that the document proves.
#[component]
fn Facts(case: Memo<CaseView>, material: Memo<Option<String>>) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    // Each of the masked ones is seen in full by its own button, so that each is recorded.
    Keys::here().on_if(Command::Reveal, move || {
        let list = list.get_untracked();
        let button = list.and_then(|list| list.query_selector("dd button").ok().flatten());
        let button = button.and_then(|button| button.dyn_into::<HtmlElement>().ok());
        button.inspect(HtmlElement::click).is_some()
    });
    let fields = Memo::new(move |_| {
        let key = material.get().unwrap_or_default();
        case.with(|case| {
            let form = case.line.service.form();
            let proved = form
                .into_iter()
                .flat_map(|form| form.proved_by(&key).collect::<Vec<_>>());
            let answered = proved.filter(|field| case.answers.get(field.key).is_some());
            answered.map(|field| field.key).collect::<Vec<_>>()
        })
    });
    let rows = move || {
        let form = case.with_untracked(|case| case.line.service.form());
        let fields = fields.get();
        let fields = fields.into_iter().filter_map(|key| form?.field(key));
        fields.map(|field| view! { <OneAnswer case field /> }).collect_view()
    };
    view! {
        <div node_ref=list>
            <h3>{say(words::COMPARE)}</h3>
            <Show
                when=move || fields.with(|fields| !fields.is_empty())
                fallback=move || view! { <p class="help">{say(words::NOTHING_TO_COMPARE)}</p> }
            >
                <dl>{rows}</dl>
            </Show>
        </div>
    }
}
