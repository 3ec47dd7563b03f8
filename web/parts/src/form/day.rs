//! A day, picked from the calendar that the phone has. It offers the days that may be named, and no others.

use leptos::prelude::*;
use shuiting_shared::form::{Answers, Days, Since};

use super::frame;
use super::question::{Others, Question};
use crate::clock;

/// The first and the last day, as the calendar takes them.
fn bounds(days: Days, others: Others) -> (Option<String>, Option<String>) {
    let mut answers = Answers::default();
    if let Since::Field(key) = days.since {
        answers.set(key, untrack(|| others.get.run(key)));
    }
    match days.range(&answers, clock::today()) {
        Some((earliest, latest)) => (Some(earliest.to_string()), latest.map(|latest| latest.to_string())),
        None => (None, None),
    }
}

/// One line for the day.
#[component]
pub(super) fn DateRow(question: Question) -> impl IntoView {
    let now = move || question.field.days.map(|days| bounds(days, question.others));
    let range = RwSignal::new(now().unwrap_or_default());
    view! {
        <div class="field">
            <label class="field-label" for=question.id()>{frame::label(question)}</label>
            <input
                class="field-input"
                id=question.id()
                name=question.field.key
                type="date"
                min=move || range.with(|(earliest, _)| earliest.clone())
                max=move || range.with(|(_, latest)| latest.clone())
                prop:value=question.value
                aria-invalid=question.invalid()
                aria-describedby=question.described_by()
                aria-required=move || question.required.get().to_string()
                // The day from which is counted may have changed since.
                on:focus=move |_| range.set(now().unwrap_or_default())
                on:input=move |event| question.set.run(event_target_value(&event))
                on:blur=move |_| question.left.run(())
            />
            {frame::flaw(question)}
            {frame::help(question)}
        </div>
    }
}
