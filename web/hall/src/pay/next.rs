//! What can be done next: paying, paying anew, or going on with the receipt.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_parts::print::PdfLink;
use shuiting_shared::api::{NewOrder, OrderView, ToPay};
use shuiting_shared::pay::OrderState;

use super::choose::Onward;
use super::go::{Going, ORDERS, PayButton};
use super::words;

/// What can be done next.
#[component]
pub(super) fn Next(load: Loader<OrderView>) -> impl IntoView {
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
mod tests {
    use shuiting_shared::money::Fen;
    use shuiting_shared::number::CaseNumber;

    use super::super::receipt::tests::order;
    use super::*;

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
