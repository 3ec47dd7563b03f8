//! Whoever takes the money of a test.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use actix_web::http::header::HeaderMap;
use async_trait::async_trait;
use chrono::NaiveDate;
use shuiting_server::clock::Clock as _;
use shuiting_server::pay::{Bid, Gateway, GiveBack, Given, Told, Trouble};
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{Entry, Trade};

use crate::clock::HandClock;

/// The header by which its notifications are known.
pub const SIGNED: (&str, &str) = ("till-signature", "right");

/// A gateway whose every answer a test decides: it can be down, slow, and forgetful.
#[derive(Default)]
pub struct Cashier {
    clock: Mutex<Option<Arc<HandClock>>>,
    trades: Mutex<HashMap<String, Trade>>,
    bids: Mutex<Vec<Bid>>,
    refunds: Mutex<HashMap<String, (GiveBack, Given)>>,
    statement: Mutex<Option<Vec<Entry>>>,
    down: AtomicBool,
    slow: AtomicBool,
    asked: AtomicUsize,
}

impl Cashier {
    /// Goes by this clock.
    pub fn goes_by(&self, clock: Arc<HandClock>) {
        *self.clock.lock().unwrap() = Some(clock);
    }

    /// Answers nothing any more, until it is mended.
    pub fn breaks(&self) {
        self.down.store(true, Ordering::SeqCst);
    }

    /// Answers again.
    pub fn mends(&self) {
        self.down.store(false, Ordering::SeqCst);
    }

    /// Takes its time over each answer from now on.
    pub fn dawdles(&self) {
        self.slow.store(true, Ordering::SeqCst);
    }

    /// Somebody pays an order; gives the number of the payment.
    pub fn is_paid(&self, order: &str) -> String {
        let bids = self.bids.lock().unwrap();
        let amount = bids.iter().find(|bid| bid.id == order).unwrap().amount;
        self.is_paid_with(order, amount)
    }

    /// Somebody pays another amount.
    pub fn is_paid_with(&self, order: &str, amount: Fen) -> String {
        let transaction = format!("4200{}", &order[order.len() - 8..]);
        let at = self.clock.lock().unwrap().as_ref().unwrap().now();
        let paid = Trade::Paid {
            transaction: transaction.clone(),
            amount,
            at,
        };
        self.trades.lock().unwrap().insert(order.to_owned(), paid);
        transaction
    }

    /// Somebody is about to pay.
    pub fn hangs(&self, order: &str) {
        self.trades.lock().unwrap().insert(order.to_owned(), Trade::Paying);
    }

    /// The money of every refund is back.
    pub fn gives_back(&self) {
        let at = self.clock.lock().unwrap().as_ref().unwrap().now();
        for (_, given) in self.refunds.lock().unwrap().values_mut() {
            *given = Given::Done(at);
        }
    }

    /// What it was told of orders, in turn.
    pub fn bids(&self) -> Vec<Bid> {
        self.bids.lock().unwrap().clone()
    }

    /// The refunds that it was asked for.
    pub fn refunds(&self) -> Vec<GiveBack> {
        let refunds = self.refunds.lock().unwrap();
        refunds.values().map(|(back, _)| back.clone()).collect()
    }

    /// How an order stands with it.
    pub fn stands(&self, order: &str) -> Trade {
        let trades = self.trades.lock().unwrap();
        trades.get(order).cloned().unwrap_or(Trade::Unknown)
    }

    /// What its statements say from now on.
    pub fn states(&self, entries: Vec<Entry>) {
        *self.statement.lock().unwrap() = Some(entries);
    }

    /// How often it was asked how something stands.
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }

    async fn answers(&self) -> Result<(), Trouble> {
        if self.slow.load(Ordering::SeqCst) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        if self.down.load(Ordering::SeqCst) {
            return Err(Trouble::Down(anyhow::anyhow!("the line is dead")));
        }
        Ok(())
    }
}

#[async_trait]
impl Gateway for Cashier {
    fn code(&self) -> &'static str {
        "till"
    }

    async fn order(&self, bid: &Bid) -> Result<String, Trouble> {
        self.answers().await?;
        self.bids.lock().unwrap().push(bid.clone());
        self.trades
            .lock()
            .unwrap()
            .entry(bid.id.clone())
            .or_insert(Trade::Unpaid);
        Ok(format!("https://till.example/{}", bid.id))
    }

    async fn query(&self, order: &str) -> Result<Trade, Trouble> {
        self.answers().await?;
        self.asked.fetch_add(1, Ordering::SeqCst);
        Ok(self.stands(order))
    }

    async fn close(&self, order: &str) -> Result<(), Trouble> {
        self.answers().await?;
        let mut trades = self.trades.lock().unwrap();
        if matches!(trades.get(order), Some(Trade::Paid { .. })) {
            return Err(Trouble::Refused("it is paid".to_owned()));
        }
        trades.insert(order.to_owned(), Trade::Closed);
        Ok(())
    }

    async fn refund(&self, back: &GiveBack) -> Result<Given, Trouble> {
        self.answers().await?;
        let mut refunds = self.refunds.lock().unwrap();
        let (_, given) = refunds
            .entry(back.id.clone())
            .or_insert_with(|| (back.clone(), Given::Accepted));
        Ok(*given)
    }

    async fn query_refund(&self, id: &str) -> Result<Given, Trouble> {
        self.answers().await?;
        let refunds = self.refunds.lock().unwrap();
        Ok(refunds.get(id).map_or(Given::Unknown, |(_, given)| *given))
    }

    async fn statement(&self, _day: NaiveDate) -> Result<Vec<Entry>, Trouble> {
        self.answers().await?;
        Ok(self.statement.lock().unwrap().clone().unwrap_or_default())
    }

    async fn told(&self, headers: &HeaderMap, body: &[u8]) -> Result<Told, Trouble> {
        let (name, right) = SIGNED;
        if headers.get(name).and_then(|value| value.to_str().ok()) != Some(right) {
            return Err(Trouble::Unsigned);
        }
        let order = String::from_utf8_lossy(body).into_owned();
        Ok(Told { order })
    }
}
