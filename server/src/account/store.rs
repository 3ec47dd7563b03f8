//! The tables of accounts and codes.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::api::MeChange;
use shuiting_shared::preference::{TextSize, Told};
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

use crate::db::Conn;
use crate::db::schema::{accounts, codes};
use crate::ids;

/// A resident's account; a guest's has no phone.
pub struct Account {
    /// The id.
    pub id: String,
    /// The phone that was proved.
    pub phone: Option<String>,
    /// The language of messages.
    pub lang: Lang,
    /// The size of letters.
    pub text_size: TextSize,
    /// What they hear by SMS.
    pub told: Told,
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = accounts)]
struct Row {
    id: String,
    phone: Option<String>,
    lang: String,
    created: NaiveDateTime,
    text_size: String,
    told: String,
}

impl From<Row> for Account {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            phone: row.phone,
            lang: Lang::from_code(&row.lang),
            text_size: TextSize::from_code(&row.text_size).unwrap_or_default(),
            told: Told::from_code(&row.told).unwrap_or_default(),
        }
    }
}

/// The account with this id.
pub fn find(conn: &mut Conn, id: &str) -> QueryResult<Option<Account>> {
    Ok(accounts::table
        .find(id)
        .first::<Row>(conn)
        .optional()?
        .map(Account::from))
}

/// The language in which whoever has this phone wants to hear; none where nobody with it has signed in yet.
pub fn lang_of(conn: &mut Conn, phone: &str) -> QueryResult<Option<Lang>> {
    let found: Option<String> = accounts::table
        .filter(accounts::phone.eq(phone))
        .select(accounts::lang)
        .first(conn)
        .optional()?;
    Ok(found.map(|code| Lang::from_code(&code)))
}

/// The account of a phone; none where nobody with it has signed in yet.
pub fn of_phone(conn: &mut Conn, phone: &str) -> QueryResult<Option<Account>> {
    let known: Option<Row> = accounts::table
        .filter(accounts::phone.eq(phone))
        .first(conn)
        .optional()?;
    Ok(known.map(Account::from))
}

/// The account of a phone, opened now where there is none.
pub fn find_or_open(conn: &mut Conn, phone: &str, lang: Lang, now: Moment) -> QueryResult<Account> {
    match of_phone(conn, phone)? {
        Some(account) => Ok(account),
        None => open(conn, Some(phone), lang, now),
    }
}

/// Opens an account without a phone.
pub fn open_guest(conn: &mut Conn, lang: Lang, now: Moment) -> QueryResult<Account> {
    open(conn, None, lang, now)
}

fn open(conn: &mut Conn, phone: Option<&str>, lang: Lang, now: Moment) -> QueryResult<Account> {
    let row = Row {
        id: ids::new(now),
        phone: phone.map(str::to_owned),
        lang: lang.code().to_owned(),
        created: now.naive_utc(),
        text_size: TextSize::default().code().to_owned(),
        told: Told::default().code().to_owned(),
    };
    diesel::insert_into(accounts::table).values(&row).execute(conn)?;
    Ok(row.into())
}

/// Changes what a resident may set; what the change leaves out stays.
pub fn change(conn: &mut Conn, account: &str, change: &MeChange) -> QueryResult<()> {
    if *change == MeChange::default() {
        return Ok(());
    }
    diesel::update(accounts::table.find(account))
        .set((
            change.lang.map(|lang| accounts::lang.eq(lang.code())),
            change.text_size.map(|size| accounts::text_size.eq(size.code())),
            change.told.map(|told| accounts::told.eq(told.code())),
        ))
        .execute(conn)
        .map(|_| ())
}

#[derive(Queryable, Insertable)]
#[diesel(table_name = codes)]
pub(super) struct CodeRow {
    pub(super) id: String,
    phone: String,
    pub(super) hash: String,
    pub(super) sent: NaiveDateTime,
    pub(super) tries: i32,
    pub(super) used: bool,
}

/// When codes were sent to a phone since a moment, oldest first.
pub(super) fn codes_since(conn: &mut Conn, phone: &str, since: Moment) -> QueryResult<Vec<NaiveDateTime>> {
    codes::table
        .filter(codes::phone.eq(phone).and(codes::sent.gt(since.naive_utc())))
        .order(codes::sent)
        .select(codes::sent)
        .load(conn)
}

pub(super) fn add_code(conn: &mut Conn, phone: &str, hash: &str, now: Moment) -> QueryResult<()> {
    let row = CodeRow {
        id: ids::new(now),
        phone: phone.to_owned(),
        hash: hash.to_owned(),
        sent: now.naive_utc(),
        tries: 0,
        used: false,
    };
    diesel::insert_into(codes::table).values(&row).execute(conn).map(|_| ())
}

pub(super) fn latest_code(conn: &mut Conn, phone: &str) -> QueryResult<Option<CodeRow>> {
    codes::table
        .filter(codes::phone.eq(phone))
        .order(codes::sent.desc())
        .first(conn)
        .optional()
}

pub(super) fn tried(conn: &mut Conn, id: &str, right: bool) -> QueryResult<()> {
    diesel::update(codes::table.find(id))
        .set((codes::tries.eq(codes::tries + 1), codes::used.eq(right)))
        .execute(conn)
        .map(|_| ())
}

/// Forgets codes sent before a moment.
pub fn forget_codes(conn: &mut Conn, before: Moment) -> QueryResult<()> {
    diesel::delete(codes::table.filter(codes::sent.lt(before.naive_utc())))
        .execute(conn)
        .map(|_| ())
}
