//! Back to the resident with all that is missing, at once, each with its reason.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{self, Action, Ask, Item, Verb, Verdict};
use shuiting_shared::template::Occasion;
use shuiting_shared::words::Bi;

use super::super::hand::Hand;
use super::super::item_name;
use super::ActForm;
use crate::field::ReasonField;
use crate::templates::{Book, Ready};
use crate::words;

/// What was refused, and why.
fn refusals(case: &CaseView) -> impl Iterator<Item = (Item, String)> {
    case.materials.iter().filter_map(|material| match &material.verdict {
        Some(Verdict::Refused(reason)) => Some((Item::Material(material.key.clone()), reason.clone())),
        _ => None,
    })
}

/// What can be asked for again, by kind: documents, or answers.
fn askable(case: &CaseView, documents: bool) -> Vec<Item> {
    let form = case.line.service.form();
    let items = form.map(|form| case::askable(form, &case.answers)).unwrap_or_default();
    let wanted = |item: &Item| matches!(item, Item::Material(_)) == documents;
    items.into_iter().filter(wanted).collect()
}

/// The dialog: all that can be asked for, each with a tick. What is refused is ticked already.
#[component]
pub(super) fn SendBack(case: Memo<CaseView>) -> impl IntoView {
    let hand = Hand::here();
    // Whatever is refused must be asked for again; what was typed about it before counts.
    let take_over = move || {
        let refused = case.with(|case| refusals(case).collect::<Vec<_>>());
        let missing = hand
            .draft
            .with_untracked(|draft| refused.iter().any(|(item, _)| !draft.asks.contains_key(item)));
        if missing {
            hand.draft.update(|draft| {
                for (item, reason) in refused {
                    draft.asks.entry(item).or_insert(reason);
                }
            });
        }
    };
    untrack(take_over);
    Effect::new(take_over);
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
    let flaw = move || hand.flaw(Verb::SendBack, "asks");
    let templates = Book::here().ready(case, Occasion::SendBack);
    view! {
        <ActForm verb=Verb::SendBack action fields=&["asks"]>
            <p class="help">{say(words::ALL_AT_ONCE)}</p>
            <p class="flaw" role="alert">
                {flaw}
            </p>
            <Asks case title=words::MATERIALS of=|case| askable(case, true) picks=words::REASONS templates />
            <Asks case title=words::FILED of=|case| askable(case, false) picks=words::FIELD_REASONS templates />
        </ActForm>
    }
}

/// What of one kind can be asked for.
#[component]
fn Asks(
    case: Memo<CaseView>,
    title: Bi,
    of: fn(&CaseView) -> Vec<Item>,
    picks: &'static [Bi],
    templates: Signal<Vec<Ready>>,
) -> impl IntoView {
    let items = Memo::new(move |_| case.with(of));
    view! {
        <Show when=move || items.with(|items| !items.is_empty())>
            <fieldset class="asks-pick">
                <legend>{say(title)}</legend>
                <For
                    each=move || items.get()
                    key=Clone::clone
                    children=move |item| view! { <OneAsk case item picks templates /> }
                />
            </fieldset>
        </Show>
    }
}

/// One thing that can be asked for: a tick, and once it is there, the reason.
#[component]
fn OneAsk(case: Memo<CaseView>, item: Item, picks: &'static [Bi], templates: Signal<Vec<Ready>>) -> impl IntoView {
    let hand = Hand::here();
    let language = Language::here();
    let service = case.with_untracked(|case| case.line.service);
    let id = match &item {
        Item::Field(key) => format!("why-field-{key}"),
        Item::Material(key) => format!("why-material-{key}"),
    };
    let item = StoredValue::new(item);
    let name = Signal::derive(move || item.with_value(|item| item_name(service, item, language.get())));
    let ticked = Memo::new(move |_| {
        hand.draft
            .with(|draft| item.with_value(|item| draft.asks.contains_key(item)))
    });
    let bound = Memo::new(move |_| {
        case.with(|case| item.with_value(|item| refusals(case).any(|(refused, _)| refused == *item)))
    });
    // A tick that somebody has just set takes them to its reason.
    let fresh = RwSignal::new(false);
    let tick = move |_| {
        let on = !ticked.get_untracked();
        fresh.set(on);
        hand.draft.update(|draft| {
            item.with_value(|item| {
                if on {
                    draft.asks.entry(item.clone()).or_default();
                } else {
                    draft.asks.remove(item);
                }
            });
        });
    };
    let reason = move || {
        let kept = hand
            .draft
            .with_untracked(|draft| item.with_value(|item| draft.asks.get(item).cloned()));
        kept.unwrap_or_default()
    };
    let flaw = Signal::derive(move || {
        let at = hand
            .draft
            .with(|draft| item.with_value(|item| draft.asks.keys().position(|known| known == item)))?;
        let of = |part: &str| hand.flaw(Verb::SendBack, &format!("asks.{at}.{part}"));
        of("reason").or_else(|| of("item"))
    });
    let type_reason = move |reason: String| {
        hand.draft.update(|draft| {
            draft.asks.insert(item.get_value(), reason);
        });
    };
    let label = Signal::derive(move || words::why_asked(&name.get(), language.get()));
    view! {
        <div class="ask" class:ticked=move || ticked.get()>
            <label class="tick">
                <input type="checkbox" prop:checked=move || ticked.get() disabled=move || bound.get() on:change=tick />
                {name}
            </label>
            <Show when=move || bound.get()>
                <span class="verdict late">{say(words::REFUSED)}</span>
            </Show>
            <Show when=move || ticked.get()>
                <ReasonField
                    id=id.clone()
                    label
                    label_unseen=true
                    value=reason()
                    picks
                    on_input=type_reason
                    flaw
                    focus=fresh.get_untracked()
                    templates
                />
            </Show>
        </div>
    }
}
