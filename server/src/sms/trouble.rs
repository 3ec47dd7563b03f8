//! Why an SMS did not leave. None of it names a phone, a text or an address.

use shuiting_shared::api::Undelivered;

use crate::line::Dead;

/// Why an SMS did not leave.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It may have left or not; only this provider may be asked again, since it knows the SMS by its id.
    #[error("it is not known whether {by} has sent it: {why}")]
    Unknown {
        /// The provider.
        by: &'static str,
        /// What happened.
        why: String,
    },
    /// It has certainly not left, and may later.
    #[error("not sent for now: {0}")]
    Passes(String),
    /// The provider takes no more for this phone for now.
    #[error("too many to this phone: {0}")]
    Limit(String),
    /// The phone cannot be reached, now or later.
    #[error("the phone is refused: {0}")]
    Number(String),
    /// The house's own settings are wrong.
    #[error("the settings are wrong: {0}")]
    Settings(String),
}

impl Trouble {
    /// What it means that nobody answers.
    pub(super) fn of(by: &'static str, dead: &Dead) -> Self {
        match dead {
            Dead::Resting(_) => Self::Passes(dead.to_string()),
            Dead::Broken(_, cause) if cause.is_connect() => Self::Passes(dead.to_string()),
            Dead::Broken(..) | Dead::Ailing(..) | Dead::Endless(_) => Self::Unknown {
                by,
                why: dead.to_string(),
            },
        }
    }

    /// What it means that an answer cannot be read.
    pub(super) fn nonsense(by: &'static str) -> Self {
        Self::Unknown {
            by,
            why: "the answer makes no sense".to_owned(),
        }
    }

    /// Who may have sent it.
    pub fn by(&self) -> Option<&'static str> {
        match self {
            Self::Unknown { by, .. } => Some(by),
            _ => None,
        }
    }

    /// Whether trying again would be in vain.
    pub fn stays(&self) -> bool {
        matches!(self, Self::Number(_) | Self::Settings(_))
    }

    /// As the desk is told it.
    pub fn told(&self) -> Undelivered {
        match self {
            Self::Unknown { .. } | Self::Passes(_) => Undelivered::Down,
            Self::Limit(_) => Undelivered::Limit,
            Self::Number(_) => Undelivered::Number,
            Self::Settings(_) => Undelivered::Settings,
        }
    }
}
