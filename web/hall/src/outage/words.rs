//! The texts of outages.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const AREA: Bi = bi("停水范围", "Where");
pub(super) const REASON: Bi = bi("原因", "Why");
pub(super) const FROM: Bi = bi("停水时间", "Off from");
pub(super) const BACK: Bi = bi("预计恢复", "Expected back");
pub(super) const POINTS: Bi = bi("取水点", "Where to get water");
pub(super) const NOTICE: Bi = bi("停水公告", "Outage notice");
pub(super) const TO_NOTICE: Bi = bi("看公告全文", "See the whole notice");
pub(super) const FETCHING: Bi = bi("正在取公告", "Fetching the notice");
pub(super) const RESTORED: Bi = bi("已经恢复供水", "Water is back");
pub(super) const CALLED_OFF: Bi = bi("这次停水取消了", "This outage was called off");
pub(super) const FORGOTTEN: Bi = bi("这次停水已经结束", "This outage is over");
pub(super) const YOURS: Bi = bi("和您有关", "Concerns you");
pub(super) const OF_CASE: Bi = bi("这件事和停水有关", "This has to do with an outage");

pub(super) const FOLLOW: Bi = bi("停水短信提醒", "Be told of outages");
pub(super) const FOLLOW_ABOUT: Bi = bi(
    "停水前、有变动、恢复供水,都会发短信给您。绑定过户号的地址,不用再加",
    "We text you before, at each change, and when water is back. Addresses of your own water accounts need not be added",
);
pub(super) const FOLLOWED: Bi = bi("您关注的地方", "Where you want to hear");
pub(super) const TOWN: Bi = bi("镇街", "Town");
pub(super) const CHOOSE_TOWN: Bi = bi("请选镇街", "Choose a town");
pub(super) const STREET: Bi = bi(
    "路名或小区(不填就是全镇街)",
    "Street or estate (blank for all of the town)",
);
pub(super) const ADD: Bi = bi("加上", "Add");
pub(super) const REMOVE: Bi = bi("不再提醒", "Tell me no more");
pub(super) const ALL_OF_TOWN: Bi = bi("全镇街", "All of the town");
pub(super) const FETCHING_FOLLOWED: Bi = bi("正在取您关注的地方", "Fetching where you want to hear");

pub(super) const STOPS: Bi = bi("送水车停在这里", "Where trucks bring water");
pub(super) const WATER: Bi = bi("附近送水点", "Water near you");
pub(super) const WATER_ABOUT: Bi = bi(
    "今天和明天,送水车停在哪里",
    "Where trucks stop with water, today and tomorrow",
);
pub(super) const FETCHING_WATER: Bi = bi("正在取送水点", "Fetching the stops");
pub(super) const NO_WATER: Bi = bi("今明两天没有送水车", "No trucks today or tomorrow");
pub(super) const NO_WATER_HELP: Bi = bi(
    "停水时间长的,会安排送水车,地点和时间写在这里",
    "Where water is off for long, trucks come; where and when will stand here",
);
pub(super) const TO_OUTAGES: Bi = bi("看停水信息", "See the outages");
pub(super) const BY_POINT: Bi = bi("按我的位置,近的排前面", "Nearest first, by where I am");
pub(super) const BY_POINT_ABOUT: Bi = bi("位置只用这一次,不保存", "Used this once, and not kept");
pub(super) const LOOKING: Bi = bi("正在看您在哪里", "Finding where you are");
pub(super) const EVERYWHERE: Bi = bi("全部镇街", "Every town");
pub(super) const BRING: Bi = bi("请带上桶或壶", "Please bring a bucket or bottles");
pub(super) const WAS_GIVEN: Bi = bi("已送到", "Was there");

/// How far it is.
pub(super) fn metres(metres: u32, lang: Lang) -> String {
    match (metres, lang) {
        (0..1000, Lang::Zh) => format!("约{metres}米"),
        (0..1000, Lang::En) => format!("about {metres} m"),
        (_, Lang::Zh) => format!("约{}.{}公里", metres / 1000, metres % 1000 / 100),
        (_, Lang::En) => format!("about {}.{} km", metres / 1000, metres % 1000 / 100),
    }
}

/// How many households are concerned.
pub(super) fn households(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("约{count}户"),
        Lang::En => format!("about {count} households"),
    }
}

/// For who cannot wait.
pub(super) fn hotline(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("急着用水请拨打{number}"),
        Lang::En => format!("Need water urgently? Call {number}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_are_told_as_people_say_them() {
        assert_eq!(metres(450, Lang::Zh), "约450米");
        assert_eq!(metres(1250, Lang::En), "about 1.2 km");
    }
}
