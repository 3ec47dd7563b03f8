//! What volunteers do at an event beside filing: people served, services shown, pipes and taps checked, water tested. Counted,
//! without anybody's name.

mod past;
pub(crate) mod routes;
mod store;

use std::collections::BTreeMap;

use shuiting_shared::api::{NewOnsiteAct, OnsiteCount};
use shuiting_shared::event::{ActKind, open_minutes};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::problem::Code;
use shuiting_shared::service::Service;

pub(crate) use past::were_done;
pub use store::{Counted, counted};

use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::sent::Sent;
use crate::session::Caller;
use crate::{event, volunteer};
use store::Row;

/// The most that one act counts.
const MOST: i32 = 500;

fn flaws(new: &NewOnsiteAct) -> Vec<FieldFlaw> {
    let mut flaws = Vec::new();
    if new.count.abs() > MOST {
        flaws.push(FieldFlaw::new(
            "count",
            Flaw::TooBig {
                most: MOST.unsigned_abs(),
            },
        ));
    }
    let subject = new.subject.as_deref();
    let known = subject.is_some_and(|code| Service::from_code(code).is_some());
    match (new.kind, subject) {
        (ActKind::Shown, None) => flaws.push(FieldFlaw::new("subject", Flaw::Missing)),
        (ActKind::Shown, Some(_)) if !known => flaws.push(FieldFlaw::new("subject", Flaw::NotAChoice)),
        (ActKind::Shown, Some(_)) | (_, None) => {}
        (_, Some(_)) => flaws.push(FieldFlaw::new("subject", Flaw::NotAsked)),
    }
    if new.kind == ActKind::Tested && new.count > 0 && new.figures.is_empty() {
        flaws.push(FieldFlaw::new("figures", Flaw::Missing));
    }
    if new.kind != ActKind::Tested && !new.figures.is_empty() {
        flaws.push(FieldFlaw::new("figures", Flaw::NotAsked));
    }
    for (measure, milli) in &new.figures {
        if *milli < 0 || *milli > measure.most() {
            let most = u32::try_from(measure.most() / 1000).unwrap_or(u32::MAX);
            flaws.push(FieldFlaw::new(
                format!("figures.{}", measure.code()),
                Flaw::TooBig { most },
            ));
        }
    }
    flaws
}

/// Notes something that a volunteer did at an event; once a key.
fn note(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    id: &str,
    sent: &Sent,
    new: &NewOnsiteAct,
) -> Result<Vec<OnsiteCount>, Failure> {
    let account = volunteer::volunteer(conn, caller)?;
    volunteer::takes_part(conn, id, &account)?;
    let flaws = flaws(new);
    if !flaws.is_empty() {
        return Err(Failure::flawed(flaws));
    }
    let event = event::published(conn, id)?;
    let plan = event.plan()?;
    // The clock of a phone may have been set meanwhile: what was done at an event was done while it was open.
    let (first, last) = (open_minutes(&plan).next(), open_minutes(&plan).last());
    let (Some(first), Some(last)) = (first, last) else {
        return Err(Failure::new(Code::NotNow));
    };
    if app.clock.now() < first {
        return Err(Failure::new(Code::NotNow));
    }
    alone(conn, &account)?;
    if !store::is_noted(conn, &account, &sent.key)? {
        let row = Row {
            account_id: account.clone(),
            key: sent.key.clone(),
            event_id: id.to_owned(),
            kind: new.kind.code().to_owned(),
            subject: new.subject.clone(),
            count: new.count,
            figures: serde_json::to_string(&new.figures)?,
            at: sent.at.clamp(first, last).naive_utc(),
        };
        store::note(conn, &row)?;
    }
    counts(conn, id, &account)
}

/// What was done at an event so far, for volunteers who take part.
fn show(conn: &mut Conn, caller: &Caller, id: &str) -> Result<Vec<OnsiteCount>, Failure> {
    let account = volunteer::volunteer(conn, caller)?;
    volunteer::takes_part(conn, id, &account)?;
    counts(conn, id, &account)
}

fn counts(conn: &mut Conn, id: &str, account: &str) -> Result<Vec<OnsiteCount>, Failure> {
    let mut counts: BTreeMap<(ActKind, Option<String>), (i64, i64)> = BTreeMap::new();
    for done in store::of_event(conn, id)? {
        let Some(kind) = ActKind::from_code(&done.kind) else {
            continue;
        };
        let count = done.count();
        let (all, mine) = counts.entry((kind, done.subject)).or_default();
        *all += count;
        if done.account == account {
            *mine += count;
        }
    }
    let counts = counts.into_iter();
    Ok(counts
        .map(|((kind, subject), (count, mine))| OnsiteCount {
            kind,
            subject,
            count,
            mine,
        })
        .collect())
}
