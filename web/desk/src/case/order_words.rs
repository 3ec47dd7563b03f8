//! The texts of a work order.

use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const ORDER: Bi = bi("工单", "Work order");
pub(super) const CLOCK: Bi = bi("时限", "Clock");
pub(super) const TOLD: Bi = bi("提醒到", "Who was told");
pub(super) const STILL: Bi = bi("停表", "Not counted");
pub(super) const SUPERVISED: Bi = bi("督办中", "Supervised");
pub(super) const WAITING: Bi = bi("等用户", "Waits for the resident");
pub(super) const EXTENDED: Bi = bi("已延期", "Extended");
pub(super) const LEAD: Bi = bi("并入", "Joined with");
pub(super) const WHOLE: Bi = bi("拆自", "Part of");
pub(super) const JOINED: Bi = bi("一起办的:", "Joined with it:");
pub(super) const PARTS: Bi = bi("拆出的:", "Split off it:");
pub(super) const USED: Bi = bi("用料:", "Used up:");

/// From 1, the most urgent.
pub(super) fn priority(priority: u8, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{priority}级"),
        Lang::En => format!("Priority {priority}"),
    }
}

/// How often units have sent it back.
pub(super) fn returned(times: u8, lang: Lang) -> String {
    match (lang, times) {
        (Lang::Zh, _) => format!("退回{times}次"),
        (Lang::En, 1) => "Returned once".to_owned(),
        (Lang::En, _) => format!("Returned {times} times"),
    }
}

/// It happened in time.
pub(super) fn kept(at: Moment, now: Moment, lang: Lang) -> String {
    let at = time::say(at, now, lang);
    match lang {
        Lang::Zh => format!("{at} 按时"),
        Lang::En => format!("In time, {at}"),
    }
}

/// It happened too late.
pub(super) fn not_kept(at: Moment, now: Moment, lang: Lang) -> String {
    let at = time::say(at, now, lang);
    match lang {
        Lang::Zh => format!("超时,{at}"),
        Lang::En => format!("Late, {at}"),
    }
}

/// Who was told last that it runs out.
pub(super) fn told(who: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已提醒{who}"),
        Lang::En => format!("Told: {}", who.to_lowercase()),
    }
}

/// Where the rules of the house would pass it.
pub(super) fn goes_to(unit: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("按规则派给{unit}"),
        Lang::En => format!("By the rules it goes to {unit}"),
    }
}

/// What the button says that passes it there.
pub(super) fn pass_to(unit: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("派给{unit}"),
        Lang::En => format!("Pass to {unit}"),
    }
}
