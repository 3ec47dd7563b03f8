//! Call-backs (回访): residents are asked on the phone how it went, and what they say is a rating.
//!
//! Of work orders that were finished a share of each kind is asked about, drawn so that asking again draws the same; whoever
//! has rated low is called at once. What the house sets stands in [`Callbacks`], what becomes of one in [`Task::told`]. All
//! of it is pure.

mod script;

use std::collections::BTreeMap;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

pub use script::script;

use crate::case::Level;
use crate::form::{FieldFlaw, Flaw, Words};
use crate::house::House;
use crate::order::Kind;
use crate::time::{Limit, Moment};
use crate::words::choices;

choices! {
    /// Why somebody is called back.
    pub enum CallbackReason {
        Sample "sample" = "抽查" / "Sample";
        Low "low" = "评价低" / "Rated low";
    }
}

choices! {
    /// What has become of a call-back.
    pub enum CallbackState {
        Open "open" = "待回访" / "To be called";
        Reached "reached" = "已回访" / "Answered";
        Unreached "unreached" = "打不通" / "Not reached";
        Declined "declined" = "不愿回答" / "Did not want to";
        /// It was rated or worked on anew before anybody called.
        Dropped "dropped" = "不用回访" / "Not needed any more";
    }
}

/// What came of a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum CallbackAnswer {
    /// The resident has answered.
    Reached {
        /// How satisfied they are; may be left out where they have said so themselves.
        #[serde(default)]
        level: Option<Level>,
        /// What they said; may be blank.
        #[serde(default)]
        words: String,
    },
    /// Nobody picked up.
    Unreached {
        /// When to try again; left out, after the pause that the house sets.
        #[serde(default)]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>))]
        next: Option<Moment>,
    },
    /// They do not want to be asked.
    Declined,
}

/// What the house sets of call-backs. A house without them samples nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Callbacks {
    /// Of a hundred finished orders, so many are asked about.
    pub share: u32,
    /// The same for single kinds.
    pub kinds: BTreeMap<Kind, u32>,
    /// Within how long a sampled one is called.
    #[cfg_attr(feature = "server", schema(value_type = String, example = "1wd"))]
    pub due: Limit,
    /// Within how long somebody who has rated low is called.
    #[cfg_attr(feature = "server", schema(value_type = String, example = "2h"))]
    pub low_due: Limit,
    /// Calls that nobody picks up before it is given up.
    pub tries: u32,
    /// Minutes between two of them.
    pub again_minutes: u32,
}

impl Default for Callbacks {
    fn default() -> Self {
        Self {
            share: 0,
            kinds: BTreeMap::new(),
            due: Limit::WorkingDays(1),
            low_due: Limit::Hours(2),
            tries: 3,
            again_minutes: 120,
        }
    }
}

impl Callbacks {
    /// Names the first thing that does not fit together.
    pub fn check(&self) -> Result<(), String> {
        if let Some(kind) = self.kinds.iter().find(|(_, share)| **share > 100) {
            return Err(format!("callbacks.kinds.{}: at most 100 of a hundred", kind.0.code()));
        }
        if self.share > 100 || self.tries == 0 {
            return Err("callbacks: at most 100 of a hundred, and at least one try".to_owned());
        }
        Ok(())
    }

    /// Whether a finished order of a kind is asked about. It hangs on the case's id alone, so that finishing it again, or
    /// sending the same twice, draws the same.
    pub fn draws(&self, kind: Kind, case: &str) -> bool {
        let share = self.kinds.get(&kind).copied().unwrap_or(self.share);
        lot(case) < share
    }
}

/// A number from 0 to 99 that hangs on the text alone, each as likely as the others: FNV-1a, whose last bits alone are not
/// evenly spread, folded over.
fn lot(text: &str) -> u32 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    let folded = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    u32::try_from((folded >> 33) % 100).unwrap_or(0)
}

/// A call-back on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Why they are called.
    pub reason: CallbackReason,
    /// What has become of it.
    pub state: CallbackState,
    /// By when they are to be called.
    pub due: Moment,
    /// Not before then; none where nobody has tried yet.
    pub next: Option<Moment>,
    /// How often it was tried in vain.
    pub tries: u32,
}

/// Calls are put off by at most so many days.
const LATEST_DAYS: i64 = 7;

impl Task {
    /// One that begins now.
    pub fn open(reason: CallbackReason, now: Moment, house: &House) -> Self {
        let limit = match reason {
            CallbackReason::Sample => house.callbacks.due,
            CallbackReason::Low => house.callbacks.low_due,
        };
        Self {
            reason,
            state: CallbackState::Open,
            due: limit.due(now, &house.calendar),
            next: None,
            tries: 0,
        }
    }

    /// The same for whoever has rated low meanwhile: sooner, never later.
    #[must_use]
    pub fn now_low(self, now: Moment, house: &House) -> Self {
        let low = Self::open(CallbackReason::Low, now, house);
        Self {
            due: low.due.min(self.due),
            ..low
        }
    }

    /// What becomes of it by a call, or what is wrong with what is said of the call.
    pub fn told(&self, answer: &CallbackAnswer, now: Moment, rules: &Callbacks) -> Result<Self, Vec<FieldFlaw>> {
        let after = |state| Self {
            state,
            next: None,
            ..self.clone()
        };
        match answer {
            CallbackAnswer::Reached { level, words } => {
                let missing = level.is_none() && self.reason == CallbackReason::Sample;
                let level = missing.then(|| FieldFlaw::new("level", Flaw::Missing));
                let said = Words::read(words).err().filter(|_| !words.trim().is_empty());
                let flaws: Vec<_> = level
                    .into_iter()
                    .chain(said.map(|flaw| FieldFlaw::new("words", flaw)))
                    .collect();
                if flaws.is_empty() {
                    Ok(after(CallbackState::Reached))
                } else {
                    Err(flaws)
                }
            }
            CallbackAnswer::Unreached { next } => {
                let latest = now + TimeDelta::days(LATEST_DAYS);
                if next.is_some_and(|next| next <= now || next > latest) {
                    return Err(vec![FieldFlaw::new("next", Flaw::NotAChoice)]);
                }
                let tries = self.tries + 1;
                let given_up = tries >= rules.tries;
                let pause = TimeDelta::minutes(rules.again_minutes.into());
                Ok(Self {
                    tries,
                    next: (!given_up).then(|| next.unwrap_or(now + pause)),
                    ..after(if given_up {
                        CallbackState::Unreached
                    } else {
                        CallbackState::Open
                    })
                })
            }
            CallbackAnswer::Declined => Ok(after(CallbackState::Declined)),
        }
    }
}

#[cfg(test)]
mod tests;
