//! A hall to test: started on a port of its own, with a clock set by hand, a messenger that keeps what it carries,
//! and a database that nobody else has.
//!
//! The tests themselves are in `http/`, laid out as the addresses they ask. They speak as the trade does:
//! `app.resident("13800000001").await.files(&leak()).await`.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "whatever fails while a test is prepared fails the test, at the place it happens"
)]

mod answer;
mod ask;
mod billing;
mod clock;
mod counterpart;
mod database;
mod filings;
mod listener;
mod messenger;
mod outsider;
pub mod pdf;
mod person;
pub mod pictures;
pub mod sms;
mod testapp;
mod till;
pub mod wechat;
pub mod wechat_pay;

pub use answer::Answer;
pub use ask::Ask;
pub use billing::{ACCOUNTS, BILLS, account_line, bill_line, file_of};
pub use clock::HandClock;
pub use counterpart::Counterpart;
pub use database::{
    Column, Engine, Fates, Place, agrees, case_id, columns, consents_left, fates, letters_to, places_kept,
    roll_back_and_forward, rung, slots_kept, written_in_outbox,
};
pub use filings::{debit, hookup, hookup_of_a_firm, leak, transfer, water_test};
pub use listener::{Heard, Listener};
pub use messenger::{Carried, Messenger};
pub use person::Person;
pub use testapp::{Employee, PASSWORD, TestApp};
pub use till::{Cashier, SIGNED};

/// The beginning of every test: a Tuesday, ten in the morning in China.
pub const START: &str = "2026-11-24T02:00:00Z";
