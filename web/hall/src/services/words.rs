//! The texts of the services' pages.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const ALL_SERVICES: Bi = bi("全部服务", "All services");
pub(super) const USED: Bi = bi("最近用过", "Used lately");
pub(super) const FIND: Bi = bi("搜服务", "Search services");
pub(super) const FIND_HINT: Bi = bi("搜一搜:换名字、漏水、水费", "Search: change name, leak, bill");
pub(super) const NOT_FOUND: Bi = bi("没有找到这项服务", "No service is called that");
pub(super) const NOT_FOUND_REMEDY: Bi = bi(
    "换个说法再搜,或者清空看全部服务。也可以打热线问,24小时有人接",
    "Try another word, or clear the field to see all. Or ask our hotline, day and night",
);
pub(super) const HOW_LONG: Bi = bi("多久办好", "Done within");
pub(super) const NOTE: Bi = bi("请留意", "Please note");
pub(super) const WHO_MAY: Bi = bi("谁能办", "Who may file");
pub(super) const SIGNS_IN: Bi = bi("要先用手机号登录", "with a phone to sign in with");
pub(super) const WHAT_TO_BRING: Bi = bi("要准备的", "What you will need");
pub(super) const NOTHING: Bi = bi("不用准备材料", "No documents");
pub(super) const IN_SOME_CASES: Bi = bi("看情况", "in some cases");
pub(super) const IF_YOU_LIKE: Bi = bi("选填", "optional");
pub(super) const HOW_IT_GOES: Bi = bi("怎么办", "How it goes");
pub(super) const YOU: Bi = bi("您", "You");
pub(super) const BEGIN: Bi = bi("开始办理", "Start");
pub(super) const BEGUN: Bi = bi("没填完的", "Begun and not sent");
pub(super) const BEGIN_ANOTHER: Bi = bi("另填一份", "Start another");
pub(super) const TO_CASES: Bi = bi("去我的办件", "To my cases");
pub(super) const NOT_ONLINE: Bi = bi(
    "这项服务还不能在网上办。打热线就能办,24小时有人接",
    "This cannot be filed online yet. Call us: we answer day and night",
);
pub(super) const TO_WATER: Bi = bi("看我的水费户", "See my water accounts");
pub(super) const FETCHING_ACCOUNT: Bi = bi("正在取这一户的资料", "Fetching the account");
pub(super) const FETCHING_UNRATED: Bi = bi("正在找可以评价的办件", "Looking for what you can rate");
pub(super) const UNRATED: Bi = bi("办好了,等您评价", "Done: how did it go?");
pub(super) const NOTHING_TO_RATE: Bi = bi(
    "现在没有要评价的。事情办好了,就会出现在这里",
    "Nothing to rate now. What is done shows up here",
);
pub(super) const FETCHING_OUTAGES: Bi = bi("正在取停水通知", "Fetching the outages");
pub(super) const NO_OUTAGES: Bi = bi("现在没有停水通知", "No outages now");
pub(super) const NO_OUTAGES_HELP: Bi = bi(
    "计划停水会提前在这里通知。家里没水了,请打热线或报修",
    "Planned ones are told here ahead. If your water is off, call us or report it",
);

/// The button that goes on with a draft.
pub(super) fn go_on(place: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("接着填({place}/{all})"),
        Lang::En => format!("Go on ({place}/{all})"),
    }
}

/// After which result alone a step is done.
pub(super) fn only(outcome: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{outcome}才有"),
        Lang::En => format!("only if {}", outcome.to_lowercase()),
    }
}

/// The button that calls.
pub(super) fn call(hotline: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("拨打热线 {hotline}"),
        Lang::En => format!("Call {hotline}"),
    }
}

/// How many services were found, for those who cannot see the list.
pub(super) fn found(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("找到{count}项服务"),
        Lang::En => format!("{count} found"),
    }
}
