//! What holds of every bill: its meter, whether it is paid, what is owed.

use chrono::NaiveDate;

use crate::money::Fen;
use crate::words::choices;

choices! {
    /// Whether a bill is paid.
    pub enum BillState {
        /// Nothing is owed.
        Paid "paid" = "已缴清" / "Paid";
        /// There is time left to pay it.
        Open "open" = "待缴" / "To pay";
        /// The last day to pay it is over.
        Overdue "overdue" = "已逾期" / "Overdue";
    }
}

impl BillState {
    /// How a bill stands on a day, given what it comes to, what was paid, and the last day to pay it.
    pub fn of(total: Fen, paid: Fen, due: NaiveDate, today: NaiveDate) -> Self {
        if !(total - paid).owed() {
            Self::Paid
        } else if today <= due {
            Self::Open
        } else {
            Self::Overdue
        }
    }
}

/// What a bill says of the meter; whole cubic metres.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Metering {
    /// What the meter showed before.
    pub previous: u32,
    /// What it shows.
    pub reading: u32,
    /// Whether another meter was put in meanwhile; the two readings are then of two meters.
    pub new_meter: bool,
    /// What was used.
    pub volume: u32,
}

/// What does not fit together in a [`Metering`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Metered {
    /// The reading is below the one before, and the meter is the same.
    #[error("the reading is below the previous one; say that the meter was changed, or correct it")]
    Backwards,
    /// The volume is not the difference of the readings.
    #[error("the volume is not reading less previous reading, which is {0}")]
    Volume(u32),
}

impl Metering {
    /// Holds reading and volume together.
    pub const fn check(self) -> Result<(), Metered> {
        if self.new_meter {
            return Ok(());
        }
        match self.reading.checked_sub(self.previous) {
            None => Err(Metered::Backwards),
            Some(used) if used != self.volume => Err(Metered::Volume(used)),
            Some(_) => Ok(()),
        }
    }
}

/// What is unpaid of one bill on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unpaid {
    /// What is left of it.
    pub left: Fen,
    /// The last day to pay it.
    pub due: NaiveDate,
    /// What is owed besides, since that day is over.
    pub late_fee: Fen,
}

/// What is owed on a water account on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrears {
    /// All that is left of its bills.
    pub owed: Fen,
    /// Of that, what is past its last day.
    pub overdue: Fen,
    /// What is owed besides, since it is.
    pub late_fee: Fen,
    /// The last day for the oldest unpaid bill; it may be over.
    pub due: Option<NaiveDate>,
}

/// What is owed in all by bills of which something may be left.
pub fn arrears(bills: impl IntoIterator<Item = Unpaid>, today: NaiveDate) -> Arrears {
    let mut arrears = Arrears::default();
    for bill in bills.into_iter().filter(|bill| bill.left.owed()) {
        arrears.owed += bill.left;
        if bill.due < today {
            arrears.overdue += bill.left;
            arrears.late_fee += bill.late_fee;
        }
        arrears.due = Some(arrears.due.map_or(bill.due, |first| first.min(bill.due)));
    }
    arrears
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(n: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, n).unwrap()
    }

    #[test]
    fn the_last_day_still_counts() {
        let state = |paid, today| BillState::of(Fen(5400), Fen(paid), day(20), day(today));
        assert_eq!(state(0, 20), BillState::Open);
        assert_eq!(state(5399, 21), BillState::Overdue);
        assert_eq!(state(5400, 21), BillState::Paid);
        assert_eq!(state(6000, 21), BillState::Paid, "too much was paid");
    }

    #[test]
    fn readings_and_volume_fit_together() {
        let meter = |previous, reading, volume| Metering {
            previous,
            reading,
            new_meter: false,
            volume,
        };
        assert_eq!(meter(100, 120, 20).check(), Ok(()));
        assert_eq!(meter(100, 120, 21).check(), Err(Metered::Volume(20)));
        assert_eq!(meter(120, 100, 0).check(), Err(Metered::Backwards));
        let changed = Metering {
            new_meter: true,
            ..meter(120, 3, 15)
        };
        assert_eq!(changed.check(), Ok(()));
    }

    fn unpaid(left: i64, due: u32) -> Unpaid {
        Unpaid {
            left: Fen(left),
            due: day(due),
            late_fee: Fen(7),
        }
    }

    #[test]
    fn what_is_owed_is_what_is_left_of_each_bill() {
        let bills = [unpaid(0, 1), unpaid(7000, 2), unpaid(3000, 20)];
        let owed = Arrears {
            owed: Fen(10_000),
            overdue: Fen(7000),
            late_fee: Fen(7),
            due: Some(day(2)),
        };
        assert_eq!(arrears(bills, day(20)), owed, "the last day still counts");
        assert_eq!(arrears([bills[0]], day(20)), Arrears::default());
    }

    proptest! {
        #[test]
        fn overdue_is_a_part_of_what_is_owed(
            bills in prop::collection::vec((-1000..100_000_i64, 1..=28_u32), 0..30),
            today in 1..=28_u32,
        ) {
            let bills = bills.into_iter().map(|(left, due)| unpaid(left, due));
            let found = arrears(bills, day(today));
            prop_assert!(Fen::ZERO <= found.overdue && found.overdue <= found.owed);
            prop_assert_eq!(found.due.is_some(), found.owed.owed());
            prop_assert_eq!(found.late_fee.owed(), found.overdue.owed());
        }
    }
}
