//! What cases decide about water accounts. It shows here at once, or on the day from which it holds; it is told to the
//! billing system (`shuiting export changes`), and an older file of it does not undo it ([`super::import`]).

mod export;
pub(super) mod store;

use shuiting_shared::form::Answers;
use shuiting_shared::time::{Moment, today};
use shuiting_shared::water::{Deviation, Effect, Ground, WaterChange};

use super::binding::store as bindings;
use super::import::IMPORT;
use super::store::{self as accounts, BillRow};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::debit;
use crate::ids;
use crate::problem::Failure;
pub use export::export;
use store::Row;

/// The newest bill is all that effects need.
const LATEST: i64 = 1;

/// A step of a case that decides something about a water account.
pub struct Decision<'a> {
    /// The id of the case.
    pub case: &'a str,
    /// The number of the water account.
    pub account: &'a str,
    /// What is decided.
    pub effect: Effect,
    /// What was filed.
    pub answers: &'a Answers,
    /// By how much the meter was found to be wrong.
    pub deviation: Option<Deviation>,
}

/// Writes down what a case decides, and puts it into effect. Nothing is decided about an account that the billing system
/// does not know.
pub fn decide(app: &App, conn: &mut Conn, decision: &Decision<'_>) -> Result<(), Failure> {
    let number = decision.account;
    // An import that is taking over would not see what is decided meanwhile.
    alone(conn, IMPORT)?;
    let Some(row) = accounts::find(conn, number)? else {
        return Ok(());
    };
    let (now, account) = (app.clock.now(), row.account()?);
    let last = accounts::bills_of(conn, number, LATEST)?
        .first()
        .map(BillRow::bill)
        .transpose()?;
    let ground = Ground {
        answers: decision.answers,
        account: &account,
        last: last.as_ref(),
        deviation: decision.deviation,
        tariffs: &app.tariffs,
        due_days: app.house.billing.due_days,
        today: today(now),
    };
    for change in decision.effect.changes(ground) {
        record(conn, decision, &change, now)?;
    }
    if decision.effect == Effect::PassesOn {
        bindings::end(conn, number)?;
        if let Some(row) = accounts::find(conn, number)? {
            debit::new_holder(conn, number, &row.name)?;
        }
    }
    Ok(())
}

fn record(conn: &mut Conn, decision: &Decision<'_>, change: &WaterChange, now: Moment) -> Result<(), Failure> {
    for (id, earlier) in store::open_of(conn, decision.account)? {
        if change.overrules(&earlier) {
            store::arrive(conn, &id)?;
        }
    }
    let holds_from = change.from().unwrap_or_else(|| today(now));
    let applied = holds_from <= today(now);
    if applied {
        apply(conn, decision.account, change)?;
    }
    store::insert(
        conn,
        &Row {
            id: ids::new(now),
            account: decision.account.to_owned(),
            case_id: decision.case.to_owned(),
            at: now.naive_utc(),
            holds_from,
            what: serde_json::to_string(change)?,
            applied,
            arrived: false,
        },
    )?;
    Ok(())
}

fn apply(conn: &mut Conn, number: &str, change: &WaterChange) -> Result<(), Failure> {
    match change {
        WaterChange::Billed { bill } => accounts::add_bill(conn, number, bill)?,
        WaterChange::Rebilled { bill } => accounts::correct_bill(conn, number, bill)?,
        _ => {
            if let Some(row) = accounts::find(conn, number)? {
                let mut account = row.account()?;
                change.apply(&mut account);
                accounts::write(conn, number, &account)?;
            }
        }
    }
    Ok(())
}

/// Puts into effect what was decided for a day that has come; several servers may do so at once.
pub fn come_due(conn: &mut Conn, now: Moment) -> Result<(), Failure> {
    let due = store::due(conn, today(now))?;
    if due.is_empty() {
        return Ok(());
    }
    alone(conn, IMPORT)?;
    for (id, number, change) in due {
        apply(conn, &number, &change)?;
        store::applied(conn, &id)?;
    }
    Ok(())
}
