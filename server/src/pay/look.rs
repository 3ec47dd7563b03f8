//! Asking a gateway how an order or a refund stands, and doing what follows.

use chrono::TimeDelta;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{Next, OrderState, RefundState, Trade, next};
use shuiting_shared::time::Moment;

use super::gateway::{Gateway, GiveBack, Given, Trouble};
use super::settle::{Payment, settle};
use super::store::refunds::{self, Refund};
use super::store::{self, Row};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;

/// The pause before the second look; each further one is twice as long.
const FIRST_PAUSE_SECONDS: i64 = 10;
/// The longest pause: ten minutes and a bit.
const DOUBLED: i32 = 6;

/// How long until somebody is asked again who was asked so often.
fn pause(looks: i32) -> TimeDelta {
    TimeDelta::seconds(FIRST_PAUSE_SECONDS << looks.clamp(0, DOUBLED))
}

/// Asks the gateway about an order, and does what follows. Done at the same time by several it is done once.
pub(super) async fn order(app: &App, gateway: &dyn Gateway, id: &str) -> Result<(), Failure> {
    let trade = match gateway.query(id).await {
        Ok(trade) => trade,
        Err(trouble) => return later(app, id, trouble).await,
    };
    let (state, of, told) = (app.clone(), id.to_owned(), trade.clone());
    let then = app
        .db
        .write(move |conn: &mut Conn| heard(&state, conn, &of, told))
        .await?;
    app.outbox.wake();
    if then != Some(Next::Close) {
        return Ok(());
    }
    match gateway.close(id).await {
        Ok(()) => {
            let (state, of) = (app.clone(), id.to_owned());
            app.db
                .write(move |conn: &mut Conn| heard(&state, conn, &of, Trade::Closed).map(drop))
                .await
        }
        // Perhaps it was paid at this moment: the next look tells.
        Err(trouble) => later(app, id, trouble).await,
    }
}

/// What is done in our own books; what is left to be done at the gateway is given back.
pub(crate) fn heard(app: &App, conn: &mut Conn, id: &str, trade: Trade) -> Result<Option<Next>, Failure> {
    alone(conn, id)?;
    let Some(mut row) = store::find(conn, id)? else {
        return Ok(None);
    };
    let now = app.clock.now();
    let then = next(row.state()?, row.expires.and_utc(), &trade, now);
    match (then, trade) {
        (
            Next::Settle,
            Trade::Paid {
                transaction,
                amount,
                at,
            },
        ) => {
            let payment = Payment {
                transaction,
                amount,
                at,
            };
            settle(app, conn, row, payment)?;
        }
        (Next::Drop, _) => {
            OrderState::Closed.code().clone_into(&mut row.state);
            row.look_at = None;
            store::update(conn, &row)?;
        }
        (Next::Wait | Next::Close, _) => again(conn, row, now)?,
        (Next::Rest | Next::Settle, _) => {
            row.look_at = None;
            store::update(conn, &row)?;
        }
    }
    Ok(Some(then))
}

/// The order is looked at again, after a pause that grows.
fn again(conn: &mut Conn, mut row: Row, now: Moment) -> Result<(), Failure> {
    row.look_at = Some((now + pause(row.looks)).naive_utc());
    row.looks += 1;
    Ok(store::update(conn, &row)?)
}

/// The gateway has not told: it is asked again later.
async fn later(app: &App, id: &str, trouble: Trouble) -> Result<(), Failure> {
    tracing::warn!(order = id, trouble = %trouble, "a gateway does not tell how an order stands");
    let (now, id) = (app.clock.now(), id.to_owned());
    app.db
        .write(move |conn: &mut Conn| match store::find(conn, &id)? {
            Some(row) if row.look_at.is_some() => again(conn, row, now),
            _ => Ok(()),
        })
        .await
}

/// Asks for the refund of an order, or how it stands; nothing happens where there is none, or it has ended.
pub(super) async fn refund(app: &App, gateway: &dyn Gateway, order: &str) -> Result<(), Failure> {
    let of = order.to_owned();
    let found = app
        .db
        .read(move |conn: &mut Conn| {
            let (refund, row) = (refunds::of(conn, &of)?, store::find(conn, &of)?);
            Ok::<_, Failure>(refund.zip(row))
        })
        .await?;
    let Some((refund, row)) = found else { return Ok(()) };
    let said = match refund.state() {
        RefundState::Asked => gateway.refund(&bid(&refund, &row)).await,
        RefundState::Accepted => match gateway.query_refund(&refund.id).await {
            // It has forgotten: asked again by the same number, it is one refund.
            Ok(Given::Unknown) => gateway.refund(&bid(&refund, &row)).await,
            said => said,
        },
        RefundState::Done | RefundState::Failed => return Ok(()),
    };
    let now = app.clock.now();
    app.db
        .write(move |conn: &mut Conn| {
            alone(conn, &refund.order_id)?;
            let refund = refunds::of(conn, &refund.order_id)?.filter(|refund| refund.look_at.is_some());
            refund.map_or(Ok(()), |refund| Ok(refunds::update(conn, &told(refund, said, now))?))
        })
        .await
}

fn bid(refund: &Refund, row: &Row) -> GiveBack {
    GiveBack {
        id: refund.id.clone(),
        order: row.id.clone(),
        amount: refund.amount(),
        paid: Fen(row.amount),
    }
}

/// A refund after what its gateway has said.
fn told(mut refund: Refund, said: Result<Given, Trouble>, now: Moment) -> Refund {
    let again = Some((now + pause(refund.looks)).naive_utc());
    refund.looks += 1;
    match said {
        Ok(Given::Done(at)) => {
            refund.stands(RefundState::Done);
            refund.done = Some(at.naive_utc());
            refund.look_at = None;
        }
        Ok(Given::Accepted | Given::Unknown) => {
            refund.stands(RefundState::Accepted);
            refund.look_at = again;
        }
        Ok(Given::Failed) | Err(Trouble::Refused(_) | Trouble::Unsigned) => {
            tracing::error!(
                refund = refund.id,
                "a refund has failed and needs somebody to see to it"
            );
            refund.stands(RefundState::Failed);
            refund.look_at = None;
        }
        Err(Trouble::Down(cause)) => {
            tracing::warn!(
                refund = refund.id,
                cause = format!("{cause:#}"),
                "a gateway does not take a refund"
            );
            refund.look_at = again;
        }
    }
    refund
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_ten_minutes() {
        let pauses: Vec<_> = (0..9).map(|looks| pause(looks).num_seconds()).collect();
        assert_eq!(pauses, [10, 20, 40, 80, 160, 320, 640, 640, 640]);
    }
}
