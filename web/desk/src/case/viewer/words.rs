//! The texts of the viewer.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const COMPARE: Bi = bi("和填写的对照", "Compare with what was filed");
pub(super) const NOTHING_TO_COMPARE: Bi = bi("没有要和这份材料对照的", "Nothing was filed that this document shows");
pub(super) const NOT_YET: Bi = bi("受理以后才能核对", "Documents are checked once the case is taken");

/// What asks for own words, and by which key.
pub(super) fn own_words(key: Option<&str>, lang: Lang) -> String {
    let said = bi("或者自己写", "Or in own words").get(lang);
    key.map_or_else(|| said.to_owned(), |key| format!("{said} ({key})"))
}

/// Which document of how many.
pub(super) fn document(name: &str, at: usize, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name} {at}/{count}"),
        Lang::En => format!("{name}, {at} of {count}"),
    }
}
