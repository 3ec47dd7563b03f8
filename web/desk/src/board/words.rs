//! The texts of the board.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const FETCHING: Bi = bi("正在取各部门的工单", "Fetching the units' orders");
pub(super) const LOADS: Bi = bi("各部门", "Units");
pub(super) const ORDERS: Bi = bi("先到时限的", "Due first");
pub(super) const DISPATCH: Bi = bi("待派单", "To be dispatched");
pub(super) const ALL: Bi = bi("全部部门", "All units");
pub(super) const TOTAL: Bi = bi("合计", "Total");
pub(super) const UNIT: Bi = bi("部门", "Unit");
pub(super) const OPEN: Bi = bi("未办结", "Open");
pub(super) const LATE: Bi = bi("超时", "Late");
pub(super) const SOON: Bi = bi("1小时内到", "Within the hour");
pub(super) const STILL: Bi = bi("停表", "Not counted");
pub(super) const UNHELD: Bi = bi("没人接", "Unassigned");
pub(super) const KIND: Bi = bi("类别", "Kind");
pub(super) const PRIORITY: Bi = bi("级别", "Priority");
pub(super) const TOWN: Bi = bi("镇街", "Town");
pub(super) const FILTER: Bi = bi("按条件看", "Filter");
pub(super) const ANY: Bi = bi("全部", "All");
pub(super) const NONE: Bi = bi(
    "现在没有未办结的工单。报修、投诉受理后会出现在这里",
    "No open orders right now. Reports and complaints will appear here once they are taken in",
);
pub(super) const SUPERVISED: Bi = bi("督办", "Supervised");
pub(super) const KEYS: Bi = bi(
    "在行上:d 转派,u u 催办,u d 督办,Enter 打开",
    "On a row: d passes it on, u u urges, u d supervises, Enter opens it",
);
pub(super) const FETCHING_ORDER: Bi = bi("正在取这张工单", "Fetching this order");
pub(super) const LISTS: Bi = bi("要盯的", "To look after");
pub(super) const FIGURES: Bi = bi("工单统计", "Figures of work orders");
pub(super) const BACK: Bi = bi("回调度台", "Back to the board");
pub(super) const FETCHING_FIGURES: Bi = bi("正在算", "Counting");
pub(super) const FROM: Bi = bi("从", "From");
pub(super) const TO: Bi = bi("到", "To");
pub(super) const SHOW: Bi = bi("看这一段", "Show");
pub(super) const BY_KIND: Bi = bi("按类别", "By kind");
pub(super) const BY_UNIT: Bi = bi("按部门", "By unit");
pub(super) const FINISHED: Bi = bi("办结", "Finished");
pub(super) const ON_TIME: Bi = bi("按时率", "On time");
pub(super) const SATISFIED: Bi = bi("满意率", "Satisfied");
pub(super) const RATED: Bi = bi("评价", "Rated");
pub(super) const BY_CALL: Bi = bi("其中电话", "By phone");
pub(super) const CALLED: Bi = bi("回访", "Call-backs");
pub(super) const NO_UNIT: Bi = bi("没有部门", "No unit");
pub(super) const NO_FIGURES: Bi = bi("这段时间没有办结的工单", "No order was finished in this time");

/// A priority, from 1.
pub(super) fn priority(priority: u8, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{priority}级"),
        Lang::En => format!("P{priority}"),
    }
}

/// How often units have sent it back.
pub(super) fn returned(times: u8, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("退回{times}次"),
        Lang::En => format!("Returned ×{times}"),
    }
}

/// That only so many of all are shown.
pub(super) fn shown(shown: usize, of: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("显示{shown}件,共{of}件"),
        Lang::En => format!("{shown} of {of}"),
    }
}

/// What cannot be done to an order now.
pub(super) fn not_now(act: &str, number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{number} 现在不能{act}"),
        Lang::En => format!("{number}: {act} is not possible now"),
    }
}

/// Hundredths of a percent, with one digit after the point.
pub(super) fn percent(share: Option<u32>) -> String {
    share.map_or_else(
        || "–".to_owned(),
        |share| format!("{}.{}%", share / 100, share % 100 / 10),
    )
}
