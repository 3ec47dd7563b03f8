//! Tickets by which the mini-program hands its session over to the page that it shows.

use actix_web::{HttpRequest, HttpResponse, post, web};
use chrono::TimeDelta;
use shuiting_shared::address::is_ours;
use shuiting_shared::api::{NewTicket, Ticket};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::problem::{Code, Problem};
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

use super::{Caller, Opened, Who, device, store};
use crate::app::App;
use crate::body::Body;
use crate::db::Conn;
use crate::keys;
use crate::problem::Failure;

pub use super::store::tickets::forget;

/// Seconds for which a ticket is good: a page opens in fewer, or is opened anew.
const SECONDS: u32 = 60;
/// Letters of the longest path that anybody is led to.
const PATH: usize = 500;

/// Gives a ticket by which this session is handed over to a page of the hall: good for a minute, once, and only on the
/// device that asks.
#[utoipa::path(tag = "session", request_body = NewTicket, responses((status = 201, body = Ticket), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/tickets")]
pub(crate) async fn give_ticket(
    app: web::Data<App>,
    request: HttpRequest,
    caller: Caller,
    body: Body<NewTicket>,
) -> Result<HttpResponse, Failure> {
    caller.resident()?;
    let to = body.0.to;
    if !is_ours(&to) || to.chars().count() > PATH {
        return Err(Failure::flawed(vec![FieldFlaw::new("to", Flaw::NotAChoice)]));
    }
    let (ticket, device) = (keys::token(), device::of(&request));
    let kept = store::tickets::Row {
        hash: keys::hash(ticket.as_bytes()),
        session_id: caller.session,
        device,
        leads: to,
        expires: (app.clock.now() + TimeDelta::seconds(SECONDS.into())).naive_utc(),
    };
    app.db
        .write(move |conn: &mut Conn| store::tickets::add(conn, &kept).map_err(Failure::from))
        .await?;
    Ok(HttpResponse::Created().json(Ticket {
        ticket,
        seconds: SECONDS,
    }))
}

/// Uses a ticket up: opens a session of its own for whoever it was given to, and tells where it leads. None where it is used,
/// too old, of another device, or of a session that has ended.
pub(super) fn redeem(
    app: &App,
    conn: &mut Conn,
    ticket: &str,
    device: Option<String>,
    now: Moment,
) -> Result<Option<(Opened, String)>, Failure> {
    let Some(row) = store::tickets::take(conn, &keys::hash(ticket.as_bytes()))? else {
        return Ok(None);
    };
    if row.expires <= now.naive_utc() || row.device != device {
        return Ok(None);
    }
    let caller = match store::caller(conn, &row.session_id, Lang::Zh, now) {
        Ok(caller) => caller,
        Err(failure) if failure.code() == Code::SignIn => return Ok(None),
        Err(failure) => return Err(failure),
    };
    let resident = caller.resident()?.clone();
    let lang = resident.lang;
    let opened = super::open(app, conn, Who::Resident(resident), lang, device)?;
    Ok(Some((opened, row.leads)))
}
