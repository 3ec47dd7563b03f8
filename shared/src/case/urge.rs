//! Urging (催办): whoever filed says that they still wait for what is late.
//!
//! It is open once the house is past the time that it set itself, and once a calendar day in China: somebody who urges
//! at 23:50 may do so again ten minutes later, which is easier to say and to understand than "24 hours after the last".

use super::Stand;
use crate::time::{Moment, day_of};

/// How urging stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urging {
    /// Nothing is late that the house has to do.
    NotLate,
    /// It is late, and was not urged today.
    Open,
    /// It is late and was urged today; from this moment on it can be urged again.
    From(Moment),
}

impl Stand {
    /// How urging stands at `now`.
    pub fn urging(&self, now: Moment) -> Urging {
        let late = self.status.ours() && self.deadline.is_some_and(|deadline| deadline < now);
        let (today, tomorrow) = day_of(now);
        match self.urged {
            _ if !late => Urging::NotLate,
            Some(urged) if urged >= today => Urging::From(tomorrow),
            _ => Urging::Open,
        }
    }
}

#[cfg(test)]
mod tests;
