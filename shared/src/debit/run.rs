//! The bills of a month's file: those that the bank is asked to pay.

use chrono::NaiveDate;

use crate::money::Fen;
use crate::water::Period;

/// A bill of an account with a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenBill {
    /// When it was made.
    pub issued: NaiveDate,
    /// What is left of it.
    pub left: Fen,
    /// Whether the bank has been asked for it and has not answered yet.
    pub asked: bool,
}

/// The first month whose bills a contract pays: the one after that in which it came into use, so that nobody pays by
/// themselves and by the bank for one and the same bill.
pub fn first_month(since: NaiveDate) -> Period {
    Period::of(since).next()
}

/// Whether a bill goes into a month's file, given the first month of the contract. The file takes the bills made in that
/// month, and those of earlier ones that the bank could not pay; what was owed before the contract stays the resident's to
/// pay.
pub fn takes(month: Period, first: Period, bill: &OpenBill) -> bool {
    let made = Period::of(bill.issued);
    bill.left.owed() && !bill.asked && first <= made && made <= month
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Answer, BankReason, ItemState};
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn bill(issued: NaiveDate) -> OpenBill {
        OpenBill {
            issued,
            left: Fen(5400),
            asked: false,
        }
    }

    #[test]
    fn it_begins_with_the_next_bill() {
        let first = first_month(day(10, 27));
        let november = Period::of(day(11, 1));
        assert_eq!(first, november);
        assert!(takes(november, first, &bill(day(11, 1))));
        assert!(!takes(november, first, &bill(day(10, 28))), "that was owed before");
        assert!(!takes(november, first, &bill(day(12, 1))), "that is the next month's");
        let december = Period::of(day(12, 1));
        assert!(
            takes(december, first, &bill(day(11, 1))),
            "the bank could not pay it in November"
        );
    }

    #[test]
    fn what_is_paid_or_asked_for_is_not_asked_for() {
        let (first, month) = (first_month(day(10, 27)), Period::of(day(11, 1)));
        let paid = OpenBill {
            left: Fen::ZERO,
            ..bill(day(11, 1))
        };
        let asked = OpenBill {
            asked: true,
            ..bill(day(11, 1))
        };
        assert!(!takes(month, first, &paid) && !takes(month, first, &asked));
    }

    /// What can happen to a bill.
    #[derive(Clone, Copy, Debug)]
    enum Happening {
        /// The file of a month is written.
        Written(u32),
        /// The bank's answer for a month is read, the first time or again.
        Answered(u32, bool),
        /// The resident pays by themselves.
        PaidElsewhere,
    }

    fn happening() -> impl Strategy<Value = Happening> {
        prop_oneof![
            (2..=6_u32).prop_map(Happening::Written),
            (2..=6_u32, any::<bool>()).prop_map(|(month, paid)| Happening::Answered(month, paid)),
            Just(Happening::PaidElsewhere),
        ]
    }

    proptest! {
        #[test]
        fn in_whatever_order_a_bill_is_settled_once(happenings in prop::collection::vec(happening(), 0..40)) {
            let first = first_month(day(1, 15));
            let (mut left, mut settled, mut taken) = (Fen(5400), 0, 0);
            let mut items: Vec<(u32, ItemState, Option<Answer>)> = Vec::new();
            for happening in happenings {
                match happening {
                    Happening::Written(month) => {
                        let written = items.iter().any(|(of, ..)| *of == month);
                        let asked = items.iter().any(|(_, state, _)| *state == ItemState::Sent);
                        let bill = OpenBill { left, asked, ..bill(day(2, 1)) };
                        if !written && takes(Period::of(day(month, 1)), first, &bill) {
                            items.push((month, ItemState::Sent, None));
                        }
                    }
                    Happening::Answered(month, paid) => {
                        let item = items.iter_mut().find(|(of, ..)| *of == month);
                        let Some((_, state, before)) = item else { continue };
                        let answer = if paid { Answer::Paid(day(month, 15)) } else { Answer::Failed(BankReason::Other) };
                        if answer.is_new(before.as_ref()) != Ok(true) {
                            continue;
                        }
                        *before = Some(answer);
                        *state = answer.leads_to(left.owed());
                        if paid {
                            taken += 1;
                        }
                        if *state == ItemState::Paid {
                            settled += 1;
                            left = Fen::ZERO;
                        }
                    }
                    Happening::PaidElsewhere => left = Fen::ZERO,
                }
            }
            let double = items.iter().filter(|(_, state, _)| *state == ItemState::Double).count();
            prop_assert!(settled <= 1);
            prop_assert_eq!(taken, settled + double, "no money is lost");
        }
    }
}
