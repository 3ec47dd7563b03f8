//! The books: each night the day before is held against the gateway's statement, and what differs is listed for the desk.

use anyhow::Context as _;
use chrono::{Days, NaiveDate, NaiveDateTime, Timelike as _};
use shuiting_shared::api::{PayBooks, PayDay, PayDifference, Resolved};
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{self, Booked, Differs, Entry, Moved, OrderState, differences};
use shuiting_shared::problem::Code;
use shuiting_shared::time::{self, Moment};

use super::gateway::Gateway;
use super::look;
use super::store::books::{self, Closing, Difference};
use super::store::{self, refunds};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::{Caller, Staff};
use crate::staff;

/// A statement is asked for from this hour on, in China: gateways close their own books before.
const HOUR: u32 = 2;
/// Days that are caught up on where a server or the gateway was down.
const BACK: u64 = 7;
/// Days and differences that the desk sees.
const DAYS: i64 = 31;
const DIFFERENCES: i64 = 200;
/// What is said of one that was mended by itself.
const CAUGHT_UP: &str = "对账时查到这笔已支付,已自动入账";

/// Closes the books of each day that is over and not closed yet. Several servers may do so at the same time.
pub async fn close_days(app: &App) -> Result<(), Failure> {
    let Some(gateway) = app.gateway.clone() else {
        return Ok(());
    };
    let code = gateway.code();
    let first = app
        .db
        .read(move |conn: &mut Conn| store::first(conn, code).map_err(Failure::from))
        .await?;
    for day in days_over(first, app.clock.now()) {
        close(app, &*gateway, day).await?;
    }
    Ok(())
}

/// The days whose statements are there by now, oldest first; none before there was an order.
fn days_over(first: Option<NaiveDateTime>, now: Moment) -> impl Iterator<Item = NaiveDate> {
    let first = first.map(|first| time::today(first.and_utc()));
    let local = time::local(now);
    let newest = if local.hour() < HOUR { 2 } else { 1 };
    let days = (newest..=BACK)
        .rev()
        .filter_map(move |ago| local.date().checked_sub_days(Days::new(ago)));
    days.filter(move |day| first.is_some_and(|first| first <= *day))
}

async fn close(app: &App, gateway: &dyn Gateway, day: NaiveDate) -> Result<(), Failure> {
    let code = gateway.code();
    let closed = app
        .db
        .read(move |conn: &mut Conn| books::is_closed(conn, day, code).map_err(Failure::from))
        .await?;
    if closed {
        return Ok(());
    }
    let theirs = match gateway.statement(day).await {
        Ok(theirs) => theirs,
        Err(trouble) => {
            // It is asked again in an hour.
            tracing::error!(%day, trouble = %trouble, "a gateway gives no statement");
            return Ok(());
        }
    };
    let ours = app.db.read(move |conn: &mut Conn| moved(conn, code, day)).await?;
    let found = differences(&ours, &theirs);
    let late = |booked: &&Booked| (booked.moved, booked.differs) == (Moved::Payment, Differs::OnlyTheirs);
    for booked in found.iter().filter(late) {
        look::order(app, gateway, &booked.id).await?;
    }
    let state = app.clone();
    app.db
        .write(move |conn: &mut Conn| write(&state, conn, code, day, &found))
        .await
}

/// What moved on a day by our books.
fn moved(conn: &mut Conn, gateway: &str, day: NaiveDate) -> Result<Vec<Entry>, Failure> {
    let span = time::span_of(day);
    let mut ours: Vec<_> = store::paid_between(conn, gateway, span)?
        .iter()
        .map(Entry::from)
        .collect();
    ours.extend(refunds::done_between(conn, gateway, span)?.iter().map(Entry::from));
    Ok(ours)
}

