//! The codes of an event: another one each minute. A code says its minute, so that one that has waited on a phone without a
//! network is as good as one that was said at once, whatever the phone's clock shows.

use chrono::TimeDelta;
use shuiting_shared::api::MinuteCode;
use shuiting_shared::event::{CODE_DIGITS, Plan, open_minutes};
use shuiting_shared::time::Moment;

use crate::keys;

/// A code that did not wait must be this fresh: somebody reads it, walks to the table and types it.
const FRESH: TimeDelta = TimeDelta::minutes(3);
/// What was sent longer after it was said has waited for a network.
const WAITED: TimeDelta = TimeDelta::minutes(2);

fn code(secret: &str, minute: Moment) -> String {
    keys::digits(secret, &minute.timestamp().to_string(), CODE_DIGITS)
}

/// Every code of an event.
pub(super) fn all(secret: &str, plan: &Plan) -> Vec<MinuteCode> {
    let minutes = open_minutes(plan);
    minutes
        .map(|at| MinuteCode {
            at,
            code: code(secret, at),
        })
        .collect()
}

/// The minute that a code says: one that is past, and not long past where it came at once. Of several it is the one nearest
/// to when the phone says that it was.
pub(super) fn minute(secret: &str, plan: &Plan, said: &str, at: Moment, now: Moment) -> Option<Moment> {
    let waited = now - at > WAITED;
    let could_be = |minute: &Moment| *minute <= now && (waited || now - *minute <= FRESH);
    let minutes = open_minutes(plan).filter(could_be);
    let right = minutes.filter(|minute| code(secret, *minute) == said);
    right.min_by_key(|minute| (*minute - at).abs())
}

#[cfg(test)]
mod tests {
    use shuiting_shared::event::Topic;

    use super::*;

    fn plan() -> Plan {
        Plan {
            title: "供水服务进社区".into(),
            town: "nancheng".into(),
            community: "元美社区".into(),
            place: "广场".into(),
            starts: "2026-11-28T01:00:00Z".parse().unwrap(),
            ends: "2026-11-28T04:00:00Z".parse().unwrap(),
            topics: vec![Topic::Hall],
            tasks: Vec::new(),
            shifts: Vec::new(),
            words: String::new(),
        }
    }

    #[test]
    fn a_code_says_its_minute_whenever_it_arrives() {
        let codes = all("secret", &plan());
        assert_eq!(codes.len(), 5 * 60 + 1);
        let said = &codes[90];
        let read = |waited: i64| {
            let now = said.at + TimeDelta::minutes(waited);
            minute("secret", &plan(), &said.code, said.at, now)
        };
        assert_eq!(read(0), Some(said.at));
        assert_eq!(read(2 * 60), Some(said.at));
        // The phone's clock was put right meanwhile, so that it thinks to have waited for a day.
        let now = said.at + TimeDelta::hours(2);
        let wrong = now - TimeDelta::days(1);
        assert_eq!(minute("secret", &plan(), &said.code, wrong, now), Some(said.at));
    }

    #[test]
    fn a_code_that_comes_at_once_must_be_fresh_and_none_is_ahead_of_its_time() {
        let codes = all("secret", &plan());
        let said = &codes[90];
        let old = said.at + TimeDelta::minutes(4);
        assert_eq!(minute("secret", &plan(), &said.code, old, old), None);
        let early = said.at - TimeDelta::minutes(1);
        assert_eq!(minute("secret", &plan(), &said.code, early, early), None);
        assert_eq!(minute("another", &plan(), &said.code, said.at, said.at), None);
    }
}
