//! A month's debits: which bills the bank is asked for, written once and the same again.

use std::collections::{HashMap, HashSet};

use anyhow::{Context as _, ensure};
use chrono::NaiveDate;
use shuiting_shared::debit::{ContractState, ItemState, OpenBill, first_month, takes};
use shuiting_shared::money::Fen;
use shuiting_shared::time::today;
use shuiting_shared::water::Period;

use super::LOCK;
use super::contract::Card;
use super::file::{self, Written};
use super::store::contract::{self as contracts, Contract};
use super::store::item::{self as items, Item, Run};
use crate::app::App;
use crate::db::{Conn, alone, begin_writing};
use crate::ids;
use crate::problem::Failure;
use crate::water::{self, Owing};

/// Writes the file of a month for the bank, which is to pay on `due`, by default on the house's day.
///
/// The first time it asks for every bill that is due by a contract in use. Again it writes the lines that the bank has not
/// answered, and of these leaves out what was paid otherwise meanwhile, and whose contract has ended; it never asks for more.
pub async fn write_run(app: &App, month: Period, due: Option<NaiveDate>) -> anyhow::Result<Written> {
    let state = app.clone();
    let lines = app
        .db
        .write(move |conn: &mut Conn| -> anyhow::Result<_> {
            begin_writing(conn)?;
            alone(conn, LOCK)?;
            let active = contracts::all(conn, ContractState::Active)?;
            let (run, asked) = match items::run(conn, month)? {
                Some(run) => {
                    ensure!(
                        due.is_none_or(|due| due == run.due),
                        "--due: the file of {month} was written before, with {} as the day",
                        run.due
                    );
                    (run, again(conn, month, &active)?)
                }
                None => first(&state, conn, month, due, &active)?,
            };
            lines(&state, &run, &active, &asked)
        })
        .await?;
    let header = [
        "月份",
        "合同号",
        "户号",
        "账期",
        "金额",
        "扣款日期",
        "银行",
        "卡号",
        "付款人",
    ];
    file::write(header, &lines)
}

/// Asks for the bills of a month. Where there are none, nothing is written down: the file may have been asked for too early.
fn first(
    app: &App,
    conn: &mut Conn,
    month: Period,
    due: Option<NaiveDate>,
    active: &[Contract],
) -> anyhow::Result<(Run, Vec<Item>)> {
    let now = app.clock.now();
    let due = due.unwrap_or_else(|| month.day(app.house.debit.day));
    ensure!(
        due >= today(now),
        "--due: {due} is over; name the day on which the bank is to pay"
    );
    let run = Run {
        month: month.to_string(),
        due,
        created: now.naive_utc(),
    };
    let begins: HashMap<_, _> = active
        .iter()
        .filter_map(|contract| Some((contract.account.as_str(), (contract, first_month(contract.since?)))))
        .collect();
    let accounts: Vec<_> = begins.keys().map(|account| (*account).to_owned()).collect();
    let asked = items::asked(conn)?;
    let mut wanted = Vec::new();
    for bill in water::owing(conn, &accounts)? {
        let Some((contract, first)) = begins.get(bill.number.as_str()) else {
            continue;
        };
        let open = OpenBill {
            issued: bill.issued,
            left: bill.left,
            asked: asked.contains(&(bill.number.clone(), bill.period.to_string())),
        };
        if takes(month, *first, &open) {
            wanted.push(Item {
                id: ids::new(now),
                month: run.month.clone(),
                contract_id: contract.id.clone(),
                account: bill.number,
                period: bill.period.to_string(),
                amount: bill.left.0,
                state: ItemState::Sent.code().to_owned(),
                reason: None,
                answered: None,
            });
        }
    }
    wanted.sort_by(|one, other| (&one.account, &one.period).cmp(&(&other.account, &other.period)));
    if !wanted.is_empty() {
        items::add(conn, &run, &wanted)?;
    }
    Ok((run, wanted))
}

/// What is still asked for of a month.
fn again(conn: &mut Conn, month: Period, active: &[Contract]) -> Result<Vec<Item>, Failure> {
    let sent = items::sent_of(conn, month)?;
    let in_use: HashSet<_> = active.iter().map(|contract| contract.id.as_str()).collect();
    let accounts: Vec<_> = sent.iter().map(|item| item.account.clone()).collect();
    let left: HashMap<_, _> = water::owing(conn, &accounts)?
        .into_iter()
        .map(
            |Owing {
                 number, period, left, ..
             }| ((number, period.to_string()), left),
        )
        .collect();
    let mut asked = Vec::new();
    for item in sent {
        let left = left.get(&(item.account.clone(), item.period.clone())).copied();
        if in_use.contains(item.contract_id.as_str()) && left.unwrap_or(Fen::ZERO) >= item.amount() {
            asked.push(item);
        } else {
            items::leave_out(conn, &item.id)?;
        }
    }
    Ok(asked)
}

fn lines(app: &App, run: &Run, active: &[Contract], asked: &[Item]) -> anyhow::Result<Vec<[String; 9]>> {
    let contracts: HashMap<_, _> = active.iter().map(|contract| (contract.id.as_str(), contract)).collect();
    asked
        .iter()
        .map(|item| {
            let contract = contracts.get(item.contract_id.as_str());
            let contract = contract.with_context(|| format!("debit {} is of no contract in use", item.id))?;
            let Card { number, payer, .. } = Card::open(app, contract)?;
            Ok([
                run.month.clone(),
                item.contract_id.clone(),
                item.account.clone(),
                item.period.clone(),
                item.amount().to_string(),
                run.due.to_string(),
                contract.bank()?.label().zh.to_owned(),
                number,
                payer,
            ])
        })
        .collect()
}
