//! What we need of whoever takes the money. WeChat Pay v3 offers all of it; the demo city has one of its own.

use actix_web::http::header::HeaderMap;
use async_trait::async_trait;
use chrono::NaiveDate;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{Entry, Trade};
use shuiting_shared::time::Moment;

/// An order, as a gateway is told.
#[derive(Clone, Debug)]
pub struct Bid {
    /// Our number of it: 32 letters and digits.
    pub id: String,
    /// The account of the resident who pays, for gateways that must know them.
    pub payer: String,
    /// What it comes to.
    pub amount: Fen,
    /// What it is for, in a few words.
    pub what: String,
    /// Until when it can be paid.
    pub expires: Moment,
    /// The path of the hall to which whoever has paid comes back.
    pub back: String,
}

/// Money that is to go back.
#[derive(Clone, Debug)]
pub struct GiveBack {
    /// Our number of the refund: 32 letters and digits.
    pub id: String,
    /// The order that it is of.
    pub order: String,
    /// How much goes back.
    pub amount: Fen,
    /// What the order had paid in all.
    pub paid: Fen,
}

/// What a gateway says of a refund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// It knows of none.
    Unknown,
    /// It has taken it on; the money is not back yet.
    Accepted,
    /// The money is back, since then.
    Done(Moment),
    /// It cannot: the card is gone, say.
    Failed,
}

/// What a callback is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The order, by our number of it.
    pub order: String,
}

/// Why a gateway does not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It does not answer, or nothing that makes sense; it may be asked again.
    #[error("the gateway does not answer: {0:#}")]
    Down(anyhow::Error),
    /// It says no, and would do so again.
    #[error("the gateway refuses: {0}")]
    Refused(String),
    /// It did not send this.
    #[error("a notification is not signed by the gateway")]
    Unsigned,
}

/// Takes money and gives it back. Whatever is asked twice by the same number is done once.
#[async_trait]
pub trait Gateway: Send + Sync {
    /// The code by which orders and callbacks name it.
    fn code(&self) -> &'static str;

    /// Makes an order known to it, and gives the address of the page on which it is paid.
    async fn order(&self, bid: &Bid) -> Result<String, Trouble>;

    /// How an order stands.
    async fn query(&self, order: &str) -> Result<Trade, Trouble>;

    /// The order is not to be paid any more. Where it was paid meanwhile this is an error, and a query tells.
    async fn close(&self, order: &str) -> Result<(), Trouble>;

    /// Gives money back. That it is accepted does not mean that it is back.
    async fn refund(&self, back: &GiveBack) -> Result<Given, Trouble>;

    /// How a refund stands.
    async fn query_refund(&self, id: &str) -> Result<Given, Trouble>;

    /// All that moved on a day in China.
    async fn statement(&self, day: NaiveDate) -> Result<Vec<Entry>, Trouble>;

    /// Which order a callback is about, once it is sure who sent it: the signature is over the bytes as they came.
    async fn told(&self, headers: &HeaderMap, body: &[u8]) -> Result<Told, Trouble>;
}
