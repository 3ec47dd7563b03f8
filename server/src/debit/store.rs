//! The tables of contracts, and of the months' files with their lines.

pub(super) mod contract;
pub(super) mod item;
