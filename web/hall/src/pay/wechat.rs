//! Paying by WeChat: inside it by its own means, elsewhere by a code that is scanned with it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_navigate, use_params_map};
use shuiting_parts::api::Failure;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::OrderView;
use shuiting_shared::pay::OrderState;
use shuiting_shared::problem::Code;
use shuiting_shared::words::Bi;

use super::go::ORDERS;
use super::order::{Order, address};
use super::receipt;
use super::wait::Wait;
use super::words;
use crate::door::ForResidents;
use crate::page::{Page, instead};
use crate::sign_in::ByWeChat;
use crate::trouble::Trouble;
use crate::wechat::{Env, Paid, WeChat};

/// The address of this page for an order.
fn path(order: &str) -> String {
    format!("/wechat/pay/{order}")
}

/// What an attempt to pay came to, where one is still here.
#[derive(Clone, Debug, PartialEq)]
enum Said {
    /// That no money was taken.
    Plainly(Bi),
    /// Why the server would not have it paid.
    Refused(Failure),
}

/// What is said of an attempt to pay; nothing where one goes on elsewhere.
fn said(paid: Paid) -> Option<Said> {
    match paid {
        Paid::Done | Paid::Elsewhere => None,
        Paid::Cancelled => Some(Said::Plainly(words::CANCELLED)),
        Paid::Failed | Paid::Impossible => Some(Said::Plainly(words::WECHAT_STUCK)),
        Paid::Refused(failure) => Some(Said::Refused(failure)),
    }
}

/// The page on which the order of the address is paid.
#[component]
pub(crate) fn WeChatPayPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("order").unwrap_or_default()));
    move || {
        let (id, back) = (id.get(), format!("/pay/{}", id.get()));
        view! {
            <Page title=say(words::BY_WECHAT) back>
                <ForResidents about=words::SIGN_IN_ABOUT>
                    <Order path=address(&id) show=pays />
                </ForResidents>
            </Page>
        }
    }
}

/// What is paid, and how.
fn pays(load: Loader<OrderView>) -> impl IntoView {
    let language = Language::here();
    let navigate = use_navigate();
    // Once it is paid, or cannot be any more, its own page tells what came of it.
    Effect::new(move |_| {
        if let Some(order) = load.get().filter(|order| order.state != OrderState::Open) {
            navigate(&format!("/pay/{}", order.id), instead());
        }
    });
    let amount = move || load.get().map(|order| order.amount.say(language.get()));
    let lines = move || load.get().map(|order| receipt::lines(&order));
    let way = match WeChat::here().env() {
        Env::Mini | Env::Page => view! { <Here load /> }.into_any(),
        Env::None => view! { <Scanned load /> }.into_any(),
    };
    view! {
        <section class="card" aria-labelledby="pay-sum">
            <h2 id="pay-sum">{say(words::TO_PAY)}</h2>
            <p class="water-sum water-owed">{amount}</p>
            <dl class="facts">{lines}</dl>
        </section>
        {way}
    }
}

/// Inside WeChat: a button, and why nothing came of it.
#[component]
fn Here(load: Loader<OrderView>) -> impl IntoView {
    let (wechat, navigate) = (WeChat::here(), use_navigate());
    let (busy, stuck) = (RwSignal::new(false), RwSignal::new(None::<Said>));
    let failure = RwSignal::new(None::<Failure>);
    let press = move |_| {
        let Some(id) = load
            .get_untracked()
            .map(|order| order.id)
            .filter(|_| !busy.get_untracked())
        else {
            return;
        };
        busy.set(true);
        stuck.set(None);
        let navigate = navigate.clone();
        spawn_local(async move {
            let paid = wechat.pay(&id).await;
            let done = paid == Paid::Done;
            let said = said(paid);
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            if done {
                navigate(&format!("/pay/{id}"), instead());
            }
            stuck.set(said);
        });
    };
    Effect::new(move |_| {
        failure.set(stuck.get().and_then(|said| match said {
            Said::Refused(failure) => Some(failure),
            Said::Plainly(_) => None,
        }));
    });
    let language = Language::here();
    let plainly = move || match stuck.get() {
        Some(Said::Plainly(words)) => Some(language.say(words)),
        _ => None,
    };
    let unknown = move || {
        failure.with(|failure| {
            failure
                .as_ref()
                .is_some_and(|failure| failure.code() == Some(Code::PayInWechat))
        })
    };
    let next = Memo::new(move |_| path(&load.get().map(|order| order.id).unwrap_or_default()));
    view! {
        <p role="status">{plainly}</p>
        <Trouble failure />
        <Show when=unknown>
            <ByWeChat next />
        </Show>
        <button type="button" class="button-main" aria-disabled=move || busy.get().to_string() on:click=press>
            {move || language.say(if busy.get() { words::OPENING } else { words::PAY_HERE })}
        </button>
    }
}

/// In another browser: a code of this page to scan with WeChat. The page goes on by itself once it is paid.
#[component]
fn Scanned(load: Loader<OrderView>) -> impl IntoView {
    let language = Language::here();
    let code = move || {
        let id = load.get().map(|order| order.id)?;
        let source = format!("{ORDERS}/{id}/wechat.svg");
        Some(view! { <img class="pay-code" src=source alt=move || language.say(words::CODE_ALT) /> })
    };
    view! {
        <section class="card pay-scanned" aria-labelledby="pay-scan">
            <h2 id="pay-scan">{say(words::SCAN)}</h2>
            {code}
            <p>{say(words::SCAN_HOW)}</p>
        </section>
        <Wait load />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_still_here_is_told_why() {
        assert_eq!(said(Paid::Done), None);
        assert_eq!(said(Paid::Elsewhere), None);
        assert_eq!(said(Paid::Cancelled), Some(Said::Plainly(words::CANCELLED)));
        assert_eq!(said(Paid::Impossible), Some(Said::Plainly(words::WECHAT_STUCK)));
        assert_eq!(
            said(Paid::Refused(Failure::Offline)),
            Some(Said::Refused(Failure::Offline))
        );
    }
}
