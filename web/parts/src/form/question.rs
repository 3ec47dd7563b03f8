//! One question of a form, as an input.

use std::sync::Arc;

use leptos::prelude::*;
use shuiting_shared::form::{Field, Kind, answer_path};
use shuiting_shared::house::House;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::address::AddressRow;
use super::choice::ChoiceRow;
use super::day::DateRow;
use super::frame;
use super::line::{LineRow, LinesRow, WordsRow};
use super::point::PointRow;
use super::sensitive::SensitiveRow;
use super::several::SeveralRow;
use super::slot::SlotRow;
use super::town::TownRow;

/// The key of the town that an address is in, and to which somebody comes.
pub(super) const TOWN: &str = "town";

/// A question, what is answered so far, and what comes of it.
#[derive(Clone, Copy)]
pub struct Question {
    /// What is asked.
    pub field: &'static Field,
    /// The answer so far.
    pub value: Signal<String>,
    /// Whether it may not be left blank.
    pub required: Signal<bool>,
    /// What is wrong with it, where that is to be told.
    pub flaw: Signal<Option<String>>,
    /// Takes a new answer.
    pub set: Callback<String>,
    /// Is told when the person leaves it.
    pub left: Callback<()>,
    /// The filing's other answers.
    pub others: Others,
}

/// The other answers of a filing, for what fills in more than one.
#[derive(Clone, Copy)]
pub struct Others {
    /// What is answered so far to the question with this key; empty where nothing is. Whoever asks is told when it changes.
    pub get: Callback<&'static str, String>,
    /// Answers the question with this key, and says whether it is one of those that are asked.
    pub set: Callback<(&'static str, String), bool>,
}

impl Question {
    pub(super) fn id(self) -> String {
        id_of(&answer_path(self.field.key))
    }

    /// The ids of what describes the input: its help and its flaw.
    pub(super) fn described_by(self) -> impl Fn() -> Option<String> + Clone + Send + 'static {
        frame::described_by(self.id(), self.field.help.is_some(), self.flaw)
    }

    /// `aria-invalid`, where something is wrong.
    pub(super) fn invalid(self) -> impl Fn() -> Option<&'static str> + Send + Copy + 'static {
        move || self.flaw.with(Option::is_some).then_some("true")
    }
}

/// The id of the input at this path (`answers.phone`, `materials.id_card`).
pub fn id_of(path: &str) -> String {
    path.replace('.', "-")
}

/// Puts the focus on the input at this path.
pub fn focus(path: &str) {
    let input = document().get_element_by_id(&id_of(path));
    if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
        // An input that cannot take the focus is still on the page, with its flaw beside it.
        drop(input.focus());
    }
}

/// The input for a question, with its label, help and flaw.
#[component]
pub fn QuestionRow(
    /// The question.
    question: Question,
    /// The house, for its towns and communities.
    house: Arc<House>,
) -> impl IntoView {
    match question.field.kind {
        Kind::Choice(choices) => view! { <ChoiceRow question choices /> }.into_any(),
        Kind::Town => view! { <TownRow question house /> }.into_any(),
        Kind::Address => view! { <AddressRow question house /> }.into_any(),
        Kind::IdNumber | Kind::BankCard => view! { <SensitiveRow question /> }.into_any(),
        Kind::Several(choices) => view! { <SeveralRow question choices /> }.into_any(),
        Kind::Date => view! { <DateRow question /> }.into_any(),
        Kind::Slot => view! { <SlotRow question /> }.into_any(),
        Kind::Point => view! { <PointRow question /> }.into_any(),
        Kind::Words { most } => view! { <WordsRow question most /> }.into_any(),
        Kind::Lines { most, .. } => view! { <LinesRow question most /> }.into_any(),
        _ => view! { <LineRow question /> }.into_any(),
    }
}
