//! The texts of the palette.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const PALETTE: Bi = bi("查找并执行", "Find and do");
pub(super) const FIND: Bi = bi(
    "要做的事、视图、服务、编号或手机",
    "An act, view, service, number or phone",
);
pub(super) const FOUND: Bi = bi("找到的", "What was found");
pub(super) const NOTHING: Bi = bi("没有找到,换个说法试试", "Nothing found; try other words");

pub(super) const COMMAND: Bi = bi("操作", "Do");
pub(super) const VIEW: Bi = bi("视图", "View");
pub(super) const FILE_FOR: Bi = bi("代办", "File");
pub(super) const CASE: Bi = bi("办件", "Case");
pub(super) const SEARCH: Bi = bi("搜索", "Search");

/// Searches the inbox for a text.
pub(super) fn search(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("在办件里查“{text}”"),
        Lang::En => format!("Search the inbox for “{text}”"),
    }
}
