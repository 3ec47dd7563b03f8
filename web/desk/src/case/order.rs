//! What the case is as a work order: its kind, its clocks, and the orders it has to do with.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::lasting;
use shuiting_shared::api::{CaseView, WorkOrderView};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::order::Hand;
use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::{Bi, Lang};

use super::order_words as texts;
use crate::inbox::{Desk, due_clock, query};
use crate::words;

/// The block; nothing where the case is no work order.
#[component]
pub(super) fn WorkOrder(case: Memo<CaseView>) -> impl IntoView {
    let order = Memo::new(move |_| case.with(|case| case.work_order.clone()));
    move || order.get().map(|order| view! { <Block order /> })
}

/// What is to be seen at once, beside kind and priority.
fn marks(order: &WorkOrderView, lang: Lang) -> Vec<String> {
    let order = &order.order;
    let mark = |is: bool, text: Bi| is.then(|| text.get(lang).to_owned());
    let returned = (order.returned > 0).then(|| texts::returned(order.returned, lang));
    [
        mark(order.supervised, texts::SUPERVISED),
        mark(order.waiting, texts::WAITING),
        mark(order.extended, texts::EXTENDED),
        returned,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The colour, the words and the exact moment of a clock.
fn stands(hand: &Hand, runs: bool, now: Moment, lang: Lang) -> (&'static str, String, String) {
    let exact = time::exact(hand.due);
    match hand.kept() {
        Some(true) => ("", texts::kept(hand.stopped.unwrap_or(hand.due), now, lang), exact),
        Some(false) => (
            "late",
            texts::not_kept(hand.stopped.unwrap_or(hand.due), now, lang),
            exact,
        ),
        None if !runs => ("", texts::STILL.get(lang).to_owned(), exact),
        None => due_clock(Some(hand.due), now, lang),
    }
}

#[component]
fn Block(order: WorkOrderView) -> impl IntoView {
    let language = Language::here();
    let household = Household::here();
    let (kind, priority) = (order.order.kind, order.order.priority);
    let runs = order.order.runs();
    let proposed = order.proposed.clone();
    let goes = move || {
        let name = household.read(|house| {
            let unit = house.unit(proposed.as_deref()?)?;
            Some(unit.name.get(language.get()).to_owned())
        });
        name.map(|name| view! { <p class="help">{texts::goes_to(&name, language.get())}</p> })
    };
    let hands = order.order.hands.clone();
    let hands = hands
        .into_iter()
        .map(|hand| view! { <Line hand runs /> })
        .collect_view();
    let (lead, whole) = (order.order.lead, order.order.whole);
    let (joined, parts) = (order.joined.clone(), order.parts.clone());
    let marks = move || {
        let marks = marks(&order, language.get()).into_iter();
        marks.map(|mark| view! { <em class="mark">{mark}</em> }).collect_view()
    };
    view! {
        <section class="work-order" aria-labelledby="order-title">
            <h2 id="order-title">{say(texts::ORDER)}</h2>
            <p class="order-facts">
                <b>{say(kind.label())}</b>
                <span>{move || texts::priority(priority, language.get())}</span>
                {marks}
            </p>
            <table>
                <thead class="hidden">
                    <tr>
                        <th scope="col">{say(texts::CLOCK)}</th>
                        <th scope="col">{say(words::DUE)}</th>
                        <th scope="col">{say(texts::TOLD)}</th>
                    </tr>
                </thead>
                <tbody>{hands}</tbody>
            </table>
            {goes}
            <Others name=texts::LEAD numbers=lead.into_iter().collect() />
            <Others name=texts::WHOLE numbers=whole.into_iter().collect() />
            <Others name=texts::JOINED numbers=joined />
            <Others name=texts::PARTS numbers=parts />
        </section>
    }
}

#[component]
fn Line(hand: Hand, runs: bool) -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let (name, limit, rung) = (hand.clock.label(), hand.limit, hand.rung);
    let now = Memo::new(move |_| stands(&hand, runs, clock.get(), language.get()));
    let told = move || rung.map(|level| texts::told(language.say(level.label()), language.get()));
    view! {
        <tr>
            <th scope="row">
                {say(name)} " " <small>{move || limit.say(language.get())}</small>
            </th>
            <td class=move || format!("due {}", now.get().0) title=move || now.get().2>
                {move || now.get().1}
            </td>
            <td class="help">{told}</td>
        </tr>
    }
}

/// Orders that it has to do with.
#[component]
fn Others(name: Bi, numbers: Vec<CaseNumber>) -> impl IntoView {
    let desk = Desk::here();
    (!numbers.is_empty()).then(|| {
        let link = |number: CaseNumber| {
            view! {
                <a href=move || lasting::read(desk.filter, |filter| query::case(number, filter))>{number.to_string()}</a>
                " "
            }
        };
        view! { <p class="order-others">{say(name)} " " {numbers.into_iter().map(link).collect_view()}</p> }
    })
}

#[cfg(test)]
mod tests {
    use shuiting_shared::house::House;
    use shuiting_shared::order::{Clock, Kind, Order};

    use super::*;

    #[test]
    fn a_clock_says_whether_it_was_kept_stands_still_or_runs() {
        let now: Moment = "2026-11-24T02:00:00Z".parse().unwrap();
        let order = Order::open_at(Kind::Leak, None, now, &House::dongguan());
        let hand = order.hand(Clock::Respond).unwrap().clone();
        let at = |minutes| now + chrono::TimeDelta::minutes(minutes);
        let said = |hand: &Hand, runs, now| {
            let (colour, said, _) = stands(hand, runs, now, Lang::Zh);
            (colour, said)
        };
        assert_eq!(said(&hand, true, at(4)), ("soon", "剩6分钟".into()));
        assert_eq!(said(&hand, true, at(15)), ("late", "超时 5分钟".into()));
        assert_eq!(said(&hand, false, at(15)), ("", "停表".into()));
        let stopped = |minutes| Hand {
            stopped: Some(at(minutes)),
            ..hand.clone()
        };
        assert_eq!(said(&stopped(4), true, at(30)).0, "");
        let late = said(&stopped(12), true, at(30));
        assert!(late.0 == "late" && late.1.starts_with("超时"), "{late:?}");
    }
}
