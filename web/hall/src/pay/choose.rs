//! The bills of an account, and which of them one pays.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use shuiting_parts::api::Api;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Load, Loader};
use shuiting_shared::address::is_ours;
use shuiting_shared::api::{NewOrder, OwedBill, OwedView, ToPay};
use shuiting_shared::money::Fen;
use shuiting_shared::problem::Code;
use shuiting_shared::time::say_day;
use shuiting_shared::water::{BillState, Period};

use super::go::{Going, PayButton};
use super::words;
use crate::door::ForResidents;
use crate::page::Page;
use crate::water::{HOW_TO_PAY, tone};

/// The page of the account that the address names; `then` in the address is where to go on to afterwards.
#[component]
pub(crate) fn PayPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let number = Memo::new(move |_| params.with(|params| params.get("number").unwrap_or_default()));
    let then = Memo::new(move |_| query.with(|query| query.get("then").filter(|then| is_ours(then))));
    let back = move || then.get_untracked().unwrap_or_else(|| "/water".to_owned());
    move || {
        let number = number.get();
        view! {
            <Page title=say(words::PAY_WATER) back=back()>
                <ForResidents about=words::SIGN_IN_ABOUT>
                    <Owed number=number.clone() then />
                </ForResidents>
            </Page>
        }
    }
}

#[component]
fn Owed(number: String, then: Memo<Option<String>>) -> impl IntoView {
    let api = Api::here();
    let path = StoredValue::new(format!("/api/v1/water-accounts/{number}/owed"));
    let load = Loader::<OwedView>::default();
    let ask = move || async move { api.get(&path.get_value()).await };
    load.fetch(ask());
    let unknown = move || {
        load.state
            .with(|state| matches!(state, Load::Failed(failure) if failure.code() == Some(Code::NotFound)))
    };
    view! {
        <Show when=move || !unknown() fallback=Unknown>
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
                {move || load.get().map(|owed| view! { <Choose owed then again=move |()| load.fetch(ask()) /> })}
            </Faces>
        </Show>
    }
}

/// There is no such account.
#[component]
fn Unknown() -> impl IntoView {
    view! {
        <div class="case-empty">
            <p>
                <b>{say(words::UNKNOWN)}</b>
            </p>
            <p class="small">{say(words::UNKNOWN_HELP)}</p>
            <a class="button-plain" href="/services/BILL">
                {say(words::OTHER_NUMBER)}
            </a>
        </div>
    }
}

/// What the bills that are chosen come to.
fn sum(bills: &[OwedBill], chosen: &BTreeSet<Period>) -> Fen {
    let of = bills.iter().filter(|bill| chosen.contains(&bill.period));
    of.map(OwedBill::total).sum()
}

#[component]
fn Choose(owed: OwedView, then: Memo<Option<String>>, #[prop(into)] again: Callback<()>) -> impl IntoView {
    let language = Language::here();
    let OwedView {
        number,
        holder,
        bills,
        payable,
    } = owed;
    let whose = {
        let number = number.clone();
        move || words::whose(&holder, &number, language.get())
    };
    let head = view! { <p class="card">{whose}</p> };
    if bills.is_empty() {
        return view! {
            {head}
            <p class="card">
                <b>{say(words::NOTHING_OWED)}</b>
            </p>
            <Onward then />
        }
        .into_any();
    }
    // What a bank is about to pay is not paid twice, unless one wants to.
    let open = bills.iter().filter(|bill| bill.debit_on.is_none());
    let chosen = RwSignal::new(open.map(|bill| bill.period).collect::<BTreeSet<_>>());
    let going = Going::new();
    let rows = bills
        .iter()
        .map(|bill| view! { <Row bill=bill.clone() chosen /> })
        .collect_view();
    let bills = StoredValue::new(bills);
    let amount = Memo::new(move |_| bills.with_value(|bills| chosen.with(|chosen| sum(bills, chosen))));
    let press = move |()| {
        going.go(NewOrder {
            what: ToPay::Bills {
                account: number.clone(),
                periods: chosen.get_untracked().into_iter().collect(),
            },
            amount: amount.get_untracked(),
            then: then.get_untracked(),
        });
    };
    // What was paid meanwhile, and a late fee that has grown, are looked at anew.
    let changed = move || {
        let code = going.failure.with(|failure| failure.as_ref()?.code());
        matches!(code, Some(Code::AmountChanged | Code::NothingToPay))
    };
    let pays = if payable {
        view! {
            <PayButton going amount nothing=Signal::derive(move || !amount.get().owed()) press />
            <Show when=changed>
                <button type="button" class="button-plain" on:click=move |_| again.run(())>
                    {say(words::LOOK_ANEW)}
                </button>
            </Show>
        }
        .into_any()
    } else {
        view! { <p class="card">{say(HOW_TO_PAY)}</p> }.into_any()
    };
    view! {
        {head}
        <fieldset class="field">
            <legend class="field-label">{say(words::WHICH)}</legend>
            <div class="choices">{rows}</div>
        </fieldset>
        {pays}
    }
    .into_any()
}

/// Where one wanted to go on to.
#[component]
pub(super) fn Onward(#[prop(into)] then: Signal<Option<String>>) -> impl IntoView {
    move || {
        then.get().map(|then| {
            view! {
                <a class="button-main" href=then>
                    {say(words::GO_ON)}
                </a>
            }
        })
    }
}

#[component]
fn Row(bill: OwedBill, chosen: RwSignal<BTreeSet<Period>>) -> impl IntoView {
    let language = Language::here();
    let (period, state, total, fee, due) = (bill.period, bill.state, bill.total(), bill.late_fee, bill.due);
    let by_bank = bill.debit_on;
    let id = StoredValue::new(format!("pay-{period}"));
    let toggle = move |_| {
        chosen.update(|chosen| {
            if !chosen.remove(&period) {
                chosen.insert(period);
            }
        });
    };
    let more = move || {
        let lang = language.get();
        if let Some(day) = by_bank {
            words::by_bank(&say_day(day, lang), lang)
        } else if fee.owed() {
            words::with_fee(&fee.say(lang), lang)
        } else {
            words::pay_by(&say_day(due, lang), lang)
        }
    };
    view! {
        <label class="weui-cell choice" for=id.get_value()>
            <input
                type="checkbox"
                class="choice-input"
                id=id.get_value()
                prop:checked=move || chosen.with(|chosen| chosen.contains(&period))
                on:change=toggle
            />
            <span class="choice-mark" aria-hidden="true"></span>
            <span class="weui-cell__bd pay-bill">
                <span>
                    <b>{move || period.say(language.get())}</b>
                    <span class="small">{more}</span>
                </span>
                <span class="water-amount">
                    <span>{move || total.say(language.get())}</span>
                    {(state == BillState::Overdue).then(|| view! { <span class=tone(state)>{say(state.label())}</span> })}
                </span>
            </span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chosen_is_added_up_with_its_late_fee() {
        let bill = |period: &str, fee| OwedBill {
            period: period.parse().unwrap(),
            due: "2026-10-25".parse().unwrap(),
            left: Fen(5400),
            late_fee: Fen(fee),
            state: BillState::Overdue,
            debit_on: None,
        };
        let bills = [bill("2026-09", 81), bill("2026-10", 0)];
        let chosen = |periods: &[usize]| sum(&bills, &periods.iter().map(|at| bills[*at].period).collect());
        assert_eq!(
            (chosen(&[]), chosen(&[0]), chosen(&[0, 1])),
            (Fen(0), Fen(5481), Fen(10_881))
        );
    }
}
