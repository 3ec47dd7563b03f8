//! Back to the resident with all that is missing, at once, each with its reason.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Ask, Item, Verb, Verdict};

use super::super::hand::Hand;
use super::super::item_name;
use super::ActForm;
use crate::field::ReasonField;
use crate::words;

/// What was refused, and why.
fn refusals(case: &CaseView) -> impl Iterator<Item = (Item, String)> {
    case.materials.iter().filter_map(|material| match &material.verdict {
        Some(Verdict::Refused(reason)) => Some((Item::Material(material.key.clone()), reason.clone())),
        _ => None,
    })
}

/// What can be asked for again: all that was asked for the first time.
fn askable(case: &CaseView) -> Vec<Item> {
    let Some(form) = case.line.service.form() else {
        return Vec::new();
    };
    let fields = form.fields().filter(|field| field.asked.holds(&case.answers));
    let fields = fields.map(|field| Item::Field(field.key.to_owned()));
    let materials = form.materials(&case.answers).into_iter();
    let materials = materials.map(|material| Item::Material(material.key.to_owned()));
    materials.chain(fields).collect()
}

/// An item as a value of the picker.
fn code(item: &Item) -> String {
    match item {
        Item::Field(key) => format!("field-{key}"),
        Item::Material(key) => format!("material-{key}"),
    }
}

/// The dialog.
#[component]
pub(super) fn SendBack(case: Memo<CaseView>) -> impl IntoView {
    let hand = Hand::here();
    let language = Language::here();
    let service = case.with_untracked(|case| case.line.service);
    // Whatever is refused must be asked for again; what was typed about it before counts.
    Effect::new(move || {
        let refused = case.with(|case| refusals(case).collect::<Vec<_>>());
        hand.draft.update(|draft| {
            for (item, reason) in refused {
                draft.asks.entry(item).or_insert(reason);
            }
        });
    });
    let items = Memo::new(move |_| hand.draft.with(|draft| draft.asks.keys().cloned().collect::<Vec<_>>()));
    let action = move || Action::SendBack {
        asks: hand.draft.with_untracked(|draft| {
            let asks = draft.asks.iter();
            asks.map(|(item, reason)| Ask {
                item: item.clone(),
                reason: reason.clone(),
            })
            .collect()
        }),
    };
    let left = move || {
        let lang = language.get();
        let chosen = items.get();
        let items = case.with(askable).into_iter().filter(|item| !chosen.contains(item));
        let option = |item: Item| view! { <option value=code(&item)>{item_name(service, &item, lang)}</option> };
        items.map(option).collect_view()
    };
    let add = move |event| {
        let picked = event_target_value(&event);
        let item = case
            .with_untracked(askable)
            .into_iter()
            .find(|item| code(item) == picked);
        if let Some(item) = item {
            hand.draft.update(|draft| {
                draft.asks.entry(item).or_default();
            });
        }
    };
    let flaw = move || hand.flaw(Verb::SendBack, "asks");
    view! {
        <ActForm verb=Verb::SendBack action fields=&["asks"]>
            <p class="help">{say(words::ALL_AT_ONCE)}</p>
            <p class="flaw" role="alert">
                {flaw}
            </p>
            <For
                each=move || items.get()
                key=Clone::clone
                children=move |item| view! { <OneAsk case item items /> }
            />
            <label for="add">{say(words::ADD_ASK)}</label>
            <select id="add" autofocus on:change=add prop:value=move || items.with(|_| "")>
                <option value="">{say(words::CHOOSE)}</option>
                {left}
            </select>
        </ActForm>
    }
}

/// One thing that is asked for again.
#[component]
fn OneAsk(case: Memo<CaseView>, item: Item, items: Memo<Vec<Item>>) -> impl IntoView {
    let hand = Hand::here();
    let language = Language::here();
    let service = case.with_untracked(|case| case.line.service);
    let id = format!("ask-{}", code(&item));
    let value = hand
        .draft
        .with_untracked(|draft| draft.asks.get(&item).cloned())
        .unwrap_or_default();
    let item = StoredValue::new(item);
    let name = Signal::derive(move || item.with_value(|item| item_name(service, item, language.get())));
    let bound = Memo::new(move |_| {
        case.with(|case| item.with_value(|item| refusals(case).any(|(refused, _)| refused == *item)))
    });
    let flaw = Signal::derive(move || {
        let at = items.with(|items| items.iter().position(|known| item.with_value(|item| item == known)))?;
        let of = |part: &str| hand.flaw(Verb::SendBack, &format!("asks.{at}.{part}"));
        of("reason").or_else(|| of("item"))
    });
    let type_reason = move |reason: String| {
        hand.draft.update(|draft| {
            draft.asks.insert(item.get_value(), reason);
        });
    };
    let leave_out = move |_| {
        hand.draft.update(|draft| {
            item.with_value(|item| draft.asks.remove(item));
        });
    };
    view! {
        <div class="ask">
            <ReasonField id label=name value picks=words::REASONS on_input=type_reason flaw />
            <Show when=move || !bound.get()>
                <button
                    type="button"
                    class="plain"
                    aria-label=move || format!("{} {}", language.say(words::LEAVE_OUT), name.get())
                    on:click=leave_out
                >
                    {say(words::LEAVE_OUT)}
                </button>
            </Show>
        </div>
    }
}
