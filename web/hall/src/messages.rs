//! What one was told: sent by SMS, by WeChat, or standing here alone.
//!
//! | module | subject |
//! |---|---|
//! | [`page`] | the page |
//! | [`unread`] | how many are not read, on the way to it |
//! | [`words`] | the texts |

mod page;
mod unread;
mod words;

pub(crate) use page::MessagesPage;
pub(crate) use unread::MessagesRow;

/// Where they are fetched.
const PATH: &str = "/api/v1/messages";
