//! Finding a town, or a community in it.

use std::cmp::Reverse;

use crate::find::{Fit, matches, spelt, typed};
use crate::house::{Community, House, Place};
use crate::person::narrow;
use crate::words::Lang;

/// A town, or a community in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot<'a> {
    /// The town.
    pub town: &'a Place,
    /// The community, where one was meant.
    pub community: Option<&'a Community>,
}

impl Spot<'_> {
    /// How people say it: 南城, or 西平社区 · 南城.
    pub fn name(&self, lang: Lang) -> String {
        let town = self.town.name.get(lang);
        match self.community {
            Some(community) => format!("{} · {town}", community.name(lang)),
            None => town.to_owned(),
        }
    }
}

/// The towns and communities that a query may mean, the likeliest first; for a blank one all towns in the house's order.
pub fn search<'a>(query: &str, house: &'a House) -> Vec<Spot<'a>> {
    let query = typed(query);
    let towns = house.towns.iter().map(|town| Spot { town, community: None });
    if query.is_empty() {
        return towns.collect();
    }
    let within = |town: &'a Place| {
        let spot = move |community| Spot {
            town,
            community: Some(community),
        };
        town.communities.iter().map(spot)
    };
    let communities = house.towns.iter().flat_map(within);
    let mut found: Vec<_> = towns
        .chain(communities)
        .filter_map(|spot| Some((fit(&query, spot)?, spot)))
        // Half a name in common is no likeness between places.
        .filter(|((fit, _), _)| *fit > Fit::Alike)
        .collect();
    found.sort_by_key(|(fit, _)| Reverse(*fit));
    found.into_iter().map(|(_, spot)| spot).collect()
}

fn fit(query: &str, spot: Spot<'_>) -> Option<(Fit, usize)> {
    if let Some(community) = spot.community {
        return matches(query, &community.zh, &community.pinyin);
    }
    let english = spelt(query, &narrow(&spot.town.name.en).to_lowercase());
    matches(query, &spot.town.name.zh, &spot.town.pinyin).max(english)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(query: &str) -> Option<String> {
        search(query, &House::dongguan())
            .first()
            .map(|spot| spot.name(Lang::Zh))
    }

    #[test]
    fn places_are_found_by_what_people_type() {
        for (typed, meant) in [
            ("南城", "南城"),
            ("南城街道", "南城"),
            ("nancheng", "南城"),
            ("nc", "南城"),
            ("Songshan Lake", "松山湖"),
            ("ssh", "松山湖"),
            ("zhangmutou", "樟木头"),
            ("zmt", "樟木头"),
            ("长安镇", "长安"),
            ("西平", "西平社区 · 南城"),
            ("西平社区", "西平社区 · 南城"),
            ("xiping", "西平社区 · 南城"),
            ("xp", "西平社区 · 南城"),
            ("火炼树", "火炼树社区 · 东城"),
        ] {
            assert_eq!(first(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    #[test]
    fn nothing_typed_gives_all_towns_and_nonsense_none() {
        let house = House::dongguan();
        assert_eq!(search(" ", &house).len(), house.towns.len());
        for typed in ["番禺", "广州天河", "zzz"] {
            assert_eq!(search(typed, &house), [], "{typed}");
        }
    }
}
