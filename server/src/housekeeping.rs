//! What is done once an hour: nothing personal is kept longer than it serves, books are closed once their day is over, what
//! was decided for a day holds from that day on, and what runs out is told before.

use std::time::Duration;

use chrono::TimeDelta;
use shuiting_shared::time::today;

use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::{account, attachment, authority, call, case, event, helping, notice, outage, pay, session, water, wechat};

const PERIOD: Duration = Duration::from_hours(1);
/// A filing may be sent again with the same key for so many days.
pub const KEY_DAYS: i64 = 30;
/// A photo that was uploaded and never filed is kept as long as its draft is.
const PHOTO_DAYS: i64 = 30;
/// What WeChat has told may come again within seconds; this is long enough.
const TOLD_DAYS: i64 = 2;
/// Codes count for a day against the next one.
const CODE_DAYS: i64 = 2;

/// Tidies up once an hour.
pub(crate) async fn run(app: App) {
    loop {
        if let Err(failure) = tidy(&app).await {
            tracing::error!(cause = %failure, "tidying up failed");
        }
        if let Err(failure) = pay::close_days(&app).await {
            tracing::error!(cause = %failure, "the books cannot be closed");
        }
        tokio::time::sleep(PERIOD).await;
    }
}

/// Tidies up once; several servers may do so at the same time.
pub async fn tidy(app: &App) -> Result<(), Failure> {
    let (now, state) = (app.clock.now(), app.clone());
    let unused = app
        .db
        .write(move |conn: &mut Conn| {
            case::forget_changes(conn, now)?;
            case::forget_presences(conn, now)?;
            case::forget_places(conn, now)?;
            case::forget_keys(conn, now - TimeDelta::days(KEY_DAYS))?;
            account::forget_codes(conn, now - TimeDelta::days(CODE_DAYS))?;
            session::forget_ended(conn, now)?;
            session::forget_tickets(conn, now)?;
            wechat::forget_told(conn, now - TimeDelta::days(TOLD_DAYS))?;
            call::forget_phones(conn, now)?;
            notice::forget_old(conn, now)?;
            water::forget_tries(conn, now)?;
            water::come_due(conn, now)?;
            water::remind(&state, conn)?;
            helping::forget(conn, now)?;
            event::remind(&state, conn)?;
            outage::forget(conn, now)?;
            authority::end_over(conn, today(now))?;
            attachment::forget_unfiled(conn, now - TimeDelta::days(PHOTO_DAYS)).map_err(Failure::from)
        })
        .await?;
    app.outbox.wake();
    for hash in unused {
        attachment::remove(app, &hash).await?;
    }
    Ok(())
}
