//! What is pressed, and whether it is the key of a command.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// Stands for any digit from 1 to 9.
pub(super) const DIGIT: &str = "1–9";

/// A key of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stroke {
    /// The key that is pressed before it.
    pub(super) after: Option<&'static str>,
    /// Whether Ctrl, or on a Mac the command key, is held.
    ctrl: bool,
    /// The key as the browser names it, or [`DIGIT`].
    pub(super) key: &'static str,
    /// Whether it counts only where the focus is in the list.
    in_rows: bool,
    /// Whether it counts while something is typed.
    typing: bool,
}

/// A key alone.
pub(super) const fn key(key: &'static str) -> Stroke {
    Stroke {
        after: None,
        ctrl: false,
        key,
        in_rows: false,
        typing: false,
    }
}

/// A key while Ctrl is held.
pub(super) const fn ctrl(name: &'static str) -> Stroke {
    Stroke {
        ctrl: true,
        typing: true,
        ..key(name)
    }
}

/// A key after another one.
pub(super) const fn after(first: &'static str, second: &'static str) -> Stroke {
    Stroke {
        after: Some(first),
        ..key(second)
    }
}

/// A key while the focus is in the list.
pub(super) const fn in_rows(name: &'static str) -> Stroke {
    Stroke {
        in_rows: true,
        ..key(name)
    }
}

/// A key that is none of what is typed.
pub(super) const fn typing(name: &'static str) -> Stroke {
    Stroke {
        typing: true,
        ..key(name)
    }
}

/// A key that was pressed, and where.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "a keyboard has as many, each for itself")]
pub(super) struct Press {
    /// As the browser names it.
    pub(super) key: String,
    /// Ctrl, or the command key.
    pub(super) ctrl: bool,
    pub(super) alt: bool,
    pub(super) shift: bool,
    /// An input method is at work.
    pub(super) composing: bool,
    /// The key is held down.
    pub(super) repeat: bool,
    /// The focus is where letters are typed.
    pub(super) typing: bool,
    /// The focus is on what Enter or the space bar press.
    pub(super) pressable: bool,
    /// The focus is in the list.
    pub(super) in_rows: bool,
}

impl Press {
    /// What the browser tells, and where the focus is.
    pub(super) fn of(event: &KeyboardEvent) -> Self {
        let focused = document().active_element();
        let is = |selector: &str| {
            let focused = focused.as_ref();
            focused.is_some_and(|focused| focused.matches(selector).unwrap_or(false))
        };
        let rows = focused
            .as_ref()
            .and_then(|focused| focused.closest(".rows").ok().flatten());
        Self {
            key: event.key(),
            ctrl: event.ctrl_key() || event.meta_key(),
            alt: event.alt_key(),
            shift: event.shift_key(),
            composing: event.is_composing(),
            repeat: event.repeat(),
            typing: is("textarea, select, input:not([type=checkbox], [type=radio]), [contenteditable]"),
            pressable: is("button, a[href], summary, input, select, textarea"),
            in_rows: rows.is_some(),
        }
    }
}

impl Stroke {
    /// Whether it is a letter, a digit or a sign alone, which those who speak to their computer press by mistake.
    pub(super) fn single(&self) -> bool {
        !self.ctrl && (self.key == DIGIT || self.key.chars().count() == 1)
    }

    /// Whether it was pressed: the digit where it takes one, else nought. `single` says whether single keys count.
    pub(super) fn met(&self, press: &Press, single: bool) -> Option<u8> {
        let letter = matches!(self.key.as_bytes(), [byte] if byte.is_ascii_alphabetic());
        // Which signs need the shift key depends on the keyboard.
        let shifted = press.shift && (letter || !self.single());
        let elsewhere = (press.typing && !self.typing)
            || (self.single() && !single)
            || (self.in_rows && !press.in_rows)
            || (press.pressable && !self.typing && matches!(self.key, "Enter" | " "));
        if press.composing || press.alt || press.ctrl != self.ctrl || shifted || elsewhere {
            return None;
        }
        if self.key == DIGIT {
            return press.key.parse().ok().filter(|digit| (1..=9).contains(digit));
        }
        self.key.eq_ignore_ascii_case(&press.key).then_some(0)
    }

