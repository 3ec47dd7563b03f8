//! The texts of the calculator.

use shuiting_shared::money::Fen;
use shuiting_shared::tariff::{TierPart, cubic_metres};
use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const TITLE: Bi = bi("水费计算", "Water bill calculator");
pub(super) const ABOUT: Bi = bi(
    "填用水量和人数,马上知道要交多少",
    "Type how much water and how many people, and see what it costs",
);
pub(super) const HAPPENING: Bi = bi("正在取水价…", "Fetching the prices…");
pub(super) const VOLUME: Bi = bi("一个月用多少水", "Water in a month");
pub(super) const VOLUME_HELP: Bi = bi("水费单上的用水量", "The usage on your bill");
pub(super) const PERSONS: Bi = bi("家里几口人", "People in the household");
pub(super) const PERSONS_HELP: Bi = bi("人多的家庭,每一档都放宽", "For a large household every tier is wider");
pub(super) const KIND: Bi = bi("用水性质", "Kind of use");
pub(super) const HARDSHIP: Bi = bi("低保、特困优惠", "Discount for hardship");
pub(super) const HARDSHIP_HELP: Bi = bi(
    "有低保证、特困证的家庭,每月先用的几立方米免费",
    "With a hardship certificate the first cubic metres of a month are free",
);
pub(super) const TARIFF: Bi = bi("按哪里的水价", "Whose tariff");
pub(super) const BLANK: Bi = bi("填上用水量,这里马上算出水费", "Type the volume; the bill appears here");
pub(super) const WRONG: Bi = bi(
    "改好上面标红的,这里就会算出来",
    "Correct what is marked above, and the bill appears here",
);
pub(super) const NO_PRICE: Bi = bi(
    "这里的水价没有列这种用水。换一种用水性质,或者换一个水价",
    "This tariff names no price for such a use. Choose another use or another tariff",
);
pub(super) const ESTIMATE: Bi = bi("这是估算,以水费单为准", "This is an estimate; what counts is the bill");
pub(super) const TOTAL: Bi = bi("合计", "Total");
pub(super) const TOP_TIER: Bi = bi("已经在最高一档", "This is the highest tier");
pub(super) const TO_POP: Bi = bi("去申报一户多人口", "Report a larger household");

/// What a cubic metre costs on average.
pub(super) fn average(price: Fen, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("平均每立方米{}", price.say(lang)),
        Lang::En => format!("{} a m³ on average", price.say(lang)),
    }
}

/// How far it is to the next tier; nought litres where the next one is in it.
pub(super) fn to_next(litres: i64, next: &TierPart, lang: Lang) -> String {
    let (more, price, tier) = (cubic_metres(litres, lang), next.price.say(lang), next.tier);
    match (litres, lang) {
        (0, Lang::Zh) => format!("再多用就到第{tier}档,每立方米{price}"),
        (0, Lang::En) => format!("Any more is in tier {tier}, at {price} a m³"),
        (_, Lang::Zh) => format!("再用{more}到第{tier}档,每立方米{price}"),
        (_, Lang::En) => format!("{more} more until tier {tier}, at {price} a m³"),
    }
}

/// What it would be with another number of persons.
pub(super) fn with_persons(persons: u32, total: Fen, now: Fen, lang: Lang) -> String {
    let (said, saved) = (total.say(lang), total < now);
    let difference = if saved { now - total } else { total - now }.say(lang);
    match (lang, saved) {
        (Lang::Zh, true) => format!("{persons}人的话:{said},少{difference}"),
        (Lang::Zh, false) => format!("{persons}人的话:{said},多{difference}"),
        (Lang::En, true) => format!("With {persons} people: {said}, {difference} less"),
        (Lang::En, false) => format!("With {persons} people: {said}, {difference} more"),
    }
}

/// That a larger household has to be reported first.
pub(super) fn report_first(persons: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("超过{persons}人的,先申报“一户多人口”,才会这样算"),
        Lang::En => format!("With more than {persons} people, report your household size first"),
    }
}
