//! What is known of an order: where, what was said, who to call, and all its clocks.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CrewOrder;
use shuiting_shared::order::{Hand, Order};
use shuiting_shared::time;

use super::call::Call;
use super::way::Way;
use crate::orders::{Orders, now};
use crate::queued::Shown;
use crate::{until, words};

/// The part of the page. What is there to be read stays as it is while acts change status and clocks.
#[component]
pub(super) fn Facts(shown: Memo<Option<Shown>>) -> impl IntoView {
    let order = move || shown.with(|shown| shown.as_ref().map(|shown| shown.order.clone()));
    let told = Memo::new(move |before: Option<&Option<CrewOrder>>| {
        let before = before.cloned().flatten();
        let now = order()?;
        // What an act changes is shown apart from the rest.
        Some(match before {
            Some(before) => CrewOrder {
                status: before.status,
                work: before.work,
                mine: before.mine,
                order: before.order,
                ..now
            },
            None => now,
        })
    });
    let clocks = Memo::new(move |_| order().map(|order| order.order));
    view! {
        <Until clocks />
        {move || {
            told.get()
                .map(|order| {
                    view! {
                        <Place order=order.clone() />
                        <Call number=order.number name=order.name.clone() phone=order.phone.clone() />
                        <Said order />
                    }
                })
        }}
        <Clocks clocks />
    }
}

/// What is due next.
#[component]
fn Until(clocks: Memo<Option<Order>>) -> impl IntoView {
    let (language, now) = (Language::here(), now());
    let next = Memo::new(move |_| {
        let next = clocks.with(|order| order.as_ref().map(|order| until::next(order, now(), language.get())));
        next.unwrap_or_default()
    });
    view! {
        <p class="order-until order-next" class:late=move || next.get().1>
            <Icon name="clock" />
            {move || next.get().0}
        </p>
    }
}

/// Where it is, and the way there.
#[component]
fn Place(order: CrewOrder) -> impl IntoView {
    let (orders, language) = (Orders::here(), Language::here());
    let town = StoredValue::new(order.town.clone());
    let town = move || {
        let lang = language.get();
        let named = town
            .get_value()
            .map(|town| orders.house(|house| house.town(&town).map(|town| town.name.get(lang).to_owned())));
        named.flatten()
    };
    view! {
        <section class="card">
            <p class="order-place" lang="zh-CN">
                {town} " " {order.address.clone()}
            </p>
            <Way order />
        </section>
    }
}

/// What whoever filed said, with their photos, and what dispatch said.
#[component]
fn Said(order: CrewOrder) -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let count = order.photos.len();
    let photo = move |(at, id): (usize, String)| {
        view! {
            <li>
                <a href=api.photo(&id) target="_blank" rel="external">
                    <img src=api.thumbnail(&id) alt=move || words::photo(at + 1, count, language.get()) loading="lazy" />
                </a>
            </li>
        }
    };
    let photos = order.photos.into_iter().enumerate().map(photo).collect_view();
    let joined = order.joined;
    view! {
        <section class="card">
            {order
                .told
                .map(|told| {
                    view! {
                        <p>
                            <b>{say(words::TOLD)}</b>
                            " "
                            <span lang="zh-CN">{told}</span>
                        </p>
                    }
                })}
            <p>
                <b>{say(words::SAID)}</b>
                " "
                {match order.words {
                    Some(words) => view! { <span lang="zh-CN">{words}</span> }.into_any(),
                    None => view! { <span>{say(words::SAID_NOTHING)}</span> }.into_any(),
                }}
            </p>
            {(count > 0).then(|| view! { <ul class="photos" role="list">{photos}</ul> })}
            {(joined > 0).then(|| view! { <p>{move || words::joined(joined, language.get())}</p> })}
        </section>
    }
}

/// All its clocks.
#[component]
fn Clocks(clocks: Memo<Option<Order>>) -> impl IntoView {
    let (language, now) = (Language::here(), now());
    let rows = move || {
        let (now, lang) = (now(), language.get());
        let row = |hand: &Hand, order: &Order| {
            let said = format!(
                "{} · {}",
                time::say(hand.due, now, lang),
                until::state(hand, order, now, lang)
            );
            view! {
                <div>
                    <dt>{hand.clock.label().get(lang)}</dt>
                    <dd>{said}</dd>
                </div>
            }
        };
        clocks.with(|order| {
            let order = order.as_ref()?;
            Some(order.hands.iter().map(|hand| row(hand, order)).collect_view())
        })
    };
    view! {
        <details class="card">
            <summary>{say(words::CLOCKS)}</summary>
            <dl class="clocks">{rows}</dl>
        </details>
    }
}
