//! What is owed on a water account, for whoever pays it.

use shuiting_shared::api::{OwedBill, OwedView};
use shuiting_shared::form::AccountNumber;
use shuiting_shared::person::PersonName;
use shuiting_shared::problem::Code;
use shuiting_shared::water::BillState;

use super::binding::store::{self as bindings, Kind, Tries, Whose};
use super::{store, view};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::debit;
use crate::problem::Failure;
use crate::session::Caller;

/// Accounts of others that somebody looks up within a day: enough for a whole family's, too few to go through a street.
const LOOKED_UP: usize = 20;

/// The bills of a water account of which something is unpaid, oldest first.
pub fn unpaid(app: &App, conn: &mut Conn, number: &str) -> Result<Vec<OwedBill>, Failure> {
    let today = view::today(app);
    let (rows, debits) = (store::unpaid(conn, number)?, debit::collected(conn, number)?);
    let bills = rows.into_iter().map(|row| {
        let unpaid = row.unpaid(&app.tariffs, today);
        let period = row.period()?;
        Ok(OwedBill {
            debit_on: debits.iter().find(|(of, _)| *of == period).map(|(_, day)| *day),
            period,
            due: unpaid.due,
            left: unpaid.left,
            late_fee: unpaid.late_fee,
            state: BillState::of(row.total(), row.paid(), unpaid.due, today),
        })
    });
    bills.collect()
}

/// What is owed on an account, whoever holds it; nothing where there is none. Looking up others' is written down, so that
/// it is no error here where there is none: that would take back what was written.
pub fn look_up_owed(app: &App, conn: &mut Conn, caller: &Caller, number: &str) -> Result<Option<OwedView>, Failure> {
    let me = caller.resident()?;
    me.proved_phone()?;
    let number = AccountNumber::read(number).map_err(|_| Failure::new(Code::NotFound))?;
    let number = number.digits();
    if bindings::find(conn, &me.account, number)?.is_none() {
        alone(conn, &format!("bindings of {}", me.account))?;
        let now = app.clock.now();
        let tries = Tries::of(conn, Kind::Owed, Whose::Resident(&me.account), now)?;
        if tries.count() >= LOOKED_UP {
            let seconds = tries.seconds_above(LOOKED_UP, now);
            return Err(Failure::new(Code::TriedTooOften).retry_after(seconds));
        }
        bindings::note(conn, Kind::Owed, &me.account, number, now)?;
    }
    let Some(row) = store::find(conn, number)? else {
        return Ok(None);
    };
    Ok(Some(OwedView {
        holder: PersonName::read(&row.name).map_or_else(|_| "*".to_owned(), |name| name.to_string()),
        bills: unpaid(app, conn, number)?,
        payable: app.gateway.is_some(),
        number: row.number,
    }))
}
