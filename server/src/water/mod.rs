//! Water accounts (户号) and their bills, as the utility's billing system has them, and which residents see them.
//!
//! | module | subject |
//! |---|---|
//! | [`import`] | files of the billing system, taken whole or not at all |
//! | [`binding`] | how an account comes among a resident's own, and whom they let see its bills |
//! | [`view`] | accounts and bills as residents and the desk are shown them |
//! | [`store`] | the tables of accounts and bills |
//!
//! Name, phone and address lie open, as they do in `cases`: an import has to find what has changed among half a million
//! rows, and the desk to find a row by them. Of the identity number, which PIPL calls sensitive, only the last four
//! letters come in at all.

pub(crate) mod binding;
pub mod import;
pub(crate) mod routes;
mod store;
mod view;

pub use binding::{bind, forget_tries, share};
pub use store::settle;
pub use view::mine;
