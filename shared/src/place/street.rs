//! The street of an address that somebody typed: enough to find what is on the same one, too little to find a door.

use super::split::{town_at, without_city};
use crate::house::House;
use crate::person::narrow;

/// What Chinese streets end in; of two that begin at the same place the longer counts.
const ENDINGS: [&str; 8] = ["大道", "公路", "国道", "省道", "路", "街", "巷", "道"];
/// What estates and squares end in, for addresses without a street.
const ESTATES: [&str; 6] = ["小区", "花园", "新村", "社区", "广场", "公寓"];
/// What English streets end in, with their short forms.
const ENGLISH: [(&str, &str); 8] = [
    ("road", "road"),
    ("rd", "road"),
    ("street", "street"),
    ("st", "street"),
    ("avenue", "avenue"),
    ("ave", "avenue"),
    ("lane", "lane"),
    ("boulevard", "boulevard"),
];

/// The street of an address as people type it, or else its estate, always written the same way: without city, town,
/// numbers and what comes after. None where there is neither.
pub fn street_of(address: &str, house: &House) -> Option<String> {
    let text = narrow(address);
    let text = without_city(&text, house);
    let text = town_at(text, house, true).map_or(text, |(_, rest)| rest);
    named(text, &ENDINGS)
        .or_else(|| named(text, &ESTATES))
        .or_else(|| english(address))
}

/// From the beginning to the first of these endings that has a name before it.
fn named(text: &str, endings: &[&str]) -> Option<String> {
    let ends = text.char_indices().skip(1).find_map(|(at, _)| {
        let ending = endings.iter().find(|ending| text[at..].starts_with(**ending))?;
        // 街道 is a kind of town, not a street.
        (!text[at..].starts_with("街道")).then(|| at + ending.len())
    })?;
    let name = text[..ends].trim_start_matches(|c: char| !c.is_alphanumeric());
    (!name.is_empty()).then(|| name.to_owned())
}

fn english(address: &str) -> Option<String> {
    let address = address.to_lowercase();
    address.split([',', ';', '，', '、']).find_map(|part| {
        let words: Vec<_> = part
            .split(|c: char| c.is_whitespace() || c == '.')
            .filter(|word| !word.is_empty())
            .collect();
        let at = words
            .iter()
            .position(|word| ENGLISH.iter().any(|(short, _)| short == word))?;
        let ending = ENGLISH.iter().find(|(short, _)| *short == words[at])?.1;
        let name: Vec<_> = words[..at]
            .iter()
            .filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()) && **word != "no")
            .copied()
            .collect();
        (!name.is_empty()).then(|| format!("{} {ending}", name.join(" ")))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_street_is_written_one_way() {
        let house = House::dongguan();
        for (typed, street) in [
            ("莞城街道东纵路208号", Some("东纵路")),
            ("东纵路 210 号附近", Some("东纵路")),
            ("东纵路２０８号", Some("东纵路")),
            ("广东省东莞市莞城东纵路208号3栋502", Some("东纵路")),
            ("鸿福路100号公交站旁", Some("鸿福路")),
            ("鸿福路口", Some("鸿福路")),
            ("东正路与鸿福路交叉口", Some("东正路")),
            ("新城大道5号", Some("新城大道")),
            ("107国道边", Some("107国道")),
            ("石龙镇石龙路3号", Some("石龙路")),
            ("东城中路208号", Some("东城中路")),
            ("沿河西巷2号", Some("沿河西巷")),
            ("阳光花园3栋", Some("阳光花园")),
            ("208 Dongzong Road, Guancheng", Some("dongzong road")),
            ("Hongfu Rd. 100", Some("hongfu road")),
            ("Room 5, No. 12 Hongfu Road", Some("hongfu road")),
            ("地王旁边", None),
            ("莞城街道", None),
            ("路", None),
            ("", None),
        ] {
            assert_eq!(street_of(typed, &house).as_deref(), street, "{typed}");
        }
    }

    proptest! {
        /// Number, flat and blanks make no other street.
        #[test]
        fn the_number_does_not_matter(number in 1..999u32, flat in 1..9999u32, blanks in " {0,3}") {
            let house = House::dongguan();
            let street = street_of(&format!("东城街道体育路{blanks}{number}{blanks}号{flat}"), &house);
            prop_assert_eq!(street.as_deref(), Some("体育路"));
        }

        /// What is told is never longer than what was typed, nor blank.
        #[test]
        fn a_street_is_a_piece_of_the_address(typed in ".{0,40}") {
            if let Some(street) = street_of(&typed, &House::dongguan()) {
                prop_assert!(!street.trim().is_empty());
            }
        }
    }
}
