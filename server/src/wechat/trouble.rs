//! Why `WeChat` does not do what it was asked.

use crate::line::Dead;

/// Why `WeChat` does not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// It does not answer; it may be asked again.
    #[error(transparent)]
    Down(#[from] Dead),
    /// It is busy (-1); it may be asked again.
    #[error("WeChat is busy")]
    Busy,
    /// It answers something that makes no sense.
    #[error("WeChat answers nonsense: {0}")]
    Nonsense(String),
    /// The house has no such app.
    #[error("this app of WeChat is not set up")]
    NotSetUp,
    /// The code is wrong or was used already (40029, 40163).
    #[error("the code is wrong or used")]
    BadCode,
    /// Asked too often (45009, 45011).
    #[error("WeChat is asked too often")]
    TooOften,
    /// `WeChat` thinks that this person is up to no good (40226).
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
    /// Whether the same may be asked again later.
    pub fn passes(&self) -> bool {
        matches!(self, Self::Down(_) | Self::Busy | Self::TooOften | Self::Nonsense(_))
    }
}
