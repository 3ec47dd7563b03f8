//! What became of an order: how it stands, and what can be done next.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shuiting_parts::api::Api;
use shuiting_parts::lang::say;
use shuiting_parts::load::{Faces, Load, Loader};
use shuiting_shared::api::OrderView;
use shuiting_shared::problem::Code;

use super::go::ORDERS;
use super::next::Next;
use super::receipt::Receipt;
use super::wait::{Wait, look, waits};
use super::words;
use crate::door::ForResidents;
use crate::page::Page;
use crate::water::Nowhere;

/// The page of the order that the address names.
#[component]
pub(crate) fn OrderPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("order").unwrap_or_default()));
    move || {
        view! {
            <Page title=say(words::PAYMENT) back="/pay">
                <ForResidents about=words::SIGN_IN_ABOUT>
                    <Order path=address(&id.get()) show=told />
                </ForResidents>
            </Page>
        }
    }
}

/// How it stands, and what can be done next.
fn told(load: Loader<OrderView>) -> impl IntoView {
    view! {
        {move || load.get().map(|order| view! { <Receipt order /> })}
        <Show when=move || load.get().is_some_and(|order| waits(&order))>
            <Wait load />
        </Show>
        <Next load />
    }
}

/// Where an order is asked about.
pub(super) fn address(id: &str) -> String {
    format!("{ORDERS}/{id}")
}

/// Fetches an order, and asks the bank at once where it has something left to tell.
#[component]
pub(super) fn Order<V: IntoView + 'static>(
    /// Where it is.
    path: String,
    /// What is shown of it.
    show: fn(Loader<OrderView>) -> V,
) -> impl IntoView {
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
                {show(load)}
            </Faces>
        </Show>
    }
}
