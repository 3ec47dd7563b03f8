//! New contracts, which go to the bank, and whether it agrees. What it answers moves the case of the contract on.

use std::collections::HashMap;
use std::io::Read;

use anyhow::Context as _;
use shuiting_shared::debit::{BankReason, ContractState, first_month};
use shuiting_shared::time::today;
use shuiting_shared::words::Lang;

use super::LOCK;
use super::contract::Card;
use super::file::{self, Written};
use super::store::contract::{self as store, Contract};
use crate::app::App;
use crate::case;
use crate::db::{Conn, alone, begin_writing};
use crate::import::{self, Cells, Column, Fault, Faults, Noted, Outcome, Wrong};
use crate::problem::Failure;

/// Writes the contracts that the bank has to check; the same ones again until it has answered.
pub async fn write_checks(app: &App) -> anyhow::Result<Written> {
    let state = app.clone();
    let lines = app
        .db
        .read(move |conn: &mut Conn| -> Result<_, Failure> {
            let waiting = store::all(conn, ContractState::Checking)?;
            waiting
                .iter()
                .map(|contract| line(&state, contract))
                .collect::<Result<Vec<_>, _>>()
        })
        .await?;
    file::write(["合同号", "户号", "银行", "卡号", "付款人", "证件号"], &lines)
}

fn line(app: &App, contract: &Contract) -> Result<[String; 6], Failure> {
    let Card {
        number,
        payer,
        payer_id,
    } = Card::open(app, contract)?;
    Ok([
        contract.id.clone(),
        contract.account.clone(),
        contract.bank()?.label().zh.to_owned(),
        number,
        payer,
        payer_id,
    ])
}

/// The columns of the bank's answer. Those of our own file may come back with it; they are not read.
const COLUMNS: &[Column] = &[
    Column::must("合同号", "contract"),
    Column::must("结果", "result"),
    Column::may("原因", "reason"),
    Column::may("户号", "number"),
    Column::may("银行", "bank"),
    Column::may("卡号", "card"),
    Column::may("付款人", "payer"),
    Column::may("证件号", "payer_id"),
];

/// What the bank answers to one contract.
struct Check {
    line: u64,
    contract: String,
    /// Why it does not agree; nothing where it does.
    refused: Option<BankReason>,
}

impl Check {
    fn read(cells: &mut Cells<'_>) -> Result<Self, Noted> {
        let contract = cells.must(file::contract);
        let agrees = cells.must(file::either(
            ["通过", "ok"],
            ["不通过", "refused"],
            "通过 (ok), 不通过 (refused)",
        ));
        let reason = cells.may(file::reason);
        let (contract, agrees, reason) = (contract?, agrees?, reason?);
        if !agrees && reason.is_none() {
            return Err(cells.wrong("reason", file::why()));
        }
        Ok(Self {
            line: cells.line(),
            contract,
            refused: reason.filter(|_| !agrees),
        })
    }
}

/// What was taken of a file of the bank's answers to contracts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Contracts that are in use from now on.
    pub begun: usize,
    /// Contracts that the bank does not agree to.
    pub refused: usize,
    /// Lines that say what was known.
    pub same: usize,
}

/// Takes the bank's answers to contracts, or says all that is wrong with the file and takes nothing.
pub async fn take_checks(app: &App, text: impl Read) -> anyhow::Result<Outcome<Checked>> {
    let mut checks = Vec::new();
    let mut faults = import::each_line(text, COLUMNS, |cells| {
        checks.extend(Check::read(cells));
        Ok(())
    })?;
    let state = app.clone();
    app.db
        .write(move |conn: &mut Conn| -> anyhow::Result<_> {
            begin_writing(conn)?;
            alone(conn, LOCK)?;
            let fresh = fresh(conn, &checks, &mut faults)?;
            if !faults.is_empty() {
                return Ok(Outcome::Refused(faults));
            }
            let mut taken = Checked {
                same: checks.len() - fresh.len(),
                ..Checked::default()
            };
            for (contract, refused) in fresh {
                enter(&state, conn, &contract, refused)
                    .with_context(|| format!("the case of contract {} cannot go on", contract.id))?;
                match refused {
                    Some(_) => taken.refused += 1,
                    None => taken.begun += 1,
                }
            }
            Ok(Outcome::Taken(taken))
        })
        .await
}

/// The answers that say something new, with their contracts; what is wrong with others is noted.
fn fresh(
    conn: &mut Conn,
    checks: &[Check],
    faults: &mut Faults,
) -> Result<Vec<(Contract, Option<BankReason>)>, Failure> {
    let mut first = HashMap::new();
    let mut fresh = Vec::new();
    for check in checks {
        let before = *first.entry(&check.contract).or_insert(check.line);
        if before != check.line {
            faults.add(Wrong::new(check.line, "", Fault::Twice(before)));
            continue;
        }
        let Some(contract) = store::find(conn, &check.contract)? else {
            faults.add(Wrong::new(check.line, "contract", Fault::NoContract));
            continue;
        };
        match (contract.state()?, check.refused) {
            (ContractState::Checking, refused) => fresh.push((contract, refused)),
            (ContractState::Active | ContractState::Ended, None) | (ContractState::Refused, Some(_)) => {}
            _ => faults.add(Wrong::new(check.line, "result", Fault::AnsweredOtherwise)),
        }
    }
    Ok(fresh)
}

/// Moves the case on: to its end, or to its close with the bank's reason. The contract follows it.
fn enter(app: &App, conn: &mut Conn, contract: &Contract, refused: Option<BankReason>) -> Result<(), Failure> {
    let lang = contract.lang();
    let (bank, card) = (contract.bank()?.label().get(lang), &contract.last_four);
    let first = first_month(today(app.clock.now())).say(lang);
    let answer = match (refused, lang) {
        (None, Lang::Zh) => Ok(format!("银行核对通过,从{first}出的账单起由{bank}(尾号{card})代扣")),
        (None, Lang::En) => Ok(format!(
            "The bank agrees; from the bill made in {first} on, {bank} ({card}) pays"
        )),
        (Some(reason), Lang::Zh) => {
            let (why, remedy) = (reason.label().zh, reason.remedy().zh);
            Err(format!("{bank}没有同意代扣:{why}。{remedy}"))
        }
        (Some(reason), Lang::En) => {
            let (why, remedy) = (reason.label().en, reason.remedy().en);
            Err(format!("{bank} does not agree to the debit: {why}. {remedy}"))
        }
    };
    case::enter_for_bank(app, conn, &contract.case_id, answer)
}
