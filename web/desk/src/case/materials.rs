//! What was brought: each material with its photos, to be ticked or refused.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{CaseView, MaterialView};
use shuiting_shared::case::{Action, Verb, Verdict};
use shuiting_shared::service::Service;

use super::hand::Hand;
use super::photos::Thumbnails;
use crate::field::ReasonField;
use crate::keys::{Command, Hint, Keys};
use crate::words;

/// The materials in the order of the service's, which is the order in which a clerk reads papers.
pub(super) fn in_order(case: &CaseView) -> Vec<&MaterialView> {
    let known = case.line.service.materials();
    let mut materials: Vec<_> = case.materials.iter().collect();
    materials.sort_by_key(|material| known.iter().position(|known| known.key == material.key));
    materials
}

/// The right half of the case.
#[component]
pub(crate) fn MaterialsPane(case: Memo<CaseView>) -> impl IntoView {
    let listed = move || case.with(|case| in_order(case).into_iter().map(|it| it.key.clone()).collect::<Vec<_>>());
    let none = Memo::new(move |_| case.with(|case| case.materials.is_empty()));
    let (keys, hint) = (Keys::here(), Hint::of(Command::Look));
    view! {
        <section class="materials" aria-labelledby="materials-title">
            <header>
                <h2 id="materials-title" tabindex="-1">
                    {say(words::MATERIALS)}
                </h2>
                <Show
                    when=move || !none.get()
                    fallback=move || view! { <p class="help">{say(words::NO_MATERIALS)}</p> }
                >
                    <button
                        type="button"
                        class="plain"
                        aria-haspopup="dialog"
                        aria-keyshortcuts=move || hint.aria()
                        data-key=move || hint.said()
                        on:click=move |_| {
                            keys.run(Command::Look, 0);
                        }
                    >
                        {say(words::LOOK)}
                    </button>
                </Show>
            </header>
            <For
                each=listed
                key=Clone::clone
                children=move |key| view! { <Material case key /> }
            />
        </section>
    }
}

#[component]
fn Material(case: Memo<CaseView>, key: String) -> impl IntoView {
    let language = Language::here();
    let key = StoredValue::new(key);
    let service: Service = case.with_untracked(|case| case.line.service);
    let read = move |read: fn(&MaterialView) -> Option<Verdict>| {
        case.with(|case| {
            let material = case
                .materials
                .iter()
                .find(|material| key.with_value(|key| material.key == *key));
            material.and_then(read)
        })
    };
    let verdict = Memo::new(move |_| read(|material| material.verdict.clone()));
    let photos = Memo::new(move |_| {
        case.with(|case| {
            let material = case
                .materials
                .iter()
                .find(|material| key.with_value(|key| material.key == *key));
            material.map(|material| material.photos.clone()).unwrap_or_default()
        })
    });
    let name = move || {
        key.with_value(|key| {
            let label = service.material(key).map(|material| material.label);
            label.map_or_else(|| key.clone(), |label| language.say(label).to_owned())
        })
    };
    let checkable = Memo::new(move |_| case.with(|case| case.allowed.contains(&Verb::Check)));
    let state = move || match verdict.get() {
        None => view! { <span class="verdict">{say(words::UNCHECKED)}</span> }.into_any(),
        Some(Verdict::Accepted) => view! { <span class="verdict done">{say(words::ACCEPTED)}</span> }.into_any(),
        Some(Verdict::Refused(reason)) => {
            view! { <span class="verdict late">{say(words::REFUSED)} " " {reason}</span> }.into_any()
        }
    };
    view! {
        <section class="material" aria-label=name>
            <header>
                <h3>{name}</h3>
                {state}
            </header>
            <Thumbnails title=Signal::derive(name) photos material=Some(key) />
            <Show when=move || checkable.get()>
                <Check key verdict name=Signal::derive(name) />
            </Show>
        </section>
    }
}

/// Ticks a material, or refuses it with a reason.
#[component]
fn Check(key: StoredValue<String>, verdict: Memo<Option<Verdict>>, name: Signal<String>) -> impl IntoView {
    let hand = Hand::here();
    let language = Language::here();
    let typed = move || {
        hand.draft
            .with_untracked(|draft| key.with_value(|key| draft.refusals.get(key).cloned()))
    };
    // Where a reason was begun, it is still being written.
    let refusing = RwSignal::new(typed().is_some());
    let begun = RwSignal::new(false);
    let check = move |verdict| {
        hand.act(Action::Check {
            material: key.get_value(),
            verdict,
        });
    };
    let flaw = Signal::derive(move || key.with_value(|key| hand.check_flaw(key, language.get())));
    let accepted = move || verdict.get() == Some(Verdict::Accepted);
    let accept = move |_| {
        refusing.set(false);
        check(Verdict::Accepted);
    };
    let type_reason = move |reason: String| {
        hand.draft.update(|draft| {
            draft.refusals.insert(key.get_value(), reason);
        });
    };
    let refuse = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        check(Verdict::Refused(typed().unwrap_or_default()));
    };
    let begin = move |_| {
        begun.set(true);
        refusing.update(|refusing| *refusing = !*refusing);
    };
    let give_up = move |_| {
        refusing.set(false);
        hand.draft.update(|draft| {
            key.with_value(|key| draft.refusals.remove(key));
        });
    };
    // A refusal that has arrived needs no more words.
    Effect::new(move |before: Option<Option<Verdict>>| {
        let now = verdict.get();
        if before.is_some_and(|before| before != now) {
            refusing.set(false);
        }
        now
    });
    let busy = move || (hand.busy.get() == Some(Verb::Check)).to_string();
    view! {
        <div class="check">
            <button
                type="button"
                class="accept"
                aria-pressed=move || accepted().to_string()
                aria-disabled=busy
                aria-label=move || format!("{} {}", name.get(), language.say(words::ACCEPT))
                on:click=accept
            >
                {say(words::ACCEPT)}
            </button>
            <button
                type="button"
                class="refuse"
                aria-expanded=move || refusing.get().to_string()
                aria-label=move || format!("{} {}", name.get(), language.say(words::REFUSE))
                on:click=begin
            >
                {say(words::REFUSE)}
            </button>
        </div>
        <Show when=move || !refusing.get()>
            <p class="flaw" role="alert">
                {flaw}
            </p>
        </Show>
        <Show when=move || refusing.get()>
            <form class="refusal" on:submit=refuse>
                <ReasonField
                    id=key.with_value(|key| format!("refuse-{key}"))
                    label=Signal::derive(move || words::why_refused(&name.get(), language.get()))
                    value=typed().unwrap_or_default()
                    picks=words::REASONS
                    on_input=type_reason
                    flaw
                    focus=begun.get_untracked()
                />
                <button type="submit" aria-disabled=busy>
                    {say(words::REFUSE_NOW)}
                </button>
                <button type="button" class="plain" on:click=give_up>
                    {say(words::CANCEL)}
                </button>
            </form>
        </Show>
    }
}
