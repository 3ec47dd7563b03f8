//! What water costs: dated tariffs, and how a bill comes about.
//!
//! Tariffs are data, read from one TOML file at start-up; the browser gets the same as JSON. Water is counted in
//! litres, so that half a cubic metre is a whole number, and money in fen.

mod charge;
mod check;
mod late;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::form::UseType;
use crate::money::Fen;
use crate::words::{Lang, Text, choices};

pub use charge::{Charge, Line, TierPart, Use};

/// Litres in a cubic metre.
pub const CUBIC_METRE: i64 = 1000;

choices! {
    /// What a bill is made up of.
    pub enum Component {
        Water "water" = "水费" / "Water";
        Sewage "sewage" = "污水处理费" / "Sewage";
        Garbage "garbage" = "垃圾处理费" / "Garbage";
    }
}

/// Fen a cubic metre, for each component that is charged.
pub type Prices = BTreeMap<Component, Fen>;

/// Every tariff, with its earlier versions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Tariffs {
    /// The code of the tariff that holds where none is named.
    pub default: String,
    /// The tariffs, in the order people are shown. Several of one code are its versions.
    pub tariffs: Vec<Tariff>,
}

/// One version of a tariff.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Tariff {
    /// Stable code, the same for all versions.
    pub code: String,
    /// Name.
    pub name: Text,
    /// The first day on which it holds; until the next version does.
    pub from: NaiveDate,
    /// Persons of a household for whom the tiers are meant.
    pub persons: u32,
    /// Litres a month by which each further person widens every tier.
    pub person_litres: u32,
    /// Litres a month that are free for a household in hardship; not more than the first tier holds.
    pub free_litres: u32,
    /// The late fee a day, in hundredths of a percent of the bill.
    pub late_basis_points: u32,
    /// The tiers of a household, from the first litre on.
    pub household: Vec<Tier>,
    /// Prices for shops, factories, offices; missing where the tariff names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<Prices>,
    /// Prices for special uses; missing where the tariff names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub special: Option<Prices>,
}

/// A tier of a household: what a cubic metre costs up to a bound.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// Up to so many cubic metres a month; the last tier has no bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upto: Option<u32>,
    /// What a cubic metre costs.
    pub prices: Prices,
}

impl Tariffs {
    /// Reads and checks a file of tariffs.
    #[cfg(feature = "server")]
    pub fn from_toml(text: &str) -> Result<Self, String> {
        let tariffs: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        tariffs.check()?;
        Ok(tariffs)
    }

    /// The tariffs that the program brings along: Panyu's and Shenzhen's, after DOMAIN.md.
    #[cfg(any(test, feature = "server", feature = "examples"))]
    #[expect(
        clippy::expect_used,
        clippy::missing_panics_doc,
        reason = "the text is compiled in and a test reads it"
    )]
    pub fn brought_along() -> Self {
        toml::from_str(include_str!("../data/tariffs.toml")).expect("the tariffs that are compiled in")
    }

    /// The version of a tariff that holds on a day; none before its first.
    pub fn at(&self, code: &str, day: NaiveDate) -> Option<&Tariff> {
        self.tariffs
            .iter()
            .filter(|tariff| tariff.code == code && tariff.from <= day)
            .max_by_key(|tariff| tariff.from)
    }

    /// The version of each tariff that holds on a day, in the order people are shown.
    pub fn in_force(&self, day: NaiveDate) -> Vec<&Tariff> {
        let holds = |tariff: &&Tariff| self.at(&tariff.code, day) == Some(tariff);
        self.tariffs.iter().filter(holds).collect()
    }
}

impl Tariff {
    /// The prices of a use that knows no tiers.
    fn flat(&self, kind: UseType) -> Option<&Prices> {
        match kind {
            UseType::Household => None,
            UseType::Other => self.other.as_ref(),
            UseType::Special => self.special.as_ref(),
        }
    }
}

/// Litres as people say them: 30.5立方米, 30.5 m³.
pub fn cubic_metres(litres: i64, lang: Lang) -> String {
    let unit = match lang {
        Lang::Zh => "立方米",
        Lang::En => " m³",
    };
    format!("{}{unit}", cubic(litres))
}

/// Litres in cubic metres, without the unit: 26, 30.5.
pub fn cubic(litres: i64) -> String {
    let (whole, rest) = (litres / CUBIC_METRE, litres % CUBIC_METRE);
    let rest = format!("{rest:03}");
    match rest.trim_end_matches('0') {
        "" => whole.to_string(),
        rest => format!("{whole}.{rest}"),
    }
}
