//! Cases in brief, for other subjects that have to do with them.

use shuiting_shared::case::Status;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::service::Service;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

use super::store::{self, Row};
use crate::db::Conn;
use crate::problem::Failure;

/// A case in brief.
pub struct Brief {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: CaseNumber,
    /// Its service.
    pub service: Service,
    /// Where it stands.
    pub status: Status,
    /// When it was filed.
    pub filed: Moment,
    /// The town's code.
    pub town: Option<String>,
    /// The address.
    pub address: Option<String>,
    /// The phone that hears of it.
    pub phone: String,
    /// In which language.
    pub lang: Lang,
}

impl Brief {
    fn of(row: Row) -> Result<Self, Failure> {
        Ok(Self {
            number: row.number()?,
            service: row.service()?,
            status: row.status()?,
            filed: row.filed.and_utc(),
            lang: Lang::from_code(&row.lang),
            id: row.id,
            town: row.town,
            address: row.address,
            phone: row.phone,
        })
    }
}

/// These cases, those filed first come first.
pub fn briefs(conn: &mut Conn, ids: &[String]) -> Result<Vec<Brief>, Failure> {
    store::history::with_ids(conn, ids)?
        .into_iter()
        .map(Brief::of)
        .collect()
}

/// A case by its number.
pub fn brief(conn: &mut Conn, number: CaseNumber) -> Result<Brief, Failure> {
    Brief::of(store::by_number(conn, number)?)
}

/// What is open of these services in these towns, the latest first; at most so many.
pub fn open_in(conn: &mut Conn, towns: &[&str], services: &[Service], most: i64) -> Result<Vec<Brief>, Failure> {
    let open = Status::ALL.iter().filter(|status| status.waits());
    let (statuses, services): (Vec<_>, Vec<_>) = (
        open.map(|status| status.code()).collect(),
        services.iter().map(|service| service.code()).collect(),
    );
    let rows = store::history::open_in(conn, towns, &services, &statuses, most)?;
    rows.into_iter().map(Brief::of).collect()
}
