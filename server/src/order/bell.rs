//! The bell: what time alone brings about is done once, by whichever server looks first, also after nobody has looked for
//! a while.

use std::time::Duration;

use super::store;
use crate::app::App;
use crate::case;
use crate::db::{Conn, begin_writing};
use crate::problem::Failure;

/// How often clocks are looked at.
pub(crate) const LOOK: Duration = Duration::from_secs(5);
/// So many orders ring in one transaction.
const BATCH: i64 = 50;

/// Looks at the clocks every so often.
pub(crate) async fn run(app: App, every: Duration) {
    let mut look = tokio::time::interval(every);
    loop {
        look.tick().await;
        if let Err(failure) = ring(&app).await {
            tracing::error!(cause = %failure, "the bell cannot ring");
        }
    }
}

/// Does all that is due by now; says to how many orders something was due. Several servers may do so at the same time:
/// each order is looked at alone, and whoever comes second finds that it was done.
pub async fn ring(app: &App) -> Result<usize, Failure> {
    let mut rung = 0;
    loop {
        let now = app.clock.now();
        let quiet = app
            .db
            .read(move |conn: &mut Conn| store::due(conn, now, 1).map_err(Failure::from))
            .await?
            .is_empty();
        if quiet {
            return Ok(rung);
        }
        let state = app.clone();
        rung += app.db.write(move |conn: &mut Conn| some(&state, conn)).await?;
        app.outbox.wake();
        app.feed.wake();
    }
}

/// The same within a transaction, for a city that is built in one.
pub(crate) fn ring_in(app: &App, conn: &mut Conn) -> Result<(), Failure> {
    while !store::due(conn, app.clock.now(), 1)?.is_empty() {
        some(app, conn)?;
    }
    Ok(())
}

/// Does some of what is due; says to how many orders something was.
fn some(app: &App, conn: &mut Conn) -> Result<usize, Failure> {
    begin_writing(conn)?;
    let mut rung = 0;
    for case in store::due(conn, app.clock.now(), BATCH)? {
        rung += usize::from(case::ring(app, conn, &case)?);
    }
    Ok(rung)
}
