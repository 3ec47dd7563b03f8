//! What waits for the network, as whoever waits sees it; what sends it is `shuiting_parts::waiting`.
//!
//! | module | subject |
//! |---|---|
//! | [`page`], [`row`] | the queue on a page: what waits, since when, and what can be done |
//! | [`bar`] | the line above every page that leads there |

mod bar;
mod page;
mod row;
mod words;

pub(crate) use bar::WaitingBar;
pub(crate) use page::WaitingPage;

/// The address of the page.
pub(crate) const PATH: &str = "/waiting";
