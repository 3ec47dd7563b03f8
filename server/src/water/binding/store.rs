//! The tables of bindings and of tries.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::prelude::*;
use shuiting_shared::time::Moment;
use shuiting_shared::water::Right;

use crate::db::Conn;
use crate::db::schema::{accounts, binding_tries, bindings};
use crate::{ids, quota};

/// That a water account is among a resident's own.
#[derive(Queryable, Insertable)]
#[diesel(table_name = bindings)]
pub(in crate::water) struct Binding {
    pub(super) id: String,
    /// The resident's account.
    account_id: String,
    /// The water account's number.
    pub(in crate::water) number: String,
    /// What they call it.
    pub(in crate::water) name: Option<String>,
    access: String,
    /// The account of whoever lets them see it.
    shared_by: Option<String>,
    created: NaiveDateTime,
}

impl Binding {
    /// A binding of somebody who has shown that they know whose it is.
    pub(super) fn own(account_id: String, number: String, name: Option<String>, now: Moment) -> Self {
        Self {
            id: ids::new(now),
            account_id,
            number,
            name,
            access: Right::Own.code().to_owned(),
            shared_by: None,
            created: now.naive_utc(),
        }
    }

    /// A binding of somebody who has brought a letter of authority.
    pub(super) fn acting(account_id: String, number: String, now: Moment) -> Self {
        Self {
            access: Right::Act.code().to_owned(),
            ..Self::own(account_id, number, None, now)
        }
    }

    /// A binding of somebody whom the owner of another lets see the bills.
    pub(super) fn shared(account_id: String, by: &Self, now: Moment) -> Self {
        Self {
            access: Right::Read.code().to_owned(),
            shared_by: Some(by.account_id.clone()),
            ..Self::own(account_id, by.number.clone(), None, now)
        }
    }

    /// What it lets them see; a right that is unknown here lets them see least.
    pub(in crate::water) fn right(&self) -> Right {
        Right::from_code(&self.access).unwrap_or(Right::Read)
    }
}

/// The bindings of a resident, oldest first.
pub(in crate::water) fn of(conn: &mut Conn, account: &str) -> QueryResult<Vec<Binding>> {
    bindings::table
        .filter(bindings::account_id.eq(account))
        .order(bindings::id)
        .load(conn)
}

pub(in crate::water) fn find(conn: &mut Conn, account: &str, number: &str) -> QueryResult<Option<Binding>> {
    bindings::table
        .filter(bindings::account_id.eq(account).and(bindings::number.eq(number)))
        .first(conn)
        .optional()
}

pub(super) fn insert(conn: &mut Conn, binding: &Binding) -> QueryResult<()> {
    diesel::insert_into(bindings::table)
        .values(binding)
        .execute(conn)
        .map(|_| ())
}

/// Makes one that was shared, or was their own already, their own.
pub(super) fn make_own(conn: &mut Conn, id: &str, name: Option<&str>) -> QueryResult<()> {
    diesel::update(bindings::table.find(id))
        .set((
            bindings::access.eq(Right::Own.code()),
            bindings::shared_by.eq(None::<String>),
            bindings::name.eq(name),
        ))
        .execute(conn)
        .map(|_| ())
}

/// Lets whoever only saw the bills act.
pub(super) fn make_acting(conn: &mut Conn, id: &str) -> QueryResult<()> {
    diesel::update(bindings::table.find(id))
        .set((
            bindings::access.eq(Right::Act.code()),
            bindings::shared_by.eq(None::<String>),
        ))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn rename(conn: &mut Conn, id: &str, name: Option<&str>) -> QueryResult<()> {
    diesel::update(bindings::table.find(id))
        .set(bindings::name.eq(name))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn remove(conn: &mut Conn, id: &str) -> QueryResult<()> {
    diesel::delete(bindings::table.find(id)).execute(conn).map(|_| ())
}

/// Whom a resident lets see the bills of an account, oldest first: id, phone, since when.
pub(in crate::water) fn shared_by(
    conn: &mut Conn,
    account: &str,
    number: &str,
) -> QueryResult<Vec<(String, Option<String>, NaiveDateTime)>> {
    bindings::table
        .inner_join(accounts::table.on(accounts::id.eq(bindings::account_id)))
        .filter(bindings::shared_by.eq(account).and(bindings::number.eq(number)))
        .order(bindings::id)
        .select((bindings::id, accounts::phone, bindings::created))
        .load(conn)
}

pub(super) fn remove_shares(conn: &mut Conn, account: &str, number: &str) -> QueryResult<()> {
    let theirs = bindings::shared_by.eq(account).and(bindings::number.eq(number));
    diesel::delete(bindings::table.filter(theirs)).execute(conn).map(|_| ())
}

/// Removes one share, and says whether it was there.
pub(super) fn remove_share(conn: &mut Conn, account: &str, number: &str, id: &str) -> QueryResult<bool> {
    let theirs = bindings::shared_by.eq(account).and(bindings::number.eq(number));
    let one = bindings::table.filter(theirs.and(bindings::id.eq(id)));
    Ok(diesel::delete(one).execute(conn)? > 0)
}

/// What is counted.
#[derive(Clone, Copy)]
pub(in crate::water) enum Kind {
    /// A wrong answer to whose an account is.
    Bind,
    /// A phone that was let in.
    Share,
    /// A look at what is owed on somebody else's account.
    Owed,
    /// Whether a service can be filed on an account that is not theirs.
    Ready,
}

impl Kind {
    const fn code(self) -> &'static str {
        match self {
            Self::Bind => "bind",
            Self::Share => "share",
            Self::Owed => "owed",
            Self::Ready => "ready",
        }
    }
}

#[derive(Insertable)]
#[diesel(table_name = binding_tries)]
struct Try<'a> {
    id: String,
    kind: &'static str,
    account_id: &'a str,
    number: &'a str,
    at: NaiveDateTime,
}

