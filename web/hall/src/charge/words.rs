//! The texts of how a bill comes about.

use shuiting_shared::money::Fen;
use shuiting_shared::tariff::{Charge, TierPart, cubic, cubic_metres};
use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const HOW: Bi = bi("怎么算的", "How it comes about");
pub(super) const TOGETHER: Bi = bi("合计", "Together");
pub(super) const ONE_PRICE: Bi = bi("不分档", "One price");
pub(super) const CUBIC_METRES: Bi = bi("立方米", "m³");

/// A tier's name.
pub(super) fn tier(tier: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第{tier}档"),
        Lang::En => format!("Tier {tier}"),
    }
}

/// From where to where a tier reaches.
pub(super) fn range(part: &TierPart, lang: Lang) -> String {
    match (part.from, part.upto, lang) {
        (0, Some(upto), Lang::Zh) => format!("{}以内", cubic_metres(upto, lang)),
        (0, Some(upto), Lang::En) => format!("up to {}", cubic_metres(upto, lang)),
        (from, Some(upto), _) => format!("{}–{}", cubic(from), cubic_metres(upto, lang)),
        (from, None, Lang::Zh) => format!("{}以上", cubic_metres(from, lang)),
        (from, None, Lang::En) => format!("above {}", cubic_metres(from, lang)),
    }
}

/// Water that is not paid for.
pub(super) fn free(litres: i64, lang: Lang) -> String {
    let free = cubic_metres(litres, lang);
    match lang {
        Lang::Zh => format!("其中{free}免费"),
        Lang::En => format!("{free} of it free"),
    }
}

/// How much, times the price.
pub(super) fn times(litres: i64, price: Fen, lang: Lang) -> String {
    format!("{} × {}", cubic_metres(litres, lang), price.say(lang))
}

/// The picture in words.
pub(super) fn picture(charge: &Charge, lang: Lang) -> String {
    let used = charge.tiers.iter().filter(|part| part.litres > 0);
    let said: Vec<_> = used
        .map(|part| {
            let (name, litres, price) = (
                tier(part.tier, lang),
                cubic_metres(part.litres, lang),
                part.price.say(lang),
            );
            match lang {
                Lang::Zh => format!("{name}{litres},每立方米{price}"),
                Lang::En => format!("{name}: {litres} at {price} a m³"),
            }
        })
        .collect();
    match (said.is_empty(), lang) {
        (true, Lang::Zh) => "没有用水".to_owned(),
        (true, Lang::En) => "No water used".to_owned(),
        (false, Lang::Zh) => format!("阶梯图。{}", said.join(";")),
        (false, Lang::En) => format!("The tiers as steps. {}", said.join("; ")),
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::form::UseType;
    use shuiting_shared::tariff::{Tariffs, Use};

    use super::*;

    fn charge(volume: u32, persons: u32) -> Charge {
        let tariffs = Tariffs::brought_along();
        let used = Use {
            kind: UseType::Household,
            volume,
            persons,
            months: 1,
            hardship: false,
        };
        tariffs.tariffs[0].charge(&used).unwrap()
    }

    #[test]
    fn tiers_say_how_far_they_reach() {
        let ranges = |persons, lang| {
            let tiers = charge(0, persons).tiers;
            tiers.iter().map(|part| range(part, lang)).collect::<Vec<_>>()
        };
        assert_eq!(ranges(4, Lang::Zh), ["26立方米以内", "26–34立方米", "34立方米以上"]);
        assert_eq!(ranges(5, Lang::En), ["up to 30.5 m³", "30.5–38.5 m³", "above 38.5 m³"]);
    }

    #[test]
    fn the_picture_says_in_words_what_it_shows() {
        assert_eq!(
            picture(&charge(30, 4), Lang::Zh),
            "阶梯图。第1档26立方米,每立方米2.70元;第2档4立方米,每立方米4.06元"
        );
        assert_eq!(picture(&charge(0, 4), Lang::En), "No water used");
    }
}
