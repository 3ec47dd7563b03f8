//! Filing for a resident who stands at the counter or calls: the whole form on one screen.
//!
//! | module | subject |
//! |---|---|
//! | [`draft`] | what is typed and not yet filed |
//! | [`filing`] | one filing, as its page sees it: what is asked, what is wrong, what is sent |
//! | [`page`], [`subject`] | the page, and one subject of the form on it |
//! | [`camera`] | papers taken with a document camera |
//! | [`filed`] | what comes afterwards: the number, the slip |

mod camera;
mod draft;
mod filed;
mod filing;
mod page;
mod subject;
mod words;

pub(crate) use draft::Counters;
pub(crate) use page::{CounterPage, ServicesPage};
