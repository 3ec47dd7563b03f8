//! What became of an order: waiting for the bank, and the receipt.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shuiting_parts::api::Api;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Load, Loader};
use shuiting_parts::print::PdfLink;
use shuiting_shared::api::{LineView, NewOrder, OrderView, ToPay};
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{LineState, OrderState};
use shuiting_shared::problem::Code;
use shuiting_shared::time::exact;
use shuiting_shared::words::{Bi, Lang};

use super::choose::Onward;
use super::go::{Going, ORDERS, PayButton};
use super::wait::{Wait, look, waits};
use super::words;
use crate::door::ForResidents;
use crate::page::Page;
use crate::water::{Fact, Nowhere};

/// The page of the order that the address names.
#[component]
pub(crate) fn OrderPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("order").unwrap_or_default()));
    move || {
        let path = format!("{ORDERS}/{}", id.get());
        view! {
            <Page title=say(words::PAYMENT) back="/pay">
                <ForResidents about=words::SIGN_IN_ABOUT>
                    <One path=path.clone() />
                </ForResidents>
            </Page>
        }
    }
}

#[component]
fn One(path: String) -> impl IntoView {
    let api = Api::here();
    let path = StoredValue::new(path);
    let load = Loader::<OrderView>::default();
    let ask = move || async move { api.get(&path.get_value()).await };
    load.fetch(ask());
    // Whoever comes back from the bank wants to know at once.
    let first = Memo::new(move |_| load.get().is_some_and(|order| waits(&order)));
    Effect::watch(
        move || first.get(),
        move |waits, _, _| {
            if *waits {
                look(api, load);
            }
        },
        true,
    );
    let gone = move || {
        load.state
            .with(|state| matches!(state, Load::Failed(failure) if failure.code() == Some(Code::NotFound)))
    };
    view! {
        <Show when=move || !gone() fallback=move || view! { <Nowhere said=words::NO_SUCH_ORDER /> }>
            <Faces load happening=words::FETCHING_ORDER retry=move |()| load.fetch(ask())>
                {move || load.get().map(|order| view! { <Receipt order /> })}
                <Show when=move || load.get().is_some_and(|order| waits(&order))>
                    <Wait load />
                </Show>
                <Next load />
            </Faces>
        </Show>
    }
}

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
fn Receipt(order: OrderView) -> impl IntoView {
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
    let lines = order
        .lines
        .iter()
        .map(|line| view! { <Line line=line.clone() paid /> })
        .collect_view();
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

/// What can be done next.
#[component]
fn Next(load: Loader<OrderView>) -> impl IntoView {
    let language = Language::here();
    let going = Going::new();
    let state = Memo::new(move |_| load.get().map(|order| order.state));
    let then = Memo::new(move |_| load.get().and_then(|order| order.then));
    let press = move |()| {
        if let Some(order) = load.get_untracked() {
            going.go(again(&order));
        }
    };
    let amount = Signal::derive(move || load.get().map(|order| order.amount).unwrap_or_default());
    let pdf = Signal::derive(move || {
        let id = load.get().map(|order| order.id).unwrap_or_default();
        format!("{ORDERS}/{id}/receipt.pdf?lang={}", language.get().code())
    });
    move || match state.get()? {
        OrderState::Open => Some(view! { <PayButton going amount press /> }.into_any()),
        OrderState::Closed => {
            let href = load.get_untracked().map(|order| anew(&order)).unwrap_or_default();
            Some(
                view! {
                    <a class="button-main" href=href>
                        {say(words::ANEW)}
                    </a>
                }
                .into_any(),
            )
        }
        OrderState::Paid => Some(
            view! {
                <Onward then />
                <PdfLink href=pdf class="button-plain">
                    {say(words::RECEIPT)}
                </PdfLink>
                <a class="button-plain" href="/pay">
                    {say(words::ALL_PAYMENTS)}
                </a>
            }
            .into_any(),
        ),
    }
}

/// The same again, which leads to the same order.
fn again(order: &OrderView) -> NewOrder {
    let case = order.lines.iter().find_map(|line| line.case);
    let what = match case {
        Some(number) => ToPay::Case { number },
        None => ToPay::Bills {
            account: order
                .lines
                .iter()
                .find_map(|line| line.account.clone())
                .unwrap_or_default(),
            periods: order.lines.iter().filter_map(|line| line.period).collect(),
        },
    };
    NewOrder {
        what,
        amount: order.amount,
        then: order.then.clone(),
    }
}

/// Where one can pay it anew, once it is closed.
fn anew(order: &OrderView) -> String {
    let case = order.lines.iter().find_map(|line| line.case);
    let account = order.lines.iter().find_map(|line| line.account.as_deref());
    match (case, account) {
        (Some(number), _) => format!("/cases/{number}"),
        (None, Some(number)) => format!("/water/{number}/pay"),
        (None, None) => "/pay".to_owned(),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use shuiting_shared::api::RefundView;
    use shuiting_shared::number::CaseNumber;
    use shuiting_shared::pay::RefundState;

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

    #[test]
    fn the_same_again_is_asked_for_in_the_same_words() {
        let open = order(OrderState::Open);
        let NewOrder { what, amount, .. } = again(&open);
        assert_eq!(amount, Fen(5481));
        assert_eq!(
            what,
            ToPay::Bills {
                account: "0769123456".into(),
                periods: vec!["2026-10".parse().unwrap()]
            }
        );
        assert_eq!(anew(&open), "/water/0769123456/pay");
        let number = CaseNumber::from_index(7);
        let mut fee = open;
        (fee.lines[0].period, fee.lines[0].case) = (None, Some(number));
        assert_eq!(again(&fee).what, ToPay::Case { number });
        assert_eq!(anew(&fee), format!("/cases/{number}"));
    }
}
