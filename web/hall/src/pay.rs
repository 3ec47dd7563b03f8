//! Paying: bills of any water account whose number one knows, fees of one's own cases, and what became of it.
//!
//! | module | subject |
//! |---|---|
//! | [`choose`] | the bills of an account, and which of them one pays |
//! | [`number`] | the number of an account that is not among one's own |
//! | [`go`] | from here to whoever takes the money |
//! | [`order`], [`wait`], [`receipt`], [`next`] | what became of it: waiting for the bank, the receipt, and what comes then |
//! | [`mod@wechat`] | paying by WeChat |
//! | [`list`] | what one has paid |
//! | [`words`] | the texts |

mod choose;
mod go;
mod list;
mod next;
mod number;
mod order;
mod receipt;
mod wait;
mod wechat;
mod words;

pub(crate) use choose::PayPage;
pub(crate) use go::{Going, PayFee};
pub(crate) use list::PaymentsPage;
pub(crate) use number::ByNumber;
pub(crate) use order::OrderPage;
pub(crate) use wechat::WeChatPayPage;
pub(crate) use words::{PAY, PAYMENTS};
