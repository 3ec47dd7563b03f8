//! The table of photos.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDateTime;
use diesel::dsl::{And, IsNull};
use diesel::prelude::*;
use shuiting_shared::time::Moment;

use super::Uploader;
use crate::db::Conn;
use crate::db::schema::attachments;
use crate::ids;

/// A photo as stored.
#[derive(Clone, Debug, Queryable, Insertable)]
#[diesel(table_name = attachments)]
pub struct Attachment {
    /// The id by which filings name it.
    pub id: String,
    account_id: Option<String>,
    staff_id: Option<String>,
    /// What its files lie under.
    pub hash: String,
    /// Width in pixels.
    pub width: i32,
    /// Height in pixels.
    pub height: i32,
    created: NaiveDateTime,
    /// The case it belongs to; none until it is filed.
    pub case_id: Option<String>,
    /// The material it shows; none for one that came with words, or that another has replaced.
    pub material: Option<String>,
    /// The letter of authority that it belongs to; no photo belongs to both that and a case.
    authority_id: Option<String>,
    /// The event that it shows; no photo belongs to that and to anything else.
    event_id: Option<String>,
}

impl Attachment {
    /// Whether it belongs to a letter of authority.
    pub fn of_letter(&self) -> bool {
        self.authority_id.is_some()
    }

    /// Whether it shows an event.
    pub fn of_event(&self) -> bool {
        self.event_id.is_some()
    }

    /// Whether this is who uploaded it.
    pub fn is_of(&self, uploader: &Uploader) -> bool {
        match uploader {
            Uploader::Account(id) => self.account_id.as_ref() == Some(id),
            Uploader::Staff(id) => self.staff_id.as_ref() == Some(id),
        }
    }
}

/// Says whose photo it is; its files are there already.
pub fn add(
    conn: &mut Conn,
    uploader: Uploader,
    hash: String,
    width: u32,
    height: u32,
    now: Moment,
) -> QueryResult<Attachment> {
    let (account_id, staff_id) = match uploader {
        Uploader::Account(id) => (Some(id), None),
        Uploader::Staff(id) => (None, Some(id)),
    };
    let row = Attachment {
        id: ids::new(now),
        account_id,
        staff_id,
        hash,
        width: i32::try_from(width).unwrap_or(i32::MAX),
        height: i32::try_from(height).unwrap_or(i32::MAX),
        created: now.naive_utc(),
        case_id: None,
        material: None,
        authority_id: None,
        event_id: None,
    };
    diesel::insert_into(attachments::table).values(&row).execute(conn)?;
    Ok(row)
}

/// The photo with this id.
pub fn find(conn: &mut Conn, id: &str) -> QueryResult<Option<Attachment>> {
    attachments::table.find(id).first(conn).optional()
}

/// What belongs to nothing yet.
fn unfiled() -> And<And<IsNull<attachments::case_id>, IsNull<attachments::authority_id>>, IsNull<attachments::event_id>>
{
    attachments::case_id
        .is_null()
        .and(attachments::authority_id.is_null())
        .and(attachments::event_id.is_null())
}

/// Which of these photos the uploader may still file.
pub fn claimable(conn: &mut Conn, uploader: &Uploader, ids: &[&str]) -> QueryResult<HashSet<String>> {
    let found: Vec<Attachment> = attachments::table
        .filter(attachments::id.eq_any(ids).and(unfiled()))
        .load(conn)?;
    Ok(found
        .into_iter()
        .filter(|photo| photo.is_of(uploader))
        .map(|photo| photo.id)
        .collect())
}

/// Files photos with a case; says whether every one of them was still free.
pub fn claim(conn: &mut Conn, ids: &[&str], case: &str, material: Option<&str>) -> QueryResult<bool> {
    let free = attachments::table.filter(attachments::id.eq_any(ids).and(unfiled()));
    let count = diesel::update(free)
        .set((attachments::case_id.eq(case), attachments::material.eq(material)))
        .execute(conn)?;
    Ok(count == ids.len())
}

/// The photos of a case are this account's from now on, whoever has uploaded them.
pub fn give(conn: &mut Conn, case: &str, account: &str) -> QueryResult<()> {
    diesel::update(attachments::table.filter(attachments::case_id.eq(case)))
        .set(attachments::account_id.eq(account))
        .execute(conn)
        .map(|_| ())
}

/// Files photos with a letter of authority; says whether every one of them was still free.
pub fn claim_for_authority(conn: &mut Conn, ids: &[&str], letter: &str, what: &str) -> QueryResult<bool> {
    let free = attachments::table.filter(attachments::id.eq_any(ids).and(unfiled()));
    let count = diesel::update(free)
        .set((attachments::authority_id.eq(letter), attachments::material.eq(what)))
        .execute(conn)?;
    Ok(count == ids.len())
}

