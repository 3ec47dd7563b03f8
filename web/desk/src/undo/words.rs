//! The texts of taking back.

use shuiting_shared::case::Verb;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const UNDO: Bi = bi("撤销", "Undo");
pub(super) const UNDOING: Bi = bi("正在撤销…", "Undoing…");

const fn done_word(verb: Verb) -> Bi {
    match verb {
        Verb::Take => bi("已受理", "Taken:"),
        Verb::Assign => bi("已分派", "Assigned:"),
        Verb::Check => bi("已核对", "Checked:"),
        Verb::Note => bi("已备注", "Noted:"),
        _ => bi("已办", "Done:"),
    }
}

/// Which cases: the one by its number, several by how many.
fn which(numbers: &[CaseNumber], lang: Lang) -> String {
    match (numbers, lang) {
        ([number], _) => number.to_string(),
        (many, Lang::Zh) => format!("{}件", many.len()),
        (many, Lang::En) => format!("{} cases", many.len()),
    }
}

/// What has just been done.
pub(super) fn done(verb: Verb, numbers: &[CaseNumber], lang: Lang) -> String {
    format!("{} {}", done_word(verb).get(lang), which(numbers, lang))
}

/// What has been taken back, of how many.
pub(super) fn undone(verb: Verb, numbers: &[CaseNumber], lang: Lang) -> String {
    let (which, verb) = (which(numbers, lang), verb.label().get(lang));
    match lang {
        Lang::Zh => format!("已撤销:{verb} {which}"),
        Lang::En => format!("Undone: {verb} {which}"),
    }
}

/// How many could not be taken back, and why.
pub(super) fn kept(count: usize, why: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count}件没有撤销:{why}"),
        Lang::En => format!("Not undone: {count}. {why}"),
    }
}
