//! The texts of events.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const EVENTS: Bi = bi("社区活动", "Events near you");
pub(super) const EVENT: Bi = bi("社区活动", "Event");
pub(super) const FETCHING: Bi = bi("正在取活动", "Fetching the events");
pub(super) const COMING: Bi = bi("即将举办", "To come");
pub(super) const PAST: Bi = bi("已结束", "Over");
pub(super) const TOWN: Bi = bi("看哪个镇街", "Which town");
pub(super) const EVERY_TOWN: Bi = bi("全部镇街", "Every town");
pub(super) const NONE: Bi = bi("最近没有活动", "No events just now");
pub(super) const NONE_HELP: Bi = bi(
    "进社区的活动定下来,会出现在这里。急事请随时用微网厅或打热线",
    "Events in your community will appear here once they are set. Meanwhile the hall and the hotline are always open",
);
pub(super) const BEGIN: Bi = bi("看全部服务", "See all services");
pub(super) const WHEN: Bi = bi("时间", "When");
pub(super) const WHERE: Bi = bi("地点", "Where");
pub(super) const WHAT: Bi = bi("内容", "What");
pub(super) const TO_CALENDAR: Bi = bi("加到日历", "Add to calendar");
pub(super) const FOLLOW: Bi = bi("关注,有变动告诉我", "Tell me of changes");
pub(super) const FOLLOW_ABOUT: Bi = bi(
    "改期、取消和开始前一天,会发短信给您",
    "We text you if it is moved or cancelled, and on the day before",
);
pub(super) const FOLLOWING: Bi = bi("已关注", "You will be told");
pub(super) const UNFOLLOW: Bi = bi("不再关注", "Do not tell me");
pub(super) const SHARE: Bi = bi("分享给邻居", "Share it");
pub(super) const COPIED: Bi = bi("已复制,粘贴发给邻居就行", "Copied; paste it to your neighbours");
pub(super) const CANCELLED: Bi = bi("这场活动取消了", "This event is cancelled");
pub(super) const OVER: Bi = bi("这场活动已经结束,谢谢您来", "This event is over. Thank you for coming");
pub(super) const MOVED: Bi = bi("时间或地点改过", "It was moved");
pub(super) const VOLUNTEERS: Bi = bi("志愿者", "Volunteers");

/// How many volunteers there are of those that are wanted.
pub(super) fn helpers(taken: u32, places: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已报{taken}人,还可报{}人", places.saturating_sub(taken)),
        Lang::En => format!("{taken} signed up, {} places left", places.saturating_sub(taken)),
    }
}

/// An event that is near: the line on the first page.
pub(super) fn near(title: &str, starts: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{starts} {title}"),
        Lang::En => format!("{title}, {starts}"),
    }
}
