//! A number that is sensitive, of an identity card or a bank card: counted and checked while it is typed, and hidden from
//! whoever looks over the shoulder after.

use leptos::prelude::*;
use shuiting_shared::form::Kind;
use shuiting_shared::person::{BankCard, IdNumber};

use super::question::Question;
use super::{frame, words};
use crate::lang::Language;

/// What the input shows: a right number is masked, unless one is typing.
fn shown(kind: Kind, value: &str, typing: bool) -> String {
    let masked = match kind {
        _ if typing => None,
        Kind::BankCard => BankCard::read(value).ok().map(|card| card.to_string()),
        _ => IdNumber::read(value).ok().map(|id| id.to_string()),
    };
    masked.unwrap_or_else(|| value.to_owned())
}

/// How many places are typed.
fn places(value: &str) -> usize {
    value.chars().filter(|c| !c.is_whitespace()).count()
}

/// How a phone should help: an identity number may end in a letter, and a card's number is one that it may know.
fn keyboard(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::BankCard => ("numeric", "cc-number"),
        _ => ("text", "off"),
    }
}

/// One line for the number.
#[component]
pub(super) fn SensitiveRow(question: Question) -> impl IntoView {
    let language = Language::here();
    let kind = question.field.kind;
    let (mode, autocomplete) = keyboard(kind);
    let typing = RwSignal::new(false);
    let count = Memo::new(move |_| question.value.with(|value| places(value)));
    let counted = move || {
        let count = count.get();
        (typing.get() && count > 0).then(|| words::places(count, kind.most(), language.get()))
    };
    view! {
        <div class="field">
            <label class="field-label" for=question.id()>{frame::label(question)}</label>
            <div class="field-line">
                <input
                    class="field-input"
                    id=question.id()
                    name=question.field.key
                    type="text"
                    inputmode=mode
                    autocomplete=autocomplete
                    autocapitalize="characters"
                    spellcheck="false"
                    prop:value=move || question.value.with(|value| shown(kind, value, typing.get()))
                    aria-invalid=question.invalid()
                    aria-describedby=question.described_by()
                    aria-required=move || question.required.get().to_string()
                    on:focus=move |_| typing.set(true)
                    on:input=move |event| {
                        let value = event_target_value(&event);
                        let whole = places(&value) == kind.most();
                        question.set.run(value);
                        // All is there: what is wrong with it is told at once.
                        if whole {
                            question.left.run(());
                        }
                    }
                    on:blur=move |_| {
                        typing.set(false);
                        question.left.run(());
                    }
                />
                <span class="field-unit">{counted}</span>
            </div>
            {frame::flaw(question)}
            {frame::help(question)}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_right_number_is_masked_once_it_is_left() {
        let id = |value, typing| shown(Kind::IdNumber, value, typing);
        assert_eq!(id("11010519491231002x", false), "110***********002X");
        assert_eq!(id("11010519491231002x", true), "11010519491231002x");
        assert_eq!(id("110105", false), "110105", "a wrong one must be read to be mended");
        let card = |value, typing| shown(Kind::BankCard, value, typing);
        assert_eq!(card("6200 0000 0000 0005", false), "6200********0005");
        assert_eq!(card("6200 0000 0000 0005", true), "6200 0000 0000 0005");
        assert_eq!(card("6200000000000006", false), "6200000000000006");
    }

    #[test]
    fn spaces_are_no_places() {
        assert_eq!(places("110105 19491231 002X"), Kind::IdNumber.most());
    }
}
