//! The table of outages.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::api::OutageView;
use shuiting_shared::outage::{Outage, OutageKind};
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::outages;
use crate::problem::Failure;

/// An outage as stored: the kind by its code, streets as JSON, times UTC.
#[derive(Queryable, Insertable, AsChangeset)]
#[diesel(table_name = outages, treat_none_as_null = true)]
pub(super) struct Row {
    id: String,
    kind: String,
    town: String,
    area: String,
    streets: String,
    reason: String,
    starts: NaiveDateTime,
    ends: NaiveDateTime,
    /// When somebody ended it.
    pub(super) ended: Option<NaiveDateTime>,
    staff_id: String,
    posted: NaiveDateTime,
}

impl Row {
    pub(super) fn new(id: String, outage: Outage, staff: &str, now: Moment) -> Result<Self, Failure> {
        Ok(Self {
            id,
            kind: outage.kind.code().to_owned(),
            town: outage.town,
            area: outage.area,
            streets: serde_json::to_string(&outage.streets)?,
            reason: outage.reason,
            starts: outage.starts.naive_utc(),
            ends: outage.ends.naive_utc(),
            ended: None,
            staff_id: staff.to_owned(),
            posted: now.naive_utc(),
        })
    }

    /// The same notice, telling this.
    pub(super) fn told(self, outage: Outage) -> Result<Self, Failure> {
        let posted = self.posted.and_utc();
        Self::new(self.id, outage, &self.staff_id, posted)
    }

    pub(super) fn view(&self) -> Result<OutageView, Failure> {
        let kind = OutageKind::from_code(&self.kind);
        Ok(OutageView {
            id: self.id.clone(),
            outage: Outage {
                kind: kind.ok_or_else(|| Failure::broken(anyhow::anyhow!("{} is {}", self.id, self.kind)))?,
                town: self.town.clone(),
                area: self.area.clone(),
                streets: serde_json::from_str(&self.streets)?,
                reason: self.reason.clone(),
                starts: self.starts.and_utc(),
                ends: self.ends.and_utc(),
            },
            ended: self.ended.map(|ended| ended.and_utc()),
        })
    }
}

/// The outages that nobody has ended, the first first.
pub(super) fn open(conn: &mut Conn, town: Option<&str>) -> QueryResult<Vec<Row>> {
    let mut query = outages::table.filter(outages::ended.is_null()).into_boxed();
    if let Some(town) = town {
        query = query.filter(outages::town.eq(town.to_owned()));
    }
    query.order((outages::starts, outages::id)).load(conn)
}

pub(super) fn find(conn: &mut Conn, id: &str) -> QueryResult<Row> {
    outages::table.find(id).first(conn)
}

pub(super) fn insert(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(outages::table)
        .values(row)
        .execute(conn)
        .map(|_| ())
}

pub(super) fn update(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::update(outages::table.find(&row.id))
        .set(row)
        .execute(conn)
        .map(|_| ())
}
