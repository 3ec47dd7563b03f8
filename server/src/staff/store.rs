//! The table of staff.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::case::{Post, Role};
use shuiting_shared::time::Moment;

use super::NewMember;
use crate::db::schema::staff;
use crate::db::{Conn, MultiBackend};
use crate::ids;

/// A member of staff as stored.
#[derive(Queryable, Insertable)]
#[diesel(table_name = staff)]
pub struct Member {
    /// The id.
    pub id: String,
    /// The user name.
    pub name: String,
    /// What people call them.
    pub display: String,
    /// The role's code.
    pub role: String,
    pub(super) password: String,
    /// Where they hear of what goes wrong.
    pub phone: Option<String>,
    /// Shut out.
    pub disabled: bool,
    pub(super) failures: i32,
    pub(super) locked_until: Option<NaiveDateTime>,
    created: NaiveDateTime,
    /// The code of the unit they work for.
    pub unit: Option<String>,
    post: Option<String>,
}

/// The member with this id.
pub fn find(conn: &mut Conn, id: &str) -> QueryResult<Option<Member>> {
    staff::table.find(id).first(conn).optional()
}

/// The member with this user name.
pub fn by_name(conn: &mut Conn, name: &str) -> QueryResult<Option<Member>> {
    staff::table.filter(staff::name.eq(name)).first(conn).optional()
}

/// What people call the members with these ids.
pub fn names(conn: &mut Conn, ids: &[String]) -> QueryResult<HashMap<String, (String, Role)>> {
    let found: Vec<(String, String, String)> = staff::table
        .filter(staff::id.eq_any(ids))
        .select((staff::id, staff::display, staff::role))
        .load(conn)?;
    Ok(found
        .into_iter()
        .filter_map(|(id, display, role)| Role::from_code(&role).map(|role| (id, (display, role))))
        .collect())
}

/// What people call the members with these user names.
pub fn called(conn: &mut Conn, names: &[String]) -> QueryResult<HashMap<String, String>> {
    let found: Vec<(String, String)> = staff::table
        .filter(staff::name.eq_any(names))
        .select((staff::name, staff::display))
        .load(conn)?;
    Ok(found.into_iter().collect())
}

/// Everybody who may use the desk, by what people call them.
pub(super) fn at_desk(conn: &mut Conn) -> QueryResult<Vec<Member>> {
    staff::table
        .filter(staff::disabled.eq(false))
        .order((staff::display, staff::name))
        .load(conn)
}

/// The phones of everybody in a role.
pub fn phones_of(conn: &mut Conn, role: Role) -> QueryResult<Vec<String>> {
    phones(conn, staff::table.filter(staff::role.eq(role.code())).into_boxed())
}

/// The phones of those in charge of a unit.
pub fn heads_of(conn: &mut Conn, unit: &str) -> QueryResult<Vec<String>> {
    let heads = staff::unit.eq(unit.to_owned()).and(staff::post.eq(Post::Head.code()));
    phones(conn, staff::table.filter(heads).into_boxed())
}

/// The phones of the managers on duty.
pub fn on_duty(conn: &mut Conn) -> QueryResult<Vec<String>> {
    phones(
        conn,
        staff::table.filter(staff::post.eq(Post::Duty.code())).into_boxed(),
    )
}

/// The phones, as far as they are known, of those who are not shut out.
fn phones(conn: &mut Conn, of: staff::BoxedQuery<'static, MultiBackend>) -> QueryResult<Vec<String>> {
    let found: Vec<Option<String>> = of
        .filter(staff::disabled.eq(false).and(staff::phone.is_not_null()))
        .select(staff::phone)
        .load(conn)?;
    Ok(found.into_iter().flatten().collect())
}

pub(super) fn add(conn: &mut Conn, member: &NewMember<'_>, phone: Option<&str>, now: Moment) -> QueryResult<()> {
    let row = Member {
        id: ids::new(now),
        name: member.name.to_owned(),
        display: member.display.to_owned(),
        role: member.role.code().to_owned(),
        password: member.password.clone(),
        phone: phone.map(str::to_owned),
        disabled: false,
        failures: 0,
        locked_until: None,
        created: now.naive_utc(),
        unit: member.unit.map(str::to_owned),
        post: member.post.map(|post| post.code().to_owned()),
    };
    diesel::insert_into(staff::table).values(&row).execute(conn).map(|_| ())
}

pub(super) fn tried(conn: &mut Conn, id: &str, failures: i32, locked: Option<NaiveDateTime>) -> QueryResult<()> {
    diesel::update(staff::table.find(id))
        .set((staff::failures.eq(failures), staff::locked_until.eq(locked)))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn disable(conn: &mut Conn, id: &str) -> QueryResult<()> {
    diesel::update(staff::table.find(id))
        .set(staff::disabled.eq(true))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn set_password(conn: &mut Conn, id: &str, hash: &str) -> QueryResult<()> {
    diesel::update(staff::table.find(id))
        .set((
            staff::password.eq(hash),
            staff::failures.eq(0),
            staff::locked_until.eq(None::<NaiveDateTime>),
        ))
        .execute(conn)
        .map(|_| ())
}
