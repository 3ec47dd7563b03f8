//! The questions of a page.

use leptos::prelude::*;
use shuiting_parts::form::{Others, Question, QuestionRow};
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::Me;
use shuiting_shared::form::{Field, FieldFlaw, PHONE, Page, Severity, answer_path};

use super::Filing;

/// The question whose answer may stop one.
const SEVERITY: &str = "severity";

/// The questions that are asked, given the answers so far.
#[component]
pub(super) fn Questions(
    filing: Filing,
    page: &'static Page,
    flaws: Memo<Vec<FieldFlaw>>,
    /// Set when an answer says that there is danger.
    stopped: RwSignal<bool>,
) -> impl IntoView {
    let id = filing.id;
    let signed_in = SignedIn::here();
    Effect::new(move || {
        let asks = page.fields.iter().any(|field| field.key == PHONE);
        let blank = filing
            .drafts
            .with_untracked(id, |draft| draft.help.is_none() && !draft.answers.0.contains_key(PHONE));
        if let (true, true, Some(Me::Resident { phone, .. })) = (asks, blank, signed_in.me()) {
            filing.drafts.update(id, |draft| draft.answer(PHONE, phone));
        }
    });
    let asked = Memo::new(move |_| {
        filing.drafts.with(id, |draft| {
            let fields = page.fields.iter().filter(|field| field.asked.holds(&draft.answers));
            fields.map(|field| field.key).collect::<Vec<_>>()
        })
    });
    let field = move |key: &str| page.fields.iter().find(|field| field.key == key);
    view! {
        <div class="questions" class:gone=page.fields.is_empty()>
            <For each=move || asked.get() key=|key| *key let:key>
                {field(key).map(|field| view! { <OneQuestion filing field flaws stopped /> })}
            </For>
        </div>
    }
}

#[component]
fn OneQuestion(
    filing: Filing,
    field: &'static Field,
    flaws: Memo<Vec<FieldFlaw>>,
    stopped: RwSignal<bool>,
) -> impl IntoView {
    let (id, drafts) = (filing.id, filing.drafts);
    let path = StoredValue::new(answer_path(field.key));
    let answer = move |key: &str| drafts.with(id, |draft| draft.answers.0.get(key).cloned().unwrap_or_default());
    let value = Memo::new(move |_| answer(field.key));
    let required = Memo::new(move |_| drafts.with(id, |draft| field.required(&draft.answers)));
    let flaw = Memo::new(move |_| path.with_value(|path| flaws.with(|flaws| filing.said(path, flaws))));
    let set = move |answer: String| {
        let before = value.get_untracked();
        if answer == before {
            return;
        }
        if field.key == SEVERITY && Severity::from_code(&answer).is_some_and(Severity::dangerous) {
            stopped.set(true);
        }
        filing.answer(field.key, answer);
    };
    let left = move |()| path.with_value(|path| drafts.mark(id, |marks| marks.leave(path)));
    let question = Question {
        field,
        value: value.into(),
        required: required.into(),
        flaw: flaw.into(),
        set: Callback::new(set),
        left: Callback::new(left),
        others: Others {
            get: Callback::new(answer),
            set: Callback::new(move |(key, answer)| {
                filing.answer(key, answer);
                true
            }),
        },
    };
    filing
        .household
        .load
        .get_untracked()
        .map(|house| view! { <QuestionRow question house /> })
}
