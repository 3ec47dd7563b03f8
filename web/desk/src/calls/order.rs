//! A work order for the caller: its kind by one key, then where and what.

use leptos::prelude::*;
use shuiting_parts::form::{Others, Question, QuestionRow};
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::call::taken::{at_a_place, service};
use shuiting_shared::form::{Field, FieldFlaw, answer_path};
use shuiting_shared::order::Kind;

use super::desk::{Desk, Joining};
use super::street::Street;
use super::words;
use crate::keys::{Command, Hint, Keys};

/// The questions, in the order in which they are asked.
const ASKED: [&str; 5] = ["town", "address", "words", "phone", "name"];

/// The order, while it is taken down.
#[component]
pub(super) fn Order(desk: Desk) -> impl IntoView {
    let draft = desk.draft;
    // Kinds of one form share their questions, and what is typed stays.
    let form = Memo::new(move |_| draft.kind.get().map(service));
    let flaws = Memo::new(move |_| draft.flaws());
    let questions = move || {
        let form = form.get()?.form()?;
        let field = |key: &&str| form.fields().find(|field| field.key == *key);
        let fields = ASKED.iter().filter_map(field);
        Some(
            fields
                .map(|field| view! { <OneQuestion desk field flaws /> })
                .collect_view(),
        )
    };
    Keys::here().on(Command::File, move || desk.file(Joining::Alone));
    let hint = Hint::of(Command::File);
    let back = Hint::of(Command::CallSearch);
    let language = Language::here();
    view! {
        <div class="calls-order" role="form" aria-label=say(words::MAKE_ORDER)>
            <Kinds desk />
            <Show when=move || form.get().is_some()>
                <div class="calls-form">
                    <div class="calls-questions">{questions}</div>
                    <Street desk />
                </div>
                <div class="calls-send">
                    <button
                        type="button"
                        class="main"
                        aria-disabled=move || desk.busy.get().to_string()
                        aria-keyshortcuts=move || hint.aria()
                        data-key=move || hint.said()
                        on:click=move |_| desk.file(Joining::Alone)
                    >
                        {move || language.say(if desk.busy.get() { words::FILING } else { words::FILE })}
                    </button>
                </div>
            </Show>
            <button
                type="button"
                class="plain calls-back"
                aria-keyshortcuts=move || back.aria()
                data-key=move || back.said()
                on:click=move |_| desk.search()
            >
                {say(words::BACK_TO_SEARCH)}
            </button>
        </div>
    }
}

/// The twelve kinds, each with its key.
#[component]
fn Kinds(desk: Desk) -> impl IntoView {
    let kind = |(place, kind): (u8, Kind)| {
        let hint = match place {
            10..=12 => Hint::of(Command::CallKindAt(place)).said(),
            _ => Hint::of(Command::CallKind).said().map(|_| place.to_string()),
        };
        view! {
            <button
                type="button"
                aria-pressed=move || (desk.draft.kind.get() == Some(kind)).to_string()
                data-key=hint
                on:click=move |_| desk.pick(place)
            >
                {say(kind.label())}
            </button>
        }
    };
    let kinds = (1..).zip(Kind::ALL.iter().copied()).map(kind).collect_view();
    view! {
        <div class="calls-kinds" id="calls-kinds" tabindex="-1" role="group" aria-label=say(words::KIND)>
            {kinds}
        </div>
    }
}

#[component]
fn OneQuestion(desk: Desk, field: &'static Field, flaws: Memo<Vec<FieldFlaw>>) -> impl IntoView {
    let (draft, household) = (desk.draft, Household::here());
    let path = StoredValue::new(answer_path(field.key));
    let value = Memo::new(move |_| draft.answer(field.key));
    let flaw = Memo::new(move |_| path.with_value(|path| flaws.with(|flaws| draft.said(path, flaws))));
    let takes = move |key: &'static str, answer: String| {
        draft.marks.update(|marks| marks.change(&answer_path(key)));
        draft.takes(key, answer)
    };
    let somewhere = matches!(field.key, "town" | "address");
    let required = Signal::derive(move || field.needed || (somewhere && draft.kind.get().is_some_and(at_a_place)));
    let question = Question {
        field,
        value: value.into(),
        required,
        flaw: flaw.into(),
        set: Callback::new(move |answer: String| {
            if answer != value.get_untracked() {
                takes(field.key, answer);
            }
        }),
        left: Callback::new(move |()| path.with_value(|path| draft.marks.update(|marks| marks.leave(path)))),
        others: Others {
            get: Callback::new(move |key: &'static str| draft.answer(key)),
            set: Callback::new(move |(key, answer)| takes(key, answer)),
        },
    };
    household
        .load
        .get_untracked()
        .map(|house| view! { <QuestionRow question house /> })
}