/// Writes one down.
pub(in crate::water) fn note(conn: &mut Conn, kind: Kind, account: &str, number: &str, now: Moment) -> QueryResult<()> {
    let row = Try {
        id: ids::new(now),
        kind: kind.code(),
        account_id: account,
        number,
        at: now.naive_utc(),
    };
    diesel::insert_into(binding_tries::table)
        .values(&row)
        .execute(conn)
        .map(|_| ())
}

/// Whose tries are counted.
#[derive(Clone, Copy)]
pub(in crate::water) enum Whose<'a> {
    /// Those of a resident, by their account.
    Resident(&'a str),
    /// Those about a water account, by its number.
    Account(&'a str),
}

/// When something was tried within the last 24 hours, oldest first.
pub(in crate::water) struct Tries(Vec<NaiveDateTime>);

impl Tries {
    /// What a resident has tried, or what was tried about a water account, by whomever.
    pub(in crate::water) fn of(conn: &mut Conn, kind: Kind, whose: Whose<'_>, now: Moment) -> QueryResult<Self> {
        let since = (now - TimeDelta::days(1)).naive_utc();
        let tries = binding_tries::table
            .filter(binding_tries::kind.eq(kind.code()).and(binding_tries::at.gt(since)))
            .order(binding_tries::at)
            .select(binding_tries::at)
            .into_boxed();
        let theirs = match whose {
            Whose::Resident(account) => tries.filter(binding_tries::account_id.eq(account.to_owned())),
            Whose::Account(number) => tries.filter(binding_tries::number.eq(number.to_owned())),
        };
        theirs.load(conn).map(Self)
    }

    /// How many there were.
    pub(in crate::water) fn count(&self) -> usize {
        self.0.len()
    }

    /// Seconds until there are fewer than so many; 0 where there are already.
    pub(in crate::water) fn seconds_above(&self, most: usize, now: Moment) -> u32 {
        quota::wait(&self.0, most, TimeDelta::days(1), now).unwrap_or(0)
    }
}

/// Whether a resident has tried this about an account within the last 24 hours.
pub(in crate::water) fn has_tried(
    conn: &mut Conn,
    kind: Kind,
    account: &str,
    number: &str,
    now: Moment,
) -> QueryResult<bool> {
    let since = (now - TimeDelta::days(1)).naive_utc();
    let theirs = binding_tries::account_id
        .eq(account)
        .and(binding_tries::number.eq(number))
        .and(binding_tries::kind.eq(kind.code()))
        .and(binding_tries::at.gt(since));
    let count: i64 = binding_tries::table.filter(theirs).count().get_result(conn)?;
    Ok(count > 0)
}

/// Nobody has an account among theirs any more: it has passed to somebody else.
pub(in crate::water) fn end(conn: &mut Conn, number: &str) -> QueryResult<()> {
    diesel::delete(bindings::table.filter(bindings::number.eq(number)))
        .execute(conn)
        .map(|_| ())
}

/// Forgets what was tried before a moment.
pub(super) fn forget_tries(conn: &mut Conn, before: Moment) -> QueryResult<()> {
    diesel::delete(binding_tries::table.filter(binding_tries::at.lt(before.naive_utc())))
        .execute(conn)
        .map(|_| ())
}
