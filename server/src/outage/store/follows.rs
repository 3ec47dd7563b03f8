//! The table of where residents want to hear of outages.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::api::FollowedArea;
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::{accounts, outage_follows};

#[derive(Insertable)]
#[diesel(table_name = outage_follows)]
struct Follow<'a> {
    account_id: &'a str,
    town: &'a str,
    /// Blank for all of the town.
    street: &'a str,
    since: NaiveDateTime,
}

/// A phone that wants to hear, its language, the town, and the street; blank for all of the town.
pub(in crate::outage) type Follower = (Option<String>, String, String, String);

/// Whoever follows something in these towns.
pub(in crate::outage) fn within(conn: &mut Conn, towns: &[&str]) -> QueryResult<Vec<Follower>> {
    outage_follows::table
        .inner_join(accounts::table)
        .filter(outage_follows::town.eq_any(towns))
        .select((
            accounts::phone,
            accounts::lang,
            outage_follows::town,
            outage_follows::street,
        ))
        .load(conn)
}

/// Where a resident wants to hear.
pub(in crate::outage) fn of(conn: &mut Conn, account: &str) -> QueryResult<Vec<FollowedArea>> {
    let rows: Vec<(String, String)> = outage_follows::table
        .filter(outage_follows::account_id.eq(account))
        .order((outage_follows::since, outage_follows::town, outage_follows::street))
        .select((outage_follows::town, outage_follows::street))
        .load(conn)?;
    let areas = rows.into_iter().map(|(town, street)| FollowedArea {
        town,
        street: Some(street).filter(|street| !street.is_empty()),
    });
    Ok(areas.collect())
}

/// Puts these in place of those before.
pub(in crate::outage) fn put(conn: &mut Conn, account: &str, areas: &[FollowedArea], now: Moment) -> QueryResult<()> {
    diesel::delete(outage_follows::table.filter(outage_follows::account_id.eq(account))).execute(conn)?;
    for area in areas {
        let row = Follow {
            account_id: account,
            town: &area.town,
            street: area.street.as_deref().unwrap_or_default(),
            since: now.naive_utc(),
        };
        diesel::insert_into(outage_follows::table).values(&row).execute(conn)?;
    }
    Ok(())
}
