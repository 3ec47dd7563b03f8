//! The tables of the months' files and of their lines.

use std::collections::HashSet;

use anyhow::Context as _;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use shuiting_shared::debit::{Answer, BankReason, ItemState};
use shuiting_shared::money::Fen;
use shuiting_shared::water::Period;

use crate::db::schema::{debit_contracts, debit_items, debit_runs};
use crate::db::{Conn, insert_many};
use crate::problem::Failure;

/// A month's file as stored.
#[derive(Queryable, Insertable)]
#[diesel(table_name = debit_runs)]
pub(in crate::debit) struct Run {
    pub(in crate::debit) month: String,
    /// The day on which the bank pays.
    pub(in crate::debit) due: NaiveDate,
    pub(in crate::debit) created: NaiveDateTime,
}

/// One of its lines as stored; the amount is fen.
#[derive(Clone, Queryable, Insertable)]
#[diesel(table_name = debit_items, treat_none_as_default_value = false)]
pub(in crate::debit) struct Item {
    pub(in crate::debit) id: String,
    pub(in crate::debit) month: String,
    pub(in crate::debit) contract_id: String,
    pub(in crate::debit) account: String,
    pub(in crate::debit) period: String,
    pub(in crate::debit) amount: i64,
    pub(in crate::debit) state: String,
    pub(in crate::debit) reason: Option<String>,
    /// The day on which the bank paid, or on which its refusal came in.
    pub(in crate::debit) answered: Option<NaiveDate>,
}

/// The month with this text; one that is none is damage.
pub(in crate::debit) fn month(text: &str) -> Result<Period, Failure> {
    text.parse::<Period>()
        .with_context(|| format!("{text} in a debit"))
        .map_err(Failure::broken)
}

/// The state with this code; one that is none is damage.
pub(in crate::debit) fn state(code: &str) -> Result<ItemState, Failure> {
    ItemState::from_code(code)
        .with_context(|| format!("{code} in a debit"))
        .map_err(Failure::broken)
}

impl Item {
    pub(in crate::debit) fn amount(&self) -> Fen {
        Fen(self.amount)
    }

    pub(in crate::debit) fn period(&self) -> Result<Period, Failure> {
        month(&self.period)
    }

    pub(in crate::debit) fn reason(&self) -> Option<BankReason> {
        BankReason::from_code(self.reason.as_deref()?)
    }

    /// What the bank has answered to it.
    pub(in crate::debit) fn answer(&self) -> Result<Option<Answer>, Failure> {
        Ok(match (state(&self.state)?, self.answered) {
            (ItemState::Paid | ItemState::Double, Some(day)) => Some(Answer::Paid(day)),
            (ItemState::Failed, _) => Some(Answer::Failed(self.reason().unwrap_or(BankReason::Other))),
            _ => None,
        })
    }
}

pub(in crate::debit) fn run(conn: &mut Conn, month: Period) -> QueryResult<Option<Run>> {
    debit_runs::table.find(month.to_string()).first(conn).optional()
}

/// The newest files.
pub(in crate::debit) fn runs(conn: &mut Conn, most: i64) -> QueryResult<Vec<Run>> {
    debit_runs::table.order(debit_runs::month.desc()).limit(most).load(conn)
}

pub(in crate::debit) fn add(conn: &mut Conn, run: &Run, items: &[Item]) -> QueryResult<()> {
    /// Lines that are sent to the database at once.
    const BATCH: usize = 1000;
    diesel::insert_into(debit_runs::table).values(run).execute(conn)?;
    for batch in items.chunks(BATCH) {
        insert_many!(conn, debit_items::table, batch)?;
    }
    Ok(())
}

/// The lines of a file that the bank has not answered, by account and month.
pub(in crate::debit) fn sent_of(conn: &mut Conn, month: Period) -> QueryResult<Vec<Item>> {
    debit_items::table
        .filter(
            debit_items::month
                .eq(month.to_string())
                .and(debit_items::state.eq(ItemState::Sent.code())),
        )
        .order((debit_items::account, debit_items::period))
        .load(conn)
}

