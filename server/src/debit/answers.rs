//! What the bank answers to a month's debits: a bill is settled, or its resident hears why not and what to do.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;

use anyhow::Context as _;
use chrono::NaiveDate;
use shuiting_shared::debit::{Answer, BankReason, ContractState, ItemState, failed_in_a_row};
use shuiting_shared::message::Message;
use shuiting_shared::money::Fen;
use shuiting_shared::time::today;
use shuiting_shared::water::Period;

use super::LOCK;
use super::contract;
use super::file;
use super::store::contract as contracts;
use super::store::item::{self as items, Item};
use crate::app::App;
use crate::db::{Conn, alone, begin_writing};
use crate::import::{self, Cells, Column, Fault, Faults, Noted, Outcome, Wrong, cell};
use crate::problem::Failure;
use crate::{notice, water};

/// The columns of the bank's answer. The rest of our own file may come back with it; it is not read.
const COLUMNS: &[Column] = &[
    Column::must("月份", "month"),
    Column::must("合同号", "contract"),
    Column::must("户号", "number"),
    Column::must("账期", "period"),
    Column::must("金额", "amount"),
    Column::must("结果", "result"),
    Column::may("实扣日期", "paid_on"),
    Column::may("原因", "reason"),
    Column::may("扣款日期", "due"),
    Column::may("银行", "bank"),
    Column::may("卡号", "card"),
    Column::may("付款人", "payer"),
];

/// What the bank answers to one debit.
struct Reply {
    line: u64,
    month: Period,
    contract: String,
    number: String,
    period: Period,
    amount: Fen,
    answer: Answer,
}

impl Reply {
    fn read(cells: &mut Cells<'_>) -> Result<Self, Noted> {
        // All cells are read before any of them may end it: whoever mends a line wants to know all that is wrong with it.
        let month = cells.must(file::month);
        let contract = cells.must(file::contract);
        let number = cells.must(cell::number);
        let period = cells.must(file::month);
        let amount = cells.must(cell::money);
        let paid = cells.must(file::either(
            ["成功", "paid"],
            ["失败", "failed"],
            "成功 (paid), 失败 (failed)",
        ));
        let paid_on = cells.may(cell::day);
        let reason = cells.may(file::reason);
        let answer = match (paid?, paid_on?, reason?) {
            (true, Some(day), _) => Answer::Paid(day),
            (true, None, _) => return Err(cells.wrong("paid_on", Fault::PaidWhen)),
            (false, _, Some(reason)) => Answer::Failed(reason),
            (false, _, None) => return Err(cells.wrong("reason", file::why())),
        };
        Ok(Self {
            line: cells.line(),
            month: month?,
            contract: contract?,
            number: number?,
            period: period?,
            amount: Fen(amount?),
            answer,
        })
    }
}

/// What was taken of a file of the bank's answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// Bills that were settled.
    pub paid: usize,
    /// Debits that the bank could not pay.
    pub failed: usize,
    /// Debits for bills that had been paid otherwise: the desk gives the money back.
    pub double: usize,
    /// Lines that say what was known.
    pub same: usize,
    /// Contracts that ended, since they failed too often.
    pub ended: usize,
}

/// Takes the bank's answers to debits, or says all that is wrong with the file and takes nothing.
pub async fn take_answers(app: &App, text: impl Read) -> anyhow::Result<Outcome<Answered>> {
    let mut replies = Vec::new();
    let mut faults = import::each_line(text, COLUMNS, |cells| {
        replies.extend(Reply::read(cells));
        Ok(())
    })?;
    let state = app.clone();
    app.db
        .write(move |conn: &mut Conn| -> anyhow::Result<_> {
            begin_writing(conn)?;
            alone(conn, LOCK)?;
            let fresh = fresh(conn, &replies, &mut faults)?;
            if !faults.is_empty() {
                return Ok(Outcome::Refused(faults));
            }
            let mut taken = Answered {
                same: replies.len() - fresh.len(),
                ..Answered::default()
            };
            let mut failed = Failures::default();
            for (item, answer) in fresh {
                match settle(&state, conn, &item, answer)? {
                    ItemState::Paid => taken.paid += 1,
                    ItemState::Double => taken.double += 1,
                    _ => taken.failed += 1,
                }
                if let Answer::Failed(reason) = answer {
                    failed.add(conn, &item, reason)?;
                }
            }
            taken.ended = failed.tell(&state, conn)?;
            Ok(Outcome::Taken(taken))
        })
        .await
}

