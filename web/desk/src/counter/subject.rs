//! One subject of the form: its questions and its papers.

use leptos::prelude::*;
use shuiting_parts::form::{Others, Question, QuestionRow};
use shuiting_parts::lang::say;
use shuiting_parts::photo::PhotoTiles;
use shuiting_shared::form::{Field, FieldFlaw, Page, answer_path, material_path};
use shuiting_shared::service::Material;

use super::camera::Camera;
use super::filing::Filing;
use super::words;

/// The subject.
#[component]
pub(super) fn Subject(filing: Filing, page: &'static Page, flaws: Memo<Vec<FieldFlaw>>) -> impl IntoView {
    let asked = Memo::new(move |_| {
        let answers = filing.answers();
        let fields = page.fields.iter().filter(|field| field.asked.holds(&answers));
        fields.map(|field| field.key).collect::<Vec<_>>()
    });
    let papers = Memo::new(move |_| {
        let materials = filing.form.materials(&filing.answers());
        let here = materials
            .iter()
            .filter(|material| page.materials.contains(&material.key));
        here.map(|material| material.key).collect::<Vec<_>>()
    });
    let field = move |key: &str| page.fields.iter().find(|field| field.key == key);
    let id = format!("subject-{}", page.key);
    view! {
        <section class="subject" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{say(page.title)}</h2>
            <For each=move || asked.get() key=|key| *key let:key>
                {field(key).map(|field| view! { <OneQuestion filing field flaws /> })}
            </For>
            <For each=move || papers.get() key=|key| *key let:key>
                {filing.service().material(key).map(|material| view! { <Paper filing material flaws /> })}
            </For>
        </section>
    }
}

#[component]
fn OneQuestion(filing: Filing, field: &'static Field, flaws: Memo<Vec<FieldFlaw>>) -> impl IntoView {
    let path = StoredValue::new(answer_path(field.key));
    let answer = move |key: &str| {
        filing.counters.with(filing.service(), |draft| {
            draft.answers.0.get(key).cloned().unwrap_or_default()
        })
    };
    let value = Memo::new(move |_| answer(field.key));
    let required = Memo::new(move |_| field.required(&filing.answers()));
    let flaw = Memo::new(move |_| path.with_value(|path| flaws.with(|flaws| filing.said(path, flaws))));
    let takes = move |key: &'static str, answer: String| {
        filing.change(|draft| draft.answers.set(key, answer));
        filing.mark(&answer_path(key), false);
    };
    let set = move |answer: String| {
        if answer != value.get_untracked() {
            takes(field.key, answer);
        }
    };
    let question = Question {
        field,
        value: value.into(),
        required: required.into(),
        flaw: flaw.into(),
        set: Callback::new(set),
        left: Callback::new(move |()| path.with_value(|path| filing.mark(path, true))),
        others: Others {
            get: Callback::new(answer),
            set: Callback::new(move |(key, answer)| {
                takes(key, answer);
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

/// A paper: files that are chosen, or photos that the document camera takes.
#[component]
fn Paper(filing: Filing, material: &'static Material, flaws: Memo<Vec<FieldFlaw>>) -> impl IntoView {
    let path = StoredValue::new(material_path(material.key));
    let flaw = Memo::new(move |_| path.with_value(|path| flaws.with(|flaws| filing.said(path, flaws))));
    let changed = Callback::new(move |()| {
        path.with_value(|path| {
            filing.mark(path, false);
            filing.mark(path, true);
        });
    });
    let open = RwSignal::new(false);
    let required = material.least > 0;
    view! {
        <div class="paper">
            <PhotoTiles
                place=filing.place(material.key)
                label=material.label
                help=material.help
                most=material.most
                required
                flaw
                changed
            />
            <button type="button" aria-haspopup="dialog" on:click=move |_| open.set(true)>
                {say(words::CAMERA)}
                <span class="hidden">" " {say(material.label)}</span>
            </button>
            <Show when=move || open.get()>
                <Camera
                    label=material.label
                    place=filing.place(material.key)
                    most=material.most
                    changed
                    on_close=move |()| open.set(false)
                />
            </Show>
        </div>
    }
}
