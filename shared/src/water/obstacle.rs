//! What stands in the way of a filing on a water account, in words, with the way out.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::money::Fen;
use crate::service::Service;
use crate::time::say_day;
use crate::words::Lang;

/// Something that has to be seen to first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Obstacle {
    /// Bills are unpaid; due or not, they have to be settled.
    Owed {
        /// How much with late fees, fen; only whoever sees the account's bills is told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        amount: Option<Fen>,
    },
    /// Bills are past their last day.
    Overdue {
        /// How much with late fees, fen; only whoever sees the account's bills is told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        amount: Option<Fen>,
    },
    /// The account is closed.
    Closed,
    /// It is suspended, and would have to be in use.
    Suspended,
    /// It is in use, so there is nothing to resume.
    NotSuspended,
    /// It is suspended twice in this year already.
    TwiceThisYear {
        /// The year.
        year: i32,
    },
    /// This cycle takes no more readings.
    CycleOver {
        /// The first day of the next one.
        from: NaiveDate,
    },
}

/// Where one sees to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// Paying the bills.
    Pay,
    /// Filing another service on the same account.
    File(Service),
}

impl Obstacle {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Owed { .. } => "owed",
            Self::Overdue { .. } => "overdue",
            Self::Closed => "closed",
            Self::Suspended => "suspended",
            Self::NotSuspended => "not_suspended",
            Self::TwiceThisYear { .. } => "twice_this_year",
            Self::CycleOver { .. } => "cycle_over",
        }
    }

    /// The way out; none where only time is one.
    pub const fn way_out(self) -> Option<WayOut> {
        match self {
            Self::Owed { .. } | Self::Overdue { .. } => Some(WayOut::Pay),
            Self::Closed => Some(WayOut::File(Service::New)),
            Self::Suspended => Some(WayOut::File(Service::Resume)),
            Self::NotSuspended => Some(WayOut::File(Service::Arrear)),
            Self::TwiceThisYear { .. } | Self::CycleOver { .. } => None,
        }
    }

    /// Whether it is in the way of the form itself; another day that the form asks for may be free.
    pub const fn bars_form(self) -> bool {
        !matches!(self, Self::TwiceThisYear { .. })
    }

    /// What somebody may know of it who does not see the account's bills: that they are unpaid, but not how much; nothing
    /// of how the account stands, since what is suspended may be an empty home.
    pub const fn for_stranger(self) -> Option<Self> {
        match self {
            Self::Owed { .. } => Some(Self::Owed { amount: None }),
            Self::Overdue { .. } => Some(Self::Overdue { amount: None }),
            _ => None,
        }
    }

    /// What is in the way and what to do, as a sentence.
    pub fn say(self, lang: Lang) -> String {
        let sum = |amount: Option<Fen>, lang| amount.map(|amount| amount.say(lang)).unwrap_or_default();
        let (zh, en) = match self {
            Self::Owed { amount } => (
                format!("这一户还有水费{}没有交清,交清后接着办", sum(amount, Lang::Zh)),
                match amount {
                    Some(amount) => format!("{} of bills are unpaid; pay first, then go on", amount.say(Lang::En)),
                    None => "There are unpaid bills; pay first, then go on".to_owned(),
                },
            ),
            Self::Overdue { amount } => (
                format!("这一户有过期没交的水费{},交清后接着办", sum(amount, Lang::Zh)),
                match amount {
                    Some(amount) => format!("{} is overdue; pay first, then go on", amount.say(Lang::En)),
                    None => "There are overdue bills; pay first, then go on".to_owned(),
                },
            ),
            Self::Closed => (
                "这一户已经销户。要用水请重新报装".to_owned(),
                "This account is closed. For water please ask for a new hookup".to_owned(),
            ),
            Self::Suspended => (
                "这一户暂停用水了,请先恢复用水".to_owned(),
                "This account is suspended; please resume it first".to_owned(),
            ),
            Self::NotSuspended => (
                "这一户没有暂停用水,不用恢复。因欠费停的水,请办欠费恢复用水".to_owned(),
                "This account is not suspended. If water is off because of arrears, ask to be reconnected".to_owned(),
            ),
            Self::TwiceThisYear { year } => (
                format!("一年最多暂停两次,这一户{year}年已经两次了。请选{}年的日子", year + 1),
                format!(
                    "Two suspensions a year at most, and {year} has two already. Pick a day in {}",
                    year + 1
                ),
            ),
            Self::CycleOver { from } => (
                format!("这一期已经截止,请从{}起再报数", say_day(from, Lang::Zh)),
                format!(
                    "This cycle is closed. Please report from {} on",
                    say_day(from, Lang::En)
                ),
            ),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_learns_that_something_is_owed_and_no_more() {
        let owed = Obstacle::Owed {
            amount: Some(Fen(5400)),
        };
        assert_eq!(owed.for_stranger(), Some(Obstacle::Owed { amount: None }));
        let silent = [
            Obstacle::Closed,
            Obstacle::Suspended,
            Obstacle::NotSuspended,
            Obstacle::TwiceThisYear { year: 2026 },
        ];
        assert!(silent.iter().all(|obstacle| obstacle.for_stranger().is_none()));
    }

    #[test]
    fn every_obstacle_reads_well() {
        let every = [
            Obstacle::Owed {
                amount: Some(Fen(10_881)),
            },
            Obstacle::Owed { amount: None },
            Obstacle::Overdue {
                amount: Some(Fen(5481)),
            },
            Obstacle::Overdue { amount: None },
            Obstacle::Closed,
            Obstacle::Suspended,
            Obstacle::NotSuspended,
            Obstacle::TwiceThisYear { year: 2026 },
            Obstacle::CycleOver {
                from: "2026-12-01".parse().unwrap(),
            },
        ];
        let said = every.map(|obstacle| [Lang::Zh, Lang::En].map(|lang| obstacle.say(lang)).join("\n"));
        insta::assert_snapshot!(said.join("\n"));
    }
}
