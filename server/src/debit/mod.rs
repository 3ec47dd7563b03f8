//! Direct debit (银行代扣): contracts that come from cases, and the files that go to banks and come back.
//!
//! | module | subject |
//! |---|---|
//! | [`contract`] | how a contract comes about, and how it ends |
//! | [`check`] | new contracts to the bank, and whether it agrees |
//! | [`run`] | a month's debits to the bank |
//! | [`answers`] | what the bank answers to them |
//! | [`file`](mod@file) | how files for a bank are written, and what their cells mean |
//! | [`view`] | what residents and the desk see |
//!
//! A bill is settled by [`water::settle`](crate::water::settle) alone, so money that comes in twice is noticed there.
//! Card, payer and their identity number lie sealed; they leave in files for the bank, and nowhere else.

mod answers;
mod check;
mod contract;
mod file;
pub(crate) mod routes;
mod run;
mod store;
mod view;

pub use answers::{Answered, take_answers};
pub use check::{Checked, take_checks, write_checks};
pub(crate) use contract::{Asked, moved, new_holder};
pub use file::Written;
pub use run::write_run;
pub(crate) use view::{collected, of_account};

/// What files and contracts are locked by: one of them is written or read at a time.
const LOCK: &str = "direct debit";
