//! What was paid for, and how it stands; on paper it is the receipt.

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{LineView, OrderView};
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{LineState, OrderState};
use shuiting_shared::time::exact;
use shuiting_shared::words::{Bi, Lang};

use super::words;
use crate::water::Fact;

/// How it stands, in a word, and what that means.
fn told(order: &OrderView) -> (Bi, Bi) {
    let settled = order.lines.iter().any(|line| line.state == LineState::Settled);
    match (order.state, &order.refund) {
        (OrderState::Open, _) => (words::WAITS, words::WAITS_MEANS),
        (OrderState::Closed, _) => (words::CLOSED, words::CLOSED_MEANS),
        (OrderState::Paid, None) => (words::DONE, words::DONE_MEANS),
        (OrderState::Paid, Some(_)) if settled => (words::DONE, words::PARTLY_MEANS),
        (OrderState::Paid, Some(_)) => (words::BACK, words::BACK_MEANS),
    }
}

/// What was paid for, and how it stands; on paper it is the receipt.
#[component]
pub(super) fn Receipt(order: OrderView) -> impl IntoView {
    let language = Language::here();
    let (title, means) = told(&order);
    let tone = match order.state {
        OrderState::Paid => "water-sum pay-done",
        OrderState::Open => "water-sum water-owed",
        OrderState::Closed => "water-sum",
    };
    let paid = order.state == OrderState::Paid;
    let sum = |amount: Fen| Signal::derive(move || amount.say(language.get()));
    let refund = order.refund.clone().map(|refund| {
        let said = move || {
            let lang = language.get();
            format!("{} · {}", refund.amount.say(lang), refund.state.label().get(lang))
        };
        view! { <Fact name=words::GIVEN_BACK said=Signal::derive(said) /> }
    });
    let account = order.lines.iter().find_map(|line| line.account.clone());
    let lines = lines(&order);
    view! {
        <section class="card" aria-live="polite" aria-label=say(words::HOW_IT_STANDS)>
            <p class=tone>
                {paid.then(|| view! { <Icon name="check" /> })} {say(title)}
            </p>
            <p>{say(means)}</p>
        </section>
        <section class="card" aria-labelledby="pay-lines">
            <h2 id="pay-lines">{say(words::PAID_FOR)}</h2>
            <dl class="facts">
                {lines} <Fact name=words::IN_ALL said=sum(order.amount) /> {refund}
            </dl>
        </section>
        <dl class="card facts">
            {account.map(|number| view! { <Fact name=words::NUMBER said=number /> })}
            {order.paid_at.map(|at| view! { <Fact name=words::PAID_AT said=exact(at) /> })}
            {order.transaction.map(|number| view! { <Fact name=words::TRANSACTION said=number /> })}
            <Fact name=words::ORDER said=order.id />
        </dl>
    }
}

/// What an order pays for, line by line.
pub(super) fn lines(order: &OrderView) -> impl IntoView + use<> {
    let paid = order.state == OrderState::Paid;
    let line = |line: &LineView| view! { <Line line=line.clone() paid /> };
    order.lines.iter().map(line).collect_view()
}

/// What a line is for.
fn named(line: &LineView, lang: Lang) -> String {
    match (line.period, line.case, line.service) {
        (Some(period), ..) => period.say(lang),
        (None, Some(number), Some(service)) => format!("{} {number}", service.label().get(lang)),
        _ => String::new(),
    }
}

#[component]
fn Line(line: LineView, paid: bool) -> impl IntoView {
    let language = Language::here();
    let line = StoredValue::new(line);
    let name = move || line.with_value(|line| named(line, language.get()));
    let said = move || {
        let lang = language.get();
        line.with_value(|line| {
            let fee = line
                .late_fee
                .owed()
                .then(|| words::with_fee(&line.late_fee.say(lang), lang));
            let became = paid.then(|| line.state.label().get(lang).to_owned());
            let parts = [Some(line.total().say(lang)), fee, became];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        })
    };
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{said}</dd>
        </div>
    }
}

#[cfg(test)]
pub(super) mod tests {
    use shuiting_shared::api::RefundView;
    use shuiting_shared::pay::RefundState;

    use super::super::wait::waits;
    use super::*;

    pub(in crate::pay) fn order(state: OrderState) -> OrderView {
        let line = LineView {
            account: Some("0769123456".into()),
            period: "2026-10".parse().ok(),
            case: None,
            service: None,
            amount: Fen(5400),
            late_fee: Fen(81),
            state: LineState::Settled,
        };
        OrderView {
            id: "0".repeat(32),
            state,
            amount: Fen(5481),
            lines: vec![line],
            created: "2026-11-24T02:00:00Z".parse().unwrap(),
            expires: "2026-11-24T02:30:00Z".parse().unwrap(),
            paid_at: None,
            transaction: None,
            refund: None,
            then: None,
        }
    }

    #[test]
    fn it_says_what_became_of_the_money() {
        let mut paid = order(OrderState::Paid);
        assert_eq!(told(&paid), (words::DONE, words::DONE_MEANS));
        paid.refund = Some(RefundView {
            amount: Fen(1),
            state: RefundState::Accepted,
            done: None,
        });
        assert_eq!(told(&paid).1, words::PARTLY_MEANS);
        assert!(waits(&paid), "the money is not back yet");
        paid.lines[0].state = LineState::Returned;
        assert_eq!(told(&paid).0, words::BACK);
        assert!(waits(&order(OrderState::Open)) && !waits(&order(OrderState::Closed)));
    }
}
