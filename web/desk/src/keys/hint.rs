//! What a button says of its key.

use super::table::row_of;
use super::{Command, Keys};

/// The key of a command, as the button that does the same says it. Where single keys are off it says nothing.
#[derive(Clone, Copy)]
pub(crate) struct Hint {
    keys: Keys,
    command: Command,
}

impl Hint {
    /// Of a command.
    pub(crate) fn of(command: Command) -> Self {
        Self {
            keys: Keys::here(),
            command,
        }
    }

    /// For those who see it: the stylesheet puts it behind the button's text.
    pub(crate) fn said(self) -> Option<String> {
        let stroke = row_of(self.command)?.strokes.first()?;
        (!stroke.single() || self.keys.single()).then(|| stroke.said())
    }

    /// For those who hear it: `aria-keyshortcuts`.
    pub(crate) fn aria(self) -> Option<String> {
        let strokes = row_of(self.command)?.strokes;
        let single = self.keys.single();
        let counts = strokes.iter().filter(|stroke| !stroke.single() || single);
        let said: Vec<_> = counts.filter_map(super::stroke::Stroke::aria).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }
}
