//! What the house sets of work orders: what each kind may take, which kind a filing is, and who gets it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Clock, Hand, Kind, Level, Order, Part};
use crate::form::Answers;
use crate::house::House;
use crate::number::CaseNumber;
use crate::service::Service;
use crate::time::{Limit, Moment};
use crate::words::Text;

/// The rules of work orders. A house without them has none: its filings are cases and no more.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Orders {
    /// Within how long whoever filed hears something; without it nobody counts that.
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "24h"))]
    pub answer: Option<Limit>,
    /// Minutes before that runs out at which an order comes on the list of those who have heard nothing.
    pub answer_list_minutes: u32,
    /// Hundredths of a limit after which each level is told.
    pub rings: BTreeMap<Level, u32>,
    /// Towns whose way is longer.
    pub outskirts: Vec<String>,
    /// What each kind may take.
    pub kinds: BTreeMap<Kind, KindLimits>,
    /// Which kind a filing is: the first that fits.
    pub sorts: Vec<Sort>,
    /// Which unit gets an order: the first that fits.
    pub routes: Vec<Route>,
    /// What crews use up most, as the store calls it: offered to them, and no more.
    pub parts: Vec<Text>,
}

/// What a kind of work order may take.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct KindLimits {
    /// From 1, the most urgent, to 4.
    pub priority: u8,
    /// Until somebody responds.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "10m"))]
    pub respond: Option<Limit>,
    /// Until somebody is there.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "1h"))]
    pub arrive: Option<Limit>,
    /// The same on the outskirts, where that is more.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "50m"))]
    pub arrive_outskirts: Option<Limit>,
    /// Until the worst is averted: the water off.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "4h"))]
    pub secure: Option<Limit>,
    /// Until it is done.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "24h"))]
    pub finish: Option<Limit>,
    /// Until it is done where it turns out to be hard.
    #[serde(default)]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "15wd"))]
    pub hard: Option<Limit>,
}

/// A rule by which a filing is of a kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Sort {
    /// The service's code.
    pub service: String,
    /// For each field that is named, the answers that fit.
    #[serde(default)]
    pub answers: BTreeMap<String, Vec<String>>,
    /// The kind.
    pub kind: Kind,
}

/// A rule by which a unit gets orders.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Route {
    /// The kinds; empty for all.
    #[serde(default)]
    pub kinds: Vec<Kind>,
    /// The towns; empty for all.
    #[serde(default)]
    pub towns: Vec<String>,
    /// The unit's code; left out, it is the branch of the town.
    #[serde(default)]
    pub unit: Option<String>,
    /// Whether such orders go there at once, without a dispatcher.
    #[serde(default)]
    pub by_itself: bool,
}

impl Orders {
    /// Names the first thing that does not fit together.
    pub fn check(&self, house: &House) -> Result<(), String> {
        let town = |code: &String| house.town(code).is_none().then(|| code.clone());
        if let Some(code) = self.outskirts.iter().find_map(town) {
            return Err(format!("orders.outskirts: there is no town {code}"));
        }
        for (at, sort) in self.sorts.iter().enumerate() {
            let service = Service::from_code(&sort.service);
            let Some(form) = service.and_then(Service::form) else {
                return Err(format!(
                    "orders.sorts.{at}: {} is no service that is filed",
                    sort.service
                ));
            };
            if let Some(key) = sort.answers.keys().find(|key| form.field(key).is_none()) {
                return Err(format!("orders.sorts.{at}: {} asks for no {key}", sort.service));
            }
            if !self.kinds.contains_key(&sort.kind) {
                return Err(format!("orders.sorts.{at}: nothing is said of {}", sort.kind.code()));
            }
        }
        for (at, route) in self.routes.iter().enumerate() {
            if let Some(code) = route.towns.iter().find_map(town) {
                return Err(format!("orders.routes.{at}: there is no town {code}"));
            }
            if let Some(unit) = route.unit.iter().find(|unit| house.unit(unit).is_none()) {
                return Err(format!("orders.routes.{at}: there is no unit {unit}"));
            }
        }
        let named = |part: &Text| (1..=Part::NAME).contains(&part.zh.trim().chars().count());
        if let Some(at) = self.parts.iter().position(|part| !named(part)) {
            return Err(format!("orders.parts.{at}: a name has 1 to {} characters", Part::NAME));
        }
        let rings: Vec<_> = self.rings.values().collect();
        if !rings.is_sorted() {
            return Err("orders.rings: each level is told no earlier than the one before".into());
        }
        Ok(())
    }

