//! What waits for the network: seen by whoever waits, and sent once, in order, when it is back.
//!
//! | module | subject |
//! |---|---|
//! | [`errand`], [`errands`] | what was done on the spot: kept with its key until the server has answered |
//! | [`queue`], [`rest`] | the one queue, for errands and filings alike, and its pauses |
//! | [`sending`] | what comes of a try that failed |
//! | [`page`], [`row`] | the queue on a page: what waits, since when, and what can be done |
//! | [`bar`] | the line above every page that leads there |

mod bar;
mod errand;
mod errands;
mod page;
mod queue;
mod rest;
mod row;
mod sending;
mod words;

pub(crate) use bar::WaitingBar;
pub(crate) use errand::{Errand, Kind, Waiting};
pub(crate) use errands::Errands;
pub(crate) use page::WaitingPage;
pub(crate) use queue::{Queue, Sent, Source, call};
pub(crate) use rest::Rest;
pub(crate) use sending::{Next, Sending, next};

/// The address of the page.
pub(crate) const PATH: &str = "/waiting";
