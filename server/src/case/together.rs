//! Orders that have to do with each other: what was joined finishes with its lead, and a part that was split off is an
//! order of its own on which its whole waits.

use shuiting_shared::case::{Action, Change, Event, Seen, Status};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::order::Order;
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

use super::store::{self, Row, Writer};
use super::{acting, answers, filing};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::{account, ids, order};

/// The case that another one can be joined with: an open order that was not joined itself and is no part.
pub(super) fn lead(conn: &mut Conn, number: CaseNumber) -> Result<Row, Failure> {
    let flaw = || Failure::flawed(vec![FieldFlaw::new("into", Flaw::NotAChoice)]);
    let row = store::maybe_by_number(conn, number)?.ok_or_else(flaw)?;
    let known = order::find(conn, &row.id)?;
    let leads = known.is_some_and(|order| order.lead.is_none() && order.whole.is_none());
    if leads && row.status()?.ours() {
        Ok(row)
    } else {
        Err(flaw())
    }
}

/// Whoever was joined with a case goes along with it to a unit, and to another lead where there is one.
pub(super) fn go_along(
    app: &App,
    conn: &mut Conn,
    with: &str,
    lead: Option<CaseNumber>,
    unit: Option<&str>,
) -> Result<(), Failure> {
    for id in order::joined(conn, with)? {
        let row = store::by_id(conn, &id)?;
        let Some(order) = order::find(conn, &id)? else { continue };
        let order = Order {
            lead: lead.or(order.lead),
            ..order
        };
        let row = Row {
            unit: unit.map(str::to_owned),
            ..row
        };
        store::update(conn, &row, row.version)?;
        order::put(app, conn, &row.of_order()?, &order)?;
    }
    Ok(())
}

/// What becomes of others once a case has changed.
pub(super) fn after(app: &App, conn: &mut Conn, row: &Row, change: &Change, action: &Action) -> Result<(), Failure> {
    let Some(order) = &change.order else { return Ok(()) };
    if change.unit.is_some() {
        go_along(app, conn, &row.id, None, row.unit.as_deref())?;
    }
    if change.status.waits() {
        return Ok(());
    }
    let ends = match action {
        Action::Finish { result, .. } => Some(Action::Finish {
            result: result.clone(),
            before: Vec::new(),
            after: Vec::new(),
            parts: Vec::new(),
        }),
        Action::Reject { reason } => Some(Action::Reject { reason: reason.clone() }),
        _ => None,
    };
    for id in order::joined(conn, &row.id)? {
        let number = store::by_id(conn, &id)?.number()?;
        if let Some(ends) = &ends {
            acting::act_by_itself(app, conn, number, ends)?;
        }
    }
    match order.whole {
        Some(whole) => part_done(conn, app.clock.now(), whole, row.number()?),
        None => Ok(()),
    }
}

/// Notes with the whole that a part is done.
fn part_done(conn: &mut Conn, now: Moment, whole: CaseNumber, number: CaseNumber) -> Result<(), Failure> {
    let mut row = store::by_number(conn, whole)?;
    acting::noted(
        conn,
        &mut row,
        &Writer::House,
        &Event::PartDone { number },
        Seen::Inside,
        now,
    )
}

/// Splits a part off for another unit; gives its number. It has the whole's answers, so that whoever goes there knows
/// where and whom to call; its filer is nobody, so that the resident has one case.
pub(super) fn split(app: &App, conn: &mut Conn, whole: &Row, order: &Order, unit: &str) -> Result<CaseNumber, Failure> {
    let now = app.clock.now();
    let form = whole.service()?.form().ok_or_else(|| Failure::new(Code::NoForm))?;
    let given = answers::open(&app.keys, &whole.id, form, &whole.answers)?;
    let (id, number) = (ids::new(now), filing::free_number(conn)?);
    let part = order.part(whole.number()?, whole.town.as_deref(), now, &app.house);
    let naive = |moment: Option<Moment>| moment.map(|moment| moment.naive_utc());
    let row = Row {
        number: number.to_string(),
        account_id: account::open_guest(conn, Lang::Zh, now)?.id,
        phone: String::new(),
        status: Status::Dispatched.code().to_owned(),
        answers: answers::seal(&app.keys, &id, form, &given)?,
        asks: "[]".to_owned(),
        filed: now.naive_utc(),
        due: naive(part.finish()),
        promised: naive(part.finish()),
        finished: None,
        rated: None,
        unit: Some(unit.to_owned()),
        assignee_id: None,
        version: 1,
        answered: None,
        urged: None,
        urges: 0,
        work: "{}".to_owned(),
        id,
        ..whole.clone()
    };
    store::insert(conn, &row)?;
    order::put(app, conn, &row.of_order()?, &part)?;
    Ok(number)
}
