//! The bills of an account, one under the other.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::BillView;
use shuiting_shared::water::BillState;

use super::owed::PATH;
use super::usage::{Usage, months};
use super::words;

/// So many are shown.
const SHOWN: usize = 12;

/// The bills, and what they say of the months.
#[component]
pub(super) fn Bills(number: String) -> impl IntoView {
    let api = Api::here();
    let number = StoredValue::new(number);
    let load = Loader::<Vec<BillView>>::default();
    let ask = move || {
        let path = number.with_value(|number| format!("{PATH}/{number}/bills"));
        async move { api.get(&path).await }
    };
    load.fetch(ask());
    let bills = move || {
        let bills = load.get().unwrap_or_default();
        bills.into_iter().take(SHOWN).collect::<Vec<_>>()
    };
    view! {
        {move || load.get().map(|bills| view! { <Usage months=months(&bills, None) /> })}
        <section class="part" aria-labelledby="water-bills">
            <h2 id="water-bills">{say(words::BILLS)}</h2>
            <Faces load happening=words::FETCHING_BILLS retry=move |()| load.fetch(ask())>
                <Show when=move || !bills().is_empty() fallback=NoBills>
                    <ul class="rows" role="list">
                        <For each=bills key=|bill| bill.period let:bill>
                            <Row bill number />
                        </For>
                    </ul>
                </Show>
            </Faces>
        </section>
    }
}

#[component]
fn NoBills() -> impl IntoView {
    view! {
        <div class="card">
            <p>
                <b>{say(words::NO_BILLS)}</b>
            </p>
            <p class="small">{say(words::NO_BILLS_HELP)}</p>
        </div>
    }
}

/// The class that a state is shown in; the word stands beside it.
pub(crate) const fn tone(state: BillState) -> &'static str {
    match state {
        BillState::Paid => "tag water-paid",
        BillState::Open => "tag water-open",
        BillState::Overdue => "tag water-overdue",
    }
}

#[component]
fn Row(bill: BillView, number: StoredValue<String>) -> impl IntoView {
    let language = Language::here();
    let href = number.with_value(|number| format!("/water/{number}/bills/{}", bill.period));
    let BillView {
        period,
        volume,
        total,
        state,
        ..
    } = bill;
    view! {
        <li>
            <a class="row" href=href>
                <span class="row-body">
                    <b>{move || period.say(language.get())}</b>
                    <span class="small">{move || words::cubic(volume, language.get())}</span>
                </span>
                <span class="water-amount">
                    <span>{move || total.say(language.get())}</span>
                    <span class=tone(state)>{say(state.label())}</span>
                </span>
                <Icon name="chevron" />
            </a>
        </li>
    }
}
