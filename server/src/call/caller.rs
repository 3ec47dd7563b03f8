//! What the house knows of a number, before anybody says hello.

use shuiting_shared::api::CallerView;

use super::{past, store};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{case, outage, water};

/// Earlier calls that are told.
const CALLS: i64 = 5;
/// Cases that are told.
const CASES: i64 = 8;

/// Accounts, cases, earlier calls and outages of whoever has this number.
pub(super) fn known(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    phone: &str,
    call: &str,
) -> Result<CallerView, Failure> {
    let accounts = water::registered(conn, phone)?;
    let (name, cases) = case::of_phone(app, conn, caller, phone, CASES)?;
    let numbers: Vec<_> = accounts.iter().map(|account| account.told.number.clone()).collect();
    let outages = outage::of_accounts(app, conn, &numbers)?;
    let calls = store::of_phone(conn, phone, call, CALLS)?;
    let holder = accounts.first().map(|account| account.holder.clone());
    Ok(CallerView {
        phone: phone.to_owned(),
        name: name.or(holder),
        accounts: accounts.into_iter().map(|account| account.told).collect(),
        cases,
        calls: calls.iter().map(|row| past(conn, row)).collect::<Result<_, _>>()?,
        outages,
    })
}
