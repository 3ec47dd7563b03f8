//! One order in the list: what, how long there is left, and where.

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::Language;
use shuiting_shared::number::CaseNumber;

use crate::here::Whereabouts;
use crate::orders::{Orders, now, place};
use crate::queued::Shown;
use crate::{until, words};

/// The row.
#[component]
pub(super) fn OrderRow(number: CaseNumber, orders: Memo<Vec<Shown>>) -> impl IntoView {
    let (all, here, language, now) = (Orders::here(), Whereabouts::here(), Language::here(), now());
    let shown =
        Memo::new(move |_| orders.with(|orders| orders.iter().find(|shown| shown.order.number == number).cloned()));
    let waits = Memo::new(move |_| all.waiting(number).len());
    let one = move |shown: Shown| {
        let lang = language.get();
        let order = shown.order;
        let (until, late) = until::next(&order.order, now(), lang);
        let town = order
            .town
            .as_deref()
            .map(|town| all.house(|house| house.town(town).map(|town| town.name.get(lang).to_owned())));
        let town = town.flatten().unwrap_or_default();
        let there = all.house(|house| place(&order, house));
        let way = here
            .point()
            .zip(there)
            .map(|(here, there)| words::way(here.metres_to(there), lang));
        let more = [
            Some(words::priority(order.order.priority, lang)),
            way,
            (order.joined > 0).then(|| words::joined(order.joined, lang)),
            order
                .assignee
                .clone()
                .filter(|_| !order.mine)
                .map(|who| words::has_it(&who, lang)),
            (waits.get() > 0).then(|| words::waits(waits.get(), lang)),
        ];
        let more: Vec<_> = more.into_iter().flatten().collect();
        view! {
            <p class="order-head">
                <b>{order.order.kind.label().get(lang)}</b>
                <span class="order-until" class:late=late>
                    <Icon name="clock" />
                    {until}
                </span>
            </p>
            <p class="order-place" lang="zh-CN">
                {town} " " {order.address}
            </p>
            {order.words.map(|words| view! { <p class="order-words" lang="zh-CN">{words}</p> })}
            <p class="small">{number.to_string()} " · " {more.join(" · ")}</p>
        }
    };
    view! {
        <li>
            <a class="order" href=format!("/crew/orders/{number}")>
                {move || shown.get().map(one)}
            </a>
        </li>
    }
}
