//! Water accounts (户号): who may see one, and what its bills say. A sign-in is an account elsewhere; here it is what the
//! utility bills.
//!
//! Accounts and bills are made by the utility's billing system and read in; nothing here changes them.

mod bill;
mod binding;
mod period;

pub use bill::{Arrears, BillState, Metered, Metering, Unpaid, arrears};
pub use binding::{Holder, NAME, Proof, given_name};
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
        /// Its bills: somebody has shared them.
        Read "read" = "分享给我的" / "Shared with me";
    }
}
