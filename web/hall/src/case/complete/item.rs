//! One thing that is asked again, with the desk's reason.

use leptos::prelude::*;
use shuiting_parts::form::{Others, Question, QuestionRow};
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::photo::{PhotoTiles, Place};
use shuiting_shared::case::{Ask, Item};
use shuiting_shared::form::Field;
use shuiting_shared::service::Material;

use super::super::asked::{self, path};
use super::super::photos::Thumbnails;
use super::super::words;
use super::completing::{Completing, typed};

/// The input for it.
#[component]
pub(super) fn OneAsk(ask: Ask) -> impl IntoView {
    let completing = expect_context::<Completing>();
    let service = completing.case.with_untracked(|case| case.line.service);
    let input = match &ask.item {
        Item::Field(key) => {
            let field = service.form().and_then(|form| form.field(key));
            field.map(|field| view! { <AskedField field /> }.into_any())
        }
        Item::Material(key) => {
            let material = service.material(key);
            material.map(|material| view! { <AskedMaterial material /> }.into_any())
        }
    };
    view! {
        <div class="case-ask">
            <p class="case-reason case-tone-wait">
                <Icon name="warning" />
                <span>{ask.reason}</span>
            </p>
            {input}
        </div>
    }
}

#[component]
fn AskedField(field: &'static Field) -> impl IntoView {
    let completing = expect_context::<Completing>();
    let Completing { hand, case, marks, .. } = completing;
    let language = Language::here();
    let path = StoredValue::new(path(&Item::Field(field.key.to_owned())));
    let masked = case.with_untracked(|case| case.masked.iter().any(|key| key == field.key));
    let answer = move |key: &str| typed(hand, case).0.remove(key).unwrap_or_default();
    let takes = move |key: &'static str, answer: String| {
        marks.update(|marks| marks.change(&self::path(&Item::Field(key.to_owned()))));
        hand.draft.update(|draft| {
            let begin = || case.with_untracked(asked::prefilled);
            draft.complete.get_or_insert_with(begin).set(key, answer);
        });
    };
    // What the desk did not ask for again stays as it is.
    let asked = move |key: &str| case.with_untracked(|case| asked::asks_for(case, key));
    let question = Question {
        field,
        value: Signal::derive(move || answer(field.key)),
        // Whatever the form says of it: the desk wants to know.
        required: Signal::derive(|| true),
        flaw: Signal::derive(move || path.with_value(|path| completing.said(path, language))),
        set: Callback::new(move |answer| takes(field.key, answer)),
        left: Callback::new(move |()| marks.update(|marks| marks.leave(&path.get_value()))),
        others: Others {
            get: Callback::new(answer),
            set: Callback::new(move |(key, answer)| asked(key).then(|| takes(key, answer)).is_some()),
        },
    };
    let house = Household::here().load.get_untracked();
    view! {
        {house.map(|house| view! { <QuestionRow question house /> })}
        {masked.then(|| view! { <p class="field-help">{say(words::MASKED_AGAIN)}</p> })}
    }
}

#[component]
fn AskedMaterial(material: &'static Material) -> impl IntoView {
    let completing = expect_context::<Completing>();
    let Completing { hand, case, marks, .. } = completing;
    let language = Language::here();
    let path = StoredValue::new(path(&Item::Material(material.key.to_owned())));
    let before = case.with_untracked(|case| {
        let brought = case.materials.iter().find(|brought| brought.key == material.key);
        brought.map(|brought| brought.photos.clone()).unwrap_or_default()
    });
    let some = !before.is_empty();
    view! {
        <PhotoTiles
            place=Place::new(hand.owner(), material.key)
            label=material.label
            help=material.help
            most=material.most
            required=true
            flaw=Signal::derive(move || path.with_value(|path| completing.said(path, language)))
            changed=move |()| marks.update(|marks| marks.change(&path.get_value()))
        />
        {some.then(|| view! { <p class="case-small">{say(words::BROUGHT_BEFORE)}</p> })}
        <Thumbnails title=Signal::derive(move || language.say(material.label).to_owned()) photos=before />
    }
}
