//! Taking an address that was pasted in one piece apart.

use crate::house::{House, Place};
use crate::person::Phone;

/// What follows a town's name in an address.
const SUFFIXES: [&str; 6] = ["街道办事处", "街道办", "街道", "园区", "镇", "区"];
/// What makes a town's name the name of a road: 东城中路 is in no town because of its name.
const ROADS: [&str; 8] = ["路", "大道", "街", "巷", "中路", "西路", "南路", "北路"];
/// What people and shops write before an address.
const LABELS: [&str; 6] = ["地址", "收货地址", "详细地址", "所在地区", "所在区域", "address"];

/// The parts of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The town's code.
    pub town: String,
    /// What is left: street, number, house, flat.
    pub address: String,
}

/// Takes apart what somebody copied from a delivery note or a chat: names, phone numbers and labels go, province and
/// city too. None where no town is named for certain, or nothing is left beside it.
pub fn split(text: &str, house: &House) -> Option<Parts> {
    let pieces: Vec<_> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '，' | ';' | '；' | '。'))
        .map(unlabelled)
        .filter(|piece| !piece.is_empty())
        .collect();
    let pieces = without_people(&pieces);
    let mut inside_city = false;
    for (at, piece) in pieces.iter().enumerate() {
        let rest = without_city(piece, house);
        inside_city |= rest.len() < piece.len();
        if let Some((town, rest)) = town_at(rest, house, inside_city) {
            let address = [&[rest], &pieces[at + 1..]].concat().concat();
            let long_enough = address.chars().count() >= 3;
            return long_enough.then(|| Parts {
                town: town.code.clone(),
                address,
            });
        }
    }
    None
}

/// The pieces without phone numbers, and without what can be a name beside one.
fn without_people<'a>(pieces: &[&'a str]) -> Vec<&'a str> {
    let phone = |at: usize| pieces.get(at).is_some_and(|piece| Phone::read(piece).is_ok());
    let name = |piece: &str| matches!(piece.chars().count(), 2..=3) && piece.chars().all(|c| c > '\u{2e80}');
    let beside_phone = |at: usize| phone(at + 1) || at.checked_sub(1).is_some_and(phone);
    pieces
        .iter()
        .enumerate()
        .filter(|(at, piece)| !(phone(*at) || beside_phone(*at) && name(piece)))
        .map(|(_, piece)| *piece)
        .collect()
}

/// A piece without the label before it.
fn unlabelled(piece: &str) -> &str {
    match piece.split_once([':', '：']) {
        Some((label, rest)) if LABELS.contains(&label.to_lowercase().as_str()) => rest,
        // 收货人:张三 and the like are no part of an address.
        Some(_) => "",
        None => piece,
    }
}

/// A piece without the province and the city before it.
pub(super) fn without_city<'a>(piece: &'a str, house: &House) -> &'a str {
    let mut rest = piece;
    for name in ["中国", "广东省", "广东"] {
        rest = rest.strip_prefix(name).unwrap_or(rest);
    }
    let city = &house.city.zh;
    match rest.strip_prefix(city.as_str()) {
        Some(inside) => inside.strip_prefix('市').unwrap_or(inside),
        None => rest,
    }
}

/// The town that a text begins with, and what comes after it. After the city's name the bare name of the town will do.
pub(super) fn town_at<'a, 'h>(text: &'a str, house: &'h House, inside_city: bool) -> Option<(&'h Place, &'a str)> {
    house.towns.iter().find_map(|town| {
        let rest = text.strip_prefix(town.name.zh.as_str())?;
        let after = SUFFIXES.iter().find_map(|suffix| rest.strip_prefix(suffix));
        match after {
            Some(after) => Some((town, after)),
            None if inside_city && !ROADS.iter().any(|road| rest.starts_with(road)) => Some((town, rest)),
            None => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parts(text: &str) -> Option<(String, String)> {
        split(text, &House::dongguan()).map(|parts| (parts.town, parts.address))
    }

    #[test]
    fn whole_addresses_fall_into_their_parts() {
        for (pasted, town, address) in [
            ("广东省东莞市南城街道鸿福路100号", "nancheng", "鸿福路100号"),
            ("东莞市南城鸿福路100号", "nancheng", "鸿福路100号"),
            ("东莞南城区鸿福路100号3栋501", "nancheng", "鸿福路100号3栋501"),
            ("长安镇长青南路8号", "changan", "长青南路8号"),
            ("广东省 东莞市 松山湖园区 科技四路1号", "songshanhu", "科技四路1号"),
            ("广东省,东莞市,东城街道,东城中路208号", "dongcheng", "东城中路208号"),
            (
                "张三 13800001234 广东省东莞市莞城街道东纵路208号",
                "guancheng",
                "东纵路208号",
            ),
            ("莞城街道东纵路208号 张三 13800001234", "guancheng", "东纵路208号"),
            (
                "收货人: 张三\n手机号码: 13800001234\n所在地区: 广东省东莞市南城街道\n详细地址: 鸿福路100号",
                "nancheng",
                "鸿福路100号",
            ),
        ] {
            assert_eq!(parts(pasted), Some((town.into(), address.into())), "{pasted}");
        }
    }

    #[test]
    fn what_names_no_town_for_certain_is_left_alone() {
        for typed in [
            "鸿福路100号",
            "东城中路208号",
            "东莞市东城中路208号",
            "南城",
            "广东省东莞市南城街道",
            "广州市天河区体育西路1号",
            "",
        ] {
            assert_eq!(parts(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn nothing_pasted_makes_it_panic(text in "\\PC*|[东莞市南城街道路号: \n0-9]{0,30}") {
            let _ = split(&text, &House::dongguan());
        }
    }
}
