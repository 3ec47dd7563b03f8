//! Cases that share something.

use diesel::prelude::*;
use shuiting_shared::api::Bond;
use shuiting_shared::case::Status;
use shuiting_shared::service::Service;
use shuiting_shared::time::Moment;

use super::Row;
use crate::db::Conn;
use crate::db::schema::{cases, ratings};

/// The newest cases that share this with a case, apart from itself; each column has an index of its own.
pub(in crate::case) fn sharing(conn: &mut Conn, row: &Row, bond: Bond, most: i64) -> QueryResult<Vec<Row>> {
    let others = cases::table.filter(cases::id.ne(row.id.clone())).into_boxed();
    let theirs = match bond {
        Bond::Person => {
            let account = cases::account_id.eq(row.account_id.clone());
            others.filter(account.or(cases::phone.eq(row.phone.clone())))
        }
        Bond::Account => match &row.water_account {
            Some(account) => others.filter(cases::water_account.eq(account.clone())),
            None => return Ok(Vec::new()),
        },
        Bond::Place => match &row.place {
            Some(place) => others.filter(cases::place.eq(place.clone())),
            None => return Ok(Vec::new()),
        },
    };
    theirs
        .order((cases::filed.desc(), cases::id.desc()))
        .limit(most)
        .load(conn)
}

/// The newest cases that name a phone.
pub(in crate::case) fn of_phone(conn: &mut Conn, phone: &str, most: i64) -> QueryResult<Vec<Row>> {
    cases::table
        .filter(cases::phone.eq(phone))
        .order((cases::filed.desc(), cases::id.desc()))
        .limit(most)
        .load(conn)
}

/// The cases of some services in a town that were filed since a moment and with which it is for the house to go on, the
/// oldest first.
pub(in crate::case) fn open_in_town(
    conn: &mut Conn,
    services: &[Service],
    town: &str,
    since: Moment,
) -> QueryResult<Vec<Row>> {
    let services = services.iter().map(|service| service.code());
    let open = Status::ALL
        .iter()
        .filter(|status| status.ours())
        .map(|status| status.code());
    cases::table
        .filter(cases::filed.ge(since.naive_utc()).and(cases::town.eq(town)))
        .filter(cases::service.eq_any(services))
        .filter(cases::status.eq_any(open))
        .order((cases::filed, cases::id))
        .load(conn)
}

/// The numbers of cases, each with its id.
pub(in crate::case) fn numbers(conn: &mut Conn, ids: &[String]) -> QueryResult<Vec<(String, String)>> {
    cases::table
        .filter(cases::id.eq_any(ids))
        .select((cases::id, cases::number))
        .load(conn)
}

/// What cases are and where they stand: (id, code of the service, code of the status).
pub(in crate::case) fn stands(conn: &mut Conn, ids: &[String]) -> QueryResult<Vec<(String, String, String)>> {
    cases::table
        .filter(cases::id.eq_any(ids))
        .select((cases::id, cases::service, cases::status))
        .load(conn)
}

/// How cases were rated, the latest rating of each last: (id, code of the level, whether on the phone).
pub(in crate::case) fn levels(conn: &mut Conn, ids: &[String]) -> QueryResult<Vec<(String, String, bool)>> {
    ratings::table
        .filter(ratings::case_id.eq_any(ids))
        .order(ratings::at)
        .select((ratings::case_id, ratings::level, ratings::by_call))
        .load(conn)
}

/// The answers of the cases of a service on a water account that were neither refused nor taken back, JSON.
pub(in crate::case) fn answers_of(conn: &mut Conn, service: Service, account: &str) -> QueryResult<Vec<String>> {
    let over = [Status::Rejected, Status::Withdrawn].map(Status::code);
    cases::table
        .filter(cases::water_account.eq(account).and(cases::service.eq(service.code())))
        .filter(cases::status.ne_all(over))
        .select(cases::answers)
        .load(conn)
}

/// These cases, those filed first come first.
pub(in crate::case) fn with_ids(conn: &mut Conn, ids: &[String]) -> QueryResult<Vec<Row>> {
    cases::table
        .filter(cases::id.eq_any(ids))
        .order((cases::filed, cases::id))
        .load(conn)
}

/// Those of these services that stand so in these towns, the latest first.
pub(in crate::case) fn open_in(
    conn: &mut Conn,
    towns: &[&str],
    services: &[&str],
    statuses: &[&str],
    most: i64,
) -> QueryResult<Vec<Row>> {
    cases::table
        .filter(cases::town.eq_any(towns))
        .filter(cases::service.eq_any(services))
        .filter(cases::status.eq_any(statuses))
        .order((cases::filed.desc(), cases::id.desc()))
        .limit(most)
        .load(conn)
}

/// The cases that were finished within a span, and are so still: (id, unit).
pub(in crate::case) fn finished_within(
    conn: &mut Conn,
    (from, to): (Moment, Moment),
) -> QueryResult<Vec<(String, Option<String>)>> {
    cases::table
        .filter(cases::status.eq(Status::Finished.code()))
        .filter(
            cases::finished
                .ge(from.naive_utc())
                .and(cases::finished.lt(to.naive_utc())),
        )
        .select((cases::id, cases::unit))
        .load(conn)
}
