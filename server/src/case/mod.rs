//! The one thing everything is about: a filing is taken in, acted on, looked at.
//!
//! | module | subject |
//! |---|---|
//! | [`filing`] | taking one in: one transaction, once a key |
//! | [`counter`] | filing for a resident who stands at the counter or calls |
//! | [`acting`] | doing something with one: the rules of `shared`, written down in one transaction |
//! | [`together`] | what was joined with another, and parts that were split off |
//! | [`ringing`] | what time alone does to one that is a work order |
//! | [`telling`] | who hears of what has become of one |
//! | [`outside`] | what a bank has answered, entered by its file |
//! | [`mod@hear`] | what residents say from elsewhere than our pages |
//! | [`mod@brief`] | cases in brief, for other subjects |
//! | [`called`] | residents who are called back, and what they say on the phone |
//! | [`bulk`] | one act on many cases |
//! | [`decision`] | what a case decides about its water account, and what stands in the way |
//! | [`undo`] | taking back what has just been done |
//! | [`near`] | leaks near by, for whoever is about to report one |
//! | [`mod@follow`] | following a case that somebody else filed |
//! | [`sight`] | who may see what of it |
//! | [`site`] | what whoever is sent out has to know of it |
//! | [`view`] | how it is shown to whoever asks |
//! | [`inbox`] | the desk's lists |
//! | [`outcome`] | what has become of cases, for figures |
//! | [`history`], [`presence`] | other cases that have to do with one; who of the staff is at it now |
//! | [`feed`] | what changes, told as it happens |
//! | [`answers`] | answers at rest: the sensitive ones sealed |

mod acting;
mod answers;
mod brief;
mod bulk;
mod called;
mod counter;
mod decision;
mod feed;
mod filing;
mod follow;
mod hear;
pub mod helped;
mod history;
mod inbox;
pub(crate) mod near;
mod outcome;
mod outside;
mod presence;
mod ringing;
pub(crate) mod routes;
mod sight;
mod site;
mod store;
mod telling;
mod together;
mod undo;
mod view;

pub use acting::{act, act_by_itself};
pub use brief::{Brief, brief, briefs, open_in};
pub use called::{phone_for, rate_by_call};
pub(crate) use feed::follow;
pub use feed::{Feed, forget_changes};
pub use filing::file;
pub use hear::{Heard, hear};
pub use inbox::{count_found, count_views};
pub use outcome::{Became, became, finished_within};
pub(crate) use outside::enter_for_bank;
pub use presence::forget as forget_presences;
pub use ringing::ring;
pub use sight::shows_documents;
pub use site::{Site, held_by, sites};
pub use store::{any_real, count};
pub use view::{all_of, lines_of, look};

use std::collections::HashMap;

use shuiting_shared::api::CaseLine;
use shuiting_shared::case::{Actor, Status};
use shuiting_shared::money::Fen;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::problem::Code;
use shuiting_shared::service::Service;
use shuiting_shared::time::{Date, Moment};

use crate::app::App;
use crate::attachment;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// The number of the water account that a case names; whoever asks has seen to it that the case is theirs to see.
pub fn water_account(conn: &mut Conn, number: CaseNumber) -> Result<Option<String>, Failure> {
    Ok(store::by_number(conn, number)?.water_account)
}

/// What a case waits for its filer to pay.
pub struct Fee {
    /// The case.
    pub case_id: String,
    /// What it is a case of.
    pub service: Service,
    /// How much.
    pub amount: Fen,
}

/// What a resident's own case waits for them to pay; nothing where it does not. What is not theirs is not there.
pub fn to_pay(conn: &mut Conn, caller: &Caller, number: CaseNumber) -> Result<Option<Fee>, Failure> {
    let row = store::by_number(conn, number)?;
    if sight::actor(&row, caller) != Some(Actor::Filer) {
        return Err(Failure::new(Code::NotFound));
    }
    let quote = row.work()?.quote.filter(|quote| quote.owed());
    let waits = row.status()? == Status::Paying;
    Ok(match quote.filter(|_| waits) {
        Some(amount) => Some(Fee {
            service: row.service()?,
            case_id: row.id,
            amount,
        }),
        None => None,
    })
}

/// The cases with which it is for the house, or for the other side, to go on; those filed first come first.
pub fn going(conn: &mut Conn) -> Result<Vec<CaseNumber>, Failure> {
    let open = |status: &&Status| status.ours() || **status == Status::Confirming;
    let statuses: Vec<_> = Status::ALL.iter().filter(open).map(|status| status.code()).collect();
    let numbers = store::numbers_in(conn, &statuses)?;
    Ok(numbers.iter().filter_map(|number| number.parse().ok()).collect())
}

/// The phone of the other side of a case, where it has one.
pub fn party_phone(conn: &mut Conn, number: CaseNumber) -> Result<Option<String>, Failure> {
    Ok(store::by_number(conn, number)?.party_phone)
}

/// What people call a case, by its id.
pub fn known_by(conn: &mut Conn, id: &str) -> Result<(CaseNumber, Service), Failure> {
    let row = store::by_id(conn, id)?;
    Ok((row.number()?, row.service()?))
}

/// The service of a case.
pub fn service(conn: &mut Conn, number: CaseNumber) -> Result<Service, Failure> {
    store::by_number(conn, number)?.service()
}

/// The id of a case by its number.
pub fn id(conn: &mut Conn, number: CaseNumber) -> Result<String, Failure> {
    Ok(store::by_number(conn, number)?.id)
}

/// The numbers of cases by their ids.
pub fn numbers(conn: &mut Conn, ids: &[String]) -> Result<HashMap<String, String>, Failure> {
    Ok(store::history::numbers(conn, ids)?.into_iter().collect())
}

/// The days that cases of a service on a water account name in answer to a question, but for those that were refused or
/// taken back.
pub fn days_named(conn: &mut Conn, service: Service, account: &str, key: &str) -> Result<Vec<Date>, Failure> {
    history::days_named(conn, service, account, key)
}

/// The newest cases that name a phone, those that are open before those that are over, and the name under which they filed
/// last.
pub fn of_phone(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    phone: &str,
    most: i64,
) -> Result<(Option<String>, Vec<CaseLine>), Failure> {
    history::of_phone(app, conn, caller, phone, most)
}

/// The cases of some services in a town that were filed since a moment and with which it is for the house to go on, the
/// oldest first.
pub fn open_in_town(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    services: &[Service],
    town: &str,
    since: Moment,
) -> Result<Vec<CaseLine>, Failure> {
    history::open_in_town(app, conn, caller, services, town, since)
}

/// Forgets the keys of requests that came before a moment; what was done before it cannot be taken back any more either.
pub fn forget_keys(conn: &mut Conn, before: Moment) -> Result<(), Failure> {
    store::forget_keys(conn, before)?;
    store::acts::forget_done(conn, before)?;
    Ok(store::acts::forget_latest(conn, before)?)
}

/// Forgets, as far as it is kept open, where leaks are that nobody looks for any more.
pub fn forget_places(conn: &mut Conn, now: Moment) -> Result<(), Failure> {
    near::forget(conn, now)
}

/// What a guest has filed, follows and has uploaded in a browser goes over to the account they sign in to.
pub fn hand_over(conn: &mut Conn, from: &str, to: &str) -> Result<(), Failure> {
    store::hand_over(conn, from, to)?;
    follow::store::hand_over(conn, from, to)?;
    Ok(attachment::hand_over(conn, from, to)?)
}
