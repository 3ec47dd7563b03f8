//! The debits looked for.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::{DebitItemView, DebitQuery, DebitsView};
use shuiting_shared::debit::{BankReason, ItemState};
use shuiting_shared::time::say_day;

use super::{address, words};

/// The states to choose from, and the table.
#[component]
pub(super) fn Items(load: Loader<DebitsView>, query: Memo<DebitQuery>) -> impl IntoView {
    let items = move || load.get().map_or_else(Vec::new, |view| view.items);
    let more = move || load.get().is_some_and(|view| view.more);
    let states = [None].into_iter().chain(ItemState::ALL.iter().copied().map(Some));
    view! {
        <section aria-labelledby="debit-items">
            <h2 id="debit-items">{say(words::DEBITS)}</h2>
            <nav class="choices" aria-label=say(words::STATES)>
                {states.map(|state| view! { <Choice state query /> }).collect_view()}
            </nav>
            <p class="help" hidden=move || !items().is_empty()>
                {say(words::NONE)}
            </p>
            <table hidden=move || items().is_empty()>
                <thead>
                    <tr>
                        <th scope="col">{say(words::MONTH)}</th>
                        <th scope="col">{say(words::ACCOUNT)}</th>
                        <th scope="col">{say(words::BILL)}</th>
                        <th scope="col">{say(words::AMOUNT)}</th>
                        <th scope="col">{say(words::CARD)}</th>
                        <th scope="col">{say(words::STATE)}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=items key=|item| (item.id.clone(), item.state) let:item>
                        <Item item />
                    </For>
                </tbody>
            </table>
            <p class="help" hidden=move || !more()>
                {say(words::MORE)}
            </p>
        </section>
    }
}

#[component]
fn Choice(state: Option<ItemState>, query: Memo<DebitQuery>) -> impl IntoView {
    let href = move || {
        let month = query.with(|query| query.month);
        address::page(&DebitQuery { month, state })
    };
    let here = move || query.with(|query| query.state == state).then_some("true");
    view! {
        <a href=href aria-current=here>
            {say(state.map_or(words::ALL, ItemState::label))}
        </a>
    }
}

#[component]
fn Item(item: DebitItemView) -> impl IntoView {
    let language = Language::here();
    let DebitItemView {
        month,
        account,
        period,
        amount,
        bank,
        last_four,
        state,
        reason,
        answered,
        ..
    } = item;
    let stands = move || {
        let lang = language.get();
        let state = state.label().get(lang).to_owned();
        let reason = reason.map(|reason: BankReason| reason.label().get(lang).to_owned());
        let day = answered.map(|day| say_day(day, lang));
        let parts = [Some(state), reason, day];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let card = move || format!("{} {last_four}", bank.label().get(language.get()));
    let bad = matches!(state, ItemState::Failed | ItemState::Double);
    view! {
        <tr>
            <td>{move || month.say(language.get())}</td>
            <td>{account}</td>
            <td>{move || period.say(language.get())}</td>
            <td class="figure">{move || amount.say(language.get())}</td>
            <td>{card}</td>
            <td class:owing=bad>{stands}</td>
        </tr>
    }
}