    /// The key without the one that is pressed before it.
    pub(super) fn last(self) -> Self {
        Self { after: None, ..self }
    }

    /// The key in words.
    pub(super) fn said(&self) -> String {
        let key = match self.key {
            "ArrowDown" => "↓",
            "ArrowUp" => "↑",
            "ArrowRight" => "→",
            "ArrowLeft" => "←",
            "Escape" => "Esc",
            " " => "Space",
            "k" if self.ctrl => "K",
            key => key,
        };
        match (self.after, self.ctrl) {
            (Some(first), _) => format!("{first} {key}"),
            (None, true) => format!("Ctrl+{key}"),
            (None, false) => key.to_owned(),
        }
    }

    /// As `aria-keyshortcuts` has it; nothing for two keys after each other, which it cannot say.
    pub(super) fn aria(&self) -> Option<String> {
        let key = match self.key {
            " " => "Space",
            key => key,
        };
        let held = if self.ctrl { "Control+" } else { "" };
        (self.after.is_none() && self.key != DIGIT).then(|| format!("{held}{key}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str) -> Press {
        Press {
            key: key.to_owned(),
            ..Press::default()
        }
    }

    fn typed(key: &str) -> Press {
        Press {
            typing: true,
            pressable: true,
            ..press(key)
        }
    }

    #[test]
    fn a_letter_counts_where_nothing_is_typed() {
        let take = key("t");
        assert_eq!(take.met(&press("t"), true), Some(0));
        assert_eq!(take.met(&press("T"), true), Some(0), "the capitals are locked");
        assert_eq!(take.met(&typed("t"), true), None);
        let with = |change: fn(&mut Press)| {
            let mut press = press("t");
            change(&mut press);
            take.met(&press, true)
        };
        assert_eq!(with(|press| press.composing = true), None, "an input method has it");
        assert_eq!(with(|press| press.ctrl = true), None, "the browser has it");
        assert_eq!(with(|press| press.alt = true), None);
        assert_eq!(with(|press| press.shift = true), None);
    }

    #[test]
    fn single_keys_can_be_turned_off_and_others_cannot() {
        for single in ["t", "?", "]", " ", DIGIT] {
            assert!(key(single).single(), "{single}");
        }
        assert_eq!(key("t").met(&press("t"), false), None);
        assert_eq!(key("ArrowDown").met(&press("ArrowDown"), false), Some(0));
        let palette = Press {
            ctrl: true,
            ..typed("k")
        };
        assert_eq!(ctrl("k").met(&palette, false), Some(0), "also while somebody types");
    }

    #[test]
    fn signs_do_not_mind_the_shift_key() {
        let shifted = Press {
            shift: true,
            ..press("?")
        };
        assert_eq!(key("?").met(&shifted, true), Some(0));
    }

    #[test]
    fn what_the_focus_is_on_is_pressed_before_anything_else() {
        let button = |key: &str| Press {
            pressable: true,
            ..press(key)
        };
        assert_eq!(key(" ").met(&button(" "), true), None);
        assert_eq!(key(" ").met(&press(" "), true), Some(0));
        assert_eq!(key("t").met(&button("t"), true), Some(0));
    }

    #[test]
    fn digits_are_told_apart() {
        assert_eq!(key(DIGIT).met(&press("7"), true), Some(7));
        assert_eq!(key(DIGIT).met(&press("0"), true), None);
        assert_eq!(key(DIGIT).met(&press("12"), true), None);
    }

    #[test]
    fn the_arrows_are_the_list_s_only_there() {
        let there = Press {
            in_rows: true,
            ..press("ArrowDown")
        };
        assert_eq!(in_rows("ArrowDown").met(&there, true), Some(0));
        assert_eq!(in_rows("ArrowDown").met(&press("ArrowDown"), true), None);
    }

    #[test]
    fn keys_are_said_as_they_are_printed_on_the_keyboard() {
        assert_eq!(ctrl("k").said(), "Ctrl+K");
        assert_eq!(after("g", DIGIT).said(), "g 1–9");
        assert_eq!(key("ArrowLeft").said(), "←");
        assert_eq!(ctrl("Enter").aria().as_deref(), Some("Control+Enter"));
        assert_eq!(after("g", "i").aria(), None);
    }
}
