//! How a bill comes about: water over tiers, and what each tier costs for each component.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{CUBIC_METRE, Component, Prices, Tariff};
use crate::form::UseType;
use crate::money::Fen;

/// What was used, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// What the water was for.
    pub kind: UseType,
    /// Whole cubic metres.
    pub volume: u32,
    /// Persons of the household; fewer than the tariff counts on change nothing.
    pub persons: u32,
    /// Months that the bill is for: tiers and free water are that much wider. Nought counts as one.
    pub months: u32,
    /// Whether the household is in hardship, so that its first water is free.
    pub hardship: bool,
}

/// How a bill comes about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Charge {
    /// Every tier there is, with the water in it; a use without tiers has one without a bound.
    pub tiers: Vec<TierPart>,
    /// What is paid: a line for each component of each tier that has water in it.
    pub lines: Vec<Line>,
    /// All lines together.
    pub total: Fen,
}

/// A tier, as wide as it is for this household and these months, and the water in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct TierPart {
    /// Its number, from 1.
    pub tier: usize,
    /// It begins after so many litres.
    pub from: i64,
    /// It ends with so many litres; the last one does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upto: Option<i64>,
    /// Litres in it.
    pub litres: i64,
    /// Those of them that are free.
    pub free: i64,
    /// What a cubic metre costs, all components together.
    pub price: Fen,
}

/// One component of one tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Line {
    /// The tier's number, from 1.
    pub tier: usize,
    /// The component.
    pub component: Component,
    /// Litres that are paid for.
    pub litres: i64,
    /// What a cubic metre costs.
    pub price: Fen,
    /// What they cost, rounded half up to the fen.
    pub amount: Fen,
}

impl Tariff {
    /// What the water costs; none where the tariff names no price for such a use.
    ///
    /// Free water is the first of the first tier, and counts towards it: it moves no bound.
    pub fn charge(&self, used: &Use) -> Option<Charge> {
        let tiers = self.tiers(used)?;
        let mut left = i64::from(used.volume) * CUBIC_METRE;
        let mut charge = Charge {
            tiers: Vec::with_capacity(tiers.len()),
            lines: Vec::new(),
            total: Fen::ZERO,
        };
        let (mut from, mut free) = (0, self.free(used));
        for (place, (upto, prices)) in tiers.into_iter().enumerate() {
            let litres = upto.map_or(left, |upto| left.min(upto - from));
            let part = TierPart {
                tier: place + 1,
                from,
                upto,
                litres,
                free: litres.min(free),
                price: prices.values().copied().sum(),
            };
            if litres > 0 {
                charge
                    .lines
                    .extend(prices.iter().map(|(component, price)| part.line(*component, *price)));
            }
            charge.tiers.push(part);
            left -= litres;
            free = 0;
            from = upto.unwrap_or(from);
        }
        charge.total = charge.lines.iter().map(|line| line.amount).sum();
        Some(charge)
    }

    /// The bound of each tier in litres, and its prices.
    fn tiers(&self, used: &Use) -> Option<Vec<(Option<i64>, &Prices)>> {
        if used.kind != UseType::Household {
            return self.flat(used.kind).map(|prices| vec![(None, prices)]);
        }
        let further = i64::from(used.persons.saturating_sub(self.persons));
        let wider = further.saturating_mul(self.person_litres.into());
        let bound = |upto: u32| {
            let a_month = (i64::from(upto) * CUBIC_METRE).saturating_add(wider);
            a_month.saturating_mul(months(used))
        };
        let tiers = self.household.iter();
        Some(tiers.map(|tier| (tier.upto.map(bound), &tier.prices)).collect())
    }

    /// Litres that are free.
    fn free(&self, used: &Use) -> i64 {
        if used.hardship && used.kind == UseType::Household {
            i64::from(self.free_litres).saturating_mul(months(used))
        } else {
            0
        }
    }
}

fn months(used: &Use) -> i64 {
    used.months.max(1).into()
}

impl TierPart {
    fn line(&self, component: Component, price: Fen) -> Line {
        let litres = self.litres - self.free;
        Line {
            tier: self.tier,
            component,
            litres,
            price,
            amount: price.share(litres, CUBIC_METRE),
        }
    }
}

impl Charge {
    /// Litres in all tiers.
    pub fn litres(&self) -> i64 {
        self.tiers.iter().map(|part| part.litres).sum()
    }

    /// What a tier costs, by its number.
    pub fn of_tier(&self, tier: usize) -> Fen {
        let lines = self.lines.iter().filter(|line| line.tier == tier);
        lines.map(|line| line.amount).sum()
    }

    /// What each component costs in all tiers, in the order of the components.
    pub fn by_component(&self) -> BTreeMap<Component, Fen> {
        let mut sums = BTreeMap::new();
        for line in &self.lines {
            *sums.entry(line.component).or_default() += line.amount;
        }
        sums
    }

    /// What a cubic metre costs on average; none where no water was used.
    pub fn average(&self) -> Option<Fen> {
        let litres = self.litres();
        (litres > 0).then(|| self.total.share(CUBIC_METRE, litres))
    }

    /// Litres until the next tier begins, and that tier; nought where the tier is full, nothing in the last one.
    pub fn to_next(&self) -> Option<(i64, &TierPart)> {
        let litres = self.litres();
        let next = self.tiers.iter().skip(1).find(|part| part.from >= litres)?;
        Some((next.from - litres, next))
    }
}
