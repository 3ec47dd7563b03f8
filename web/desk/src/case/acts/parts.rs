//! What was used up in the work.

use leptos::prelude::*;
use shuiting_parts::form::focus;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::case::Verb;
use shuiting_shared::order::Part;

use super::super::draft::TypedPart;
use super::super::hand::Hand;
use super::words;

/// What is sent of what was typed: rows without a name are nothing. What is no count is sent as nought, which the server
/// refuses beside its field.
pub(super) fn read(typed: &[TypedPart]) -> Vec<Part> {
    let rows = typed.iter().filter(|row| !row.name.trim().is_empty());
    let part = |row: &TypedPart| Part {
        name: row.name.trim().to_owned(),
        count: row.count.trim().parse().unwrap_or(0),
    };
    rows.map(part).collect()
}

/// The rows, and one more where it is wanted.
#[component]
pub(super) fn Parts() -> impl IntoView {
    let hand = Hand::here();
    let count = Memo::new(move |_| hand.draft.with(|draft| draft.parts.len()));
    let add = move |_| {
        let at = count.get_untracked();
        hand.draft.update(|draft| {
            draft.parts.push(TypedPart {
                count: "1".to_owned(),
                ..TypedPart::default()
            });
        });
        request_animation_frame(move || focus(&format!("part-{at}")));
    };
    view! {
        <fieldset class="parts">
            <legend>{say(words::PARTS)}</legend>
            <For each=move || 0..count.get() key=|at| *at children=|at| view! { <Row at /> } />
            <button type="button" class="plain" on:click=add>
                {say(words::ADD_PART)}
            </button>
        </fieldset>
    }
}

#[component]
fn Row(at: usize) -> impl IntoView {
    let (hand, language) = (Hand::here(), Language::here());
    let value = move |read: fn(&TypedPart) -> &String| {
        hand.draft
            .with_untracked(|draft| draft.parts.get(at).map(|row| read(row).clone()).unwrap_or_default())
    };
    let set = move |write: fn(&mut TypedPart) -> &mut String, text: String| {
        hand.draft.update(|draft| {
            if let Some(row) = draft.parts.get_mut(at) {
                *write(row) = text;
            }
        });
    };
    // The server counts what was sent; rows without a name were not.
    let sent_as = move || {
        let before = |draft: &super::super::draft::Draft| {
            draft
                .parts
                .iter()
                .take(at)
                .filter(|row| !row.name.trim().is_empty())
                .count()
        };
        hand.draft.with(before)
    };
    let flaw = move || {
        let of = |what: &str| hand.flaw(Verb::Finish, &format!("parts.{}.{what}", sent_as()));
        of("name").or_else(|| of("count"))
    };
    view! {
        <div class="part">
            <input
                id=format!("part-{at}")
                type="text"
                maxlength=Part::NAME
                autocomplete="off"
                aria-label=move || words::part_name(at + 1, language.get())
                prop:value=value(|row| &row.name)
                on:input=move |event| set(|row| &mut row.name, event_target_value(&event))
            />
            <input
                type="text"
                inputmode="numeric"
                maxlength="3"
                autocomplete="off"
                aria-label=move || words::part_count(at + 1, language.get())
                prop:value=value(|row| &row.count)
                on:input=move |event| set(|row| &mut row.count, event_target_value(&event))
            />
        </div>
        <p class="flaw" role="alert">
            {flaw}
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_without_a_name_are_nothing() {
        let row = |name: &str, count: &str| TypedPart {
            name: name.into(),
            count: count.into(),
        };
        let parts = read(&[row(" 抱箍 ", "2"), row(" ", "1"), row("水带", "many")]);
        let read: Vec<_> = parts.iter().map(|part| (part.name.as_str(), part.count)).collect();
        assert_eq!(read, [("抱箍", 2), ("水带", 0)]);
    }
}
