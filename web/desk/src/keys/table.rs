//! All commands with their keys. The list of keys shows them in this order.

use shuiting_shared::case::Verb;
use shuiting_shared::print::Print;
use shuiting_shared::words::Bi;

use super::command::{Command, Place};
use super::stroke::{DIGIT, Stroke, after, ctrl, in_rows, key, typing};
use super::words;

/// A command, where it can be done, by which keys, and its name.
pub(super) struct Row {
    pub(super) command: Command,
    pub(super) place: Place,
    pub(super) strokes: &'static [Stroke],
    /// Keys that do it without our doing, as the list shows them.
    pub(super) others: &'static [&'static str],
    pub(super) name: Bi,
}

const fn row(place: Place, command: Command, strokes: &'static [Stroke], name: Bi) -> Row {
    Row {
        command,
        place,
        strokes,
        others: &[],
        name,
    }
}

const fn act(verb: Verb, strokes: &'static [Stroke]) -> Row {
    row(Place::Case, Command::Act(verb), strokes, verb.label())
}

const fn print(print: Print, strokes: &'static [Stroke]) -> Row {
    row(Place::Case, Command::Print(print), strokes, crate::words::print(print))
}

/// The table.
pub(super) const TABLE: &[Row] = &[
    row(Place::Anywhere, Command::Keys, &[key("?"), ctrl("/")], words::KEYS),
    row(Place::Anywhere, Command::Undo, &[key("z")], words::UNDO),
    row(Place::Desk, Command::Palette, &[ctrl("k"), key(":")], words::PALETTE),
    row(Place::Desk, Command::ToInbox, &[after("g", "i")], words::TO_INBOX),
    row(Place::Desk, Command::ToFile, &[after("g", "f")], words::TO_FILE),
    row(Place::Desk, Command::ToBooks, &[after("g", "b")], words::TO_BOOKS),
    row(
        Place::Desk,
        Command::ToTemplates,
        &[after("g", "t")],
        words::TO_TEMPLATES,
    ),
    row(Place::Desk, Command::ToDebits, &[after("g", "d")], words::TO_DEBITS),
    row(
        Place::Desk,
        Command::ToAuthorities,
        &[after("g", "a")],
        words::TO_AUTHORITIES,
    ),
    row(Place::Desk, Command::ToLetters, &[after("g", "l")], words::TO_LETTERS),
    row(
        Place::Desk,
        Command::ToSignposts,
        &[after("g", "q")],
        words::TO_SIGNPOSTS,
    ),
    row(Place::Desk, Command::ToOutages, &[after("g", "o")], words::TO_OUTAGES),
    row(Place::Desk, Command::ToEvents, &[after("g", "v")], words::TO_EVENTS),
    row(Place::Desk, Command::ToCalls, &[after("g", "h")], words::TO_CALLS),
    row(
        Place::Desk,
        Command::ToKnowledge,
        &[after("g", "n")],
        words::TO_KNOWLEDGE,
    ),
    row(Place::Desk, Command::ToBoard, &[after("g", "w")], words::TO_BOARD),
    row(
        Place::Desk,
        Command::ToCallbacks,
        &[after("g", "k")],
        words::TO_CALLBACKS,
    ),
    row(Place::List, Command::ToView, &[after("g", DIGIT)], words::TO_VIEW),
    row(
        Place::List,
        Command::Down,
        &[key("j"), in_rows("ArrowDown")],
        words::ROW_DOWN,
    ),
    row(Place::List, Command::Up, &[key("k"), in_rows("ArrowUp")], words::ROW_UP),
    Row {
        others: &["Enter"],
        ..row(Place::List, Command::Open, &[in_rows("o")], words::OPEN_ROW)
    },
    row(Place::List, Command::Pick, &[in_rows("x")], words::PICK_ROW),
    row(Place::List, Command::Search, &[key("/")], words::SEARCH),
    row(Place::List, Command::Renew, &[key("r")], words::RENEW),
    act(Verb::Take, &[key("t")]),
    act(Verb::SendBack, &[key("b")]),
    act(Verb::Reject, &[key("e")]),
    act(Verb::Dispatch, &[key("d")]),
    act(Verb::Advance, &[key("s")]),
    act(Verb::Quote, &[key("q")]),
    act(Verb::Paid, &[key("m")]),
    act(Verb::Conclude, &[key("c")]),
    act(Verb::Redo, &[key("w")]),
    act(Verb::Assign, &[key("a")]),
    act(Verb::Note, &[key("n")]),
    act(Verb::Finish, &[key("f")]),
    row(Place::Case, Command::Pass, &[key("y")], words::PASS),
    row(Place::Case, Command::More, &[after("u", "o")], words::MORE),
    act(Verb::Urge, &[after("u", "u")]),
    act(Verb::Sort, &[after("u", "s")]),
    act(Verb::Accept, &[after("u", "a")]),
    act(Verb::Arrive, &[after("u", "v")]),
    act(Verb::Secure, &[after("u", "c")]),
    act(Verb::Wait, &[after("u", "w")]),
    act(Verb::Resume, &[after("u", "g")]),
    act(Verb::Return, &[after("u", "b")]),
    act(Verb::Split, &[after("u", "p")]),
    act(Verb::Join, &[after("u", "j")]),
    act(Verb::Supervise, &[after("u", "d")]),
    act(Verb::Extend, &[after("u", "x")]),
    act(Verb::Reopen, &[after("u", "r")]),
    row(Place::Case, Command::Look, &[key("v")], words::LOOK),
    print(Print::Slip, &[key("p")]),
    print(Print::Contract, &[key("h")]),
    print(Print::Refusal, &[key("l")]),
    row(Place::Case, Command::Next, &[key("]"), key(".")], words::NEXT_CASE),
    row(
        Place::Case,
        Command::Previous,
        &[key("["), key(",")],
        words::PREVIOUS_CASE,
    ),
    row(Place::Case, Command::ToRow, &[key("Escape")], words::TO_ROW),
    row(Place::Viewer, Command::Accept, &[key("a"), key(" ")], words::ACCEPT),
    row(Place::Viewer, Command::Refuse, &[key("x")], words::REFUSE),
    row(Place::Viewer, Command::Reason, &[key(DIGIT)], words::REASON),
    row(Place::Viewer, Command::OwnWords, &[key("w")], words::OWN_WORDS),
    row(Place::Viewer, Command::GiveUp, &[typing("Escape")], words::GIVE_UP),
    row(
        Place::Viewer,
        Command::NextPhoto,
        &[key("j"), key("ArrowRight"), key("PageDown")],
        words::NEXT_PHOTO,
    ),
    row(
        Place::Viewer,
        Command::PreviousPhoto,
        &[key("k"), key("ArrowLeft"), key("PageUp")],
        words::PREVIOUS_PHOTO,
    ),
    row(Place::Viewer, Command::NextMaterial, &[key("]")], words::NEXT_MATERIAL),
    row(
        Place::Viewer,
        Command::PreviousMaterial,
        &[key("[")],
        words::PREVIOUS_MATERIAL,
    ),
    row(Place::Viewer, Command::Nearer, &[key("+"), key("=")], words::NEARER),
    row(Place::Viewer, Command::Farther, &[key("-")], words::FARTHER),
    row(Place::Viewer, Command::Fit, &[key("0")], words::FIT),
    row(Place::Viewer, Command::TurnRight, &[key("r")], words::TURN_RIGHT),
    row(Place::Viewer, Command::TurnLeft, &[key("l")], words::TURN_LEFT),
    row(Place::Viewer, Command::Reveal, &[key("s")], words::REVEAL),
    Row {
        others: &["Enter"],
        ..row(Place::Sheet, Command::Send, &[ctrl("Enter")], words::SEND)
    },
    Row {
        others: &["Alt+1–9"],
        ..row(Place::Sheet, Command::Template, &[], words::TEMPLATE)
    },
    row(Place::Palette, Command::Later, &[typing("ArrowDown")], words::LATER),
    row(Place::Palette, Command::Earlier, &[typing("ArrowUp")], words::EARLIER),
    row(Place::Palette, Command::Choose, &[typing("Enter")], words::CHOOSE),
    row(Place::Counter, Command::File, &[ctrl("Enter")], words::FILE),
    row(Place::Call, Command::CallSearch, &[typing("F2")], words::CALL_SEARCH),
    row(Place::Call, Command::CallOrder, &[typing("F4")], words::CALL_ORDER),
    row(Place::Call, Command::CallKind, &[key(DIGIT)], words::CALL_KIND),
    row(
        Place::Call,
        Command::CallKindAt(10),
        &[key("0")],
        words::CALL_KIND_TENTH,
    ),
    row(
        Place::Call,
        Command::CallKindAt(11),
        &[key("-")],
        words::CALL_KIND_ELEVENTH,
    ),
    row(
        Place::Call,
        Command::CallKindAt(12),
        &[key("=")],
        words::CALL_KIND_TWELFTH,
    ),
    row(Place::Call, Command::CallJoin, &[typing("F6")], words::CALL_JOIN),
    row(Place::Call, Command::CallBurst, &[typing("F7")], words::CALL_BURST),
    row(Place::Call, Command::CallUrge, &[typing("F8")], words::CALL_URGE),
    row(
        Place::Call,
        Command::CallStanding,
        &[typing("F9")],
        words::CALL_STANDING,
    ),
    row(Place::Call, Command::CallNothing, &[typing("F10")], words::CALL_NOTHING),
    row(Place::Camera, Command::TurnCamera, &[key("r")], words::TURN_CAMERA),
];

