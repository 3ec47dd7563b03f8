//! Paying: what is paid with one order, how it stands, and what comes of what a gateway says of it.
//!
//! | module | subject |
//! |---|---|
//! | `heard` | from what a gateway says of an order to what is done |
//! | `spread` | money that has come in, over what it was for |
//! | `reconcile` | a day in our books held against the gateway's |
//!
//! Nothing here trusts an order of events: gateways tell late, twice and out of order, and say nothing at all.

mod heard;
mod reconcile;
mod spread;

pub use heard::{Next, Trade, next};
pub use reconcile::{Booked, Differs, Entry, Moved, differences};
pub use spread::{Spread, spread};

use crate::form::{Flaw, Kind};
use crate::words::choices;

/// Minutes that one has to pay an order. An amount holds so long; a late fee grows with the next day.
pub const MINUTES: i64 = 30;

/// What somebody did about a difference between the books, in 1 to 200 characters.
///
/// # Errors
/// A flaw where there is nothing, or too much.
pub fn resolution(raw: &str) -> Result<String, Flaw> {
    if raw.trim().is_empty() {
        return Err(Flaw::Missing);
    }
    Kind::Line { least: 1, most: 200 }.fit(raw)
}

choices! {
    /// How an order stands.
    pub enum OrderState {
        /// It can be paid.
        Open "open" = "待支付" / "To pay";
        /// It was not paid, and cannot be any more.
        Closed "closed" = "没有支付" / "Not paid";
        /// The money is in.
        Paid "paid" = "已支付" / "Paid";
    }
}

choices! {
    /// What became of one thing that an order paid for.
    pub enum LineState {
        /// The money has not come in.
        Waits "waits" = "待支付" / "To pay";
        /// It is paid.
        Settled "settled" = "已入账" / "Settled";
        /// It was paid otherwise meanwhile, so this money goes back.
        Returned "returned" = "已另外缴清,原路退回" / "Paid otherwise, so given back";
    }
}

choices! {
    /// How a refund stands. That a gateway has accepted one does not mean that the money is back.
    pub enum RefundState {
        /// It is being asked for.
        Asked "asked" = "退款中" / "Being given back";
        /// The gateway has taken it on.
        Accepted "accepted" = "退款中" / "Being given back";
        /// The money is back.
        Done "done" = "已退款" / "Given back";
        /// The gateway cannot: somebody has to see to it.
        Failed "failed" = "退款没有成功,我们会联系您" / "It could not be given back; we will call you";
    }
}
