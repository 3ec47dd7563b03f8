//! What is owed, in a sentence; on the first page for all of my accounts.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::Language;
use shuiting_parts::load::Loader;
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{Me, WaterAccountView};
use shuiting_shared::money::Fen;
use shuiting_shared::time::say_day;
use shuiting_shared::words::Lang;

use super::words;

/// Where my water accounts are fetched.
pub(crate) const PATH: &str = "/api/v1/me/water-accounts";

/// What is owed on these accounts: how much, how much of it is late, or else until when it is to be paid; nothing where
/// nothing is.
pub(super) fn said(accounts: &[WaterAccountView], lang: Lang) -> Option<String> {
    let owed: Fen = accounts.iter().map(|account| account.owed).sum();
    let overdue: Fen = accounts.iter().map(|account| account.overdue).sum();
    let due = accounts.iter().filter_map(|account| account.due).min();
    if !owed.owed() {
        return None;
    }
    // Where a bank pays all that is owed, nobody is told to pay by themselves.
    let mut owing = accounts.iter().filter(|account| account.owed.owed());
    let by_bank = !overdue.owed() && owing.all(|account| account.debit_on.is_some());
    let more = if by_bank {
        Some(words::BY_BANK.get(lang).to_owned())
    } else if overdue == owed {
        Some(words::ALL_LATE.get(lang).to_owned())
    } else if overdue.owed() {
        Some(words::late(&overdue.say(lang), lang))
    } else {
        due.map(|due| words::pay_by(&say_day(due, lang), lang))
    };
    let parts: Vec<_> = [Some(words::owed(&owed.say(lang), lang)), more]
        .into_iter()
        .flatten()
        .collect();
    Some(parts.join(match lang {
        Lang::Zh => ",",
        Lang::En => ", ",
    }))
}

/// What is owed on all of my accounts, with the way there; nothing where nothing is, or where it did not come: the first
/// page is of use without.
#[component]
pub(crate) fn OwedLine() -> impl IntoView {
    let (api, signed_in, language) = (Api::here(), SignedIn::here(), Language::here());
    let load = Loader::<Vec<WaterAccountView>>::default();
    let resident = Memo::new(move |_| match signed_in.me() {
        Some(Me::Resident { phone, .. }) => Some(phone),
        _ => None,
    });
    Effect::new(move || {
        if resident.get().is_some() {
            load.follow(async move { api.get(PATH).await });
        } else {
            load.put(Vec::new());
        }
    });
    let said = Memo::new(move |_| said(&load.get().unwrap_or_default(), language.get()));
    let href = move || {
        let accounts = load.get().unwrap_or_default();
        let owing: Vec<_> = accounts.iter().filter(|account| account.owed.owed()).collect();
        match owing.as_slice() {
            [only] => format!("/water/{}", only.number),
            _ => "/water".to_owned(),
        }
    };
    view! {
        <Show when=move || said.with(Option::is_some)>
            <ul class="rows" role="list">
                <li>
                    <a class="row" href=href>
                        <span class="row-icon">
                            <Icon name="bill" />
                        </span>
                        <span class="row-body">{move || said.get()}</span>
                        <Icon name="chevron" />
                    </a>
                </li>
            </ul>
        </Show>
    }
}

#[cfg(test)]
pub(super) mod tests {
    use chrono::NaiveDate;
    use shuiting_shared::water::{Right, WaterState};

    use super::*;

    pub(in crate::water) fn account(owed: i64, overdue: i64) -> WaterAccountView {
        WaterAccountView {
            number: "0769123456".into(),
            name: None,
            right: Right::Read,
            town: "nancheng".into(),
            address: "鸿福路100号".into(),
            state: WaterState::Active,
            suspended_from: None,
            owed: Fen(owed),
            overdue: Fen(overdue),
            late_fee: Fen::ZERO,
            due: NaiveDate::from_ymd_opt(2026, 12, 1).filter(|_| owed > 0),
            credit: Fen::ZERO,
            debit_on: None,
            details: None,
        }
    }

    #[test]
    fn nothing_is_said_where_nothing_is_owed() {
        assert_eq!(said(&[], Lang::Zh), None);
        assert_eq!(said(&[account(0, 0)], Lang::Zh), None);
    }

    #[test]
    fn it_says_until_when_and_how_much_is_late() {
        let open = [account(5400, 0), account(0, 0)];
        assert_eq!(
            said(&open, Lang::Zh).as_deref(),
            Some("欠费54.00元,请在2026年12月1日前缴")
        );
        assert_eq!(
            said(&open, Lang::En).as_deref(),
            Some("¥54.00 owed, please pay by 1 Dec 2026")
        );
        let debited = WaterAccountView {
            debit_on: NaiveDate::from_ymd_opt(2026, 12, 15),
            ..account(5400, 0)
        };
        assert_eq!(said(&[debited], Lang::Zh).as_deref(), Some("欠费54.00元,银行会扣款"));
        let all_late = [account(5400, 5400)];
        assert_eq!(said(&all_late, Lang::Zh).as_deref(), Some("欠费54.00元,已过期限"));
        let late = [account(5400, 5400), account(3000, 0)];
        assert_eq!(
            said(&late, Lang::Zh).as_deref(),
            Some("欠费84.00元,其中54.00元已过期限")
        );
    }
}