/// The row of a command.
pub(super) fn row_of(command: Command) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.command == command)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::command::Layer;
    use super::*;

    const LAYERS: [Layer; 5] = [Layer::Page, Layer::Sheet, Layer::Viewer, Layer::Palette, Layer::Camera];

    /// A key as it is told apart from others, with each digit for itself.
    fn each(stroke: &Stroke) -> Vec<String> {
        let said = stroke.said();
        let digits = ('1'..='9').map(|digit| said.replace(DIGIT, &digit.to_string()));
        if stroke.key == DIGIT {
            digits.collect()
        } else {
            vec![said]
        }
    }

    #[test]
    fn no_two_commands_that_can_be_meant_share_a_key() {
        for layer in LAYERS {
            let rows = TABLE.iter().filter(|row| row.place.layers().contains(&layer));
            let mut known = BTreeMap::new();
            for row in rows {
                for key in row.strokes.iter().flat_map(each) {
                    let before = known.insert(key.clone(), row.command);
                    assert_eq!(before, None, "{layer:?} {key}: {:?}", row.command);
                }
            }
            let firsts = TABLE
                .iter()
                .flat_map(|row| row.strokes)
                .filter_map(|stroke| stroke.after);
            for first in firsts {
                assert!(!known.contains_key(first), "{first} is waited for");
            }
        }
    }

    #[test]
    fn each_command_stands_once_in_the_table_with_a_name() {
        for (at, row) in TABLE.iter().enumerate() {
            let again = TABLE.iter().skip(at + 1).any(|other| other.command == row.command);
            assert!(!again, "{:?}", row.command);
            assert!(!row.name.zh.is_empty() && !row.name.en.is_empty());
            assert!(!row.strokes.is_empty() || !row.others.is_empty(), "{:?}", row.command);
        }
    }

    #[test]
    fn every_paper_has_a_key() {
        for print in Print::ALL {
            assert!(row_of(Command::Print(*print)).is_some(), "{print:?}");
        }
    }

    #[test]
    fn every_act_with_a_button_has_a_key() {
        let buttons = Verb::ALL.iter().filter(|verb| {
            // The residents' own, what is done in the viewer, and what the header takes back.
            !matches!(
                verb,
                Verb::Confirm
                    | Verb::Decline
                    | Verb::Complete
                    | Verb::Withdraw
                    | Verb::Add
                    | Verb::Rate
                    | Verb::Check
                    | Verb::Undo
            )
        });
        for verb in buttons {
            assert!(row_of(Command::Act(*verb)).is_some(), "{verb:?}");
        }
    }
}
