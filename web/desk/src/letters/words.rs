//! The texts of the letters that did not arrive.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const WHO_SEES: Bi = bi(
    "未送达的消息由主管和管理员处理",
    "Supervisors and administrators see to these",
);
pub(super) const ABOUT: Bi = bi(
    "试过多次仍没送到居民手里的消息。能看到网厅消息的居民,在“消息”里仍能看到内容",
    "Messages that did not reach a phone after several tries. Residents who have signed in can still read them in the hall",
);
pub(super) const FETCHING: Bi = bi("正在取未送达的消息", "Fetching what did not arrive");
pub(super) const NONE: Bi = bi("消息都送到了", "Everything has arrived");
pub(super) const KIND: Bi = bi("消息", "Message");
pub(super) const WRITTEN: Bi = bi("时间", "Written");
pub(super) const PHONE: Bi = bi("手机", "Phone");
pub(super) const CASE: Bi = bi("办件", "Case");
pub(super) const WHY: Bi = bi("原因", "Why");
pub(super) const TRIES: Bi = bi("试过", "Tries");
pub(super) const DO: Bi = bi("处理", "What to do");
pub(super) const AGAIN: Bi = bi("再发", "Send again");
pub(super) const DROP: Bi = bi("不发了", "Drop");
pub(super) const ALL_AGAIN: Bi = bi("全部再发", "Send all again");

/// What sending this letter again, or dropping it, is called for whoever cannot see its row.
pub(super) fn of(verb: Bi, kind: Bi, phone: &str, lang: Lang) -> String {
    format!("{} {} {phone}", verb.get(lang), kind.get(lang))
}

/// How many there are.
pub(super) fn total(count: u32, lang: Lang) -> String {
    match (count, lang) {
        (_, Lang::Zh) => format!("{count}条未送达"),
        (1, Lang::En) => "1 did not arrive".to_owned(),
        (_, Lang::En) => format!("{count} did not arrive"),
    }
}

/// To how many it was done.
pub(super) fn sent(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count}条正在重新发送"),
        Lang::En => format!("{count} on their way again"),
    }
}

/// How many were dropped.
pub(super) fn dropped(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count}条不再发送"),
        Lang::En => format!("{count} dropped"),
    }
}
