//! The texts of the page of direct debit.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const FETCHING: Bi = bi("正在取代扣情况", "Fetching direct debits");
pub(super) const FILES: Bi = bi("每月送银行的文件", "Files for the banks, by month");
pub(super) const NO_FILES: Bi = bi(
    "还没有送过。管理员导出每月代扣文件后,会列在这里",
    "None yet. Once the administrator has exported a month's file, it is listed here",
);
pub(super) const MONTH: Bi = bi("月份", "Month");
pub(super) const DUE: Bi = bi("扣款日期", "Bank pays on");
pub(super) const DEBITS: Bi = bi("扣款明细", "Debits");
pub(super) const STATES: Bi = bi("按状态看", "By state");
pub(super) const ALL: Bi = bi("全部", "All");
pub(super) const NONE: Bi = bi("没有这样的扣款", "There are no such debits");
pub(super) const MORE: Bi = bi(
    "只列出前200笔,请选月份或状态",
    "Only the first 200 are listed; choose a month or a state",
);
pub(super) const ACCOUNT: Bi = bi("户号", "Account");
pub(super) const BILL: Bi = bi("账期", "Bill of");
pub(super) const AMOUNT: Bi = bi("金额", "Amount");
pub(super) const CARD: Bi = bi("银行卡", "Card");
pub(super) const STATE: Bi = bi("状态", "State");

/// How many, and what they come to.
pub(super) fn count(count: u32, amount: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count}笔,{amount}"),
        Lang::En => format!("{count}, {amount}"),
    }
}
