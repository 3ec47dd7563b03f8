//! The table of contracts.

use anyhow::Context as _;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Date, Nullable};
use shuiting_shared::debit::{ContractState, Ending};
use shuiting_shared::form::Bank;
use shuiting_shared::words::Lang;

use crate::db::Conn;
use crate::db::schema::debit_contracts;
use crate::problem::Failure;

/// A contract as stored.
#[derive(Clone, Queryable, Insertable)]
#[diesel(table_name = debit_contracts)]
pub(in crate::debit) struct Contract {
    pub(in crate::debit) id: String,
    /// The water account's number.
    pub(in crate::debit) account: String,
    pub(in crate::debit) case_id: String,
    /// Who held the account when it was filed.
    pub(in crate::debit) holder: String,
    pub(in crate::debit) bank: String,
    /// The last four digits of the card.
    pub(in crate::debit) last_four: String,
    /// The card, its payer and their identity number.
    pub(in crate::debit) sealed: String,
    /// The phone that hears of it.
    pub(in crate::debit) phone: String,
    pub(in crate::debit) lang: String,
    pub(in crate::debit) state: String,
    /// Since when it is in use.
    pub(in crate::debit) since: Option<NaiveDate>,
    pub(in crate::debit) ended: Option<NaiveDate>,
    /// Why it ended.
    pub(in crate::debit) reason: Option<String>,
    pub(in crate::debit) created: NaiveDateTime,
}

impl Contract {
    pub(in crate::debit) fn state(&self) -> Result<ContractState, Failure> {
        ContractState::from_code(&self.state)
            .with_context(|| format!("contract {} is {}", self.id, self.state))
            .map_err(Failure::broken)
    }

    pub(in crate::debit) fn bank(&self) -> Result<Bank, Failure> {
        bank(&self.bank)
    }

    pub(in crate::debit) fn lang(&self) -> Lang {
        Lang::from_code(&self.lang)
    }
}

/// The bank with this code; one that is none is damage.
pub(in crate::debit) fn bank(code: &str) -> Result<Bank, Failure> {
    Bank::from_code(code)
        .with_context(|| format!("{code} in a contract"))
        .map_err(Failure::broken)
}

pub(in crate::debit) fn insert(conn: &mut Conn, contract: &Contract) -> QueryResult<()> {
    diesel::insert_into(debit_contracts::table)
        .values(contract)
        .execute(conn)
        .map(|_| ())
}

pub(in crate::debit) fn find(conn: &mut Conn, id: &str) -> QueryResult<Option<Contract>> {
    debit_contracts::table.find(id).first(conn).optional()
}

pub(in crate::debit) fn of_case(conn: &mut Conn, case: &str) -> QueryResult<Option<Contract>> {
    debit_contracts::table
        .filter(debit_contracts::case_id.eq(case))
        .first(conn)
        .optional()
}

/// The contract by which an account's bills are paid.
pub(in crate::debit) fn active(conn: &mut Conn, account: &str) -> QueryResult<Option<Contract>> {
    in_state(conn, account, ContractState::Active)
}

/// The newest contract of an account that stands so.
pub(in crate::debit) fn in_state(
    conn: &mut Conn,
    account: &str,
    state: ContractState,
) -> QueryResult<Option<Contract>> {
    debit_contracts::table
        .filter(
            debit_contracts::account
                .eq(account)
                .and(debit_contracts::state.eq(state.code())),
        )
        .order(debit_contracts::id.desc())
        .first(conn)
        .optional()
}

/// All contracts that stand so, oldest first.
pub(in crate::debit) fn all(conn: &mut Conn, state: ContractState) -> QueryResult<Vec<Contract>> {
    debit_contracts::table
        .filter(debit_contracts::state.eq(state.code()))
        .order(debit_contracts::id)
        .load(conn)
}

/// It is in use from a day on.
pub(in crate::debit) fn begin(conn: &mut Conn, id: &str, day: NaiveDate) -> QueryResult<()> {
    diesel::update(debit_contracts::table.find(id))
        .set((
            debit_contracts::state.eq(ContractState::Active.code()),
            debit_contracts::since.eq(day),
        ))
        .execute(conn)
        .map(|_| ())
}

pub(in crate::debit) fn refuse(conn: &mut Conn, id: &str) -> QueryResult<()> {
    diesel::update(debit_contracts::table.find(id))
        .set(debit_contracts::state.eq(ContractState::Refused.code()))
        .execute(conn)
        .map(|_| ())
}

/// It is in use no more.
pub(in crate::debit) fn end(conn: &mut Conn, id: &str, why: Ending, day: NaiveDate) -> QueryResult<()> {
    diesel::update(debit_contracts::table.find(id))
        .set((
            debit_contracts::state.eq(ContractState::Ended.code()),
            debit_contracts::ended.eq(day),
            debit_contracts::reason.eq(why.code()),
        ))
        .execute(conn)
        .map(|_| ())
}

/// It is in use no more, from the database's own day on: whoever takes a file of accounts has no other.
pub(in crate::debit) fn end_now(conn: &mut Conn, id: &str, why: Ending) -> QueryResult<()> {
    diesel::update(debit_contracts::table.find(id))
        .set((
            debit_contracts::state.eq(ContractState::Ended.code()),
            debit_contracts::ended.eq(sql::<Nullable<Date>>("CURRENT_DATE")),
            debit_contracts::reason.eq(why.code()),
        ))
        .execute(conn)
        .map(|_| ())
}
