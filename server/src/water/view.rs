//! Water accounts and bills as they are shown.

use chrono::NaiveDate;
use shuiting_shared::api::{
    AuthorityAccount, BillView, CallerAccount, ShareView, WaterAccountView, WaterBeside, WaterDetails,
};
use shuiting_shared::form::{AccountNumber, Kind};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::person::PersonName;
use shuiting_shared::problem::Code;
use shuiting_shared::time;
use shuiting_shared::water::{BillState, Period, Right};

use super::binding::store::{self as bindings, Binding};
use super::ready;
use super::store::{self, AccountRow, BillRow, count};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Caller, Resident};
use crate::{authority, case, debit};

/// Bills that are listed: two years, so that each month of the last one has its like.
const LISTED: i64 = 24;

pub(super) fn today(app: &App) -> NaiveDate {
    time::today(app.clock.now())
}

/// The water accounts of whoever asks, in the order in which they came among theirs.
pub fn mine(app: &App, conn: &mut Conn, caller: &Caller) -> Result<Vec<WaterAccountView>, Failure> {
    let me = caller.resident()?;
    me.proved_phone()?;
    let mut views = Vec::new();
    for binding in bindings::of(conn, &me.account)? {
        views.push(account(app, conn, me, binding)?);
    }
    Ok(views)
}

/// One of them.
pub(super) fn one(app: &App, conn: &mut Conn, caller: &Caller, number: &str) -> Result<WaterAccountView, Failure> {
    let me = caller.resident()?;
    let binding = bound(conn, me, number)?;
    account(app, conn, me, binding)
}

/// The binding by which somebody sees an account; one that they do not see is not there.
pub(super) fn bound(conn: &mut Conn, me: &Resident, number: &str) -> Result<Binding, Failure> {
    me.proved_phone()?;
    let nowhere = || Failure::new(Code::NotFound);
    let number = AccountNumber::read(number).map_err(|_| nowhere())?;
    bindings::find(conn, &me.account, number.digits())?.ok_or_else(nowhere)
}

fn account(app: &App, conn: &mut Conn, me: &Resident, binding: Binding) -> Result<WaterAccountView, Failure> {
    let row = store::find(conn, &binding.number)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    let owed = store::owed(conn, &row.number, &app.tariffs, today(app))?;
    let right = binding.right();
    let debits = debit::collected(conn, &row.number)?;
    let details = match right {
        Right::Own | Right::Act => Some(details(app, conn, me, &row)?),
        Right::Read => None,
    };
    Ok(WaterAccountView {
        name: binding.name,
        right,
        state: row.state()?,
        suspended_from: row.suspended_from,
        owed: owed.owed,
        overdue: owed.overdue,
        late_fee: owed.late_fee,
        due: owed.due,
        credit: store::credit(conn, &row.number)?,
        debit_on: debits.into_iter().map(|(_, day)| day).min(),
        details,
        number: row.number,
        town: row.town,
        address: row.address,
    })
}

fn details(app: &App, conn: &mut Conn, me: &Resident, row: &AccountRow) -> Result<WaterDetails, Failure> {
    let (account, today) = (row.account()?, today(app));
    let tariff = app.tariffs.at(&account.tariff, today);
    let ordinary = tariff.map_or(account.persons, |tariff| tariff.persons);
    let runs = |day: &NaiveDate| today <= *day;
    // The last letter of a name and four digits are enough to see bills, but not to learn whose they are.
    let holder_in_full = row.phone.is_some() && row.phone == me.phone;
    let shares = bindings::shared_by(conn, &me.account, &row.number)?;
    Ok(WaterDetails {
        holder: if holder_in_full {
            row.name.clone()
        } else {
            PersonName::read(&row.name).map_or_else(|_| "*".to_owned(), |name| name.to_string())
        },
        holder_in_full,
        use_type: row.use_type()?,
        persons: account.persons_on(today, ordinary),
        persons_until: row.persons_until.filter(runs),
        hardship_until: row.hardship_until.filter(runs),
        meter: row.meter.clone(),
        meter_size: row.meter_size()?,
        debit: debit::of_account(conn, &row.number)?,
        acting: authority::acting(conn, &row.number)?,
        shares: shares
            .into_iter()
            .map(|(id, phone, created)| ShareView {
                id,
                phone: Kind::Phone.mask(&phone.unwrap_or_default()),
                since: created.and_utc(),
            })
            .collect(),
    })
}

