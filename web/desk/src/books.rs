//! The books of what is paid online: days that were held against the gateway's statement, and where they differ.
//!
//! | module | subject |
//! |---|---|
//! | [`page`] | the page |
//! | [`difference`] | one difference, and saying what was done about it |
//! | [`words`] | the texts |

mod difference;
mod page;
mod words;

pub(crate) use page::BooksPage;
