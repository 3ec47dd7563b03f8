//! One or more of a few: a row to touch for each.

use leptos::prelude::*;
use shuiting_shared::form::{Choice, SEVERAL};

use super::frame;
use super::question::Question;
use crate::lang::Language;

/// The answer once this choice was touched, its codes in the order that people are shown.
fn touched(answer: &str, code: &str, choices: &[Choice]) -> String {
    let was = |code: &str| chosen(answer, code);
    let now = choices
        .iter()
        .map(|choice| choice.code)
        .filter(|known| was(known) != (*known == code));
    now.collect::<Vec<_>>().join(&SEVERAL.to_string())
}

fn chosen(answer: &str, code: &str) -> bool {
    answer.split(SEVERAL).any(|given| given.trim() == code)
}

/// Rows of boxes.
#[component]
pub(super) fn SeveralRow(question: Question, choices: &'static [Choice]) -> impl IntoView {
    let language = Language::here();
    let row = move |(place, choice): (usize, &'static Choice)| {
        // The first takes the focus for all.
        let id = match place {
            0 => question.id(),
            _ => format!("{}-{}", question.id(), choice.code),
        };
        view! {
            <label class="weui-cell choice" for=id>
                <input
                    type="checkbox"
                    class="choice-input"
                    id=id.clone()
                    name=question.field.key
                    value=choice.code
                    prop:checked=move || question.value.with(|answer| chosen(answer, choice.code))
                    aria-invalid=question.invalid()
                    aria-describedby=question.described_by()
                    on:change=move |_| {
                        let answer = question.value.with_untracked(|answer| touched(answer, choice.code, choices));
                        question.set.run(answer);
                        question.left.run(());
                    }
                />
                <span class="choice-mark" aria-hidden="true"></span>
                <span class="weui-cell__bd">{move || language.say(choice.label)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field field-choices">
            <legend class="field-label">{frame::label(question)}</legend>
            {frame::flaw(question)}
            <div class="choices">{choices.iter().enumerate().map(row).collect_view()}</div>
            {frame::help(question)}
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::words::bi;

    use super::*;

    #[test]
    fn a_touch_puts_in_and_takes_out() {
        let choice = |code| Choice {
            code,
            label: bi("", ""),
        };
        let choices = [choice("phone"), choice("mail"), choice("user_name")];
        let touched = |answer: &str, code: &str| touched(answer, code, &choices);
        assert_eq!(touched("", "mail"), "mail");
        assert_eq!(touched("mail", "phone"), "phone,mail");
        assert_eq!(touched("phone,mail", "phone"), "mail");
        assert_eq!(touched("mail", "mail"), "");
    }
}
