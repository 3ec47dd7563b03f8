//! This morning's calls to the hotline: of those in which somebody wants something, 76 in a hundred are settled at once.

use chrono::TimeDelta;
use shuiting_shared::api::{CallOutcome, CallTold};
use shuiting_shared::call::{Outcome, Told};
use shuiting_shared::time::Moment;

use super::people::{People, phone};
use crate::app::App;
use crate::call;
use crate::case;
use crate::db::Conn;
use crate::knowledge;
use crate::knowledge::file::File;
use crate::problem::Failure;
use crate::session::Caller;

/// What becomes of the calls, in turn.
const OUTCOMES: [Outcome; 25] = {
    let mut outcomes = [Outcome::Solved; 25];
    outcomes[3] = Outcome::Order;
    outcomes[7] = Outcome::Standing;
    outcomes[8] = Outcome::Order;
    outcomes[11] = Outcome::Order;
    outcomes[14] = Outcome::Urged;
    outcomes[15] = Outcome::Order;
    outcomes[19] = Outcome::Order;
    outcomes[23] = Outcome::Order;
    outcomes
};
/// The answers that were given, in turn.
const ANSWERS: [&str; 5] = ["pay", "late-fee", "transfer", "yellow", "outages"];
/// Seconds from one call to the next, and that each lasts.
const APART: i64 = 400;
const LASTS: i64 = 130;

/// What has helped most, the most first.
const HELPFUL: [&str; 10] = [
    "pay",
    "leak",
    "price",
    "no-water",
    "transfer",
    "high-bill",
    "yellow",
    "outages",
    "account-number",
    "hookup",
];

/// Brings the articles along, as a utility's own file would, and lets residents say what has helped.
pub(super) fn knowledge(app: &App, conn: &mut Conn, people: &People) -> Result<(), Failure> {
    let (now, file) = (app.clock.now(), File::brought_along());
    file.map_err(|why| Failure::broken(anyhow::anyhow!(why)))?
        .take(conn, now)?;
    for (id, rank) in HELPFUL.iter().zip((1..=HELPFUL.len()).rev()) {
        for resident in people.residents.iter().take(2 * rank) {
            knowledge::vote(conn, &resident.caller, id, true, now)?;
        }
    }
    Ok(())
}

/// Lets them call, the last one a few minutes ago.
pub(super) fn past(app: &App, conn: &mut Conn, agent: &Caller, now: Moment) -> Result<(), Failure> {
    let numbers = case::going(conn)?;
    let seat = &agent.staff()?.name;
    let count = i64::try_from(OUTCOMES.len()).unwrap_or_default();
    for ((at, outcome), who) in (0..).zip(OUTCOMES).zip(20..) {
        let rang = now - TimeDelta::seconds((count - at) * APART);
        let id = format!("demo-{at}");
        let tellings = [(Told::Ringing, 0), (Told::Answered, 4), (Told::Ended, LASTS)];
        for (event, seconds) in tellings {
            let told = CallTold {
                id: id.clone(),
                event,
                phone: Some(phone(who)),
                seat: seat.clone(),
                at: rang + TimeDelta::seconds(seconds),
            };
            call::hear(conn, told)?;
        }
        let at = usize::try_from(at).unwrap_or_default();
        let said = CallOutcome {
            outcome,
            article: (outcome == Outcome::Solved)
                .then(|| ANSWERS.get(at % ANSWERS.len()).map(|id| (*id).to_owned()))
                .flatten(),
            number: match outcome {
                Outcome::Solved | Outcome::Nothing => None,
                Outcome::Order | Outcome::Urged | Outcome::Standing => numbers.get(at).copied(),
            },
        };
        call::conclude(app, conn, agent, &id, said)?;
    }
    Ok(())
}
