//! The tables of cases: the case itself, its timeline, its materials, its ratings, its idempotency keys; in [`acts`] what
//! is kept of acts for a while, in [`history`] what cases share, in [`presence`] who is at them.

pub(super) mod acts;
pub(super) mod history;
pub(super) mod presence;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::case::{Ask, Event, Level, Seen, Status, Verdict, Work};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::service::Service;
use shuiting_shared::time::Moment;

use super::feed;
use crate::db::Conn;
use crate::db::schema::{cases, entries, idempotency, materials, ratings};
use crate::ids;
use crate::order::OfCase;
use crate::problem::Failure;

/// A case as stored: codes and JSON as text, times without a zone, UTC.
#[derive(Clone, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = cases, treat_none_as_null = true)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) number: String,
    pub(super) service: String,
    pub(super) status: String,
    pub(super) channel: String,
    pub(super) account_id: String,
    pub(super) lang: String,
    pub(super) phone: String,
    pub(super) name: Option<String>,
    pub(super) organisation: bool,
    pub(super) party_phone: Option<String>,
    pub(super) party_name: Option<String>,
    pub(super) town: Option<String>,
    pub(super) address: Option<String>,
    pub(super) urgent: bool,
    pub(super) answers: String,
    pub(super) asks: String,
    pub(super) filed: NaiveDateTime,
    pub(super) due: Option<NaiveDateTime>,
    pub(super) promised: Option<NaiveDateTime>,
    pub(super) finished: Option<NaiveDateTime>,
    pub(super) rated: Option<NaiveDateTime>,
    pub(super) unit: Option<String>,
    pub(super) assignee_id: Option<String>,
    pub(super) version: i32,
    pub(super) demo: bool,
    /// When the resident completed it, as long as nothing has been decided since.
    pub(super) answered: Option<NaiveDateTime>,
    /// When the resident urged it last, and how often, since it was last finished.
    pub(super) urged: Option<NaiveDateTime>,
    pub(super) urges: i32,
    /// The number of the water account that it is about.
    pub(super) water_account: Option<String>,
    /// Town and address as one text, however they were written.
    pub(super) place: Option<String>,
    /// How far the work has come, JSON.
    pub(super) work: String,
}

impl Row {
    pub(super) fn number(&self) -> Result<CaseNumber, Failure> {
        self.number.parse().map_err(Failure::broken)
    }

    pub(super) fn service(&self) -> Result<Service, Failure> {
        Service::from_code(&self.service).ok_or_else(|| self.strange("service", &self.service))
    }

    pub(super) fn status(&self) -> Result<Status, Failure> {
        Status::from_code(&self.status).ok_or_else(|| self.strange("status", &self.status))
    }

    /// How far the work has come.
    pub(super) fn work(&self) -> Result<Work, Failure> {
        Ok(serde_json::from_str(&self.work)?)
    }

    pub(super) fn asks(&self) -> Result<Vec<Ask>, Failure> {
        Ok(serde_json::from_str(&self.asks)?)
    }

    /// What it is found by as a work order.
    pub(super) fn of_order(&self) -> Result<OfCase<'_>, Failure> {
        Ok(OfCase {
            id: &self.id,
            town: self.town.as_deref(),
            unit: self.unit.as_deref(),
            held: self.assignee_id.is_some(),
            open: self.status()?.waits(),
            filed: self.filed,
        })
    }

    fn strange(&self, what: &str, code: &str) -> Failure {
        Failure::broken(anyhow::anyhow!("{} has {what} {code}", self.id))
    }
}

/// Who wrote an entry, as stored.
#[derive(Clone, Debug)]
pub(super) enum Writer {
    Filer,
    Party,
    Staff(String),
    House,
}

impl Writer {
    const fn code(&self) -> &'static str {
        match self {
            Self::Filer => "filer",
            Self::Party => "party",
            Self::Staff(_) => "staff",
            Self::House => "house",
        }
    }
}

/// An entry of a timeline as stored.
#[derive(Queryable, Insertable)]
#[diesel(table_name = entries)]
pub(super) struct Entry {
    id: String,
    case_id: String,
    pub(super) version: i32,
    pub(super) at: NaiveDateTime,
    pub(super) actor: String,
    pub(super) staff_id: Option<String>,
    event: String,
    seen: String,
}

impl Entry {
    pub(super) fn event(&self) -> serde_json::Result<Event> {
        serde_json::from_str(&self.event)
    }

    pub(super) fn seen(&self) -> Seen {
        Seen::from_code(&self.seen).unwrap_or(Seen::Inside)
    }
}

pub(super) fn insert(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(cases::table).values(row).execute(conn).map(|_| ())
}

pub(super) fn by_number(conn: &mut Conn, number: CaseNumber) -> QueryResult<Row> {
    cases::table.filter(cases::number.eq(number.to_string())).first(conn)
}

pub(super) fn maybe_by_number(conn: &mut Conn, number: CaseNumber) -> QueryResult<Option<Row>> {
    by_number(conn, number).optional()
}

pub(super) fn by_id(conn: &mut Conn, id: &str) -> QueryResult<Row> {
    cases::table.find(id).first(conn)
}

