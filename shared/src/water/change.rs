//! What the hall has decided about a water account, and the billing system has yet to hear of.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Account, Bill, WaterState};
use crate::form::UseType;

/// One thing that is otherwise from now on, or from a day on.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum WaterChange {
    /// It is registered under another name.
    Name {
        /// The name.
        name: String,
    },
    /// Another phone is registered.
    Phone {
        /// The phone.
        phone: String,
    },
    /// Its holder's identity number ends otherwise.
    IdEnd {
        /// The last four letters.
        id_end: String,
    },
    /// So many persons are counted.
    Persons {
        /// How many.
        persons: u32,
        /// The last day on which they are; with none they always are.
        until: Option<NaiveDate>,
    },
    /// The discount for hardship holds until a day, or not at all.
    Hardship {
        /// Its last day.
        until: Option<NaiveDate>,
    },
    /// The water is for something else.
    Use {
        /// What for.
        use_type: UseType,
        /// From which day on.
        from: NaiveDate,
    },
    /// It stands otherwise.
    Stands {
        /// How.
        state: WaterState,
        /// Since when it is suspended, where it is.
        suspended_from: Option<NaiveDate>,
    },
    /// There is a bill more, of a reading that was reported.
    Billed {
        /// The bill.
        bill: Bill,
    },
    /// A bill was worked out anew, since the meter was wrong.
    Rebilled {
        /// The bill as it is now.
        bill: Bill,
    },
}

impl std::fmt::Debug for WaterChange {
    /// Names and phones must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("WaterChange(…)")
    }
}

impl WaterChange {
    /// The day from which it holds, where that is not at once.
    pub const fn from(&self) -> Option<NaiveDate> {
        match self {
            Self::Use { from, .. } => Some(*from),
            _ => None,
        }
    }

    /// The bill that it makes or corrects.
    pub const fn bill(&self) -> Option<&Bill> {
        match self {
            Self::Billed { bill } | Self::Rebilled { bill } => Some(bill),
            _ => None,
        }
    }

    /// Whether the billing system need not hear of an earlier change of the same account any more: this one says
    /// something else of the same.
    pub fn overrules(&self, earlier: &Self) -> bool {
        let period = |change: &Self| change.bill().map(|bill| bill.period);
        // A bill that was made here and then corrected has to arrive as a whole.
        std::mem::discriminant(self) == std::mem::discriminant(earlier) && period(self) == period(earlier)
    }

    /// Puts it into effect on the account; a bill is no part of that.
    pub fn apply(&self, account: &mut Account) {
        match self {
            Self::Name { name } => account.name.clone_from(name),
            Self::Phone { phone } => account.phone = Some(phone.clone()),
            Self::IdEnd { id_end } => account.id_end = Some(id_end.clone()),
            Self::Persons { persons, until } => {
                account.persons = *persons;
                account.persons_until = *until;
            }
            Self::Hardship { until } => account.hardship_until = *until,
            Self::Use { use_type, .. } => account.use_type = *use_type,
            Self::Stands { state, suspended_from } => {
                account.state = *state;
                account.suspended_from = *suspended_from;
            }
            Self::Billed { .. } | Self::Rebilled { .. } => {}
        }
    }

    /// Whether an account says the same already; of bills it says nothing.
    pub fn is_in(&self, account: &Account) -> bool {
        let mut after = account.clone();
        self.apply(&mut after);
        self.bill().is_none() && after == *account
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::money::Fen;

    fn day() -> impl Strategy<Value = NaiveDate> {
        (0..2000_u64).prop_map(|days| NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Days::new(days))
    }

    /// Any change there is.
    fn changes() -> impl Strategy<Value = WaterChange> {
        let until = || prop::option::of(day());
        prop_oneof![
            "[一-三]{2,3}".prop_map(|name| WaterChange::Name { name }),
            "138[0-9]{8}".prop_map(|phone| WaterChange::Phone { phone }),
            "[0-9]{3}[0-9X]".prop_map(|id_end| WaterChange::IdEnd { id_end }),
            (1..9_u32, until()).prop_map(|(persons, until)| WaterChange::Persons { persons, until }),
            until().prop_map(|until| WaterChange::Hardship { until }),
            (prop::sample::select(UseType::ALL), day())
                .prop_map(|(use_type, from)| WaterChange::Use { use_type, from }),
            (prop::sample::select(WaterState::ALL), until())
                .prop_map(|(state, suspended_from)| WaterChange::Stands { state, suspended_from }),
            (0..9999_i64).prop_map(|total| WaterChange::Billed {
                bill: Bill {
                    total: Fen(total),
                    ..Bill::sample()
                }
            }),
        ]
    }

    proptest! {
        #[test]
        fn what_was_applied_is_there_and_applying_it_again_changes_nothing(change in changes()) {
            let mut account = Account::sample();
            change.apply(&mut account);
            prop_assert_eq!(change.is_in(&account), change.bill().is_none());
            let once = account.clone();
            change.apply(&mut account);
            prop_assert_eq!(account, once);
        }

        /// The order in which changes that do not overrule each other are applied does not matter.
        #[test]
        fn only_what_overrules_another_gets_in_its_way(one in changes(), other in changes()) {
            prop_assume!(!one.overrules(&other));
            let (mut ahead, mut behind) = (Account::sample(), Account::sample());
            one.apply(&mut ahead);
            other.apply(&mut ahead);
            other.apply(&mut behind);
            one.apply(&mut behind);
            prop_assert_eq!(ahead, behind);
        }
    }
}
