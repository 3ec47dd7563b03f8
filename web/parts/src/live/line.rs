//! What becomes of the line to the server. Decided here without a browser, which carries the orders out.

#[cfg(test)]
mod tests;

use std::time::Duration;

use shuiting_shared::api::Changed;
use shuiting_shared::number::CaseNumber;

use crate::api::Side;

/// The first pause before the line is tried again; each further one is twice as long.
const PAUSE: Duration = Duration::from_secs(1);
/// No pause is longer.
const LONGEST: Duration = Duration::from_secs(30);

/// What those who listen are told.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// A case has come, or has changed.
    Changed(Changed),
    /// Anything may have changed.
    All,
}

impl News {
    /// Whether a case that is shown in this version, or is not shown yet, is to be fetched.
    pub fn concerns(&self, number: CaseNumber, shown: Option<i32>) -> bool {
        match self {
            Self::Changed(changed) => changed.number == number && shown.is_none_or(|shown| shown < changed.version),
            Self::All => true,
        }
    }
}

/// What the server says, each with its number in the feed.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    /// The feed is there, up to this number.
    Here(i64),
    /// A case has changed.
    Changed(i64, Changed),
    /// Too much was missed to be told.
    Reset(i64),
}

/// What happens to the line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Happening {
    /// Somebody is signed in and a page listens; or that is over.
    Wanted(bool),
    /// The server says something.
    Said(Said),
    /// It broke, and the browser tries again by itself.
    Broke,
    /// It ended, and the browser does not try again.
    Ended,
    /// The server was not heard for longer than it is ever silent.
    Silent,
    /// A pause is over.
    Due,
    /// The server was asked who is here: whether it knows somebody.
    Answered(bool),
    /// Nobody has looked at the page for a while.
    Rest,
    /// Somebody looks at the page, or the network is back.
    Wake,
    /// It is time to fetch what is not told.
    Poll,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Order {
    Open,
    Close,
    /// Asks the server who is here, and says what it answered.
    Ask,
    /// Says that it is due after so long.
    Wait(Duration),
    Tell(News),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Phase {
    /// Nobody wants it.
    #[default]
    Off,
    Opening,
    Open,
    /// The browser tries again.
    Broken,
    /// We try again after a pause.
    Pausing,
    Asking,
    /// Nobody looks.
    Resting,
}

/// The line.
#[derive(Debug, Default)]
pub(super) struct Line {
    phase: Phase,
    /// The number heard last.
    last: Option<i64>,
    /// How often it was tried in vain since something was heard.
    tries: u32,
    /// Whether all was fetched since then: some of it may have failed to come.
    polled: bool,
}

impl Line {
    /// Whether what is shown may be old, because it is not told any more what changes.
    pub(super) fn is_cut(&self) -> bool {
        match self.phase {
            Phase::Broken | Phase::Pausing => true,
            Phase::Opening | Phase::Asking => self.tries > 0,
            Phase::Off | Phase::Open | Phase::Resting => false,
        }
    }

    /// Where it is opened: after what was heard last.
    pub(super) fn address(&self, side: Side) -> String {
        let path = match side {
            Side::Hall => "/api/v1/cases/events",
            // What the browser opens sends no headers, so the address says which side asks.
            Side::Desk | Side::Crew => "/api/v1/desk/events?side=desk",
        };
        let joint = if path.contains('?') { '&' } else { '?' };
        self.last
            .map_or_else(|| path.to_owned(), |last| format!("{path}{joint}after={last}"))
    }

    /// What is to be done about what happens. `chance`, from nought to one, keeps those apart who were cut off together.
    pub(super) fn hear(&mut self, happening: Happening, chance: f64) -> Vec<Order> {
        use Phase::{Asking, Broken, Off, Open, Opening, Pausing, Resting};
        match (happening, self.phase) {
            (Happening::Wanted(true), Off) | (Happening::Answered(true), Asking) => self.go(Opening, [Order::Open]),
            (Happening::Wanted(false), phase) if phase != Off => {
                *self = Self::default();
                vec![Order::Close]
            }
            (Happening::Said(said), Opening | Open | Broken) => self.heard(said),
            (Happening::Broke, Opening | Open) => self.go(Broken, []),
            (Happening::Ended, Opening | Open | Broken) | (Happening::Answered(false), Asking) => {
                let pause = pause(self.tries, chance);
                self.tries = self.tries.saturating_add(1);
                self.go(Pausing, [Order::Close, Order::Wait(pause)])
            }
            (Happening::Silent, Opening | Open | Broken)
            | (Happening::Due, Pausing)
            | (Happening::Wake, Pausing | Resting) => self.go(Asking, [Order::Close, Order::Ask]),
            (Happening::Rest, Opening | Open | Broken | Pausing | Asking) => self.go(Resting, [Order::Close]),
            (Happening::Poll, _) if self.is_cut() => {
                self.polled = true;
                vec![Order::Tell(News::All)]
            }
            _ => Vec::new(),
        }
    }

    fn go<const N: usize>(&mut self, phase: Phase, orders: [Order; N]) -> Vec<Order> {
        self.phase = phase;
        orders.into()
    }

    fn heard(&mut self, said: Said) -> Vec<Order> {
        let news = match said {
            // Pages fetched what they show before this line was there.
            Said::Here(id) => self.last.replace(id).is_none().then_some(News::All),
            Said::Reset(id) => {
                self.last = Some(id);
                Some(News::All)
            }
            Said::Changed(id, changed) => {
                let fresh = self.last.is_none_or(|last| last < id);
                self.last = self.last.max(Some(id));
                fresh.then_some(News::Changed(changed))
            }
        };
        let all = (self.polled && news != Some(News::All)).then_some(News::All);
        self.tries = 0;
        self.polled = false;
        self.phase = Phase::Open;
        news.into_iter().chain(all).map(Order::Tell).collect()
    }
}

/// How long to wait after so many tries in vain: at least half of the full pause.
fn pause(tries: u32, chance: f64) -> Duration {
    let full = PAUSE.saturating_mul(2_u32.saturating_pow(tries)).min(LONGEST);
    full.mul_f64(0.5 + chance.clamp(0.0, 1.0) / 2.0)
}
