//! Where the water accounts lie that residents have among their own, for what happens there.

use diesel::prelude::*;
use shuiting_shared::words::Lang;

use crate::db::Conn;
use crate::db::schema::{accounts, bindings, water_accounts};

/// A water account that somebody has among their own, and where they hear.
#[derive(Queryable)]
pub struct Bound {
    /// The water account's number.
    pub number: String,
    /// The town's code.
    pub town: String,
    /// The address.
    pub address: String,
    phone: Option<String>,
    lang: String,
}

impl Bound {
    /// Where they hear, and in which language; a guest hears nowhere.
    pub fn hears(&self) -> Option<(String, Lang)> {
        let phone = self.phone.clone()?;
        Some((phone, Lang::from_code(&self.lang)))
    }
}

/// What is read of each.
const COLUMNS: (
    bindings::number,
    water_accounts::town,
    water_accounts::address,
    accounts::phone,
    accounts::lang,
) = (
    bindings::number,
    water_accounts::town,
    water_accounts::address,
    accounts::phone,
    accounts::lang,
);

/// Those in these towns, whosever they are.
pub fn bound_in(conn: &mut Conn, towns: &[&str]) -> QueryResult<Vec<Bound>> {
    bindings::table
        .inner_join(accounts::table.on(accounts::id.eq(bindings::account_id)))
        .inner_join(water_accounts::table)
        .filter(water_accounts::town.eq_any(towns))
        .select(COLUMNS)
        .load(conn)
}

/// Those of a resident.
pub fn bound_of(conn: &mut Conn, account: &str) -> QueryResult<Vec<Bound>> {
    bindings::table
        .inner_join(accounts::table.on(accounts::id.eq(bindings::account_id)))
        .inner_join(water_accounts::table)
        .filter(bindings::account_id.eq(account))
        .select(COLUMNS)
        .load(conn)
}

/// Town and address of water accounts by their numbers, bound or not.
pub fn places(conn: &mut Conn, numbers: &[String]) -> QueryResult<Vec<(String, String, String)>> {
    water_accounts::table
        .filter(water_accounts::number.eq_any(numbers))
        .select((water_accounts::number, water_accounts::town, water_accounts::address))
        .load(conn)
}
