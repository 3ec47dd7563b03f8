//! The agent's page: who calls, before anybody says hello; an answer while they speak, or a work order; and what became of it.
//!
//! | module | subject |
//! |---|---|
//! | [`desk`] | the call that is mine, looked for each second, and what is done about it |
//! | [`page`] | the page |
//! | [`caller`] | who it may be |
//! | [`search`] | knowledge, while somebody speaks |
//! | [`order`], [`street`] | a work order, and what else is reported of the street |
//! | [`draft`] | what is typed, and what is wrong with it |

mod caller;
mod desk;
mod draft;
mod order;
mod page;
mod search;
mod street;
mod words;

pub(crate) use page::CallsPage;
