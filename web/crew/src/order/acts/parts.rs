//! What was used up: pressed from the usual, or typed.

use leptos::html;
use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::order::Part;
use shuiting_shared::words::Text;

use super::hand::Hand;
use crate::orders::Orders;
use crate::words;

/// The field.
#[component]
pub(super) fn PartsField(parts: RwSignal<Vec<Part>>) -> impl IntoView {
    let (hand, orders, language) = (Hand::here(), Orders::here(), Language::here());
    let other = NodeRef::<html::Input>::new();
    let usual = orders.house(|house| house.orders.parts.clone());
    let chip = move |part: Text| {
        let name = part.zh.clone();
        view! {
            <button type="button" class="chip" on:click=move |_| parts.update(|parts| more(parts, &name))>
                {move || part.get(language.get()).to_owned()}
            </button>
        }
    };
    let add = move |_| {
        if let Some(input) = other.get_untracked() {
            parts.update(|parts| more(parts, &input.value()));
            input.set_value("");
        }
    };
    let flaw = move || {
        let names = (0..parts.with(Vec::len)).map(|at| format!("parts.{at}.name"));
        let fields = ["parts".to_owned()].into_iter().chain(names);
        fields.into_iter().find_map(|field| hand.flaw(&field))
    };
    view! {
        <fieldset class="field">
            <legend class="field-label">{say(words::PARTS)}</legend>
            <div class="chips">{usual.into_iter().map(chip).collect_view()}</div>
            <label class="small" for="part">
                {say(words::OTHER_PART)}
            </label>
            <div class="field-line">
                <input id="part" type="text" autocomplete="off" node_ref=other />
                <button type="button" class="button-plain" on:click=add>
                    {say(words::ADD)}
                </button>
            </div>
            <ul class="parts" role="list" aria-live="polite">
                <For each=move || parts.get() key=|part| part.name.clone() let:part>
                    <OnePart name=part.name parts />
                </For>
            </ul>
            <p class="flaw" role="alert">
                {flaw}
            </p>
        </fieldset>
    }
}

/// One part, and how many of it.
#[component]
fn OnePart(name: String, parts: RwSignal<Vec<Part>>) -> impl IntoView {
    let language = Language::here();
    let (counted, said) = (name.clone(), name.clone());
    let name = StoredValue::new(name);
    let count = move || {
        let of = |parts: &Vec<Part>| parts.iter().find(|part| part.name == counted).map(|part| part.count);
        parts.with(of).unwrap_or_default()
    };
    let step = move |step: fn(&mut Vec<Part>, &str)| parts.update(|parts| name.with_value(|name| step(parts, name)));
    let label = move |text| name.with_value(|name| format!("{} {name}", language.say(text)));
    view! {
        <li class="part">
            <span lang="zh-CN">{said}</span>
            <button type="button" class="button-plain" aria-label=move || label(words::LESS) on:click=move |_| step(less)>
                "−"
            </button>
            <b>{count}</b>
            <button type="button" class="button-plain" aria-label=move || label(words::MORE) on:click=move |_| step(more)>
                "+"
            </button>
        </li>
    }
}

/// One more of a part; what has no name is none.
fn more(parts: &mut Vec<Part>, name: &str) {
    let name = name.trim();
    match parts.iter_mut().find(|part| part.name == name) {
        Some(part) => part.count = (part.count + 1).min(Part::MOST),
        None if name.is_empty() => {}
        None => parts.push(Part {
            name: name.to_owned(),
            count: 1,
        }),
    }
}

/// One less of a part, which is gone with its last one.
fn less(parts: &mut Vec<Part>, name: &str) {
    for part in parts.iter_mut().filter(|part| part.name == name) {
        part.count = part.count.saturating_sub(1);
    }
    parts.retain(|part| part.count > 0);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted_by_name() {
        let mut parts = Vec::new();
        for name in ["密封圈", " 密封圈 ", "井盖", "", "  "] {
            more(&mut parts, name);
        }
        let counts: Vec<_> = parts.iter().map(|part| (&*part.name, part.count)).collect();
        assert_eq!(counts, [("密封圈", 2), ("井盖", 1)]);
        less(&mut parts, "井盖");
        less(&mut parts, "井盖");
        less(&mut parts, "密封圈");
        assert_eq!(parts.len(), 1);
        for _ in 0..2000 {
            more(&mut parts, "密封圈");
        }
        assert_eq!(parts.first().map(|part| part.count), Some(Part::MOST));
    }
}
