//! When something is asked for.

use super::Answers;
use super::text::SEVERAL;

/// That an earlier choice was answered in one of these ways. It is data, so that the API can tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The key of the choice; it is itself asked every time.
    pub field: &'static str,
    /// The codes.
    pub codes: &'static [&'static str],
}

impl Condition {
    /// That the choice with this key was answered with one of these codes.
    pub const fn new(field: &'static str, codes: &'static [&'static str]) -> Self {
        Self { field, codes }
    }

    /// Whether it holds, given these answers. Where several may be chosen, one of them is enough.
    pub fn holds(self, answers: &Answers) -> bool {
        let given = answers.get(self.field).unwrap_or_default();
        given.split(SEVERAL).any(|code| self.codes.contains(&code.trim()))
    }
}

/// When a field or a material is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Every time.
    Always,
    /// Where an earlier choice calls for it.
    When(Condition),
}

impl Asked {
    /// Whether it is asked for, given these answers.
    pub fn holds(self, answers: &Answers) -> bool {
        self.condition().is_none_or(|condition| condition.holds(answers))
    }

    /// The condition, where there is one.
    pub const fn condition(self) -> Option<Condition> {
        match self {
            Self::Always => None,
            Self::When(condition) => Some(condition),
        }
    }
}
