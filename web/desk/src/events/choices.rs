//! Topics and tasks: several of a few.

use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::words::Bi;

/// Adds what was left out, or takes out what is in.
pub(super) fn toggled<T: Copy + PartialEq>(chosen: &mut Vec<T>, one: T) {
    match chosen.iter().position(|known| *known == one) {
        Some(place) => drop(chosen.remove(place)),
        None => chosen.push(one),
    }
}

/// A box to tick for each.
#[component]
pub(super) fn Choices<T: Copy + PartialEq + Send + Sync + 'static>(
    /// The field's path.
    id: &'static str,
    /// What is asked.
    label: Bi,
    /// What there is, with its name.
    all: Vec<(T, Bi)>,
    /// What is chosen.
    chosen: Signal<Vec<T>>,
    /// One was ticked, or the tick taken away.
    #[prop(into)]
    toggle: Callback<T>,
    /// What is wrong.
    flaw: Signal<Option<String>>,
) -> impl IntoView {
    let one = move |(one, name): (T, Bi)| {
        view! {
            <label class="event-choice">
                <input
                    type="checkbox"
                    prop:checked=move || chosen.with(|chosen| chosen.contains(&one))
                    on:change=move |_| toggle.run(one)
                />
                {say(name)}
            </label>
        }
    };
    view! {
        <fieldset class="event-choices" aria-describedby=format!("{id}-flaw")>
            <legend>{say(label)}</legend>
            <div>{all.into_iter().map(one).collect_view()}</div>
            <p class="flaw" id=format!("{id}-flaw") role="alert">
                {flaw}
            </p>
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::toggled;

    #[test]
    fn a_second_press_takes_it_back() {
        let mut chosen = vec![1, 2];
        toggled(&mut chosen, 3);
        toggled(&mut chosen, 1);
        assert_eq!(chosen, [2, 3]);
    }
}
