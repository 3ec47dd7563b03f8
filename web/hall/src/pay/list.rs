//! What one has paid.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::OrderView;
use shuiting_shared::pay::OrderState;
use shuiting_shared::time::exact;
use shuiting_shared::words::Lang;

use super::go::ORDERS;
use super::words;
use crate::door::ForResidents;
use crate::empty::Empty;
use crate::page::Page;

/// The page.
#[component]
pub(crate) fn PaymentsPage() -> impl IntoView {
    view! {
        <Page title=say(words::PAYMENTS) back="/water">
            <ForResidents about=words::SIGN_IN_ABOUT>
                <Payments />
            </ForResidents>
        </Page>
    }
}

#[component]
fn Payments() -> impl IntoView {
    let api = Api::here();
    let load = Loader::<Vec<OrderView>>::default();
    let ask = move || async move { api.get(ORDERS).await };
    load.fetch(ask());
    let orders = move || load.get().unwrap_or_default();
    view! {
        <Faces load happening=words::FETCHING_ORDERS retry=move |()| load.fetch(ask())>
            <Show
                when=move || !orders().is_empty()
                fallback=|| {
                    view! { <Empty title=words::NONE help=words::NONE_HELP begin=words::TO_WATER href="/water" /> }
                }
            >
                <ul class="rows" role="list">
                    <For each=orders key=|order| order.id.clone() let:order>
                        <Row order />
                    </For>
                </ul>
            </Show>
        </Faces>
    }
}

/// What an order is for, and the number of it: how many bills of which account, or which case.
fn about(order: &OrderView, lang: Lang) -> (String, String) {
    let case = order.lines.iter().find_map(|line| line.service.zip(line.case));
    let account = order.lines.iter().find_map(|line| line.account.clone());
    match case {
        Some((service, number)) => (service.label().get(lang).to_owned(), number.to_string()),
        None => (words::bills(order.lines.len(), lang), account.unwrap_or_default()),
    }
}

const fn tone(state: OrderState) -> &'static str {
    match state {
        OrderState::Paid => "tag water-paid",
        OrderState::Open => "tag water-open",
        OrderState::Closed => "tag",
    }
}

#[component]
fn Row(order: OrderView) -> impl IntoView {
    let language = Language::here();
    let href = format!("/pay/{}", order.id);
    let (amount, state, at) = (order.amount, order.state, order.paid_at.unwrap_or(order.created));
    let order = StoredValue::new(order);
    let about = move || order.with_value(|order| about(order, language.get()));
    view! {
        <li>
            <a class="row" href=href>
                <span class="row-body">
                    <b>{move || about().0}</b>
                    <span class="small">{move || about().1}</span>
                    <span class="small">{exact(at)}</span>
                </span>
                <span class="water-amount">
                    <span>{move || amount.say(language.get())}</span>
                    <span class=tone(state)>{say(state.label())}</span>
                </span>
                <Icon name="chevron" />
            </a>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::super::receipt::tests::order;
    use super::*;

    #[test]
    fn an_order_is_known_by_what_it_is_for() {
        let bills = order(OrderState::Paid);
        let number = || "0769123456".to_owned();
        assert_eq!(about(&bills, Lang::Zh), ("水费1期".to_owned(), number()));
        assert_eq!(about(&bills, Lang::En), ("1 water bill".to_owned(), number()));
    }
}
