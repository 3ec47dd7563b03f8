//! The texts of filters in words, of saved views, and of what is done to many cases at once.

use shuiting_shared::case::{Role, Verb};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::problem::Problem;
use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const FILTERED: Bi = bi("现在的条件", "What is filtered");

pub(super) const SAVED_VIEWS: Bi = bi("存的视图", "Saved views");
pub(super) const SAVE_VIEW: Bi = bi("存为视图", "Save as a view");
pub(super) const CHANGE_VIEW: Bi = bi("改视图", "Change the view");
pub(super) const NAME_ZH: Bi = bi("中文名", "Name in Chinese");
pub(super) const NAME_EN: Bi = bi("英文名", "Name in English");
pub(super) const ONE_NAME: Bi = bi("两个名字填一个就行", "One of the two names is enough");
pub(super) const SHARED_WITH: Bi = bi("谁能看到", "Who sees it");
pub(super) const ONLY_ME: Bi = bi("只有自己", "Only me");
pub(super) const SAVE: Bi = bi("保存", "Save");
pub(super) const UP: Bi = bi("上移", "Move up");
pub(super) const DOWN: Bi = bi("下移", "Move down");
pub(super) const REMOVE: Bi = bi("删除", "Remove");

pub(super) const PICK_ALL: Bi = bi("选中本页全部", "Choose all on this page");
pub(super) const PICKED_ACTS: Bi = bi("选中的办件", "The chosen cases");
pub(super) const CLEAR_PICKED: Bi = bi("不选了", "Choose none");
pub(super) const NOTE_INSIDE: Bi = bi("备注(只在内部)", "Note (only inside)");

/// A filter by words.
pub(super) fn quoted(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("含“{text}”"),
        Lang::En => format!("with “{text}”"),
    }
}

/// Takes a part of the filter away.
pub(super) fn take_away(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("去掉条件:{name}"),
        Lang::En => format!("Take away: {name}"),
    }
}

/// Everybody in a role.
pub(super) fn all_of(role: Role, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("所有{}", role.label().zh),
        Lang::En => format!("Everybody in the role: {}", role.label().en),
    }
}

/// Opens the dialog in which a view is changed.
pub(super) fn change_view(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("改视图:{name}"),
        Lang::En => format!("Change the view: {name}"),
    }
}

/// Chooses one row.
pub(super) fn pick(number: CaseNumber, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("选 {number}"),
        Lang::En => format!("Choose {number}"),
    }
}

/// How many rows are chosen.
pub(super) fn picked(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已选{count}件"),
        Lang::En => format!("{count} chosen"),
    }
}

/// An act on so many cases.
pub(super) fn on_many(verb: Verb, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{} {count}件", verb.label().zh),
        Lang::En => format!(
            "{}: {count} {}",
            verb.label().en,
            if count == 1 { "case" } else { "cases" }
        ),
    }
}

/// What has become of an act on many cases, where some were refused.
pub(super) fn outcome(verb: Verb, done: usize, refused: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}:办成{done}件,没办成{refused}件", verb.label().zh),
        Lang::En => format!("{}: done {done}, not done {refused}", verb.label().en),
    }
}

/// Why one of many was refused.
pub(super) fn why(problem: &Problem, lang: Lang) -> String {
    let flaws: Vec<_> = problem.errors.iter().map(|error| error.detail.as_str()).collect();
    match (flaws.is_empty(), lang) {
        (false, _) => flaws.join(" "),
        (true, Lang::Zh) => format!("{}。{}", problem.title, problem.detail),
        (true, Lang::En) => format!("{}. {}", problem.title, problem.detail),
    }
}
