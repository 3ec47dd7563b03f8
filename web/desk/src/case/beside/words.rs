//! The texts of what stands beside a case.

use shuiting_shared::api::DebitView;
use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const RELATED: Bi = bi("同一人、同一户、同一地址", "Same person, account or address");
pub(super) const FETCHING: Bi = bi("正在找相关的办件", "Looking for related cases");
pub(super) const NONE: Bi = bi(
    "没有别的办件。同一人、同一户或同一地址再办事,会列在这里",
    "No other cases. Those of the same person, account or address will be listed here",
);
pub(super) const WATER: Bi = bi("这一户", "The water account");
pub(super) const FETCHING_WATER: Bi = bi("正在取这一户的情况", "Fetching the water account");
pub(super) const OWES_NOTHING: Bi = bi("没有欠费", "Nothing owed");

/// The rest of the list.
pub(super) fn rest(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("再看{count}件"),
        Lang::En => format!("Show {count} more"),
    }
}
/// What is owed in yuan, how much of it is late, and the late fee.
pub(super) fn owes(owed: &str, overdue: &str, late_fee: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("欠费{owed}元,其中逾期{overdue}元,违约金{late_fee}元"),
        Lang::En => format!("¥{owed} owed, ¥{overdue} of it overdue, late fee ¥{late_fee}"),
    }
}

/// Since when it is suspended.
pub(super) fn since(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("从{day}起"),
        Lang::En => format!("since {day}"),
    }
}

/// The bank that pays its bills, or is asked to.
pub(super) fn debit(debit: &DebitView, lang: Lang) -> String {
    let (bank, end) = (debit.bank.label().get(lang), &debit.last_four);
    let state = debit.state.label().get(lang);
    match lang {
        Lang::Zh => format!("银行代扣:{bank} 尾号{end},{state}"),
        Lang::En => format!("Direct debit: {bank} {end}, {}", state.to_lowercase()),
    }
}
