//! One order: where, what, until when, and what can be done.

mod acts;
mod call;
mod facts;
mod waits;
mod way;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Faces;
use shuiting_shared::number::CaseNumber;

use crate::app::PAGES;
use crate::orders::Orders;
use crate::page::Page;
use crate::queued::Shown;
use crate::words;
use acts::Acts;
use facts::Facts;
use waits::Waits;

/// The page.
#[component]
pub(crate) fn OrderPage() -> impl IntoView {
    let params = use_params_map();
    let number = Memo::new(move |_| {
        let number = params.with(|params| params.get("number"));
        number.and_then(|number| number.parse::<CaseNumber>().ok())
    });
    move || match number.get() {
        Some(number) => view! { <OneOrder number /> }.into_any(),
        None => view! {
            <Page title=say(words::LOST) back=PAGES.first>
                <p>{say(words::NOT_OURS)}</p>
            </Page>
        }
        .into_any(),
    }
}

#[component]
fn OneOrder(number: CaseNumber) -> impl IntoView {
    let (orders, language) = (Orders::here(), Language::here());
    let shown = Memo::new(move |_| orders.one(number));
    let title = move || {
        let kind = shown.with(|shown| shown.as_ref().map(|shown| shown.order.order.kind.label()));
        let kind = kind.map(|kind| format!("{} ", language.say(kind))).unwrap_or_default();
        format!("{kind}{number}")
    };
    view! {
        <Page title=Signal::derive(title) back=PAGES.first>
            <Waits number />
            <Faces load=orders.load happening=words::FETCHING retry=move |()| orders.fetch()>
                <Show
                    when=move || shown.with(Option::is_some)
                    fallback=|| view! { <p role="status">{say(words::NOT_OURS)}</p> }
                >
                    <Left shown />
                    <Facts shown />
                    <Acts number shown />
                </Show>
            </Faces>
        </Page>
    }
}

/// That it is no more ours once what waits has arrived.
#[component]
fn Left(shown: Memo<Option<Shown>>) -> impl IntoView {
    let language = Language::here();
    let left = move || shown.with(|shown| shown.as_ref().and_then(|shown| shown.left_by));
    view! {
        <div role="status">
            {move || {
                left()
                    .map(|verb| view! { <p class="bar-note bar-done">{words::left_by(verb, language.get())}</p> })
            }}
        </div>
    }
}