/// The newest bills of an account, at most 24.
pub(super) fn bills(app: &App, conn: &mut Conn, caller: &Caller, number: &str) -> Result<Vec<BillView>, Failure> {
    let number = bound(conn, caller.resident()?, number)?.number;
    let rows = store::bills_of(conn, &number, LISTED)?;
    let debits = debit::collected(conn, &number)?;
    rows.into_iter().map(|row| bill(app, row, &debits)).collect()
}

/// The bill of a month.
pub(super) fn one_bill(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    number: &str,
    period: &str,
) -> Result<BillView, Failure> {
    let nowhere = || Failure::new(Code::NotFound);
    let number = bound(conn, caller.resident()?, number)?.number;
    let period: Period = period.parse().map_err(|_| nowhere())?;
    let row = store::bill(conn, &number, period)?.ok_or_else(nowhere)?;
    let debits = debit::collected(conn, &number)?;
    bill(app, row, &debits)
}

/// A bill, given the months for which a bank is about to pay, and when.
fn bill(app: &App, row: BillRow, debits: &[(Period, NaiveDate)]) -> Result<BillView, Failure> {
    let (total, paid, today) = (row.total(), row.paid(), today(app));
    let period = row.period()?;
    Ok(BillView {
        period,
        issued: row.issued,
        due: row.due,
        previous: count(row.previous),
        reading: count(row.reading),
        new_meter: row.new_meter,
        volume: count(row.volume),
        months: count(row.months),
        persons: count(row.persons),
        hardship: row.hardship,
        use_type: row.use_type()?,
        total,
        paid,
        late_fee: row.unpaid(&app.tariffs, today).late_fee,
        paid_on: row.paid_on,
        debit_on: debits.iter().find(|(of, _)| *of == period).map(|(_, day)| *day),
        state: BillState::of(total, paid, row.due, today),
        tariff: row.tariff,
    })
}

/// The account that a letter of authority names, for the desk; none where the billing system does not know it.
pub(crate) fn of_authority(conn: &mut Conn, number: &str) -> Result<Option<AuthorityAccount>, Failure> {
    let Some(row) = store::find(conn, number)? else {
        return Ok(None);
    };
    Ok(Some(AuthorityAccount {
        use_type: row.use_type()?,
        holder: row.name,
        town: row.town,
        address: row.address,
    }))
}

/// A water account with the name of its holder in full.
pub struct Registered {
    /// The holder's name.
    pub holder: String,
    /// As it is told.
    pub told: CallerAccount,
}

/// The water accounts that are registered with a phone.
pub fn registered(conn: &mut Conn, phone: &str) -> Result<Vec<Registered>, Failure> {
    let rows = store::registered(conn, phone)?;
    let told = rows.into_iter().map(|row| Registered {
        told: CallerAccount {
            number: row.number,
            // What is no person's name is a company's, and nobody's secret.
            holder: PersonName::read(&row.name).map_or_else(|_| row.name.clone(), |name| name.to_string()),
            town: row.town,
            address: row.address,
        },
        holder: row.name,
    });
    Ok(told.collect())
}

/// The water account that a case names; none where it names none, or one that the billing system does not know.
pub(super) fn beside(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    number: CaseNumber,
) -> Result<Option<WaterBeside>, Failure> {
    caller.staff()?;
    let service = case::service(conn, number)?;
    let Some(number) = case::water_account(conn, number)? else {
        return Ok(None);
    };
    let Some(row) = store::find(conn, &number)? else {
        return Ok(None);
    };
    let owed = store::owed(conn, &number, &app.tariffs, today(app))?;
    Ok(Some(WaterBeside {
        use_type: row.use_type()?,
        state: row.state()?,
        suspended_from: row.suspended_from,
        owed: owed.owed,
        overdue: owed.overdue,
        late_fee: owed.late_fee,
        advice: ready::advice(app, conn, service, &row)?,
        debit: debit::of_account(conn, &number)?,
        number: row.number,
        holder: row.name,
        town: row.town,
        address: row.address,
    }))
}