/// Files photos with an event; says whether every one of them was still free.
pub fn claim_for_event(conn: &mut Conn, ids: &[&str], event: &str) -> QueryResult<bool> {
    let free = attachments::table.filter(attachments::id.eq_any(ids).and(unfiled()));
    let count = diesel::update(free)
        .set(attachments::event_id.eq(event))
        .execute(conn)?;
    Ok(count == ids.len())
}

/// Takes a photo out of an event; says whether it was there. It is its uploader's again, and forgotten like any other.
pub fn take_from_event(conn: &mut Conn, id: &str, event: &str) -> QueryResult<bool> {
    let there = attachments::table.filter(attachments::id.eq(id).and(attachments::event_id.eq(event)));
    let count = diesel::update(there)
        .set(attachments::event_id.eq(None::<String>))
        .execute(conn)?;
    Ok(count > 0)
}

/// The photos of events, in the order they were taken in: (event, id).
pub fn of_events(conn: &mut Conn, events: &[String]) -> QueryResult<Vec<(String, String)>> {
    let rows: Vec<(Option<String>, String)> = attachments::table
        .filter(attachments::event_id.eq_any(events))
        .order(attachments::id)
        .select((attachments::event_id, attachments::id))
        .load(conn)?;
    Ok(rows.into_iter().filter_map(|(event, id)| Some((event?, id))).collect())
}

/// The photos of a letter that comes to nothing are its bringer's again: filed anew, or forgotten like any other.
pub fn let_go(conn: &mut Conn, letter: &str) -> QueryResult<()> {
    diesel::update(attachments::table.filter(attachments::authority_id.eq(letter)))
        .set((
            attachments::authority_id.eq(None::<String>),
            attachments::material.eq(None::<String>),
        ))
        .execute(conn)
        .map(|_| ())
}

/// The photos of a letter of authority, in the order they were taken in: (what it shows, id).
pub fn of_authority(conn: &mut Conn, letter: &str) -> QueryResult<Vec<(String, String)>> {
    let rows: Vec<(Option<String>, String)> = attachments::table
        .filter(attachments::authority_id.eq(letter))
        .order(attachments::id)
        .select((attachments::material, attachments::id))
        .load(conn)?;
    Ok(rows
        .into_iter()
        .map(|(what, id)| (what.unwrap_or_default(), id))
        .collect())
}

/// Takes the photos of a material out of the filing, since better ones come; they stay with the case.
pub fn set_aside(conn: &mut Conn, case: &str, material: &str) -> QueryResult<()> {
    let old = attachments::table.filter(attachments::case_id.eq(case).and(attachments::material.eq(material)));
    diesel::update(old)
        .set(attachments::material.eq(None::<String>))
        .execute(conn)
        .map(|_| ())
}

/// The photos of a case that show a material, in the order they were taken in: (material, id).
pub fn of_case(conn: &mut Conn, case: &str) -> QueryResult<Vec<(String, String)>> {
    let rows: Vec<Attachment> = attachments::table
        .filter(attachments::case_id.eq(case).and(attachments::material.is_not_null()))
        .order(attachments::id)
        .load(conn)?;
    Ok(rows
        .into_iter()
        .filter_map(|row| row.material.map(|material| (material, row.id)))
        .collect())
}

/// How many of the photos that [`of_case`] gives show each material.
pub fn counts(photos: &[(String, String)]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for (material, _) in photos {
        *counts.entry(material.clone()).or_default() += 1;
    }
    counts
}

/// What a guest has uploaded goes over to the account they sign in to.
pub fn hand_over(conn: &mut Conn, from: &str, to: &str) -> QueryResult<()> {
    diesel::update(attachments::table.filter(attachments::account_id.eq(from)))
        .set(attachments::account_id.eq(to))
        .execute(conn)
        .map(|_| ())
}

/// Forgets photos that were uploaded before a moment and never filed; gives the hashes that no photo has any more.
pub fn forget_unfiled(conn: &mut Conn, before: Moment) -> QueryResult<Vec<String>> {
    let old = unfiled().and(attachments::created.lt(before.naive_utc()));
    let hashes: Vec<String> = attachments::table
        .filter(old)
        .select(attachments::hash)
        .distinct()
        .load(conn)?;
    diesel::delete(attachments::table.filter(old)).execute(conn)?;
    let kept: Vec<String> = attachments::table
        .filter(attachments::hash.eq_any(&hashes))
        .select(attachments::hash)
        .distinct()
        .load(conn)?;
    Ok(hashes.into_iter().filter(|hash| !kept.contains(hash)).collect())
}