/// The cases with these ids.
pub(super) fn with_ids(conn: &mut Conn, ids: &[String]) -> QueryResult<Vec<Row>> {
    cases::table.filter(cases::id.eq_any(ids)).load(conn)
}

/// Whether a number is in use.
pub(super) fn has_number(conn: &mut Conn, number: CaseNumber) -> QueryResult<bool> {
    let count: i64 = cases::table
        .filter(cases::number.eq(number.to_string()))
        .count()
        .get_result(conn)?;
    Ok(count > 0)
}

/// The ids of the cases that stand so with a unit, or with none where none is named, and that a member of staff has.
pub(super) fn held_by(conn: &mut Conn, staff: &str, unit: Option<&str>, status: &str) -> QueryResult<Vec<String>> {
    let theirs = cases::assignee_id.eq(staff).and(cases::status.eq(status));
    let mut query = cases::table.filter(theirs).into_boxed();
    if let Some(unit) = unit {
        query = query.filter(cases::unit.eq(unit.to_owned()));
    }
    query.order((cases::due, cases::id)).select(cases::id).load(conn)
}

/// The numbers of the cases that stand so, those filed first come first.
pub(super) fn numbers_in(conn: &mut Conn, statuses: &[&str]) -> QueryResult<Vec<String>> {
    cases::table
        .filter(cases::status.eq_any(statuses))
        .order((cases::filed, cases::id))
        .select(cases::number)
        .load(conn)
}

/// Writes a changed case, unless somebody else has changed it since `before`; says whether it was written.
pub(super) fn update(conn: &mut Conn, row: &Row, before: i32) -> QueryResult<bool> {
    let same = cases::id.eq(&row.id).and(cases::version.eq(before));
    let count = diesel::update(cases::table.filter(same)).set(row).execute(conn)?;
    Ok(count == 1)
}

/// The cases of an account, those that it follows, those whose proved phone is the filer's, and those that name it as the
/// other side; the newest first.
pub(super) fn of_resident(
    conn: &mut Conn,
    account: &str,
    phone: Option<&str>,
    followed: Vec<String>,
    most: i64,
) -> QueryResult<Vec<Row>> {
    let mut query = cases::table
        .filter(cases::account_id.eq(account.to_owned()))
        .or_filter(cases::id.eq_any(followed))
        .into_boxed();
    if let Some(phone) = phone {
        query = query
            .or_filter(cases::phone.eq(phone.to_owned()))
            .or_filter(cases::party_phone.eq(phone.to_owned()));
    }
    query
        .order((cases::filed.desc(), cases::id.desc()))
        .limit(most)
        .load(conn)
}

/// What a guest has filed goes over to an account, with the keys under which it may be sent again.
pub(super) fn hand_over(conn: &mut Conn, from: &str, to: &str) -> QueryResult<()> {
    diesel::update(cases::table.filter(cases::account_id.eq(from)))
        .set(cases::account_id.eq(to))
        .execute(conn)?;
    diesel::update(idempotency::table.filter(idempotency::account_id.eq(from)))
        .set(idempotency::account_id.eq(to))
        .execute(conn)
        .map(|_| ())
}

/// How many cases there are.
pub fn count(conn: &mut Conn) -> QueryResult<i64> {
    cases::table.count().get_result(conn)
}

/// Whether there is a case that is not the demo's.
pub fn any_real(conn: &mut Conn) -> QueryResult<bool> {
    let count: i64 = cases::table
        .filter(cases::demo.eq(false))
        .limit(1)
        .count()
        .get_result(conn)?;
    Ok(count > 0)
}

/// Writes an entry. Each has a version of its own, one more than the one before.
pub(super) fn write_entry(
    conn: &mut Conn,
    case: &str,
    version: i32,
    by: &Writer,
    event: &Event,
    seen: Seen,
    now: Moment,
) -> Result<(), Failure> {
    let row = Entry {
        id: ids::new(now),
        case_id: case.to_owned(),
        version,
        at: now.naive_utc(),
        actor: by.code().to_owned(),
        staff_id: match by {
            Writer::Staff(id) => Some(id.clone()),
            Writer::Filer | Writer::Party | Writer::House => None,
        },
        event: serde_json::to_string(event)?,
        seen: seen.code().to_owned(),
    };
    diesel::insert_into(entries::table).values(&row).execute(conn)?;
    Ok(feed::append(conn, case, version, now)?)
}

/// The timeline after a version, newest first.
pub(super) fn timeline(conn: &mut Conn, case: &str, after: i32) -> QueryResult<Vec<Entry>> {
    entries::table
        .filter(entries::case_id.eq(case).and(entries::version.gt(after)))
        .order(entries::version.desc())
        .load(conn)
}

/// A material that came with a case, and what the desk says of it.
#[derive(Queryable, Insertable)]
#[diesel(table_name = materials)]
struct MaterialRow {
    case_id: String,
    material: String,
    verdict: Option<String>,
}

