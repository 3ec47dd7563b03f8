//! The tables of deliveries and of water that was given.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::delivery::Delivery;
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::{deliveries, delivery_acts};
use crate::problem::Failure;

/// A delivery as stored; stops are JSON, times UTC.
#[derive(Clone, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = deliveries)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) outage_id: String,
    truck: String,
    litres: i32,
    unit: String,
    stops: String,
    /// When its last stop ends.
    until: NaiveDateTime,
    pub(super) version: i32,
    staff_id: String,
    planned: NaiveDateTime,
}

impl Row {
    pub(super) fn new(id: String, outage: &str, plan: Delivery, staff: &str, now: Moment) -> Result<Self, Failure> {
        let until = plan.stops.last().map_or(now, |stop| stop.until);
        Ok(Self {
            id,
            outage_id: outage.to_owned(),
            stops: serde_json::to_string(&plan.stops)?,
            truck: plan.truck,
            litres: i32::try_from(plan.litres).unwrap_or(i32::MAX),
            unit: plan.unit,
            until: until.naive_utc(),
            version: 1,
            staff_id: staff.to_owned(),
            planned: now.naive_utc(),
        })
    }

    /// The same with another plan, a version later.
    pub(super) fn replanned(self, plan: Delivery) -> Result<Self, Failure> {
        let planned = self.planned.and_utc();
        let fresh = Self::new(self.id, &self.outage_id, plan, &self.staff_id, planned)?;
        Ok(Self {
            version: self.version + 1,
            ..fresh
        })
    }

    pub(super) fn plan(&self) -> Result<Delivery, Failure> {
        Ok(Delivery {
            truck: self.truck.clone(),
            litres: self.litres.unsigned_abs(),
            unit: self.unit.clone(),
            stops: serde_json::from_str(&self.stops)?,
        })
    }
}

/// Water that was given, as stored.
#[derive(Queryable, Insertable)]
#[diesel(table_name = delivery_acts)]
pub(super) struct Act {
    pub(super) delivery_id: String,
    pub(super) stop: i32,
    pub(super) litres: i32,
    pub(super) at: NaiveDateTime,
    pub(super) staff_id: String,
    pub(super) key: String,
}

pub(super) fn find(conn: &mut Conn, id: &str) -> QueryResult<Row> {
    deliveries::table.find(id).first(conn)
}

/// Those of these outages, as they were planned.
pub(super) fn of(conn: &mut Conn, outages: &[String]) -> QueryResult<Vec<Row>> {
    deliveries::table
        .filter(deliveries::outage_id.eq_any(outages))
        .order(deliveries::id)
        .load(conn)
}

/// Those that are not over at a moment, as they were planned.
pub(super) fn after(conn: &mut Conn, now: Moment) -> QueryResult<Vec<Row>> {
    deliveries::table
        .filter(deliveries::until.gt(now.naive_utc()))
        .order(deliveries::id)
        .load(conn)
}

/// Those of a unit that are not over at a moment, as they were planned.
pub(super) fn of_unit(conn: &mut Conn, unit: &str, after: Moment) -> QueryResult<Vec<Row>> {
    deliveries::table
        .filter(deliveries::unit.eq(unit).and(deliveries::until.gt(after.naive_utc())))
        .order(deliveries::id)
        .load(conn)
}

pub(super) fn insert(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(deliveries::table)
        .values(row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn update(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::update(deliveries::table.find(&row.id))
        .set(row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn remove(conn: &mut Conn, id: &str) -> QueryResult<()> {
    diesel::delete(deliveries::table.find(id)).execute(conn).map(|_| ())
}

/// What was given by these deliveries.
pub(super) fn acts_of(conn: &mut Conn, ids: &[String]) -> QueryResult<Vec<Act>> {
    delivery_acts::table
        .filter(delivery_acts::delivery_id.eq_any(ids))
        .order((delivery_acts::delivery_id, delivery_acts::stop))
        .load(conn)
}

/// Whether a member of staff has done something under this key.
pub(super) fn is_done(conn: &mut Conn, staff: &str, key: &str) -> QueryResult<bool> {
    let found: Option<String> = delivery_acts::table
        .filter(delivery_acts::staff_id.eq(staff).and(delivery_acts::key.eq(key)))
        .select(delivery_acts::key)
        .first(conn)
        .optional()?;
    Ok(found.is_some())
}

pub(super) fn give(conn: &mut Conn, act: &Act) -> QueryResult<()> {
    diesel::insert_into(delivery_acts::table)
        .values(act)
        .execute(conn)
        .map(|_| ())
}