/// The answers that say something new, with their debits; what is wrong with others is noted.
fn fresh(conn: &mut Conn, replies: &[Reply], faults: &mut Faults) -> Result<Vec<(Item, Answer)>, Failure> {
    let mut first = HashMap::new();
    let mut fresh = Vec::new();
    for reply in replies {
        let mut wrong = |column, fault: Fault| faults.add(Wrong::new(reply.line, column, fault));
        let before = *first
            .entry((reply.month, &reply.contract, reply.period))
            .or_insert(reply.line);
        if before != reply.line {
            wrong("", Fault::Twice(before));
            continue;
        }
        let item = items::find(conn, reply.month, &reply.contract, reply.period)?;
        let Some(item) = item.filter(|item| item.account == reply.number) else {
            wrong("", Fault::NoDebit);
            continue;
        };
        if item.amount() != reply.amount {
            wrong("amount", Fault::OtherAmount(item.amount()));
            continue;
        }
        match reply.answer.is_new(item.answer()?.as_ref()) {
            Ok(true) => fresh.push((item, reply.answer)),
            Ok(false) => {}
            Err(_) => wrong("result", Fault::AnsweredOtherwise),
        }
    }
    Ok(fresh)
}

/// Puts the money towards the bill, where as much is still unpaid of it, and writes the answer down.
fn settle(app: &App, conn: &mut Conn, item: &Item, answer: Answer) -> Result<ItemState, Failure> {
    let (unpaid, day, reason) = match answer {
        Answer::Paid(day) => {
            let settled = water::settle(conn, &item.account, item.period()?, item.amount(), day)?;
            (settled, day, None)
        }
        Answer::Failed(reason) => (false, today(app.clock.now()), Some(reason)),
    };
    let state = answer.leads_to(unpaid);
    items::answer(conn, &item.id, state, reason, day)?;
    Ok(state)
}

/// Debits that failed, by contract: one SMS tells of all of them.
#[derive(Default)]
struct Failures(BTreeMap<String, (Fen, BankReason)>);

impl Failures {
    /// One for a bill that was paid otherwise meanwhile is nobody's trouble.
    fn add(&mut self, conn: &mut Conn, item: &Item, reason: BankReason) -> Result<(), Failure> {
        let (number, period) = (item.account.clone(), item.period()?);
        let owing = water::owing(conn, &[number])?;
        let left: Fen = owing
            .iter()
            .filter(|bill| bill.period == period)
            .map(|bill| bill.left)
            .sum();
        if left.owed() {
            let entry = self.0.entry(item.contract_id.clone()).or_insert((Fen::ZERO, reason));
            entry.0 += left;
        }
        Ok(())
    }

    /// Tells each resident what failed and what to do, and ends contracts that failed too often; says how many.
    fn tell(self, app: &App, conn: &mut Conn) -> anyhow::Result<usize> {
        let day: NaiveDate = today(app.clock.now());
        let mut ended = 0;
        for (id, (amount, reason)) in self.0 {
            let contract = contracts::find(conn, &id)?.with_context(|| format!("there is no contract {id}"))?;
            let in_use = contract.state()? == ContractState::Active;
            let ends = in_use && failed_in_a_row(items::of_contract(conn, &id)?) >= app.house.debit.failures;
            if ends {
                contract::end_failed(conn, &contract, day)?;
                ended += 1;
            }
            let message = Message::DebitFailed {
                end: water::end(&contract.account),
                amount,
                bank: contract.bank()?,
                last_four: contract.last_four.clone(),
                reason,
                ended: ends,
            };
            notice::enqueue(
                app,
                conn,
                Some(&contract.case_id),
                &contract.phone,
                contract.lang(),
                &message,
            )?;
        }
        Ok(ended)
    }
}
