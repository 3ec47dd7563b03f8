//! The texts of what stands beside a case.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const RELATED: Bi = bi("同一人、同一户、同一地址", "Same person, account or address");
pub(super) const FETCHING: Bi = bi("正在找相关的办件", "Looking for related cases");
pub(super) const NONE: Bi = bi(
    "没有别的办件。同一人、同一户或同一地址再办事,会列在这里",
    "No other cases. Those of the same person, account or address will be listed here",
);

/// The rest of the list.
pub(super) fn rest(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("再看{count}件"),
        Lang::En => format!("Show {count} more"),
    }
}
