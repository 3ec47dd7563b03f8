//! Water accounts (户号): who may see one, and what its bills say. A sign-in is an account elsewhere; here it is what the
//! utility bills.
//!
//! Accounts and bills come from the utility's billing system and are read in. What a case decides about an account shows
//! here at once, and the billing system is told of it.
//!
//! | module | subject |
//! |---|---|
//! | `account`, `binding` | an account as it stands, and who may have it among theirs |
//! | `bill`, `billed`, `period` | what holds of every bill, those that are made here, and the month of one |
//! | `need`, `obstacle` | what a service needs of an account, and what stands in the way |
//! | `effect`, `change` | what a case decides about an account, and what the billing system has yet to hear of |
//! | `deviation` | by how much a meter is wrong |

mod account;
mod authority;
mod bill;
mod billed;
mod binding;
mod change;
mod deviation;
mod effect;
mod need;
mod obstacle;
mod period;

pub use account::Account;
pub use authority::{AuthorityState, authority_until};
pub use bill::{Arrears, BillState, Metered, Metering, Unpaid, arrears};
pub use billed::Bill;
pub use binding::{Holder, NAME, Proof, given_name};
pub use change::WaterChange;
pub use deviation::Deviation;
pub use effect::{Effect, Ground};
pub use need::{Advice, Need, Standing, lower_reading};
pub use obstacle::{Obstacle, WayOut};
pub use period::{NotAPeriod, Period};

use crate::words::choices;

choices! {
    /// How a water account stands.
    pub enum WaterState {
        /// It is supplied and billed.
        Active "active" = "正常用水" / "In use";
        /// Its meter is out, at the wish of whoever holds it.
        Suspended "suspended" = "已暂停用水" / "Suspended";
        /// It is settled for good.
        Closed "closed" = "已销户" / "Closed";
    }
}

choices! {
    /// What a resident may see of a water account that is among theirs.
    pub enum Right {
        /// All of it: they have proved that they know whose it is.
        Own "own" = "我的户" / "Mine";
        /// All of it, until their letter of authority is over, but letting others in.
        Act "act" = "代为办理" / "Acting for it";
        /// Its bills: somebody has shared them.
        Read "read" = "分享给我的" / "Shared with me";
    }
}
