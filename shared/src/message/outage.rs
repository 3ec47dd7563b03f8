//! What those concerned hear of an outage.

use serde::{Deserialize, Serialize};

use crate::delivery::Stop;
use crate::house::House;
use crate::outage::{Outage, OutageKind, Turn};
use crate::time::{self, Moment};
use crate::words::Lang;

/// Stops of trucks that one message names.
const STOPS: usize = 2;
/// Characters of a place or a reason in a message.
const LINE: usize = 60;

/// What there is to hear of an outage.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "news", rename_all = "snake_case")]
pub enum OutageNews {
    /// Water will be off, or is.
    Posted,
    /// What was planned begins.
    Begins,
    /// It is at another time or place.
    Changed {
        /// What the change comes to.
        turn: Turn,
        /// Why, as staff wrote it.
        why: String,
    },
    /// Water is back, or stays on.
    Ended {
        /// Whether it never went off.
        called_off: bool,
    },
    /// Trucks bring water.
    Water,
}

/// A part of a town, as staff wrote it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whereabouts {
    /// The town's code.
    pub town: String,
    /// Where in it, in Chinese.
    pub words: String,
}

/// What a message tells of an outage.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutageTold {
    /// Its id, by which the hall opens it.
    pub id: String,
    /// Whether it was planned.
    pub kind: OutageKind,
    /// Where.
    pub areas: Vec<Whereabouts>,
    /// Why, as staff wrote it.
    pub reason: String,
    /// From when.
    pub starts: Moment,
    /// When water is expected back.
    pub ends: Moment,
    /// Where water can be had at any time; at most two.
    pub points: Vec<String>,
    /// Where trucks stop next, the first first; at most two.
    pub stops: Vec<Stop>,
    /// How many stops there are beside those.
    pub more: usize,
}

impl OutageTold {
    /// What is told of an outage and of the stops that are still to come, the first first.
    pub fn of(id: &str, outage: &Outage, stops: &[&Stop]) -> Self {
        let area = |area: &crate::outage::Area| Whereabouts {
            town: area.town.clone(),
            words: super::shorten(&area.words, LINE),
        };
        let told = stops.iter().take(STOPS);
        Self {
            id: id.to_owned(),
            kind: outage.kind,
            areas: outage.areas.iter().map(area).collect(),
            reason: super::shorten(&outage.reason, LINE),
            starts: outage.starts,
            ends: outage.ends,
            points: outage
                .points
                .iter()
                .take(STOPS)
                .map(|point| super::shorten(point, LINE))
                .collect(),
            stops: told.map(|stop| (*stop).clone()).collect(),
            more: stops.len().saturating_sub(STOPS),
        }
    }

    /// Where, in the reader's language as far as the house knows it.
    pub(super) fn place(&self, house: &House, lang: Lang) -> String {
        let said = self.areas.iter().map(|area| {
            let town = house.town(&area.town).map_or("", |town| town.name.get(lang));
            match lang {
                Lang::Zh => format!("{town}{}", area.words),
                Lang::En => format!("{town} ({})", area.words),
            }
        });
        let between = match lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        };
        said.collect::<Vec<_>>().join(between)
    }

    /// Where water can be had, as a sentence; blank where it cannot.
    fn water(&self, now: Moment, lang: Lang) -> String {
        let stop = |stop: &Stop| format!("{} {}", stop.place, stop.when(now, lang));
        let mut places: Vec<_> = self.stops.iter().map(stop).collect();
        if places.is_empty() {
            places.clone_from(&self.points);
        }
        let more = match (self.more, lang) {
            (0, _) => String::new(),
            (more, Lang::Zh) => format!("等{}处", places.len() + more),
            (more, Lang::En) => format!(" and {more} more"),
        };
        match (places.is_empty(), lang) {
            (true, _) => String::new(),
            (false, Lang::Zh) => format!("送水点:{}{more}。", places.join(";")),
            (false, Lang::En) => format!(" Water at {}{more}.", places.join("; ")),
        }
    }
}

/// The news as a sentence in both languages, Chinese first.
pub(super) fn words(outage: &OutageTold, news: &OutageNews, now: Moment, house: &House) -> (String, String) {
    (zh(outage, news, now, house), en(outage, news, now, house))
}

