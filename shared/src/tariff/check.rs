//! What must fit together in a file of tariffs.

use super::{CUBIC_METRE, Prices, Tariff, Tariffs, Tier};
use crate::money::Fen;

/// No cubic metre costs more; a price above it has slipped by a few places.
const DEAREST: Fen = Fen(100_000);

impl Tariffs {
    /// Names the first thing that does not fit together.
    pub fn check(&self) -> Result<(), String> {
        for (place, tariff) in self.tariffs.iter().enumerate() {
            tariff
                .check()
                .map_err(|why| format!("tariffs.{} from {}: {why}", tariff.code, tariff.from))?;
            let again = |other: &Tariff| other.code == tariff.code && other.from == tariff.from;
            if self.tariffs[..place].iter().any(again) {
                return Err(format!("tariffs.{}: two versions from {}", tariff.code, tariff.from));
            }
        }
        if !self.tariffs.iter().any(|tariff| tariff.code == self.default) {
            return Err(format!("default: there is no tariff {}", self.default));
        }
        Ok(())
    }
}

impl Tariff {
    fn check(&self) -> Result<(), String> {
        if self.code.is_empty() {
            return Err("the code is empty".into());
        }
        let Some(first) = self.household.first() else {
            return Err("household: give at least one tier".into());
        };
        let mut before: Option<&Tier> = None;
        for (place, tier) in self.household.iter().enumerate() {
            let here = |why: String| format!("household tier {}: {why}", place + 1);
            check_prices(&tier.prices).map_err(here)?;
            let last = place + 1 == self.household.len();
            match (tier.upto, last) {
                (None, false) => return Err(here("only the last tier has no `upto`".into())),
                (Some(_), true) => return Err(here("the last tier has no `upto`".into())),
                _ => {}
            }
            if let Some(before) = before {
                check_step(before, tier).map_err(here)?;
            }
            before = Some(tier);
        }
        if first
            .upto
            .is_some_and(|upto| i64::from(self.free_litres) > i64::from(upto) * CUBIC_METRE)
        {
            return Err("free_litres: more than the first tier holds".into());
        }
        for (name, prices) in [("other", &self.other), ("special", &self.special)] {
            if let Some(prices) = prices {
                check_prices(prices).map_err(|why| format!("{name}: {why}"))?;
            }
        }
        Ok(())
    }
}

/// A tier begins where the one before ends, with the same components, none of them cheaper: else a larger household,
/// whose tiers are wider, might pay more.
fn check_step(before: &Tier, tier: &Tier) -> Result<(), String> {
    if tier.upto.is_some_and(|upto| Some(upto) <= before.upto) {
        return Err("`upto` must be more than that of the tier before".into());
    }
    if !tier.prices.keys().eq(before.prices.keys()) {
        return Err("it must have the components of the tier before".into());
    }
    for (component, price) in &tier.prices {
        if before.prices.get(component) > Some(price) {
            return Err(format!("{} costs less than in the tier before", component.code()));
        }
    }
    Ok(())
}

fn check_prices(prices: &Prices) -> Result<(), String> {
    if prices.is_empty() {
        return Err("give at least one price".into());
    }
    for (component, price) in prices {
        if !(Fen::ZERO..=DEAREST).contains(price) {
            let code = component.code();
            return Err(format!("{code}: {} fen is no price; 0 to {} is", price.0, DEAREST.0));
        }
    }
    Ok(())
}
