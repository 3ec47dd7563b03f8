//! Following a case that somebody else filed: "me too". Whoever follows it hears what comes of it, and sees where it
//! stands; of whoever filed it they see nothing.

pub(super) mod store;

use std::collections::{HashMap, HashSet};

use shuiting_shared::case::Actor;
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::message::Message;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::person::Phone;
use shuiting_shared::problem::Code;

use super::store::{self as cases, Row};
use super::{near, sight};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::notice;
use crate::problem::Failure;
use crate::session::{Caller, Resident, Who};
use store::Follow;

/// Cases that one account begins to follow within a day; the SMS that each sends goes to a phone that nobody has proved.
const MOST_A_DAY: i64 = 10;

/// Lets the caller follow the case that a token names; gives its number. Once is enough, and again does nothing more.
pub(super) fn me_too(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    token: &str,
    phone: Option<&str>,
) -> Result<CaseNumber, Failure> {
    let me = caller.resident()?;
    let number = near::named_by(app, token).ok_or_else(|| Failure::new(Code::NotFound))?;
    let phone = phone_of(me, phone)?;
    // The same press may be coming in twice at this moment; the later one finds what the first one did.
    alone(conn, &number.to_string())?;
    let row = cases::by_number(conn, number)?;
    if sight::actor(&row, caller).is_some() {
        return Ok(number);
    }
    if !row.status()?.waits() {
        return Err(Failure::new(Code::NotNow));
    }
    let before = store::of_case(conn, &row.id)?;
    let known = row.phone == phone || before.iter().any(|follow| follow.phone == phone);
    if before.iter().any(|follow| follow.account_id == me.account) {
        store::call(conn, &row.id, &me.account, &phone)?;
    } else {
        let now = app.clock.now();
        if store::begun_since(conn, &me.account, now - chrono::TimeDelta::days(1))? >= MOST_A_DAY {
            return Err(Failure::new(Code::TooManyFollowed));
        }
        store::add(
            conn,
            &Follow {
                case_id: row.id.clone(),
                account_id: me.account.clone(),
                phone: phone.clone(),
                lang: caller.lang.code().to_owned(),
                created: now.naive_utc(),
            },
        )?;
    }
    if !known {
        let message = Message::Following {
            number,
            service: row.service()?,
        };
        notice::enqueue(app, conn, Some(&row.id), &phone, caller.lang, &message)?;
    }
    Ok(number)
}

/// The phone that is to hear of it: the caller's own where they have proved one, else the one they give.
fn phone_of(me: &Resident, given: Option<&str>) -> Result<String, Failure> {
    if let Some(own) = &me.phone {
        return Ok(own.clone());
    }
    let read = match given.map(str::trim).filter(|given| !given.is_empty()) {
        Some(given) => Phone::read(given),
        None => Err(Flaw::Missing),
    };
    read.map(|phone| phone.reveal().to_owned())
        .map_err(|flaw| Failure::flawed(vec![FieldFlaw::new("phone", flaw)]))
}

/// The caller follows a case no more; nothing happens where they did not.
pub(super) fn leave(conn: &mut Conn, caller: &Caller, number: CaseNumber) -> Result<(), Failure> {
    let me = caller.resident()?;
    let row = cases::by_number(conn, number)?;
    if actor(conn, &row, caller)?.is_none() {
        return Err(Failure::new(Code::NotFound));
    }
    Ok(store::remove(conn, &row.id, &me.account, me.phone.as_deref())?)
}

/// As whom somebody stands before a case, with those who follow it.
pub(super) fn actor(conn: &mut Conn, row: &Row, caller: &Caller) -> Result<Option<Actor>, Failure> {
    if let Some(actor) = sight::actor(row, caller) {
        return Ok(Some(actor));
    }
    let follows = !followed(conn, std::slice::from_ref(row), caller)?.is_empty();
    Ok(follows.then_some(Actor::Follower))
}

/// Which of these cases the caller follows, by id.
pub(super) fn followed(conn: &mut Conn, rows: &[Row], caller: &Caller) -> Result<HashSet<String>, Failure> {
    let Who::Resident(me) = &caller.who else {
        return Ok(HashSet::new());
    };
    let ids: Vec<_> = rows.iter().map(|row| row.id.as_str()).collect();
    let follows = store::among(conn, &ids)?;
    let mine = follows.into_iter().filter(|follow| follow.is_of(me));
    Ok(mine.map(|follow| follow.case_id).collect())
}

/// How many follow each of these cases, by id: phones, and not the filer's own.
pub(super) fn counts(conn: &mut Conn, rows: &[Row]) -> Result<HashMap<String, u32>, Failure> {
    let ids: Vec<_> = rows.iter().map(|row| row.id.as_str()).collect();
    let filers: HashMap<_, _> = rows.iter().map(|row| (row.id.as_str(), row.phone.as_str())).collect();
    let mut phones = HashSet::new();
    let mut counts = HashMap::new();
    for Follow { case_id, phone, .. } in store::among(conn, &ids)? {
        let other = filers.get(case_id.as_str()) != Some(&phone.as_str());
        if other && phones.insert((case_id.clone(), phone)) {
            *counts.entry(case_id).or_default() += 1;
        }
    }
    Ok(counts)
}

/// The phones that hear of a case because they follow it, each once, with the language of whoever gave it first.
pub(super) fn hearing(conn: &mut Conn, row: &Row) -> Result<Vec<(String, String)>, Failure> {
    let mut hearing: Vec<(String, String)> = Vec::new();
    for Follow { phone, lang, .. } in store::of_case(conn, &row.id)? {
        if phone != row.phone && hearing.iter().all(|(known, _)| *known != phone) {
            hearing.push((phone, lang));
        }
    }
    Ok(hearing)
}
