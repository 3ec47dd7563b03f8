//! From here to whoever takes the money.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::Language;
use shuiting_shared::api::{CaseView, NewOrder, Ordered, ToPay};
use shuiting_shared::money::Fen;

use super::words;
use crate::trouble::Trouble;
use crate::wechat::{Env, Paid, WeChat};

/// Where orders are asked for.
pub(super) const ORDERS: &str = "/api/v1/pay/orders";
/// Where orders are paid by WeChat, and in the demo city by the bank that plays it.
const WECHATS: [&str; 2] = ["/wechat/pay/", "/demo/pay/"];
/// A browser that comes back may show the page as it was left: the button is free again by then.
const LEAVING: Duration = Duration::from_secs(4);

/// On the way to paying something.
#[derive(Clone, Copy)]
pub(crate) struct Going {
    busy: RwSignal<bool>,
    /// Why one is still here.
    pub(super) failure: RwSignal<Option<Failure>>,
    api: Api,
    wechat: WeChat,
}

impl Going {
    /// Nobody has pressed yet.
    pub(crate) fn new() -> Self {
        Self {
            busy: RwSignal::new(false),
            failure: RwSignal::new(None),
            api: Api::here(),
            wechat: WeChat::here(),
        }
    }

    /// Orders it, and leaves for the page on which it is paid.
    pub(super) fn go(self, order: NewOrder) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            match self.api.post::<Ordered>(ORDERS, &order).await {
                Ok(ordered) => {
                    // The page may have been left meanwhile, and whoever left it did not want to pay.
                    if self.busy.try_get_untracked().is_some() {
                        self.leave(&ordered).await;
                    }
                    let free = move || {
                        self.busy.try_set(false);
                    };
                    set_timeout(free, LEAVING);
                }
                Err(failure) => {
                    self.busy.try_set(false);
                    self.failure.try_set(Some(failure));
                }
            }
        });
    }
}

impl Going {
    /// Leaves for where an order is paid: in the mini-program a page of its own, which lies over this one.
    async fn leave(self, ordered: &Ordered) {
        let by_wechat = WECHATS.iter().any(|page| ordered.go.starts_with(page));
        let over =
            by_wechat && self.wechat.env() == Env::Mini && self.wechat.pay(&ordered.order.id).await == Paid::Elsewhere;
        if !over {
            drop(window().location().assign(&ordered.go));
        }
    }
}

/// The button that leads there, and what went wrong.
#[component]
pub(super) fn PayButton(
    going: Going,
    /// How much.
    #[prop(into)]
    amount: Signal<Fen>,
    /// Whether there is anything to pay.
    #[prop(optional, into)]
    nothing: Signal<bool>,
    /// Pays it.
    #[prop(into)]
    press: Callback<()>,
) -> impl IntoView {
    let language = Language::here();
    let said = move || {
        let lang = language.get();
        if going.busy.get() {
            words::OPENING.get(lang).to_owned()
        } else {
            words::pay(&amount.get().say(lang), lang)
        }
    };
    let off = move || (going.busy.get() || nothing.get()).to_string();
    view! {
        <Trouble failure=going.failure />
        <button
            type="button"
            class="button-main"
            aria-disabled=off
            on:click=move |_| {
                if !nothing.get_untracked() {
                    press.run(());
                }
            }
        >
            {said}
        </button>
    }
}

/// Pays what a case waits for; one comes back to the case.
#[component]
pub(crate) fn PayFee(
    going: Going,
    /// The case.
    case: Memo<CaseView>,
    /// How much.
    amount: Fen,
) -> impl IntoView {
    let press = move |()| {
        let number = case.with_untracked(|case| case.line.number);
        going.go(NewOrder {
            what: ToPay::Case { number },
            amount,
            then: Some(format!("/cases/{number}")),
        });
    };
    view! { <PayButton going amount=Signal::stored(amount) press /> }
}
