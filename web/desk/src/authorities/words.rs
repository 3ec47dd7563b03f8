//! The texts of letters of authority.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const FETCHING: Bi = bi("正在取授权书", "Fetching the letters");
pub(super) const STATES: Bi = bi("按状态看", "By state");
pub(super) const NONE: Bi = bi(
    "没有授权书。有人提交授权书后会列在这里",
    "None. Letters of authority that people bring are listed here",
);
pub(super) const NO_ACCOUNT: Bi = bi(
    "没有这个户号,只能退回",
    "There is no such account; it can only be refused",
);
pub(super) const LETTER: Bi = bi("授权委托书", "Letter of authority");
pub(super) const LICENCE: Bi = bi("营业执照", "Business licence");
pub(super) const UNTIL: Bi = bi("授权到哪一天", "Last day");
pub(super) const GRANT: Bi = bi("核对无误,授权", "In order, grant");
pub(super) const REASON: Bi = bi("退回原因", "Reason to refuse");
pub(super) const REFUSE: Bi = bi("退回", "Refuse");
pub(super) const END: Bi = bi("结束授权", "End");

/// The last day.
pub(super) fn until(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("到{day}"),
        Lang::En => format!("until {day}"),
    }
}
