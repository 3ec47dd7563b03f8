//! The texts of use month by month.

use shuiting_shared::usage::{Jump, MonthUse};
use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const TITLE: Bi = bi("近12个月用水", "Water in the last 12 months");
pub(super) const LEGEND: Bi = bi("横线是去年同月", "The line is the same month last year");
pub(super) const EACH: Bi = bi("看每个月的数", "Each month in figures");
pub(super) const MONTH: Bi = bi("月份", "Month");
pub(super) const VOLUME: Bi = bi("立方米", "m³");
pub(super) const YEAR_BEFORE: Bi = bi("去年同月", "Year before");
pub(super) const AMOUNT: Bi = bi("金额", "Amount");
pub(super) const UNKNOWN: Bi = bi("没有", "none");
pub(super) const JUMPED: Bi = bi("用水突然多了", "Much more water than usual");

/// The picture in words: the latest month, the least and the most.
pub(super) fn picture(months: &[MonthUse], lang: Lang) -> String {
    let most = months.iter().max_by_key(|month| month.volume);
    let least = months.iter().min_by_key(|month| month.volume);
    let Some((latest, (most, least))) = months.last().zip(most.zip(least)) else {
        return String::new();
    };
    let say = |month: &MonthUse| (month.name(lang), month.volume);
    let ((now, used), (high, most), (low, least)) = (say(latest), say(most), say(least));
    match lang {
        Lang::Zh => format!("柱状图。{now}{used}立方米;最多{high}{most}立方米,最少{low}{least}立方米"),
        Lang::En => format!("Bars. {now}: {used} m³; most in {high}, {most} m³; least in {low}, {least} m³"),
    }
}

/// The latest month against the same month of the year before.
pub(super) fn compared(latest: &MonthUse, before: &MonthUse, lang: Lang) -> String {
    let (now, then) = (latest.volume, before.volume);
    let (name, by) = (latest.name(lang), now.abs_diff(then));
    match (lang, now.cmp(&then)) {
        (Lang::Zh, std::cmp::Ordering::Equal) => format!("{name}和去年同月一样"),
        (Lang::Zh, std::cmp::Ordering::Greater) => format!("{name}比去年同月多{by}立方米"),
        (Lang::Zh, std::cmp::Ordering::Less) => format!("{name}比去年同月少{by}立方米"),
        (Lang::En, std::cmp::Ordering::Equal) => format!("{name}: as much as a year before"),
        (Lang::En, std::cmp::Ordering::Greater) => format!("{name}: {by} m³ more than a year before"),
        (Lang::En, std::cmp::Ordering::Less) => format!("{name}: {by} m³ less than a year before"),
    }
}

/// What jumped, and where to look first.
pub(super) fn jumped(jump: Jump, lang: Lang) -> String {
    let Jump { now, usual } = jump;
    match lang {
        Lang::Zh => format!(
            "这个月{now}立方米,平时大约{usual}立方米。先关掉家里所有水龙头,看水表还走不走:还在走,多半是马桶或水管漏水"
        ),
        Lang::En => format!(
            "{now} m³ this month, usually about {usual} m³. Shut every tap and look at the meter: if it still turns, a \
             toilet or a pipe is probably leaking"
        ),
    }
}
