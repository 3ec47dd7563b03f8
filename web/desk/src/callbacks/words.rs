//! The texts of call-backs.

use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const FETCHING: Bi = bi("正在取回访名单", "Fetching whom to call");
pub(super) const WHICH: Bi = bi("看哪些", "Which ones");
pub(super) const TO_CALL: Bi = bi("待回访", "To be called");
pub(super) const OVER: Bi = bi("已结束", "Over");
pub(super) const NONE: Bi = bi(
    "现在没有要回访的。工单办结后抽到的、评价低的会出现在这里",
    "Nobody to call right now. Finished orders that are drawn, and low ratings, will appear here",
);
pub(super) const NONE_OVER: Bi = bi("还没有回访过", "Nobody was called yet");
pub(super) const NOT_YOURS: Bi = bi(
    "回访由话务员、调度员和主管来做",
    "Hotline agents, dispatchers and supervisors call back",
);
pub(super) const CALL: Bi = bi("回访", "Call");
pub(super) const SCRIPT: Bi = bi("这样问", "What to ask");
pub(super) const PHONE: Bi = bi("显示电话", "Show the phone");
pub(super) const RECORDED: Bi = bi("查看会被记录", "Looking at it is recorded");
pub(super) const OUTCOME: Bi = bi("打通了吗", "What came of the call");
pub(super) const REACHED: Bi = bi("打通了", "They answered");
pub(super) const UNREACHED: Bi = bi("没人接", "Nobody picked up");
pub(super) const DECLINED: Bi = bi("不愿回答", "They do not want to");
pub(super) const LEVEL: Bi = bi("满意吗", "How satisfied");
pub(super) const SAID: Bi = bi("居民怎么说(可不填)", "What they said (optional)");
pub(super) const AGAIN: Bi = bi(
    "过两小时再打;打三次没人接就结束",
    "Again in two hours; after three calls it is given up",
);
pub(super) const SAVE: Bi = bi("保存", "Save");
pub(super) const SAVED: Bi = bi("已保存", "Saved");
pub(super) const OWN: Bi = bi("居民自己评价:", "They rated it:");
pub(super) const OPEN_CASE: Bi = bi("看办件", "Open the case");

/// How many are still to be called.
pub(super) fn open(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("待回访 {count}"),
        Lang::En => format!("To be called: {count}"),
    }
}

/// How often it was tried, and when it is tried again.
pub(super) fn tried(tries: u32, next: Option<Moment>, now: Moment, lang: Lang) -> Option<String> {
    if tries == 0 {
        return None;
    }
    let next = next.map(|next| time::say(next, now, lang));
    Some(match (lang, next) {
        (Lang::Zh, Some(next)) => format!("打过{tries}次,{next}再打"),
        (Lang::Zh, None) => format!("打过{tries}次"),
        (Lang::En, Some(next)) => format!("Tried ×{tries}, again {next}"),
        (Lang::En, None) => format!("Tried ×{tries}"),
    })
}
