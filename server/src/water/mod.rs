//! Water accounts (户号) and their bills, as the utility's billing system has them, and which residents see them.
//!
//! | module | subject |
//! |---|---|
//! | [`import`] | files of the billing system, taken whole or not at all |
//! | [`binding`] | how an account comes among a resident's own, and whom they let see its bills |
//! | [`bound`] | where the accounts lie that residents have among their own |
//! | [`owed`] | what is owed on an account, for whoever pays it |
//! | [`change`] | what cases decide about accounts, until the billing system says the same |
//! | [`ready`] | whether a service can be filed on an account, and what stands in the way |
//! | [`reminder`] | that a large household or a discount runs out, told once |
//! | [`view`] | accounts and bills as residents and the desk are shown them |
//! | [`store`] | the tables of accounts and bills |
//!
//! Name, phone and address lie open, as they do in `cases`: an import has to find what has changed among half a million
//! rows, and the desk to find a row by them. Of the identity number, which PIPL calls sensitive, only the last four
//! letters come in at all.

pub(crate) mod binding;
mod bound;
mod change;
pub mod import;
mod owed;
mod ready;
mod reminder;
pub(crate) mod routes;
mod store;
mod view;

pub(crate) use binding::{acts, decides, let_act, owned, stop_acting};
pub use binding::{bind, forget_tries, share};
pub use bound::{Bound, bound_in, bound_of, places};
pub use change::{Decision, come_due, decide, export};
pub use owed::{look_up_owed, unpaid};
pub(crate) use ready::{admitted, hindered};
pub use reminder::remind;
pub use store::{Owing, owing, settle};
pub(crate) use view::of_authority;
pub use view::{Registered, mine, registered};

/// How a number ends, by which people know it again without being told all of it.
pub fn end(number: &str) -> String {
    number.chars().skip(number.len().saturating_sub(4)).collect()
}
