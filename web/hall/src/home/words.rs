//! The texts of the first page.

use shuiting_shared::words::{Bi, Lang, bi};

use crate::words::HALL;

pub(super) const ELDER: Bi = bi("长辈版", "Larger text");
pub(super) const THIS_LANGUAGE: Bi = bi("中文", "English");
pub(super) const SERVICES: Bi = bi("常用服务", "Everyday services");
pub(super) const MORE: Bi = bi("更多", "More");
pub(super) const DAY_AND_NIGHT: Bi = bi("24小时", "day and night");
pub(super) const OUTAGES: Bi = bi("停水信息", "Outages");
pub(super) const MINE: Bi = bi("我的办件", "My cases");
pub(super) const CASES_FAILED: Bi = bi("您的办件没有取到。", "Your cases did not come.");
pub(super) const AGAIN: Bi = bi("再试一次", "Try again");
pub(super) const ALL_CASES: Bi = bi("全部办件", "All cases");

/// As the first screen has it, until the house says otherwise.
const BUILT_IN: Bi = bi("东莞", "Dongguan");

/// The hall of a city.
pub(super) fn title(city: &str, lang: Lang) -> String {
    let city = if city.is_empty() { BUILT_IN.get(lang) } else { city };
    format!("{} · {city}", HALL.get(lang))
}
