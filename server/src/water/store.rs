//! The tables of water accounts and bills. An import writes them, and what is paid here.

use anyhow::Context as _;
use chrono::NaiveDate;
use diesel::prelude::*;
use shuiting_shared::form::{MeterSize, UseType};
use shuiting_shared::money::Fen;
use shuiting_shared::tariff::Tariffs;
use shuiting_shared::water::{Arrears, Holder, Period, Unpaid, WaterState, arrears};

use crate::db::Conn;
use crate::db::schema::{bills, water_accounts};
use crate::problem::Failure;

/// A water account as stored.
#[derive(Queryable)]
pub(super) struct AccountRow {
    pub(super) number: String,
    pub(super) name: String,
    pub(super) phone: Option<String>,
    id_end: Option<String>,
    pub(super) town: String,
    pub(super) address: String,
    use_type: String,
    pub(super) persons: i32,
    pub(super) persons_until: Option<NaiveDate>,
    pub(super) hardship_until: Option<NaiveDate>,
    pub(super) meter: String,
    meter_size: String,
    state: String,
    pub(super) suspended_from: Option<NaiveDate>,
    _tariff: String,
}

/// What a code stands for; one that stands for nothing is damage.
fn read<T>(code: &str, from_code: fn(&str) -> Option<T>) -> Result<T, Failure> {
    from_code(code)
        .with_context(|| format!("{code} in a row of the billing system"))
        .map_err(Failure::broken)
}

impl AccountRow {
    pub(super) fn holder(&self) -> Holder<'_> {
        Holder {
            name: &self.name,
            phone: self.phone.as_deref(),
            id_end: self.id_end.as_deref(),
        }
    }

    pub(super) fn use_type(&self) -> Result<UseType, Failure> {
        read(&self.use_type, UseType::from_code)
    }

    pub(super) fn meter_size(&self) -> Result<MeterSize, Failure> {
        read(&self.meter_size, MeterSize::from_code)
    }

    pub(super) fn state(&self) -> Result<WaterState, Failure> {
        read(&self.state, WaterState::from_code)
    }
}

/// A bill as stored; amounts are fen, readings and volume m³.
#[derive(Queryable)]
pub(super) struct BillRow {
    _account: String,
    period: String,
    pub(super) issued: NaiveDate,
    pub(super) due: NaiveDate,
    pub(super) previous: i32,
    pub(super) reading: i32,
    pub(super) new_meter: bool,
    pub(super) volume: i32,
    pub(super) months: i32,
    pub(super) persons: i32,
    pub(super) hardship: bool,
    use_type: String,
    pub(super) tariff: String,
    total: i64,
    paid: i64,
    pub(super) paid_on: Option<NaiveDate>,
    _paid_here: i64,
}

impl BillRow {
    pub(super) fn period(&self) -> Result<Period, Failure> {
        read(&self.period, |text| text.parse().ok())
    }

    pub(super) fn use_type(&self) -> Result<UseType, Failure> {
        read(&self.use_type, UseType::from_code)
    }

    pub(super) fn total(&self) -> Fen {
        Fen(self.total)
    }

    pub(super) fn paid(&self) -> Fen {
        Fen(self.paid)
    }

    /// What is unpaid of it on a day.
    pub(super) fn unpaid(&self, tariffs: &Tariffs, today: NaiveDate) -> Unpaid {
        let (left, due) = (self.total() - self.paid(), self.due);
        // An old bill keeps the tariff that held when it was made.
        let tariff = tariffs.at(&self.tariff, self.issued);
        let late_fee = tariff.map_or(Fen::ZERO, |tariff| tariff.late_fee(left, due, today));
        Unpaid { left, due, late_fee }
    }
}

pub(super) fn find(conn: &mut Conn, number: &str) -> QueryResult<Option<AccountRow>> {
    water_accounts::table.find(number).first(conn).optional()
}

/// The bills of an account of which something is unpaid, oldest first.
pub(super) fn unpaid(conn: &mut Conn, number: &str) -> QueryResult<Vec<BillRow>> {
    bills::table
        .filter(bills::account.eq(number).and(bills::total.gt(bills::paid)))
        .order(bills::period)
        .load(conn)
}

/// What is owed on an account on a day.
pub(super) fn owed(conn: &mut Conn, number: &str, tariffs: &Tariffs, today: NaiveDate) -> QueryResult<Arrears> {
    let unpaid = unpaid(conn, number)?;
    Ok(arrears(unpaid.iter().map(|bill| bill.unpaid(tariffs, today)), today))
}

/// The newest bills of an account.
pub(super) fn bills_of(conn: &mut Conn, number: &str, most: i64) -> QueryResult<Vec<BillRow>> {
    bills::table
        .filter(bills::account.eq(number))
        .order(bills::period.desc())
        .limit(most)
        .load(conn)
}

pub(super) fn bill(conn: &mut Conn, number: &str, period: Period) -> QueryResult<Option<BillRow>> {
    bills::table.find((number, period.to_string())).first(conn).optional()
}

/// Puts money that came in on a day towards a bill, where that much of it is still unpaid; says whether it was.
pub fn settle(conn: &mut Conn, number: &str, period: Period, amount: Fen, on: NaiveDate) -> QueryResult<bool> {
    let Fen(amount) = amount;
    let bill = bills::table.find((number, period.to_string()));
    let open = bill.clone().filter((bills::total - bills::paid).ge(amount));
    let settled = diesel::update(open)
        .set((
            bills::paid.eq(bills::paid + amount),
            bills::paid_here.eq(bills::paid_here + amount),
        ))
        .execute(conn)?;
    if settled == 0 {
        return Ok(false);
    }
    diesel::update(bill.filter(bills::paid.ge(bills::total)))
        .set(bills::paid_on.eq(on))
        .execute(conn)?;
    Ok(true)
}
