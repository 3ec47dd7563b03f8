//! Water accounts (户号): which are mine, what is owed, and the bills.
//!
//! | module | subject |
//! |---|---|
//! | [`list`], [`add`], [`wrong`] | those that are mine, and how one comes among them |
//! | [`account`], [`owed`] | one of them: what is owed, and all that can be done |
//! | [`bills`], [`bill`] | its bills, and one of them |
//! | [`charge`], [`usage`] | how a bill comes about, and water used month by month |
//! | [`authority`] | acting for one by a letter of authority |
//! | [`debit`] | the bank that pays its bills |
//! | [`name`], [`shares`], [`leave`] | what I call it, whom I let see it, and taking it away |
//! | [`file`] | services that are filed on it, with what is known filled in |
//! | [`words`] | the texts |

mod account;
mod add;
mod authority;
mod bill;
mod bills;
mod charge;
mod debit;
mod file;
mod leave;
mod list;
mod name;
mod owed;
mod shares;
mod usage;
mod words;
mod wrong;

pub(crate) use account::{AccountPage, Fact, Nowhere};
pub(crate) use add::AddPage;
pub(crate) use authority::AuthorityPage;
pub(crate) use bill::BillPage;
pub(crate) use bills::tone;
pub(crate) use file::Known;
pub(crate) use list::{WaterPage, title};
pub(crate) use owed::{OwedLine, PATH as MINE_PATH};
pub(crate) use words::HOW_TO_PAY;
