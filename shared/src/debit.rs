//! Direct debit (银行代扣): what becomes of a contract, which bills the bank is asked for, and what its answers mean.
//!
//! | module | subject |
//! |---|---|
//! | `contract` | from a case of direct debit to a contract, and to its end |
//! | `run` | the bills of a month's file |
//! | `answer` | what the bank answers, and what comes of it once, however often it says so |

mod answer;
mod contract;
mod run;

pub use answer::{Answer, BankReason, ItemState, Otherwise, failed_in_a_row};
pub use contract::{ContractState, Ending, follows};
pub use run::{OpenBill, first_month, takes};
