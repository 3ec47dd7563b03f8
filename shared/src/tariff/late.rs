//! What paying late costs.

use chrono::NaiveDate;

use super::Tariff;
use crate::money::Fen;

/// Parts of the bill that a basis point is one of.
const BASIS: i64 = 10_000;

impl Tariff {
    /// What is owed besides a bill that is still unpaid on a day, rounded half up to the fen. It grows with each day
    /// after the last one to pay on, and is never more than the bill; a credit bears none.
    pub fn late_fee(&self, bill: Fen, due: NaiveDate, on: NaiveDate) -> Fen {
        let days = (on - due).num_days();
        if days <= 0 || !bill.owed() {
            return Fen::ZERO;
        }
        let parts = days.saturating_mul(self.late_basis_points.into());
        bill.share(parts.min(BASIS), BASIS)
    }
}
