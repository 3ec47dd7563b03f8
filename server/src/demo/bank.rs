//! The demo city's own bank, a gateway for what is paid: its books lie in the same database, and on its page one pays, refuses, or lets it hang.

pub(crate) mod page;
mod past;
mod store;

pub(super) use past::{pays, strays};

use std::sync::Arc;

use actix_web::http::header::HeaderMap;
use anyhow::Context as _;
use async_trait::async_trait;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use shuiting_shared::pay::{Entry, Trade};
use shuiting_shared::time;

use crate::clock::Clock;
use crate::db::{Conn, Db};
use crate::keys::Keys;
use crate::pay::{Bid, Gateway, GiveBack, Given, Told, Trouble};
use crate::problem::Failure;

/// The code by which orders name it.
const CODE: &str = "demo";
/// The header that holds a notification's signature.
const SIGNATURE: &str = "demo-signature";

/// The demo city's own bank.
#[derive(Clone)]
pub struct Bank {
    db: Db,
    clock: Arc<dyn Clock>,
    keys: Arc<Keys>,
}

/// What it tells us, as JSON.
#[derive(Serialize, Deserialize)]
struct Notification {
    order: String,
}

impl Bank {
    /// A bank whose books lie in this database, and that goes by this clock.
    pub fn new(db: Db, clock: Arc<dyn Clock>, keys: Arc<Keys>) -> Self {
        Self { db, clock, keys }
    }

    async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> diesel::QueryResult<T> + Send + 'static,
    ) -> Result<T, Trouble> {
        let done = self
            .db
            .write(move |conn: &mut Conn| work(conn).map_err(Failure::from))
            .await;
        done.map_err(|failure| Trouble::Down(failure.into()))
    }

    /// What it tells us once something has become of an order: a body, and its signature.
    fn notification(&self, order: &str) -> serde_json::Result<(String, Vec<u8>)> {
        let body = serde_json::to_vec(&Notification {
            order: order.to_owned(),
        })?;
        Ok((self.keys.demo_signature(&body), body))
    }
}

#[async_trait]
impl Gateway for Bank {
    fn code(&self) -> &'static str {
        CODE
    }

    async fn order(&self, bid: &Bid) -> Result<String, Trouble> {
        let (now, row) = (self.clock.now(), bid.clone());
        self.ask(move |conn| store::bid(conn, row, now)).await?;
        Ok(format!("/demo/pay/{}", bid.id))
    }

    async fn query(&self, order: &str) -> Result<Trade, Trouble> {
        let order = order.to_owned();
        let found = self.ask(move |conn| store::find(conn, &order)).await?;
        Ok(found.map_or(Trade::Unknown, store::Row::trade))
    }

    async fn close(&self, order: &str) -> Result<(), Trouble> {
        let order = order.to_owned();
        if self.ask(move |conn| store::close(conn, &order)).await? {
            Ok(())
        } else {
            Err(Trouble::Refused("it is paid".to_owned()))
        }
    }

    async fn refund(&self, back: &GiveBack) -> Result<Given, Trouble> {
        let (now, row) = (self.clock.now(), back.clone());
        self.ask(move |conn| store::give_back(conn, row, now)).await?;
        Ok(Given::Accepted)
    }

    async fn query_refund(&self, id: &str) -> Result<Given, Trouble> {
        let id = id.to_owned();
        let at = self.ask(move |conn| store::given_back(conn, &id)).await?;
        Ok(at.map_or(Given::Unknown, |at| Given::Done(at.and_utc())))
    }

    async fn statement(&self, day: NaiveDate) -> Result<Vec<Entry>, Trouble> {
        self.ask(move |conn| store::moved(conn, time::span_of(day))).await
    }

    async fn told(&self, headers: &HeaderMap, body: &[u8]) -> Result<Told, Trouble> {
        let signature = headers.get(SIGNATURE).and_then(|value| value.to_str().ok());
        if !signature.is_some_and(|signature| self.keys.is_demo_signature(body, signature)) {
            return Err(Trouble::Unsigned);
        }
        let told: Notification = serde_json::from_slice(body)
            .context("a notification of the demo's gateway")
            .map_err(Trouble::Down)?;
        Ok(Told { order: told.order })
    }
}
