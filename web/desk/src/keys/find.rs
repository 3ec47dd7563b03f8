//! Which command a press means.

use super::command::{Command, Layer};
use super::stroke::{Press, Stroke, key};
use super::table::TABLE;

/// What a press means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing of ours.
    Nothing,
    /// It is the first of two keys.
    Begins(&'static str),
    /// A command, with the digit where it takes one.
    Command(Command, u8),
}

/// The command that is meant, of those that `can` be done while `layer` is on top. `single` says whether single keys
/// count, `begun` which key was pressed just before as the first of two.
pub(super) fn find(
    press: &Press,
    layer: Layer,
    single: bool,
    begun: Option<&str>,
    can: impl Fn(Command) -> bool,
) -> Found {
    let rows = TABLE.iter().filter(|row| row.place.layers().contains(&layer));
    let rows = rows.filter(|row| can(row.command) && (row.command.repeats() || !press.repeat));
    let strokes: Vec<(Command, &Stroke)> = rows
        .flat_map(|row| row.strokes.iter().map(|stroke| (row.command, stroke)))
        .collect();
    let command = |after: Option<&str>| {
        let mut meant = strokes.iter().filter(|(_, stroke)| stroke.after == after);
        meant.find_map(|(command, stroke)| Some(Found::Command(*command, stroke.met(press, single)?)))
    };
    let begins = || {
        let mut firsts = strokes.iter().filter_map(|(_, stroke)| stroke.after);
        let met = |first: &&'static str| key(first).met(press, single).is_some();
        firsts.find(met).map(Found::Begins)
    };
    // Whoever goes on with another key than a second one has changed their mind.
    let second = begun.and_then(|begun| command(Some(begun)));
    second
        .or_else(|| command(None))
        .or_else(begins)
        .unwrap_or(Found::Nothing)
}

#[cfg(test)]
mod tests {
    use shuiting_shared::case::Verb;

    use super::*;

    fn press(key: &str) -> Press {
        Press {
            key: key.to_owned(),
            ..Press::default()
        }
    }

    fn at(layer: Layer, key: &str) -> Found {
        find(&press(key), layer, true, None, |_| true)
    }

    #[test]
    fn a_key_means_what_lies_on_top() {
        assert_eq!(at(Layer::Page, "a"), Found::Command(Command::Act(Verb::Assign), 0));
        assert_eq!(at(Layer::Viewer, "a"), Found::Command(Command::Accept, 0));
        assert_eq!(at(Layer::Sheet, "a"), Found::Nothing);
        assert_eq!(at(Layer::Viewer, "3"), Found::Command(Command::Reason, 3));
    }

    #[test]
    fn only_what_can_be_done_is_found() {
        let taken = |command| command != Command::Act(Verb::Take);
        assert_eq!(find(&press("t"), Layer::Page, true, None, taken), Found::Nothing);
    }

    #[test]
    fn two_keys_lead_to_pages_and_views() {
        assert_eq!(at(Layer::Page, "g"), Found::Begins("g"));
        let second = |key| find(&press(key), Layer::Page, true, Some("g"), |_| true);
        assert_eq!(second("i"), Found::Command(Command::ToInbox, 0));
        assert_eq!(second("4"), Found::Command(Command::ToView, 4));
        assert_eq!(
            second("m"),
            Found::Command(Command::Act(Verb::Paid), 0),
            "it is another key"
        );
        assert_ne!(at(Layer::Page, "4"), Found::Command(Command::ToView, 4));
    }

    #[test]
    fn a_key_that_is_held_down_acts_once_and_walks_on() {
        let held = |key| {
            let press = Press {
                repeat: true,
                ..press(key)
            };
            find(&press, Layer::Page, true, None, |_| true)
        };
        assert_eq!(held("t"), Found::Nothing);
        assert_eq!(held("j"), Found::Command(Command::Down, 0));
    }
}
