//! The certificate of a volunteer (志愿服务证明), A4 lying on its side: who, from when until when, how many turns and hours.

use shuiting_shared::house::House;
use shuiting_shared::time::{Date, say_day};
use shuiting_shared::words::Lang;

use super::event_words as words;
use super::paper::{Paper, Part, Size};
use super::words::{SEAL, foot};

/// What it certifies.
pub struct Certificate {
    /// By which the house finds it again.
    pub number: String,
    /// Who served.
    pub name: String,
    /// How often.
    pub turns: u32,
    /// For how long in all.
    pub minutes: u32,
    /// The first and the last day that count.
    pub period: (Date, Date),
    /// The day on which it is given.
    pub day: Date,
}

/// The certificate.
pub(super) fn paper(certificate: &Certificate, house: &House, lang: Lang) -> Paper {
    let utility = house.utility.get(lang).to_owned();
    let (from, until) = certificate.period;
    let period = (say_day(from, lang), say_day(until, lang));
    let served = words::served(certificate.turns, &hours(certificate.minutes), lang);
    Paper {
        size: Size::A4Across,
        lang,
        title: words::CERTIFICATE.get(lang).to_owned(),
        house: utility.clone(),
        foot: foot(house, lang),
        mark: None,
        parts: vec![
            Part::Under(words::number_of(&certificate.number, lang)),
            Part::Large(certificate.name.clone()),
            Part::Under(words::between_days(&period.0, &period.1, lang)),
            Part::Under(served),
            Part::Under(words::THANKS.get(lang).to_owned()),
            Part::Close(vec![utility, SEAL.get(lang).to_owned(), say_day(certificate.day, lang)]),
        ],
    }
}

/// Hours to a tenth, as certificates count them; 12 rather than 12.0.
fn hours(minutes: u32) -> String {
    let tenths = (minutes + 3) / 6;
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        tenth => format!("{}.{tenth}", tenths / 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_counted_to_a_tenth() {
        for (minutes, said) in [(0, "0"), (3, "0.1"), (57, "1"), (90, "1.5"), (180, "3"), (2165, "36.1")] {
            assert_eq!(hours(minutes), said, "{minutes} min");
        }
    }
}
