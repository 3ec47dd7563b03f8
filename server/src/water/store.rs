//! The tables of water accounts and bills. An import writes them, what cases decide, and what is paid here.

use anyhow::Context as _;
use chrono::NaiveDate;
use diesel::prelude::*;
use shuiting_shared::form::{MeterSize, UseType};
use shuiting_shared::money::Fen;
use shuiting_shared::tariff::Tariffs;
use shuiting_shared::water::{Account, Arrears, Bill, Holder, Period, Unpaid, WaterState, arrears};

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
    tariff: String,
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

    /// The account as the rules know it.
    pub(super) fn account(&self) -> Result<Account, Failure> {
        Ok(Account {
            name: self.name.clone(),
            phone: self.phone.clone(),
            id_end: self.id_end.clone(),
            use_type: self.use_type()?,
            persons: count(self.persons),
            persons_until: self.persons_until,
            hardship_until: self.hardship_until,
            state: self.state()?,
            suspended_from: self.suspended_from,
            tariff: self.tariff.clone(),
        })
    }
}

/// What is counted is never below nought.
pub(super) const fn count(stored: i32) -> u32 {
    stored.unsigned_abs()
}

/// A count as it is stored.
fn stored(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The columns of an account that cases change, with what is to stand in them, for a table that has them.
macro_rules! changed_columns {
    ($table:ident, $account:expr) => {{
        let account: &shuiting_shared::water::Account = $account;
        (
            $table::name.eq(account.name.clone()),
            $table::phone.eq(account.phone.clone()),
            $table::id_end.eq(account.id_end.clone()),
            $table::use_type.eq(account.use_type.code()),
            $table::persons.eq(i32::try_from(account.persons).unwrap_or(i32::MAX)),
            $table::persons_until.eq(account.persons_until),
            $table::hardship_until.eq(account.hardship_until),
            $table::state.eq(account.state.code()),
            $table::suspended_from.eq(account.suspended_from),
        )
    }};
}
pub(super) use changed_columns;

/// A bill as stored; amounts are fen, readings and volume m³.
#[derive(Queryable)]
pub(super) struct BillRow {
    account: String,
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

    /// The bill as the rules know it.
    pub(super) fn bill(&self) -> Result<Bill, Failure> {
        Ok(Bill {
            period: self.period()?,
            issued: self.issued,
            due: self.due,
            previous: count(self.previous),
            reading: count(self.reading),
            new_meter: self.new_meter,
            volume: count(self.volume),
            months: count(self.months),
            persons: count(self.persons),
            hardship: self.hardship,
            use_type: self.use_type()?,
            tariff: self.tariff.clone(),
            total: self.total(),
        })
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

/// The accounts that are in use and registered with a phone.
pub(super) fn registered(conn: &mut Conn, phone: &str) -> QueryResult<Vec<AccountRow>> {
    /// Accounts of one phone that are told.
    const MOST: i64 = 10;
    water_accounts::table
        .filter(water_accounts::phone.eq(phone))
        .filter(water_accounts::state.ne(WaterState::Closed.code()))
        .order(water_accounts::number)
        .limit(MOST)
        .load(conn)
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

/// A bill of which something is unpaid.
pub struct Owing {
    /// The number of the account.
    pub number: String,
    /// The month that it is for.
    pub period: Period,
    /// When it was made.
    pub issued: NaiveDate,
    /// What is left of it.
    pub left: Fen,
}

/// The bills of these accounts of which something is unpaid, in no order.
pub fn owing(conn: &mut Conn, numbers: &[String]) -> Result<Vec<Owing>, Failure> {
    /// Accounts that are asked for at once.
    const BATCH: usize = 500;
    let mut owing = Vec::new();
    for batch in numbers.chunks(BATCH) {
        let unpaid: Vec<BillRow> = bills::table
            .filter(bills::account.eq_any(batch).and(bills::total.gt(bills::paid)))
            .load(conn)?;
        for bill in unpaid {
            owing.push(Owing {
                period: bill.period()?,
                issued: bill.issued,
                left: bill.total() - bill.paid(),
                number: bill.account,
            });
        }
    }
    Ok(owing)
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

/// Writes an account as it is now.
pub(super) fn write(conn: &mut Conn, number: &str, account: &Account) -> QueryResult<()> {
    diesel::update(water_accounts::table.find(number))
        .set(changed_columns!(water_accounts, account))
        .execute(conn)
        .map(|_| ())
}

/// Adds a bill of which nothing is paid.
pub(super) fn add_bill(conn: &mut Conn, number: &str, bill: &Bill) -> QueryResult<()> {
    diesel::insert_into(bills::table)
        .values((
            bills::account.eq(number),
            bills::period.eq(bill.period.to_string()),
            bills::issued.eq(bill.issued),
            bills::due.eq(bill.due),
            bills::previous.eq(stored(bill.previous)),
            bills::reading.eq(stored(bill.reading)),
            bills::new_meter.eq(bill.new_meter),
            bills::volume.eq(stored(bill.volume)),
            bills::months.eq(stored(bill.months)),
            bills::persons.eq(stored(bill.persons)),
            bills::hardship.eq(bill.hardship),
            bills::use_type.eq(bill.use_type.code()),
            bills::tariff.eq(&bill.tariff),
            bills::total.eq(bill.total.0),
            bills::paid.eq(0),
            bills::paid_here.eq(0),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Corrects what a bill says was used, and what it comes to. What was paid of it stays.
pub(super) fn correct_bill(conn: &mut Conn, number: &str, bill: &Bill) -> QueryResult<()> {
    diesel::update(bills::table.find((number, bill.period.to_string())))
        .set((bills::volume.eq(stored(bill.volume)), bills::total.eq(bill.total.0)))
        .execute(conn)
        .map(|_| ())
}

/// What was paid on an account above what its bills come to.
pub(super) fn credit(conn: &mut Conn, number: &str) -> QueryResult<Fen> {
    let above: Vec<(i64, i64)> = bills::table
        .filter(bills::account.eq(number).and(bills::paid.gt(bills::total)))
        .select((bills::paid, bills::total))
        .load(conn)?;
    Ok(above.into_iter().map(|(paid, total)| Fen(paid - total)).sum())
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
