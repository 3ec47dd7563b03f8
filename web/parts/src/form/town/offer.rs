//! What can be picked. Plain data.

use shuiting_shared::house::House;
use shuiting_shared::place;
use shuiting_shared::words::Lang;

/// A town, or a community in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Offer {
    /// The town's code.
    pub(super) town: String,
    /// What an address in the community begins with.
    pub(super) community: Option<String>,
    /// What is read.
    pub(super) name: String,
}

impl Offer {
    /// What a text may mean, the likeliest first.
    pub(super) fn all(typed: &str, house: &House, lang: Lang) -> Vec<Self> {
        let offer = |spot: place::Spot<'_>| Self {
            town: spot.town.code.clone(),
            community: spot.community.map(|community| community.name(Lang::Zh)),
            name: spot.name(lang),
        };
        place::search(typed, house).into_iter().map(offer).collect()
    }

    /// The address once this is picked: a community stands at its front, unless something stands there already.
    pub(super) fn begin(&self, address: &str) -> Option<String> {
        let community = self.community.as_ref()?;
        address.trim().is_empty().then(|| community.clone())
    }
}

/// Where one is in a list after a step in it: round and round.
pub(super) fn step(at: usize, of: usize, by: isize) -> usize {
    let of = isize::try_from(of.max(1)).unwrap_or(isize::MAX);
    let at = isize::try_from(at).unwrap_or(0);
    usize::try_from((at + by).rem_euclid(of)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_go_round() {
        assert_eq!(step(0, 3, 1), 1);
        assert_eq!(step(2, 3, 1), 0);
        assert_eq!(step(0, 3, -1), 2);
        assert_eq!(step(0, 0, 1), 0);
    }

    #[test]
    fn a_community_begins_an_address_that_is_still_blank() {
        let offer = Offer {
            town: "nancheng".into(),
            community: Some("西平社区".into()),
            name: "西平社区 · 南城".into(),
        };
        assert_eq!(offer.begin(" "), Some("西平社区".into()));
        assert_eq!(offer.begin("鸿福路1号"), None);
    }
}
