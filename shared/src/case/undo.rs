//! What has just been done can be taken back for a while, where nothing of it has left the house.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::{Status, Verb, Verdict};
use crate::time::Moment;

/// Seconds within which an act can be taken back, as the desk counts them.
pub const UNDO_SECONDS: u8 = 10;
/// Seconds that the way through the network may take besides.
pub const GRACE_SECONDS: u8 = 3;

/// What acts that can be taken back change of a case, as it was before one of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Before {
    /// The status.
    pub status: Status,
    /// When that status was due.
    pub due: Option<Moment>,
    /// The id of the member of staff who had it.
    pub assignee: Option<String>,
    /// The material that was judged, where it was one that was judged.
    pub judged: Option<Judged>,
}

/// A material, and what was said of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// The material's key.
    pub material: String,
    /// What was said of it; none where nobody had looked at it yet.
    pub verdict: Option<Verdict>,
}

/// The latest act on a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Latest {
    /// What was done.
    pub verb: Verb,
    /// When.
    pub at: Moment,
    /// What it had found.
    pub before: Before,
}

impl Latest {
    /// Whether it can still be taken back.
    pub fn open(&self, now: Moment) -> bool {
        let seconds = i64::from(UNDO_SECONDS) + i64::from(GRACE_SECONDS);
        now <= self.at + TimeDelta::seconds(seconds)
    }
}

#[cfg(test)]
mod tests;
