//! Waiting for the bank: the hall asks by itself for a while, then whenever one wants to know.

use std::time::Duration;

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::clock::every;
use shuiting_parts::lang::say;
use shuiting_parts::load::Loader;
use shuiting_shared::api::OrderView;
use shuiting_shared::pay::{OrderState, RefundState};

use super::go::ORDERS;
use super::words;

/// How often the bank is asked.
const PERIOD: Duration = Duration::from_secs(3);
/// How many times, before one has to press.
const TIMES: u8 = 20;

/// Whether the bank has something left to tell.
pub(super) fn waits(order: &OrderView) -> bool {
    let returning = |state| matches!(state, RefundState::Asked | RefundState::Accepted);
    match &order.refund {
        Some(refund) => returning(refund.state),
        None => order.state == OrderState::Open,
    }
}

/// Asks the bank, and shows what it says.
pub(super) fn look(api: Api, load: Loader<OrderView>) {
    let Some(id) = load.get_untracked().map(|order| order.id) else {
        return;
    };
    let path = format!("{ORDERS}/{id}/look");
    load.renew(async move { api.post(&path, &()).await }, |_, fresh| fresh);
}

/// Asks by itself as long as something is left to be told, and offers to ask.
#[component]
pub(super) fn Wait(load: Loader<OrderView>) -> impl IntoView {
    let api = Api::here();
    let left = StoredValue::new(TIMES);
    every(PERIOD, move || {
        if left.get_value() > 0 && !document().hidden() {
            left.update_value(|left| *left -= 1);
            look(api, load);
        }
    });
    view! {
        <p class="small" role="status">
            {say(words::ASKING_BANK)}
        </p>
        <button type="button" class="button-plain" on:click=move |_| look(api, load)>
            {say(words::ASK_AGAIN)}
        </button>
    }
}
