//! How long households were without water in a period.

use shuiting_shared::api::{OutageReport, ReportQuery};
use shuiting_shared::event::flaw_of_period;
use shuiting_shared::outage::{Figure, OutageKind, Spell};
use shuiting_shared::time::{Moment, span_of};

use super::store::{self, Row};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// Of the outages that began in a period. What is not over counts until now; what nobody ended, until it was to end.
pub(super) fn of_period(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    query: &ReportQuery,
) -> Result<OutageReport, Failure> {
    caller.staff()?;
    let ReportQuery { from, to } = *query;
    if let Some(flaw) = flaw_of_period(from, to) {
        return Err(Failure::flawed(vec![flaw]));
    }
    let now = app.clock.now();
    let mut spells = Vec::new();
    for row in store::began_within(conn, (span_of(from).0, span_of(to).1))? {
        let kind = row.outage()?.kind;
        spells.extend(spell(&row, now)?.map(|spell| (kind, spell)));
    }
    let of = |wanted: Option<OutageKind>| {
        let those = spells
            .iter()
            .filter(|(kind, _)| wanted.is_none_or(|wanted| wanted == *kind));
        Figure::of(&those.map(|(_, spell)| *spell).collect::<Vec<_>>())
    };
    Ok(OutageReport {
        from,
        to,
        all: of(None),
        planned: of(Some(OutageKind::Planned)),
        unplanned: of(Some(OutageKind::Unplanned)),
    })
}

/// How long it was; nothing where it has not begun, or was called off.
fn spell(row: &Row, now: Moment) -> Result<Option<Spell>, Failure> {
    let outage = row.outage()?;
    let until = match row.ended {
        Some(ended) => ended.and_utc(),
        None if outage.stands(now) => now,
        None => outage.ends,
    };
    let spell = Spell {
        from: outage.starts,
        until,
        households: outage.households,
    };
    Ok((spell.from < until).then_some(spell))
}
