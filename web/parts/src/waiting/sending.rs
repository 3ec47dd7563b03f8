//! How far the sending of something has come, and what comes of a try that failed. Plain data.

use std::time::Duration;

use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

use crate::api::Failure;

/// How far the sending has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Sending {
    /// It was not sent yet.
    #[default]
    Not,
    /// On its way.
    UnderWay,
    /// The last try did not get through; the next comes by itself.
    Waiting(Failure),
    /// The server will not have it.
    Stopped(Failure),
}

impl Sending {
    /// Whether it goes on by itself.
    pub fn goes_on(&self) -> bool {
        matches!(self, Self::UnderWay | Self::Waiting(_))
    }
}

/// What comes of a try that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nobody knows whether it arrived, or the server is busy: the same again, later.
    Again,
    /// The person has to sign in.
    SignIn,
    /// Things have to be mended.
    Mend,
    /// An earlier try, of what it was then, has arrived.
    Arrived,
    /// There is nothing to be done here.
    Stop,
}

/// What comes of this failure.
pub fn next(failure: &Failure) -> Next {
    if failure.signed_out() {
        return Next::SignIn;
    }
    match failure.code() {
        None | Some(Code::Internal | Code::Unready) => Next::Again,
        Some(Code::KeyReused) => Next::Arrived,
        Some(Code::Invalid) => Next::Mend,
        Some(code) if code.status() == 429 => Next::Again,
        Some(_) => Next::Stop,
    }
}

/// Why the server would not have it, field by field where it says so, and what to do.
pub fn reasons(failure: &Failure, lang: Lang) -> String {
    let fields: Vec<_> = failure.fields().iter().map(|field| field.detail.as_str()).collect();
    if fields.is_empty() {
        return failure.say(lang);
    }
    fields.join(match lang {
        Lang::Zh => ";",
        Lang::En => "; ",
    })
}

const FIRST: u64 = 2;
const LONGEST: u64 = 60;

/// Whole seconds that have passed since something was done. Both moments are by the same clock, so it does not matter
/// whether that is right; one that was set back meanwhile makes it nought.
pub fn seconds_ago(done: Moment, now: Moment) -> i64 {
    (now - done).num_seconds().max(0)
}

/// How long to wait after so many failed tries: each time twice as long, up to a minute.
pub fn pause(tries: u32) -> Duration {
    let doubled = 2_u64.saturating_pow(tries.saturating_sub(1)).saturating_mul(FIRST);
    Duration::from_secs(doubled.min(LONGEST))
}

#[cfg(test)]
mod tests {
    use shuiting_shared::problem::{FieldProblem, Problem};

    use super::*;

    fn refused(code: Code) -> Failure {
        let body = serde_json::to_string(&Problem::new(code, Lang::Zh)).unwrap();
        Failure::read::<()>(code.status(), &body).unwrap_err()
    }

    #[test]
    fn what_may_have_arrived_is_sent_again() {
        assert_eq!(next(&Failure::Offline), Next::Again);
        assert_eq!(next(&Failure::Nonsense), Next::Again);
        assert_eq!(next(&refused(Code::Internal)), Next::Again);
        assert_eq!(next(&refused(Code::Unready)), Next::Again);
    }

    #[test]
    fn what_was_refused_is_not() {
        assert_eq!(next(&refused(Code::Invalid)), Next::Mend);
        assert_eq!(next(&refused(Code::KeyReused)), Next::Arrived);
        assert_eq!(next(&refused(Code::SignIn)), Next::SignIn);
        assert_eq!(next(&refused(Code::NoForm)), Next::Stop);
        assert_eq!(next(&refused(Code::NotAnImage)), Next::Stop);
    }

    #[test]
    fn the_reason_is_that_of_the_fields() {
        assert!(reasons(&refused(Code::NoForm), Lang::Zh).contains('。'));
        let mut problem = Problem::new(Code::Invalid, Lang::Zh);
        for detail in ["活动还没开始", "码不对"] {
            problem.errors.push(FieldProblem {
                field: "code".into(),
                code: "wrong".into(),
                detail: detail.into(),
            });
        }
        let failure = Failure::read::<()>(422, &serde_json::to_string(&problem).unwrap()).unwrap_err();
        assert_eq!(reasons(&failure, Lang::Zh), "活动还没开始;码不对");
    }

    #[test]
    fn a_wrong_clock_does_no_harm_to_how_long_ago_it_was() {
        let done = Moment::from_timestamp_millis(1_795_000_000_000).unwrap();
        let later = done + Duration::from_secs(7200);
        assert_eq!(seconds_ago(done, later), 7200);
        let day = Duration::from_secs(86_400);
        assert_eq!(seconds_ago(done + day, later + day), 7200);
        assert_eq!(seconds_ago(done - day, later - day), 7200);
        assert_eq!(seconds_ago(later, done), 0, "it was set back");
    }

    #[test]
    fn pauses_grow_up_to_a_minute() {
        let seconds: Vec<_> = (1..=8).map(|tries| pause(tries).as_secs()).collect();
        assert_eq!(seconds, [2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(pause(u32::MAX).as_secs(), 60);
    }
}
