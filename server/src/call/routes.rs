//! Calls over HTTP.

use actix_web::{HttpRequest, get, post, web};
use shuiting_shared::api::{
    CallHeard, CallOutcome, CallTold, MyCalls, NewBurst, PastCall, ReportQuery, StreetQuery, StreetView,
};
use shuiting_shared::call::figures::CallFigures;
use shuiting_shared::problem::Problem;

use crate::app::App;
use crate::body::{self, Body, Query};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// The telephone system tells that a call rings, was answered or is over. `Shuiting-Timestamp` is the time of sending in
/// seconds since 1970, `Shuiting-Signature` the HMAC-SHA256 of that time, a line feed and the body, in hexadecimal, with the
/// shared secret. What is older than five minutes is refused; what is told again does nothing more.
#[utoipa::path(operation_id = "tell_of_call", tag = "call", security(()), params(("Shuiting-Timestamp" = String, Header), ("Shuiting-Signature" = String, Header)), request_body = CallTold, responses((status = 200, body = CallHeard), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/calls")]
pub(crate) async fn tell(
    app: web::Data<App>,
    request: HttpRequest,
    body: web::Bytes,
) -> Result<web::Json<CallHeard>, Failure> {
    let heard = super::receive(&app, request.headers(), &body).await?;
    Ok(web::Json(heard))
}

/// The call that rings for me, goes on, or waits for its outcome, with what the house knows of the number; for agents.
#[utoipa::path(operation_id = "my_calls", tag = "desk", responses((status = 200, body = MyCalls), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/calls/mine")]
pub(crate) async fn mine(app: web::Data<App>, caller: Caller) -> Result<web::Json<MyCalls>, Failure> {
    let state = app.clone();
    let calls = app
        .db
        .read(move |conn: &mut Conn| super::mine(&state, conn, &caller))
        .await?;
    Ok(web::Json(calls))
}

/// The open work orders of a street in the last 24 hours, and whether they look like one burst; for agents.
#[utoipa::path(operation_id = "calls_of_street", tag = "desk", params(("town" = String, Query, description = "The town's code"), ("address" = String, Query, description = "The address as far as it is typed")), responses((status = 200, body = StreetView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/calls/near")]
pub(crate) async fn near(
    app: web::Data<App>,
    caller: Caller,
    query: Query<StreetQuery>,
) -> Result<web::Json<StreetView>, Failure> {
    let state = app.clone();
    let view = app
        .db
        .read(move |conn: &mut Conn| super::street::look(&state, conn, &caller, &query.0))
        .await?;
    Ok(web::Json(view))
}

/// Makes one burst of several orders: the one that leads is sorted as a burst, the others join it; all or none. For agents.
#[utoipa::path(operation_id = "make_burst", tag = "desk", request_body = NewBurst, responses((status = 200, body = NewBurst), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/calls/bursts")]
pub(crate) async fn make_burst(
    app: web::Data<App>,
    caller: Caller,
    body: Body<NewBurst>,
) -> Result<web::Json<NewBurst>, Failure> {
    let state = app.clone();
    let made = app
        .db
        .write(move |conn: &mut Conn| super::street::make(&state, conn, &caller, body.0))
        .await?;
    app.outbox.wake();
    app.feed.wake();
    Ok(web::Json(made))
}

/// Says what became of a call of mine; what is said later counts.
#[utoipa::path(operation_id = "conclude_call", tag = "desk", params(("id" = String, Path)), request_body = CallOutcome, responses((status = 200, body = PastCall), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/calls/{id}/outcome")]
pub(crate) async fn conclude(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<CallOutcome>,
) -> Result<web::Json<PastCall>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let told = app
        .db
        .write(move |conn: &mut Conn| super::conclude(&state, conn, &caller, &id, body.0))
        .await?;
    Ok(web::Json(told))
}

/// What became of the calls of some days: how many were settled in the call, without a work order. For staff.
#[utoipa::path(operation_id = "report_calls", tag = "desk", params(("from" = String, Query, description = "The first day in China"), ("to" = String, Query, description = "The last day, at most two years later")), responses((status = 200, body = CallFigures), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/reports/calls")]
pub(crate) async fn report(
    app: web::Data<App>,
    caller: Caller,
    query: Query<ReportQuery>,
) -> Result<web::Json<CallFigures>, Failure> {
    let ReportQuery { from, to } = query.0;
    let figures = app
        .db
        .read(move |conn: &mut Conn| super::report(conn, &caller, from, to))
        .await?;
    Ok(web::Json(figures))
}
