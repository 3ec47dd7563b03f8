//! How a clerk wants to be told of new cases, kept in this browser.

use leptos::prelude::window;
use web_sys::Storage;

const STORED: &str = "shuiting-desk-alerts";
const TONE: &str = "tone";
const COUNT: &str = "count";

/// How a clerk wants to be told; not at all unless they chose to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Choice {
    /// By a short tone.
    pub(super) tone: bool,
    /// By a count in the browser's tab, and on the program's icon where it has one.
    pub(super) count: bool,
}

impl Choice {
    /// Whether they want to be told at all.
    pub(super) const fn any(self) -> bool {
        self.tone || self.count
    }

    fn read(text: &str) -> Self {
        let has = |word| text.split_whitespace().any(|part| part == word);
        Self {
            tone: has(TONE),
            count: has(COUNT),
        }
    }

    fn write(self) -> String {
        let parts = [(self.tone, TONE), (self.count, COUNT)];
        let chosen = parts.into_iter().filter_map(|(on, word)| on.then_some(word));
        chosen.collect::<Vec<_>>().join(" ")
    }
}

/// What was chosen in this browser.
pub(super) fn kept() -> Choice {
    let text = storage().and_then(|storage| storage.get_item(STORED).ok().flatten());
    Choice::read(&text.unwrap_or_default())
}

/// Keeps what is chosen.
pub(super) fn keep(choice: Choice) {
    if let Some(storage) = storage() {
        // Where nothing may be kept, the choice holds until the page is closed.
        drop(storage.set_item(STORED, &choice.write()));
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_kept_as_it_is() {
        for (tone, count) in [(false, false), (true, false), (false, true), (true, true)] {
            let choice = Choice { tone, count };
            assert_eq!(Choice::read(&choice.write()), choice);
            assert_eq!(choice.any(), tone || count);
        }
        assert_eq!(
            Choice::read("smoke tone"),
            Choice {
                tone: true,
                count: false
            }
        );
    }
}