fn zh(outage: &OutageTold, news: &OutageNews, now: Moment, house: &House) -> String {
    let place = outage.place(house, Lang::Zh);
    let by = |moment| time::say(moment, now, Lang::Zh);
    let (starts, ends) = (by(outage.starts), by(outage.ends));
    let (reason, hotline) = (&outage.reason, &house.hotline);
    let water = outage.water(now, Lang::Zh);
    match (news, outage.kind) {
        (OutageNews::Posted, OutageKind::Planned) => {
            format!("停水通知:{place}{starts}停水,预计{ends}恢复({reason})。请提前储水。{water}热线{hotline}。")
        }
        (OutageNews::Posted, OutageKind::Unplanned) => {
            format!("{place}突发停水({reason}),正在抢修,预计{ends}恢复。{water}热线{hotline}。")
        }
        (OutageNews::Begins, _) => format!("{place}按计划{starts}停水,预计{ends}恢复。{water}热线{hotline}。"),
        (OutageNews::Changed { turn, why }, _) => match turn {
            Turn::Postponed | Turn::Earlier => {
                format!(
                    "停水{}({why}):{place}改为{starts}停水,预计{ends}恢复。{water}",
                    turn.label().zh
                )
            }
            Turn::Extended => format!("停水要延长({why}):{place}预计{ends}恢复。{water}热线{hotline}。"),
            Turn::Shortened => format!("可以提早恢复({why}):{place}预计{ends}恢复供水。"),
            Turn::Elsewhere => {
                format!("停水范围或送水点有变({why}):{place}{starts}停水,预计{ends}恢复。{water}")
            }
        },
        (OutageNews::Ended { called_off: true }, _) => format!("{place}原定{starts}的停水取消了,照常供水。"),
        (OutageNews::Ended { called_off: false }, _) => {
            format!("{place}已恢复供水。刚来的水可能发黄,放一会儿就清了;还没有水请拨{hotline}。")
        }
        (OutageNews::Water, _) => format!("{place}停水期间给您送水。{water}请带上桶或壶。"),
    }
}

fn en(outage: &OutageTold, news: &OutageNews, now: Moment, house: &House) -> String {
    let place = outage.place(house, Lang::En);
    let by = |moment| time::say(moment, now, Lang::En);
    let (starts, ends) = (by(outage.starts), by(outage.ends));
    let (reason, hotline) = (&outage.reason, &house.hotline);
    let water = outage.water(now, Lang::En);
    match (news, outage.kind) {
        (OutageNews::Posted, OutageKind::Planned) => {
            format!(
                "Planned outage: {place} without water from {starts}, expected back {ends} ({reason}). \
                 Please store some.{water} Hotline {hotline}."
            )
        }
        (OutageNews::Posted, OutageKind::Unplanned) => {
            format!(
                "Sudden outage ({reason}): {place} without water. We are on it; expected back {ends}.{water} \
                 Hotline {hotline}."
            )
        }
        (OutageNews::Begins, _) => {
            format!("As planned: {place} without water from {starts}, expected back {ends}.{water} Hotline {hotline}.")
        }
        (OutageNews::Changed { turn, why }, _) => match turn {
            Turn::Postponed | Turn::Earlier => {
                let moved = turn.label().en.to_lowercase();
                format!("The outage is {moved} ({why}): {place} from {starts}, expected back {ends}.{water}")
            }
            Turn::Extended => {
                format!("The outage takes longer ({why}): {place} expected back {ends}.{water} Hotline {hotline}.")
            }
            Turn::Shortened => format!("Back sooner than planned ({why}): {place} expected back {ends}."),
            Turn::Elsewhere => {
                format!(
                    "Area or water points have changed ({why}): {place} from {starts}, expected back {ends}.{water}"
                )
            }
        },
        (OutageNews::Ended { called_off: true }, _) => {
            format!("{place}: the outage of {starts} is called off; water stays on.")
        }
        (OutageNews::Ended { called_off: false }, _) => {
            format!(
                "{place}: water is back. It may look brown at first; let it run a little. Still none? Call {hotline}."
            )
        }
        (OutageNews::Water, _) => {
            format!("{place}: trucks bring water while it is off.{water} Please bring a bucket or bottles.")
        }
    }
}
