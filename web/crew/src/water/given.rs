//! Water that was given at a stop, as this phone tells the server of it and shows it meanwhile. Plain.

use serde_json::json;
use shuiting_parts::waiting::{Errand, Kind, Waiting};
use shuiting_shared::api::GiveWater;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Text;

use crate::words;

/// How far a stop has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stand {
    /// Water is still to come.
    Open,
    /// Water was given.
    Given {
        /// When.
        at: Moment,
        /// Whether the server is still to hear of it.
        waits: bool,
    },
}

impl Stand {
    /// By when it was given as far as the server has told, what waits about it, and what the server has answered since.
    pub(super) fn of(told: Option<Moment>, waiting: &[Waiting], answered: &[Waiting]) -> Self {
        let waiting = waiting.iter().find(|waiting| waiting.refused.is_none());
        let here = waiting.map(|waiting| (waiting.done, true));
        let arrived = answered.first().map(|answered| (answered.done, false));
        match told.map(|at| (at, false)).or(here).or(arrived) {
            Some((at, waits)) => Self::Given { at, waits },
            None => Self::Open,
        }
    }
}

/// Where it is posted that water was given at a stop, by its place in the list.
pub(super) fn path(delivery: &str, stop: usize) -> String {
    format!("/api/v1/deliveries/{delivery}/stops/{stop}/acts")
}

/// That so much water was given at a place, as it waits to be posted.
pub(super) fn errand(path: &str, place: &str, litres: u32) -> Errand {
    let given = words::GIVEN;
    Errand {
        kind: Kind::Act,
        title: Text {
            zh: format!("{} {place}", given.zh),
            en: format!("{} {place}", given.en),
        },
        path: path.to_owned(),
        body: json!(GiveWater { litres }),
        ..Errand::default()
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn waiting(done: Moment, refused: Option<&str>) -> Waiting {
        Waiting {
            errand: errand(&path("7", 1), "元美路东门", 4000),
            key: "k".into(),
            done,
            place: 0,
            whose: None,
            refused: refused.map(str::to_owned),
        }
    }

    #[test]
    fn a_stop_is_done_at_once_and_stays_so() {
        let done: Moment = "2026-11-28T02:00:00Z".parse().unwrap();
        let given = |waits| Stand::Given { at: done, waits };
        assert_eq!(Stand::of(None, &[], &[]), Stand::Open);
        assert_eq!(Stand::of(None, &[waiting(done, None)], &[]), given(true));
        assert_eq!(
            Stand::of(None, &[], &[waiting(done, None)]),
            given(false),
            "nobody has asked since"
        );
        assert_eq!(Stand::of(Some(done), &[], &[]), given(false));
        let again = waiting(done + TimeDelta::hours(1), None);
        assert_eq!(
            Stand::of(Some(done), &[again], &[]),
            given(false),
            "a colleague was first"
        );
        assert_eq!(Stand::of(None, &[waiting(done, Some("why"))], &[]), Stand::Open);
    }

    #[test]
    fn it_is_posted_as_the_server_takes_it() {
        let errand = waiting(Moment::default(), None).errand;
        assert_eq!(errand.path, "/api/v1/deliveries/7/stops/1/acts");
        assert_eq!(errand.body, json!({ "litres": 4000 }));
        assert_eq!(errand.chain, None, "one stop does not wait for another");
    }
}
