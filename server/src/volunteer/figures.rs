//! What volunteers have done, in figures: for reports of events, and for their certificates.

use std::collections::HashMap;

use shuiting_shared::event::{Plan, Span, counted_minutes, flaw_of_period};
use shuiting_shared::problem::Code;
use shuiting_shared::time::{Date, today};

use super::{active, store, turns};
use crate::app::App;
use crate::db::Conn;
use crate::keys;
use crate::print::Certificate;
use crate::problem::Failure;
use crate::session::Caller;

/// Digits of a certificate's number.
const DIGITS: usize = 8;

/// Turns to which somebody came, and the minutes of them that count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Served {
    /// How many turns.
    pub(crate) turns: u32,
    /// How many minutes.
    pub(crate) minutes: u32,
}

impl Served {
    fn add(&mut self, minutes: u32) {
        self.turns += 1;
        self.minutes += minutes;
    }
}

/// What was served at events, by their ids; nothing is told of those to which nobody came.
pub(crate) fn served(conn: &mut Conn, events: &HashMap<String, Plan>) -> Result<HashMap<String, Served>, Failure> {
    let ids: Vec<_> = events.keys().map(String::as_str).collect();
    let mut served: HashMap<String, Served> = HashMap::new();
    for turn in store::been(conn, &ids)? {
        let Some(plan) = events.get(&turn.event_id) else {
            continue;
        };
        let shift = turns::shift_of(plan, turn.shift)?;
        let (came, went) = (turn.came.map(|at| at.and_utc()), turn.went.map(|at| at.and_utc()));
        let minutes = counted_minutes(shift, came, went);
        served.entry(turn.event_id).or_default().add(minutes);
    }
    Ok(served)
}

/// What is certified of the caller's turns between two days; this year where they name none. Its number is made of what it
/// says by the house's secret, so that the house can tell one that was altered.
pub(super) fn certificate(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    from: Option<Date>,
    to: Option<Date>,
) -> Result<Certificate, Failure> {
    let row = active(conn, caller)?;
    let day = today(app.clock.now());
    let to = to.unwrap_or(day);
    let from = from.unwrap_or_else(|| Span::Year.of(to).0);
    if let Some(flaw) = flaw_of_period(from, to) {
        return Err(Failure::flawed(vec![flaw]));
    }
    let mut served = Served::default();
    for turn in store::of_account(conn, &row.account_id)? {
        let event = crate::event::known(conn, &turn.event_id)?;
        let view = turns::view(&event, &turn)?;
        if view.came.is_some() && (from..=to).contains(&today(view.starts)) {
            served.add(view.minutes);
        }
    }
    if served.turns == 0 {
        return Err(Failure::new(Code::NotFound));
    }
    let Served { turns, minutes } = served;
    let says = format!("certificate {from} {to} {turns} {minutes}");
    let secret = app.keys.code_hash(&row.account_id, &says);
    Ok(Certificate {
        number: format!("{}-{}", to.format("%Y%m%d"), keys::digits(&secret, &says, DIGITS)),
        name: row.name(app)?,
        turns,
        minutes,
        period: (from, to),
        day,
    })
}