/// Writes a day and its differences down, unless another server has done so meanwhile.
fn write(app: &App, conn: &mut Conn, gateway: &str, day: NaiveDate, found: &[Booked]) -> Result<(), Failure> {
    alone(conn, &format!("books of {gateway}"))?;
    if books::is_closed(conn, day, gateway)? {
        return Ok(());
    }
    let now = app.clock.now();
    let ours = moved(conn, gateway, day)?;
    let of = |wanted| {
        let of = ours.iter().filter(move |entry| entry.moved == wanted);
        let sum: Fen = of.clone().map(|entry| entry.amount).sum();
        (i32::try_from(of.count()).unwrap_or(i32::MAX), sum.0)
    };
    let ((payments, paid), (refunds, refunded)) = (of(Moved::Payment), of(Moved::Refund));
    for booked in found {
        let difference = Difference::new(day, gateway, booked, now);
        books::add(conn, &difference)?;
        let paid = store::find(conn, &booked.id)?.map(|row| row.state()).transpose()? == Some(OrderState::Paid);
        if paid && booked.differs == Differs::OnlyTheirs {
            books::resolve(conn, &difference.id, None, CAUGHT_UP, now)?;
        }
    }
    let row = Closing {
        day,
        gateway: gateway.to_owned(),
        at: now.naive_utc(),
        payments,
        paid,
        refunds,
        refunded,
    };
    Ok(books::close(conn, &row)?)
}

/// Whoever keeps the books.
fn keeper(caller: &Caller) -> Result<&Staff, Failure> {
    let me = caller.staff()?;
    if me.role.keeps_books() {
        Ok(me)
    } else {
        Err(Failure::new(Code::Forbidden))
    }
}

/// The books as the desk sees them.
pub(super) fn show(conn: &mut Conn, caller: &Caller) -> Result<PayBooks, Failure> {
    keeper(caller)?;
    let days = books::days(conn, DAYS)?;
    let since = days.last().map(|day| day.day);
    let counts = since.map_or_else(|| Ok(Vec::new()), |since| books::counts(conn, since))?;
    let differing = |day| counts.iter().find(|(of, _)| *of == day).map_or(0, |(_, count)| *count);
    let days = days.into_iter().map(|day| PayDay {
        payments: day.payments.unsigned_abs(),
        paid: Fen(day.paid),
        refunds: day.refunds.unsigned_abs(),
        refunded: Fen(day.refunded),
        differences: u32::try_from(differing(day.day)).unwrap_or(u32::MAX),
        day: day.day,
    });
    let days = days.collect();
    let rows = books::differences(conn, DIFFERENCES)?;
    let by: Vec<_> = rows.iter().filter_map(|row| row.staff_id.clone()).collect();
    let names = staff::names(conn, &by)?;
    let differences = rows.into_iter().map(|row| {
        let by = row.staff_id.as_ref().and_then(|id| names.get(id));
        let (moved, differs) = row
            .moved()
            .zip(row.differs())
            .context("a difference of no known kind")
            .map_err(Failure::broken)?;
        Ok(PayDifference {
            day: row.day,
            moved,
            differs,
            ours: row.ours.map(Fen),
            theirs: row.theirs.map(Fen),
            resolved: row.resolved.map(|at| Resolved {
                at: at.and_utc(),
                by: by.map(|(display, _)| display.clone()),
                words: row.words,
            }),
            order: row.movement,
            id: row.id,
        })
    });
    Ok(PayBooks {
        days,
        differences: differences.collect::<Result<_, Failure>>()?,
    })
}

/// Says what was done about a difference. One that somebody has seen to stays as they said.
pub(super) fn resolve(app: &App, conn: &mut Conn, caller: &Caller, id: &str, words: &str) -> Result<PayBooks, Failure> {
    let me = keeper(caller)?;
    let words = pay::resolution(words).map_err(|flaw| Failure::flawed(vec![FieldFlaw::new("words", flaw)]))?;
    if books::resolve(conn, id, Some(&me.id), &words, app.clock.now())? {
        show(conn, caller)
    } else {
        Err(Failure::new(Code::NotFound))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_closed_from_two_in_the_night_on_and_caught_up_for_a_week() {
        let first = Some("2026-11-01T00:00:00".parse().unwrap());
        let days = |now: &str| {
            let now: Moment = now.parse().unwrap();
            days_over(first, now).map(|day| day.to_string()).collect::<Vec<_>>()
        };
        // 01:59 and 02:00 on the 24th in China.
        assert_eq!(
            days("2026-11-23T17:59:00Z").last().map(String::as_str),
            Some("2026-11-22")
        );
        let at_two = days("2026-11-23T18:00:00Z");
        assert_eq!(
            (at_two.len(), at_two[0].as_str(), at_two[6].as_str()),
            (7, "2026-11-17", "2026-11-23")
        );
        assert_eq!(
            days("2026-11-02T18:00:00Z"),
            ["2026-11-01", "2026-11-02"],
            "none before the first order"
        );
        let none = days_over(None, "2026-11-23T18:00:00Z".parse().unwrap());
        assert_eq!(none.count(), 0);
    }
}