    /// Which kind a filing is; none where it is no work order.
    pub fn kind_of(&self, service: Service, answers: &Answers) -> Option<Kind> {
        let fits = |sort: &&Sort| {
            let said = |(key, codes): (&String, &Vec<String>)| {
                let answer = answers.get(key).unwrap_or_default();
                codes.iter().any(|code| code == answer)
            };
            sort.service == service.code() && sort.answers.iter().all(said)
        };
        self.sorts.iter().find(fits).map(|sort| sort.kind)
    }

    /// The unit to which an order of a kind in a town goes, and whether it goes there by itself.
    pub fn route<'a>(&'a self, kind: Kind, town: Option<&str>, house: &'a House) -> Option<(&'a str, bool)> {
        let fits = |route: &&Route| {
            let here = |code: &String| Some(code.as_str()) == town;
            (route.kinds.is_empty() || route.kinds.contains(&kind))
                && (route.towns.is_empty() || route.towns.iter().any(here))
        };
        self.routes.iter().filter(fits).find_map(|route| {
            let branch = || {
                town.and_then(|town| house.branch_of(town))
                    .map(|unit| unit.code.as_str())
            };
            let unit = route.unit.as_deref().or_else(branch)?;
            Some((unit, route.by_itself))
        })
    }

    /// The clocks of a kind in a town that start at `from`.
    fn hands(&self, kind: Kind, town: Option<&str>, from: Moment, house: &House) -> Vec<Hand> {
        let Some(limits) = self.kinds.get(&kind) else {
            return Vec::new();
        };
        let far = town.is_some_and(|town| self.outskirts.iter().any(|code| code == town));
        let arrive = limits.arrive_outskirts.filter(|_| far).or(limits.arrive);
        [
            (Clock::Respond, limits.respond),
            (Clock::Arrive, arrive),
            (Clock::Secure, limits.secure),
            (Clock::Finish, limits.finish),
            (Clock::Answer, self.answer),
        ]
        .into_iter()
        .filter_map(|(clock, limit)| Some(Hand::start(clock, limit?, from, &house.calendar)))
        .collect()
    }
}

impl Order {
    /// An order of a kind whose clocks start now.
    pub fn open_at(kind: Kind, town: Option<&str>, now: Moment, house: &House) -> Self {
        let limits = house.orders.kinds.get(&kind);
        Self {
            kind,
            priority: limits.map_or(4, |limits| limits.priority),
            hard: limits.and_then(|limits| limits.hard),
            hands: house.orders.hands(kind, town, now, house),
            paused: None,
            waiting: false,
            returned: 0,
            supervised: false,
            extended: false,
            lead: None,
            whole: None,
        }
    }

    /// A part of it, split off now for another unit. Nobody outside hears of a part, so nobody waits for its answer.
    #[must_use]
    pub fn part(&self, whole: CaseNumber, town: Option<&str>, now: Moment, house: &House) -> Self {
        let mut part = Self::open_at(self.kind, town, now, house);
        part.hands.retain(|hand| hand.clock != Clock::Answer);
        part.whole = Some(whole);
        part
    }

    /// The same as another kind: what has happened has happened, and the limits are the other kind's, from the beginning.
    pub(super) fn sorted(&mut self, kind: Kind, town: Option<&str>, house: &House) {
        let Some(from) = self.hands.iter().map(|hand| hand.from).min() else {
            return;
        };
        let other = Self::open_at(kind, town, from, house);
        let hands = other.hands.into_iter().map(|hand| {
            let known = self.hand(hand.clock);
            Hand {
                stopped: known.and_then(|known| known.stopped),
                ..hand
            }
        });
        self.hands = hands
            .filter(|hand| hand.clock != Clock::Answer || self.hand(Clock::Answer).is_some())
            .collect();
        (self.kind, self.priority, self.hard, self.extended) = (kind, other.priority, other.hard, false);
    }
}
