//! The table of saved views.

use diesel::prelude::*;
use shuiting_shared::api::{Filter, ViewName};
use shuiting_shared::case::Role;

use crate::db::Conn;
use crate::db::schema::saved_views;
use crate::problem::Failure;

/// A view as stored: the filter as JSON.
#[derive(Queryable, Insertable)]
#[diesel(table_name = saved_views)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) staff_id: String,
    pub(super) for_role: Option<String>,
    pub(super) name_zh: String,
    pub(super) name_en: String,
    pub(super) filter: String,
    pub(super) place: i32,
}

impl Row {
    pub(super) fn role(&self) -> Option<Role> {
        self.for_role.as_deref().and_then(Role::from_code)
    }

    pub(super) fn name(&self) -> ViewName {
        ViewName {
            zh: self.name_zh.clone(),
            en: self.name_en.clone(),
        }
    }

    pub(super) fn filter(&self) -> Result<Filter, Failure> {
        Ok(serde_json::from_str(&self.filter)?)
    }
}

/// Whether somebody sees a view: their own, what their role shares, and whoever shares views all that is shared.
pub(super) fn sees(row: &Row, staff: &str, role: Role) -> bool {
    match &row.for_role {
        None => row.staff_id == staff,
        Some(shared) => shared == role.code() || role.shares_views(),
    }
}

/// The views that somebody sees: by role those that are shared, then their own.
pub(super) fn seen_by(conn: &mut Conn, staff: &str, role: Role) -> QueryResult<Vec<Row>> {
    let theirs = saved_views::staff_id.eq(staff.to_owned());
    let rows: Vec<Row> = saved_views::table
        .filter(saved_views::for_role.is_not_null().or(theirs))
        .order((
            saved_views::for_role.is_null().asc(),
            saved_views::for_role.asc(),
            saved_views::place.asc(),
            saved_views::id.asc(),
        ))
        .load(conn)?;
    Ok(rows.into_iter().filter(|row| sees(row, staff, role)).collect())
}

/// The ids of the views that stand beside each other: those of a role, or somebody's own.
pub(super) fn beside(conn: &mut Conn, staff: &str, role: Option<Role>) -> QueryResult<Vec<String>> {
    let query = saved_views::table.select(saved_views::id).into_boxed();
    let query = match role {
        Some(role) => query.filter(saved_views::for_role.eq(role.code())),
        None => query
            .filter(saved_views::for_role.is_null())
            .filter(saved_views::staff_id.eq(staff.to_owned())),
    };
    query
        .order((saved_views::place.asc(), saved_views::id.asc()))
        .load(conn)
}

pub(super) fn find(conn: &mut Conn, id: &str) -> QueryResult<Option<Row>> {
    saved_views::table.find(id).first(conn).optional()
}

pub(super) fn insert(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(saved_views::table)
        .values(row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn rename(conn: &mut Conn, id: &str, name: &ViewName) -> QueryResult<()> {
    diesel::update(saved_views::table.find(id))
        .set((saved_views::name_zh.eq(&name.zh), saved_views::name_en.eq(&name.en)))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn put(conn: &mut Conn, id: &str, place: i32) -> QueryResult<()> {
    diesel::update(saved_views::table.find(id))
        .set(saved_views::place.eq(place))
        .execute(conn)
        .map(|_| ())
}

pub(super) fn remove(conn: &mut Conn, id: &str) -> QueryResult<()> {
    diesel::delete(saved_views::table.find(id)).execute(conn).map(|_| ())
}
