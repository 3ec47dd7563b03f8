//! The texts of form pages, beside those that the form brings along.

use shuiting_shared::words::{Bi, Lang, bi};

use super::aids::NoPoint;

pub(crate) const OPTIONAL: Bi = bi("选填", "optional");
pub(super) const PICK_TOWN: Bi = bi("请选或输入镇街、社区", "Pick or type a town");
pub(super) const NO_SUCH_TOWN: Bi = bi(
    "没有找到这个镇街或社区。可以只打前面几个字",
    "No such town or community. The first letters will do",
);
pub(super) const LOCATE: Bi = bi("用手机定位", "Use this phone's location");
pub(super) const LOCATE_AGAIN: Bi = bi("重新定位", "Locate again");
pub(super) const LOCATING: Bi = bi("正在定位…", "Locating…");
pub(super) const LOCATED: Bi = bi("已取到位置", "Location taken");
pub(super) const FORGET_POINT: Bi = bi("不用定位", "Leave it out");
const POINT_DENIED: Bi = bi(
    "手机没有允许定位。只填地址也一样能办",
    "This phone does not allow it. The address alone is just as good",
);
const POINT_FAILED: Bi = bi(
    "没有定到位置。可以再试一次,或只填地址",
    "No location was found. Try again, or just give the address",
);
pub(super) const CHARACTERS: Bi = bi("字", "characters");
pub(super) const LINES: Bi = bi("行", "lines");

pub(super) const TOWN_FIRST: Bi = bi("先选镇街,再看有哪些时间", "Pick the town first; then you see the times");
pub(super) const LOOKING_UP: Bi = bi("正在查有空的时间", "Looking up free times");
pub(super) const FULL: Bi = bi("约满了", "Full");
pub(super) const SLOT_GONE: Bi = bi(
    "您选的时间没有空位了,请另选一个",
    "The time you picked has no place left; please pick another",
);

/// Why there is no location, and that none is needed.
pub const fn no_point(why: NoPoint) -> Bi {
    match why {
        NoPoint::Denied => POINT_DENIED,
        NoPoint::Failed => POINT_FAILED,
    }
}

/// How many places a time has left.
pub(super) fn left(left: u32, lang: Lang) -> String {
    match (left, lang) {
        (0, _) => FULL.get(lang).to_owned(),
        (left, Lang::Zh) => format!("还剩{left}个"),
        (left, Lang::En) => format!("{left} left"),
    }
}

/// What was filled in beside the address.
pub(super) fn town_filled(town: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已经帮您选好镇街:{town}"),
        Lang::En => format!("Town filled in for you: {town}"),
    }
}

/// How much of the room is used.
pub(super) fn used(used: usize, most: usize, of: Bi, lang: Lang) -> String {
    format!("{used}/{most} {}", of.get(lang))
}

/// How much of a number is typed.
pub(super) fn places(typed: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{typed}/{of} 位"),
        Lang::En => format!("{typed} of {of}"),
    }
}
