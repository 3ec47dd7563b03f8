//! Orders and refunds that nobody asks about are looked at again and again, until nothing is left to be told.

use std::sync::Arc;

use super::gateway::Gateway;
use super::{look, store};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use chrono::TimeDelta;

const BATCH: i64 = 20;
/// So long an order belongs to the server that looks at it; after that another one may.
const LEASE_SECONDS: i64 = 60;

/// Looks at what is due until the task is ended.
pub(crate) async fn watch(app: App, gateway: Arc<dyn Gateway>) {
    loop {
        match look_at_due(&app, &*gateway).await {
            Ok(0) => app.till.woken().await,
            Ok(_) => {}
            Err(failure) => {
                tracing::error!(cause = %failure, "orders cannot be looked at");
                app.till.pause().await;
            }
        }
    }
}

/// Looks at what is due, and says how much that was.
async fn look_at_due(app: &App, gateway: &dyn Gateway) -> Result<usize, Failure> {
    let now = app.clock.now();
    let (until, code) = (now + TimeDelta::seconds(LEASE_SECONDS), gateway.code());
    let (orders, refunds) = app
        .db
        .write(move |conn: &mut Conn| {
            let orders = store::take_due(conn, code, now, until, BATCH)?;
            let refunds = store::refunds::take_due(conn, code, now, until, BATCH)?;
            Ok::<_, Failure>((orders, refunds))
        })
        .await?;
    for order in &orders {
        look::order(app, gateway, order).await?;
    }
    for order in &refunds {
        look::refund(app, gateway, order).await?;
    }
    Ok(orders.len() + refunds.len())
}
