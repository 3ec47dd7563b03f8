//! An identity number: counted and checked while it is typed, and hidden from whoever looks over the shoulder after.

use leptos::prelude::*;
use shuiting_shared::person::IdNumber;

use super::question::Question;
use super::{frame, words};
use crate::lang::Language;

/// So many places has one.
const PLACES: usize = 18;

/// What the input shows: a right number is masked, unless one is typing.
fn shown(value: &str, typing: bool) -> String {
    match IdNumber::read(value) {
        Ok(id) if !typing => id.to_string(),
        _ => value.to_owned(),
    }
}

/// How many places are typed.
fn places(value: &str) -> usize {
    value.chars().filter(|c| !c.is_whitespace()).count()
}

/// One line for the number.
#[component]
pub(super) fn IdNumberRow(question: Question) -> impl IntoView {
    let language = Language::here();
    let typing = RwSignal::new(false);
    let count = Memo::new(move |_| question.value.with(|value| places(value)));
    let counted = move || {
        let count = count.get();
        (typing.get() && count > 0).then(|| words::places(count, PLACES, language.get()))
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
                    autocomplete="off"
                    autocapitalize="characters"
                    spellcheck="false"
                    prop:value=move || question.value.with(|value| shown(value, typing.get()))
                    aria-invalid=question.invalid()
                    aria-describedby=question.described_by()
                    aria-required=move || question.required.get().to_string()
                    on:focus=move |_| typing.set(true)
                    on:input=move |event| {
                        let value = event_target_value(&event);
                        let whole = places(&value) == PLACES;
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
        assert_eq!(shown("11010519491231002x", false), "110***********002X");
        assert_eq!(shown("11010519491231002x", true), "11010519491231002x");
        assert_eq!(
            shown("110105", false),
            "110105",
            "a wrong one must be read to be mended"
        );
    }

    #[test]
    fn spaces_are_no_places() {
        assert_eq!(places("110105 19491231 002X"), PLACES);
    }
}
