//! Paying: orders, the gateways that take the money, what comes of it, and the books that must agree.
//!
//! | module | subject |
//! |---|---|
//! | [`gateway`] | what we need of whoever takes the money |
//! | [`order`] | asking to pay something |
//! | [`look`] | asking a gateway how an order or a refund stands, and doing what follows |
//! | [`settle`] | money that has come in is put where it belongs, or goes back |
//! | [`mod@watch`] | orders and refunds that nobody asks about are looked at again and again |
//! | [`books`] | each night a day is held against the gateway's statement |
//! | [`export()`] | what was paid here, for the billing system |
//! | [`view`], [`receipt`] | an order as whoever pays sees it; its receipt |
//!
//! A callback is a hint and nothing more: whatever it says, the gateway is asked, and only what it answers then counts.
//! So a callback that is lost, late, repeated or out of order changes nothing. Money that has come in settles what the
//! order was for in one transaction with the order's own state; what cannot be settled any more goes back.

mod books;
mod export;
mod gateway;
mod look;
mod order;
pub(crate) mod receipt;
pub(crate) mod routes;
mod settle;
mod store;
mod view;
mod watch;

pub use books::close_days;
pub use export::export;
pub use gateway::{Bid, Gateway, GiveBack, Given, Told, Trouble};
pub(crate) use look::heard;
pub(crate) use order::{bid, open};
pub(crate) use routes::called_back;
pub(crate) use view::is_own;
pub use view::mine;
pub(crate) use watch::watch;
