//! The bank that pays an account's bills: which one, from when on, and how one ends it.

mod words;

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::{DebitView, WaterAccountView};
use shuiting_shared::debit::ContractState;
use shuiting_shared::time::say_day;
use shuiting_shared::words::Lang;

use super::owed::PATH;
use crate::ask::AskFirst;
use crate::notice::Notices;
use crate::trouble::Trouble;

/// Which card pays, and from when on.
fn said(debit: &DebitView, lang: Lang) -> String {
    let card = words::card(debit.bank.label().get(lang), &debit.last_four, lang);
    match debit.first {
        Some(first) => words::from(&card, &first.say(lang), lang),
        None => card,
    }
}

/// The card; nothing where no bank pays.
#[component]
pub(super) fn Debit(load: Loader<WaterAccountView>) -> impl IntoView {
    let debit = Memo::new(move |_| load.get()?.details?.debit);
    move || debit.get().map(|debit| view! { <OneDebit load debit /> })
}

#[component]
fn OneDebit(load: Loader<WaterAccountView>, debit: DebitView) -> impl IntoView {
    let language = Language::here();
    let active = debit.state == ContractState::Active;
    let means = if active { words::ABOUT } else { words::CHECKING };
    let sentence = move || said(&debit, language.get());
    view! {
        <section class="card" aria-labelledby="water-debit">
            <h2 id="water-debit">{say(words::DEBIT)}</h2>
            <p>{sentence}</p>
            <p class="small">{say(means)}</p>
            {active.then(|| view! { <End load /> })}
        </section>
    }
}

/// Ends it, asked once more.
#[component]
fn End(load: Loader<WaterAccountView>) -> impl IntoView {
    let (api, notices) = (Api::here(), Notices::here());
    let (asked, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let number = load.get_untracked().map(|account| account.number).unwrap_or_default();
    let path = StoredValue::new(format!("{PATH}/{number}"));
    let end = move |()| {
        asked.set(false);
        failure.set(None);
        spawn_local(async move {
            let path = path.get_value();
            let answer = api.delete(&format!("{path}/debit")).await;
            // The page may have been left meanwhile.
            if failure.try_set(answer.as_ref().err().cloned()).is_some() || answer.is_err() {
                return;
            }
            notices.tell(words::ENDED);
            load.renew(async move { api.get(&path).await }, |_, fresh| fresh);
        });
    };
    view! {
        <Trouble failure />
        <button type="button" class="button-plain" on:click=move |_| asked.set(true)>
            {say(words::END)}
        </button>
        <Show when=move || asked.get()>
            <AskFirst
                title=words::END_ASK
                yes=words::END
                no=words::KEEP
                on_yes=end
                on_close=move |()| asked.set(false)
            >
                <p>{say(words::END_MEANS)}</p>
            </AskFirst>
        </Show>
    }
}

/// That a bank is about to pay, so that nobody pays twice; nothing where none is.
#[component]
pub(super) fn ByBank(
    /// The day on which a bank pays.
    debit_on: Option<NaiveDate>,
) -> impl IntoView {
    let language = Language::here();
    debit_on.map(|day| {
        let said = move || {
            let lang = language.get();
            words::pays_on(&say_day(day, lang), lang)
        };
        view! {
            <p>
                <Icon name="debit" />
                " "
                {said}
            </p>
        }
    })
}

#[cfg(test)]
mod tests {
    use shuiting_shared::form::Bank;

    use super::*;

    #[test]
    fn it_says_which_card_pays_from_when_on() {
        let mut debit = DebitView {
            bank: Bank::Icbc,
            last_four: "0005".into(),
            state: ContractState::Active,
            first: Some("2026-12".parse().unwrap()),
        };
        assert_eq!(said(&debit, Lang::Zh), "工商银行(尾号0005),从2026年12月出的账单起");
        assert_eq!(
            said(&debit, Lang::En),
            "ICBC, card ending in 0005, from the bill made in Dec 2026 on"
        );
        debit.first = None;
        assert_eq!(said(&debit, Lang::Zh), "工商银行(尾号0005)");
    }
}
