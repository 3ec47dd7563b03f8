//! Other cases that have to do with one: of the same person, the same water account, the same address.

use shuiting_shared::api::{Bond, CaseLine, RelatedCase};
use shuiting_shared::form::{Answers, Day, Summary};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::place::folded;
use shuiting_shared::service::Service;
use shuiting_shared::time::{Date, Moment};

use super::{store, view};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// So many of each kind are told.
const MOST: i64 = 20;

/// By what a case is known to be about the same place as another.
pub(super) fn place(summary: &Summary) -> Option<String> {
    folded(summary.town.as_deref()?, summary.address.as_deref()?)
}

/// The cases that have to do with this one, newest first, each once with all that both have in common.
pub(super) fn of(conn: &mut Conn, caller: &Caller, number: CaseNumber) -> Result<Vec<RelatedCase>, Failure> {
    caller.staff()?;
    let row = store::by_number(conn, number)?;
    let mut found: Vec<(String, RelatedCase)> = Vec::new();
    for bond in Bond::ALL {
        for other in store::history::sharing(conn, &row, *bond, MOST)? {
            if let Some((_, known)) = found.iter_mut().find(|(id, _)| *id == other.id) {
                known.shares.push(*bond);
                continue;
            }
            let related = RelatedCase {
                number: other.number()?,
                service: other.service()?,
                status: other.status()?,
                filed: other.filed.and_utc(),
                shares: vec![*bond],
            };
            found.push((other.id, related));
        }
    }
    // Ids grow with time, and part what was filed in the same millisecond.
    found.sort_by(|(one_id, one), (id, other)| (other.filed, id).cmp(&(one.filed, one_id)));
    Ok(found.into_iter().map(|(_, related)| related).collect())
}

/// The newest cases that name a phone, those that are open before those that are over, and the name under which they filed
/// last.
pub(super) fn of_phone(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    phone: &str,
    most: i64,
) -> Result<(Option<String>, Vec<CaseLine>), Failure> {
    let rows = store::history::of_phone(conn, phone, most)?;
    let name = rows
        .iter()
        .find(|row| !row.organisation)
        .and_then(|row| row.name.clone());
    let mut lines = view::lines(app, conn, &rows, caller)?;
    lines.sort_by_key(|line| !line.status.waits());
    Ok((name, lines))
}

/// The cases of some services in a town that were filed since a moment and with which it is for the house to go on, the
/// oldest first.
pub(super) fn open_in_town(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    services: &[Service],
    town: &str,
    since: Moment,
) -> Result<Vec<CaseLine>, Failure> {
    let rows = store::history::open_in_town(conn, services, town, since)?;
    view::lines(app, conn, &rows, caller)
}

/// The days that cases of a service on a water account name in answer to a question which is not sealed, but for those that
/// were refused or taken back.
pub(super) fn days_named(conn: &mut Conn, service: Service, account: &str, key: &str) -> Result<Vec<Date>, Failure> {
    let mut days = Vec::new();
    for answers in store::history::answers_of(conn, service, account)? {
        let answers: Answers = serde_json::from_str(&answers)?;
        days.extend(answers.get(key).and_then(|day| Day::read(day).ok()).map(Day::date));
    }
    Ok(days)
}
