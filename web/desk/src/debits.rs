//! Direct debit: what became of the months' files for banks.
//!
//! | module | subject |
//! |---|---|
//! | [`page`] | the page |
//! | [`runs`], [`items`] | the files, and their debits |
//! | [`address`] | what is looked for, in the page's own address |

mod address;
mod items;
mod page;
mod runs;
mod words;

pub(crate) use page::DebitsPage;
