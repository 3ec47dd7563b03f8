//! The form of each service, one a file.

mod arrear;
mod close;
mod comp;
mod debit;
mod disc;
mod hookup;
mod info;
mod inv;
mod leak;
mod meter_move;
mod meter_test;
mod pop;
mod qual;
mod read;
mod resume;
mod split;
mod susp;
mod temp;
mod transfer;
mod use_change;

pub use arrear::ARREAR;
pub use close::CLOSE;
pub use comp::{COMP, Category};
pub use debit::{DEBIT, Payer};
pub use disc::{DISC, Hardship};
pub use hookup::HOOKUP;
pub use info::{Detail, Details, INFO};
pub use inv::{INV, Tenancy};
pub use leak::{LEAK, Severity, Side};
pub use meter_move::{MOVE, MeterChange, MeterChanges};
pub use meter_test::TEST;
pub use pop::POP;
pub use qual::{QUAL, Symptom, Symptoms};
pub use read::READ;
pub use resume::RESUME;
pub use split::SPLIT;
pub use susp::{SUSP, SuspendReason};
pub use temp::{Purpose, TEMP};
pub use transfer::{Proof, TRANSFER};
pub use use_change::USE;

/// Conditions under which materials of single services are asked for.
pub(crate) mod conditions {
    pub(crate) use super::debit::OTHER_PAYER;
    pub(crate) use super::inv::TENANT;
    pub(crate) use super::transfer::{BY_AGREEMENT, BY_CERTIFICATE};
}
