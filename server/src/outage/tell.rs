//! Telling of a notice. Who is to hear what is written down in the transaction that gives the reason, each phone once; from
//! there it goes into the outbox, some at a time, in transactions that note who was told. So each is told once, whatever
//! stops in between and however many servers look.

use anyhow::Context as _;
use chrono::TimeDelta;
use shuiting_shared::message::{Message, OutageNews, OutageTold};
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

use super::hear::{self, Hearers};
use super::store::Row;
use super::store::tellings::{self, Hearer, Telling};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::{delivery, ids, notice};

/// So many are told in one transaction; others who write wait for no more.
const BATCH: i64 = 200;
/// Who was told is known for so long.
const KEPT_DAYS: i64 = 180;

/// To all whom it concerns: it was posted.
pub(super) fn posted(app: &App, conn: &mut Conn, row: &Row) -> Result<(), Failure> {
    let hearers = hear::concerned(app, conn, row)?;
    write(app, conn, row, OutageNews::Posted, hearers)
}

/// To all whom it concerns, and who were told before: it begins.
pub(super) fn begins(app: &App, conn: &mut Conn, row: &Row) -> Result<(), Failure> {
    let mut hearers = hear::concerned(app, conn, row)?;
    hearers.extend(hear::heard(conn, row)?);
    write(app, conn, row, OutageNews::Begins, hearers)
}

/// To those who were told before: it has changed. To whom it concerns since then: that there is one.
pub(super) fn changed(app: &App, conn: &mut Conn, row: &Row, news: OutageNews) -> Result<(), Failure> {
    let heard = hear::heard(conn, row)?;
    let mut new = hear::concerned(app, conn, row)?;
    new.retain(|phone, _| !heard.contains_key(phone));
    write(app, conn, row, news, heard)?;
    write(app, conn, row, OutageNews::Posted, new)
}

/// To those who were told before: it is over.
pub(super) fn ended(app: &App, conn: &mut Conn, row: &Row, called_off: bool) -> Result<(), Failure> {
    let heard = hear::heard(conn, row)?;
    write(app, conn, row, OutageNews::Ended { called_off }, heard)
}

/// To those who were told before: trucks bring water.
pub(crate) fn water_comes(app: &App, conn: &mut Conn, row: &Row) -> Result<(), Failure> {
    let heard = hear::heard(conn, row)?;
    write(app, conn, row, OutageNews::Water, heard)
}

/// To whoever filed a case that was linked to it, unless they were told before.
pub(super) fn filer(app: &App, conn: &mut Conn, row: &Row, phone: String, lang: Lang) -> Result<(), Failure> {
    if hear::heard(conn, row)?.contains_key(&phone) {
        return Ok(());
    }
    write(app, conn, row, OutageNews::Posted, Hearers::from([(phone, lang)]))
}

/// How many phones were told of it.
pub(super) fn count(conn: &mut Conn, id: &str) -> Result<u32, Failure> {
    Ok(u32::try_from(tellings::phones(conn, id)?).unwrap_or(u32::MAX))
}

fn write(app: &App, conn: &mut Conn, row: &Row, what: OutageNews, hearers: Hearers) -> Result<(), Failure> {
    if hearers.is_empty() {
        return Ok(());
    }
    let now = app.clock.now();
    let stops = delivery::stops_of(conn, std::slice::from_ref(&row.id))?;
    let coming: Vec<_> = stops
        .iter()
        .map(|view| &view.stop)
        .filter(|stop| now < stop.until)
        .collect();
    let outage = OutageTold::of(&row.id, &row.outage()?, &coming);
    let id = ids::new(now);
    let hearers: Vec<_> = hearers
        .into_iter()
        .map(|(phone, lang)| Hearer {
            telling_id: id.clone(),
            phone,
            lang: lang.code().to_owned(),
        })
        .collect();
    let telling = Telling {
        id,
        outage_id: row.id.clone(),
        message: serde_json::to_string(&Message::Outage { outage, what })?,
        at: now.naive_utc(),
    };
    tellings::add(conn, &telling, &hearers)?;
    some(app, conn).map(drop)
}

/// Tells some of those who are still to be told; says whether there may be more.
pub(super) fn some(app: &App, conn: &mut Conn) -> Result<bool, Failure> {
    alone(conn, "outage tellings")?;
    let now = app.clock.now();
    let waiting = tellings::waiting(conn, BATCH)?;
    let more = i64::try_from(waiting.len()).is_ok_and(|count| count == BATCH);
    for (telling, phone, lang, message) in waiting {
        let lang = Lang::from_code(&lang);
        let message: Message = serde_json::from_str(&message)
            .context("a telling")
            .map_err(Failure::broken)?;
        notice::enqueue(app, conn, None, &phone, lang, &message)?;
        tellings::told(conn, &telling, &phone, now)?;
    }
    Ok(more)
}

/// Whether anybody is still to be told of anything.
pub(super) fn any(conn: &mut Conn) -> Result<bool, Failure> {
    Ok(tellings::any_waiting(conn)?)
}

/// Forgets who was told of what is long over.
pub fn forget(conn: &mut Conn, now: Moment) -> Result<(), Failure> {
    Ok(tellings::forget(conn, now - TimeDelta::days(KEPT_DAYS))?)
}
