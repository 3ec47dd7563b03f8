//! What waits for the network: kept as soon as it is done, and sent once, in order, when there is a network.
//!
//! | module | subject |
//! |---|---|
//! | [`errand`], [`errands`] | what was done on the spot: kept with its key until the server has answered |
//! | [`queue`], [`rest`] | the one queue of all that waits, and its pauses |
//! | [`sending`] | what comes of a try that failed |

mod errand;
mod errands;
mod queue;
mod rest;
mod sending;

pub use errand::{Errand, Kind, Pictures, Waiting};
pub use errands::Errands;
pub use queue::{Queue, Sent, Source, call};
pub(crate) use rest::Rest;
pub use sending::{Next, Sending, next};
