//! What residents and the desk see of direct debit.

use chrono::NaiveDate;
use shuiting_shared::api::{DebitCount, DebitItemView, DebitQuery, DebitRunView, DebitView, DebitsView};
use shuiting_shared::debit::{ContractState, first_month};
use shuiting_shared::money::Fen;
use shuiting_shared::problem::Code;
use shuiting_shared::water::Period;

use super::store::contract::{self as contracts, Contract};
use super::store::item::{self as items, Item};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// Files that the desk is shown.
const RUNS: i64 = 24;
/// Debits that the desk is shown.
const ITEMS: usize = 200;

/// The contract by which the bills of an account are paid, else the one that the bank is checking.
pub(crate) fn of_account(conn: &mut Conn, number: &str) -> Result<Option<DebitView>, Failure> {
    let contract = match contracts::active(conn, number)? {
        Some(active) => Some(active),
        None => contracts::in_state(conn, number, ContractState::Checking)?,
    };
    contract.as_ref().map(view).transpose()
}

fn view(contract: &Contract) -> Result<DebitView, Failure> {
    Ok(DebitView {
        bank: contract.bank()?,
        last_four: contract.last_four.clone(),
        state: contract.state()?,
        first: contract.since.map(first_month),
    })
}

/// The bills of an account that a bank is about to pay, and on which day.
pub(crate) fn collected(conn: &mut Conn, number: &str) -> Result<Vec<(Period, NaiveDate)>, Failure> {
    let asked = items::asked_of(conn, number)?;
    asked
        .into_iter()
        .map(|(period, day)| Ok((items::month(&period)?, day)))
        .collect()
}

/// The files and the debits that the desk looks for.
pub(super) fn listed(conn: &mut Conn, caller: &Caller, query: &DebitQuery) -> Result<DebitsView, Failure> {
    if !caller.staff()?.role.keeps_books() {
        return Err(Failure::new(Code::Forbidden));
    }
    let runs = items::runs(conn, RUNS)?;
    let since = runs.last().map(|run| run.month.clone()).unwrap_or_default();
    let counts = items::counts(conn, &since)?;
    let runs = runs
        .iter()
        .map(|run| {
            let of_run = counts.iter().filter(|(month, ..)| *month == run.month);
            let counts = of_run.map(|(_, state, count, amount)| {
                Ok(DebitCount {
                    state: items::state(state)?,
                    count: u32::try_from(*count).unwrap_or(u32::MAX),
                    amount: Fen(*amount),
                })
            });
            Ok(DebitRunView {
                month: items::month(&run.month)?,
                due: run.due,
                counts: counts.collect::<Result<_, Failure>>()?,
            })
        })
        .collect::<Result<_, Failure>>()?;
    let most = i64::try_from(ITEMS + 1).unwrap_or(i64::MAX);
    let mut found = items::listed(conn, query.month, query.state, most)?;
    let more = found.len() > ITEMS;
    found.truncate(ITEMS);
    let items = found.iter().map(|(item, bank, last_four)| row(item, bank, last_four));
    Ok(DebitsView {
        runs,
        items: items.collect::<Result<_, _>>()?,
        more,
    })
}

fn row(item: &Item, bank: &str, last_four: &str) -> Result<DebitItemView, Failure> {
    Ok(DebitItemView {
        id: item.id.clone(),
        month: items::month(&item.month)?,
        account: item.account.clone(),
        period: item.period()?,
        amount: item.amount(),
        bank: contracts::bank(bank)?,
        last_four: last_four.to_owned(),
        state: items::state(&item.state)?,
        reason: item.reason(),
        answered: item.answered,
    })
}