/// The bills that the bank has been asked for and has not answered, by account and month.
pub(in crate::debit) fn asked(conn: &mut Conn) -> QueryResult<HashSet<(String, String)>> {
    let found: Vec<(String, String)> = debit_items::table
        .filter(debit_items::state.eq(ItemState::Sent.code()))
        .select((debit_items::account, debit_items::period))
        .load(conn)?;
    Ok(found.into_iter().collect())
}

/// Of an account: for which month, and when the bank pays.
pub(in crate::debit) fn asked_of(conn: &mut Conn, account: &str) -> QueryResult<Vec<(String, NaiveDate)>> {
    debit_items::table
        .inner_join(debit_runs::table)
        .filter(
            debit_items::account
                .eq(account)
                .and(debit_items::state.eq(ItemState::Sent.code())),
        )
        .select((debit_items::period, debit_runs::due))
        .load(conn)
}

pub(in crate::debit) fn find(
    conn: &mut Conn,
    month: Period,
    contract: &str,
    period: Period,
) -> QueryResult<Option<Item>> {
    debit_items::table
        .filter(
            debit_items::month
                .eq(month.to_string())
                .and(debit_items::contract_id.eq(contract))
                .and(debit_items::period.eq(period.to_string())),
        )
        .first(conn)
        .optional()
}

/// All months and states of a contract's debits.
pub(in crate::debit) fn of_contract(conn: &mut Conn, contract: &str) -> Result<Vec<(Period, ItemState)>, Failure> {
    let found: Vec<(String, String)> = debit_items::table
        .filter(debit_items::contract_id.eq(contract))
        .select((debit_items::month, debit_items::state))
        .load(conn)?;
    found
        .iter()
        .map(|(of, stands)| Ok((month(of)?, state(stands)?)))
        .collect()
}

pub(in crate::debit) fn leave_out(conn: &mut Conn, id: &str) -> QueryResult<()> {
    diesel::update(debit_items::table.find(id))
        .set(debit_items::state.eq(ItemState::LeftOut.code()))
        .execute(conn)
        .map(|_| ())
}

pub(in crate::debit) fn answer(
    conn: &mut Conn,
    id: &str,
    state: ItemState,
    reason: Option<BankReason>,
    day: NaiveDate,
) -> QueryResult<()> {
    diesel::update(debit_items::table.find(id))
        .set((
            debit_items::state.eq(state.code()),
            debit_items::reason.eq(reason.map(BankReason::code)),
            debit_items::answered.eq(day),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Debits of a month that stand alike: month, state, how many, and what they come to in fen.
type Count = (String, String, i64, i64);

/// How many debits of each month since one stand how.
pub(in crate::debit) fn counts(conn: &mut Conn, since: &str) -> QueryResult<Vec<Count>> {
    // Summing up, PostgreSQL widens whole numbers and SQLite does not.
    let amount = sql::<BigInt>("CAST(SUM(amount) AS BIGINT)");
    debit_items::table
        .filter(debit_items::month.ge(since))
        .group_by((debit_items::month, debit_items::state))
        .order((debit_items::month, debit_items::state))
        .select((debit_items::month, debit_items::state, count_star(), amount))
        .load(conn)
}

/// What the desk looks for: a month's, those that stand so, or all; the newest month first, each with its bank and the end of
/// its card.
pub(in crate::debit) fn listed(
    conn: &mut Conn,
    month: Option<Period>,
    state: Option<ItemState>,
    most: i64,
) -> QueryResult<Vec<(Item, String, String)>> {
    let mut query = debit_items::table
        .inner_join(debit_contracts::table)
        .order((debit_items::month.desc(), debit_items::account, debit_items::period))
        .select((
            debit_items::all_columns,
            debit_contracts::bank,
            debit_contracts::last_four,
        ))
        .limit(most)
        .into_boxed();
    if let Some(month) = month {
        query = query.filter(debit_items::month.eq(month.to_string()));
    }
    if let Some(state) = state {
        query = query.filter(debit_items::state.eq(state.code()));
    }
    query.load(conn)
}
