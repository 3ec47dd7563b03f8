//! The texts of the books.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const WHO_KEEPS: Bi = bi(
    "对账由窗口、主管和管理员处理",
    "Clerks, supervisors and administrators keep the books",
);
pub(super) const FETCHING: Bi = bi("正在取对账结果", "Fetching the books");
pub(super) const DIFFERENCES: Bi = bi("差异", "Differences");
pub(super) const NO_DIFFERENCES: Bi = bi("两边账一致,没有差异", "Both books agree");
pub(super) const DAYS: Bi = bi("每日对账", "Day by day");
pub(super) const DAYS_ABOUT: Bi = bi(
    "每天凌晨两点后,自动和支付方的对账单核对前一天",
    "After two in the night each day is held against the gateway's statement",
);
pub(super) const NO_DAYS: Bi = bi(
    "还没有对过账:有了第一笔缴费,第二天开始",
    "None yet: they begin the day after the first payment",
);
pub(super) const DAY: Bi = bi("日期", "Day");
pub(super) const PAYMENTS: Bi = bi("收款笔数", "Payments");
pub(super) const PAID: Bi = bi("收款", "Paid");
pub(super) const REFUNDS: Bi = bi("退款笔数", "Refunds");
pub(super) const REFUNDED: Bi = bi("退款", "Refunded");
pub(super) const NONE: Bi = bi("没有", "nothing");
pub(super) const WHAT_WAS_DONE: Bi = bi("怎么处理的", "What was done");
pub(super) const SEEN_TO: Bi = bi("标为已处理", "Mark as seen to");

/// What both books say.
pub(super) fn both(ours: &str, theirs: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("我们:{ours} 对方:{theirs}"),
        Lang::En => format!("Ours: {ours}. Theirs: {theirs}"),
    }
}
