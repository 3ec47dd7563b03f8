//! How far the sending of a filing has come, and what comes of a try that failed. Plain data.

use std::time::Duration;

use shuiting_parts::api::Failure;
use shuiting_shared::problem::Code;

/// How far the sending has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Sending {
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
    pub(crate) fn goes_on(&self) -> bool {
        matches!(self, Self::UnderWay | Self::Waiting(_))
    }
}

/// What comes of a try that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
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
pub(crate) fn next(failure: &Failure) -> Next {
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

const FIRST: u64 = 2;
const LONGEST: u64 = 60;

/// How long to wait after so many failed tries: each time twice as long, up to a minute.
pub(crate) fn pause(tries: u32) -> Duration {
    let doubled = 2_u64.saturating_pow(tries.saturating_sub(1)).saturating_mul(FIRST);
    Duration::from_secs(doubled.min(LONGEST))
}

#[cfg(test)]
mod tests {
    use shuiting_shared::problem::Problem;
    use shuiting_shared::words::Lang;

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
    fn pauses_grow_up_to_a_minute() {
        let seconds: Vec<_> = (1..=8).map(|tries| pause(tries).as_secs()).collect();
        assert_eq!(seconds, [2, 4, 8, 16, 32, 60, 60, 60]);
        assert_eq!(pause(u32::MAX).as_secs(), 60);
    }
}