/// The materials of a case with what the desk says of each.
pub(super) fn verdicts(conn: &mut Conn, case: &str) -> Result<Vec<(String, Option<Verdict>)>, Failure> {
    let rows: Vec<MaterialRow> = materials::table
        .filter(materials::case_id.eq(case))
        .order(materials::material)
        .load(conn)?;
    rows.into_iter()
        .map(|row| {
            let verdict = row.verdict.map(|json| serde_json::from_str(&json)).transpose()?;
            Ok((row.material, verdict))
        })
        .collect()
}

/// A material has come, or has come anew: nobody has looked at it yet.
pub(super) fn material_came(conn: &mut Conn, case: &str, material: &str) -> QueryResult<()> {
    diesel::delete(materials::table.find((case, material))).execute(conn)?;
    let row = MaterialRow {
        case_id: case.to_owned(),
        material: material.to_owned(),
        verdict: None,
    };
    diesel::insert_into(materials::table)
        .values(&row)
        .execute(conn)
        .map(|_| ())
}

/// What the desk says of a material; nothing where it is as if nobody had looked at it.
pub(super) fn judge(conn: &mut Conn, case: &str, material: &str, verdict: Option<&Verdict>) -> Result<(), Failure> {
    let verdict = verdict.map(serde_json::to_string).transpose()?;
    diesel::update(materials::table.find((case, material)))
        .set(materials::verdict.eq(verdict))
        .execute(conn)?;
    Ok(())
}

/// A rating as stored.
#[derive(Queryable, Insertable)]
#[diesel(table_name = ratings)]
pub(super) struct Rating {
    id: String,
    case_id: String,
    level: String,
    tags: String,
    pub(super) words: String,
    pub(super) at: NaiveDateTime,
    changed: NaiveDateTime,
    /// Whether it was given on the phone, to somebody who called back.
    pub(super) by_call: bool,
}

impl Rating {
    pub(super) fn level(&self) -> Option<Level> {
        Level::from_code(&self.level)
    }

    pub(super) fn tags(&self) -> serde_json::Result<Vec<String>> {
        serde_json::from_str(&self.tags)
    }
}

/// The latest rating of a case.
pub(super) fn rating(conn: &mut Conn, case: &str) -> QueryResult<Option<Rating>> {
    ratings::table
        .filter(ratings::case_id.eq(case))
        .order(ratings::at.desc())
        .first(conn)
        .optional()
}

/// Writes a rating: a new one for each finish, else the one there is changes.
pub(super) fn rate(
    conn: &mut Conn,
    case: &str,
    first: bool,
    (level, tags, words): (Level, &[String], &str),
    by_call: bool,
    now: Moment,
) -> Result<(), Failure> {
    let tags = serde_json::to_string(tags)?;
    let known = if first { None } else { rating(conn, case)? };
    if let Some(known) = known {
        diesel::update(ratings::table.find(known.id))
            .set((
                ratings::level.eq(level.code()),
                ratings::tags.eq(tags),
                ratings::words.eq(words),
                ratings::changed.eq(now.naive_utc()),
                ratings::by_call.eq(by_call),
            ))
            .execute(conn)?;
    } else {
        let row = Rating {
            id: ids::new(now),
            case_id: case.to_owned(),
            level: level.code().to_owned(),
            tags,
            words: words.to_owned(),
            at: now.naive_utc(),
            changed: now.naive_utc(),
            by_call,
        };
        diesel::insert_into(ratings::table).values(&row).execute(conn)?;
    }
    Ok(())
}

/// A filing that was answered before under the same key.
#[derive(Queryable, Insertable)]
#[diesel(table_name = idempotency)]
pub(super) struct Answered {
    pub(super) account_id: String,
    pub(super) key: String,
    /// The hash of what was filed.
    pub(super) body: String,
    /// What was answered, JSON.
    pub(super) answer: String,
    pub(super) created: NaiveDateTime,
}

/// What a filing was answered under its key, whoever sent it then: somebody who signs in or out between two sendings
/// is still the same one who sends.
pub(super) fn answered(conn: &mut Conn, key: &str, body: &str) -> QueryResult<Option<Answered>> {
    idempotency::table.find((key, body)).first(conn).optional()
}

/// Whether an account has used a key.
pub(super) fn has_key(conn: &mut Conn, account: &str, key: &str) -> QueryResult<bool> {
    let used = idempotency::account_id.eq(account).and(idempotency::key.eq(key));
    let count: i64 = idempotency::table.filter(used).count().get_result(conn)?;
    Ok(count > 0)
}

/// Whether anybody has used a key that only one can have.
pub(super) fn is_key(conn: &mut Conn, key: &str) -> QueryResult<bool> {
    let count: i64 = idempotency::table
        .filter(idempotency::key.eq(key))
        .count()
        .get_result(conn)?;
    Ok(count > 0)
}

pub(super) fn remember(conn: &mut Conn, answered: &Answered) -> QueryResult<()> {
    diesel::insert_into(idempotency::table)
        .values(answered)
        .execute(conn)
        .map(|_| ())
}

/// Forgets keys used before a moment.
pub(super) fn forget_keys(conn: &mut Conn, before: Moment) -> QueryResult<()> {
    diesel::delete(idempotency::table.filter(idempotency::created.lt(before.naive_utc())))
        .execute(conn)
        .map(|_| ())
}
