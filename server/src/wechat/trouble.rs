//! Why WeChat does not do what it was asked.

use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::problem::Code;

use crate::line::Dead;
use crate::problem::Failure;

/// Why WeChat does not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It does not answer; it may be asked again.
    #[error(transparent)]
    Down(#[from] Dead),
    /// The house's own database does not answer.
    #[error("the house's own database: {0:#}")]
    Inside(anyhow::Error),
    /// It is busy (-1); it may be asked again.
    #[error("WeChat is busy")]
    Busy,
    /// It answers something that makes no sense.
    #[error("WeChat answers nonsense: {0}")]
    Nonsense(String),
    /// Its token is not good any more (40001, 40014, 42001), and a new one did not help.
    #[error("WeChat does not take its token")]
    Stale,
    /// The house has no such app.
    #[error("this app of WeChat is not set up")]
    NotSetUp,
    /// The code is wrong or was used already (40029, 40163).
    #[error("the code is wrong or used")]
    BadCode,
    /// Asked too often (45009, 45011).
    #[error("WeChat is asked too often")]
    TooOften,
    /// WeChat thinks that this person is up to no good (40226).
    #[error("WeChat has barred this person")]
    Barred,
    /// Whoever opened the page only looks at a snapshot of it.
    #[error("only a snapshot of the page is looked at")]
    Snapshot,
    /// The phone is not one of the mainland.
    #[error("the phone is of another country")]
    Foreign,
    /// They do not want the message, or have not agreed to it (43101).
    #[error("the message is not wanted")]
    NotWanted,
    /// It says no, and would do so again.
    #[error("WeChat refuses with {code}: {words}")]
    Refused {
        /// Its number of the reason.
        code: i64,
        /// Its words.
        words: String,
    },
}

impl Trouble {
    /// What it means that WeChat answers with this number, other than 0.
    pub(super) fn of(code: i64, words: &str) -> Self {
        match code {
            -1 => Self::Busy,
            40_001 | 40_014 | 42_001 => Self::Stale,
            40_029 | 40_163 => Self::BadCode,
            45_009 | 45_011 => Self::TooOften,
            40_226 => Self::Barred,
            43_101 => Self::NotWanted,
            _ => Self::Refused {
                code,
                words: words.to_owned(),
            },
        }
    }

    /// Whether the same may be asked again later.
    pub fn passes(&self) -> bool {
        matches!(
            self,
            Self::Down(_) | Self::Inside(_) | Self::Busy | Self::Stale | Self::TooOften | Self::Nonsense(_)
        )
    }
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Inside(failure.into())
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        let code = match trouble {
            Trouble::BadCode => Code::WechatCode,
            Trouble::Barred => Code::WechatBarred,
            Trouble::NotSetUp => Code::NoWechat,
            Trouble::Foreign => {
                return Self::flawed(vec![FieldFlaw::new("phone_code", Flaw::NotAPhone)]);
            }
            other => {
                tracing::error!(trouble = %other, "WeChat is of no use");
                Code::WechatDown
            }
        };
        Self::new(code)
    }
}
