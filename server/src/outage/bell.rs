//! What is told by itself: that what was planned begins, and whatever one transaction was too short for.

use chrono::TimeDelta;

use super::store;
use super::{hold, tell};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;

/// Rings until the task is ended.
pub(crate) async fn run(app: App) {
    loop {
        if let Err(failure) = ring(&app).await {
            tracing::error!(cause = %failure, "those without water cannot be told");
        }
        app.crier.woken().await;
    }
}

/// Tells all that is due at this moment; several servers may do so at the same time.
pub async fn ring(app: &App) -> Result<(), Failure> {
    let state = app.clone();
    let (beginning, waiting) = app
        .db
        .read(move |conn: &mut Conn| Ok::<_, Failure>((beginning(&state, conn)?, tell::any(conn)?)))
        .await?;
    let something = waiting || !beginning.is_empty();
    for id in beginning {
        let state = app.clone();
        app.db.write(move |conn: &mut Conn| begin(&state, conn, &id)).await?;
    }
    // What begins is told to some at once; the others wait from then on.
    let mut more = something;
    while more {
        let state = app.clone();
        more = app.db.write(move |conn: &mut Conn| tell::some(&state, conn)).await?;
    }
    if something {
        app.outbox.wake();
    }
    Ok(())
}

/// The planned ones whose beginning is to be told now: in the evening before, where it lies in the night.
fn beginning(app: &App, conn: &mut Conn) -> Result<Vec<String>, Failure> {
    let now = app.clock.now();
    let rows = store::beginning(conn, now + TimeDelta::days(1))?;
    let due = |starts| {
        let then = if app.demo {
            starts
        } else {
            app.house.letters.awake_before(starts)
        };
        then <= now
    };
    let due = rows.into_iter().filter(|row| due(row.starts.and_utc()));
    Ok(due.map(|row| row.id).collect())
}

/// Tells that one begins, unless another server has, or it was changed meanwhile.
fn begin(app: &App, conn: &mut Conn, id: &str) -> Result<(), Failure> {
    hold(conn, id)?;
    if !beginning(app, conn)?.iter().any(|due| due == id) {
        return Ok(());
    }
    let row = store::find(conn, id)?.begun();
    store::update(conn, &row)?;
    tell::begins(app, conn, &row)
}
