//! Volunteers over HTTP.

use actix_web::{HttpResponse, delete, get, patch, post, put, web};
use serde::Deserialize;
use shuiting_shared::api::{Check, HelperView, MinuteCode, NewVolunteer, TurnChange, TurnView, VolunteerView};
use shuiting_shared::problem::Problem;
use shuiting_shared::time::Date;
use shuiting_shared::words::Lang;

use super::{figures, turns};
use crate::app::App;
use crate::body::{self, Body, Query};
use crate::db::Conn;
use crate::print;
use crate::problem::Failure;
use crate::sent::Sent;
use crate::session::Caller;

/// What is kept of me as a volunteer, with my turns and hours.
#[utoipa::path(operation_id = "my_turns", tag = "volunteer", responses((status = 200, body = VolunteerView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/me/volunteer")]
pub(crate) async fn show(app: web::Data<App>, caller: Caller) -> Result<web::Json<VolunteerView>, Failure> {
    let state = app.clone();
    let view = app
        .db
        .read(move |conn: &mut Conn| super::show(&state, conn, &caller))
        .await?;
    Ok(web::Json(view))
}

/// Signs me up as a volunteer, or changes my name and kind.
#[utoipa::path(operation_id = "volunteer", tag = "volunteer", request_body = NewVolunteer, responses((status = 200, body = VolunteerView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[put("/me/volunteer")]
pub(crate) async fn sign_up(
    app: web::Data<App>,
    caller: Caller,
    body: Body<NewVolunteer>,
) -> Result<web::Json<VolunteerView>, Failure> {
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::sign_up(&state, conn, &caller, &body.0))
        .await?;
    Ok(web::Json(view))
}

/// I am no volunteer any more: my turns to come are given up and my name is forgotten.
#[utoipa::path(operation_id = "stop_volunteering", tag = "volunteer", responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/me/volunteer")]
pub(crate) async fn stop(app: web::Data<App>, caller: Caller) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    app.db
        .write(move |conn: &mut Conn| super::stop(&state, conn, &caller))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// From when until when turns are certified.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Certified {
    from: Option<Date>,
    to: Option<Date>,
    lang: Option<Lang>,
}

/// The certificate of my turns, PDF/UA, A4 across: how many, how many hours, from when until when. There is none before I
/// have been to one.
#[utoipa::path(operation_id = "my_certificate", tag = "volunteer", params(("from" = Option<String>, Query, description = "The first day, `2026-01-01`; by default of this year"), ("to" = Option<String>, Query, description = "The last day; by default today"), ("lang" = Option<String>, Query, description = "`zh` or `en`; by default the language of my messages")), responses((status = 200, body = Vec<u8>, content_type = "application/pdf"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/me/volunteer/certificate.pdf")]
pub(crate) async fn certificate(
    app: web::Data<App>,
    caller: Caller,
    query: Query<Certified>,
) -> Result<HttpResponse, Failure> {
    let (state, Certified { from, to, lang }) = (app.clone(), query.0);
    let lang = lang.unwrap_or(caller.resident()?.lang);
    let certificate = app
        .db
        .read(move |conn: &mut Conn| figures::certificate(&state, conn, &caller, from, to))
        .await?;
    let (house, number) = (app.house.clone(), certificate.number.clone());
    let pdf = web::block(move || print::certificate(&certificate, &house, lang))
        .await
        .map_err(Failure::broken)??;
    Ok(print::answer(
        pdf,
        "certificate",
        print::CERTIFICATE.get(lang),
        &number,
        lang,
    ))
}

/// Signs me up for a shift of an event, by its place in the list; again changes nothing.
#[utoipa::path(operation_id = "take_shift", tag = "volunteer", params(("id" = String, Path), ("shift" = i32, Path)), responses((status = 200, body = TurnView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[put("/events/{id}/shifts/{shift}")]
pub(crate) async fn take_shift(
    app: web::Data<App>,
    caller: Caller,
    path: web::Path<(String, i32)>,
) -> Result<web::Json<TurnView>, Failure> {
    let (id, shift) = path.into_inner();
    let (id, state) = (body::id(id)?, app.clone());
    let view = app
        .db
        .write(move |conn: &mut Conn| turns::sign_up(&state, conn, &caller, &id, shift))
        .await?;
    Ok(web::Json(view))
}

/// Gives a shift up to which I have not come yet.
#[utoipa::path(operation_id = "give_up_shift", tag = "volunteer", params(("id" = String, Path), ("shift" = i32, Path)), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/events/{id}/shifts/{shift}")]
pub(crate) async fn give_up(
    app: web::Data<App>,
    caller: Caller,
    path: web::Path<(String, i32)>,
) -> Result<HttpResponse, Failure> {
    let (id, shift) = path.into_inner();
    let id = body::id(id)?;
    app.db
        .write(move |conn: &mut Conn| turns::give_up(conn, &caller, &id, shift))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// My turns at an event.
#[utoipa::path(operation_id = "my_turns_at", tag = "volunteer", params(("id" = String, Path)), responses((status = 200, body = Vec<TurnView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/events/{id}/turns")]
pub(crate) async fn mine(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<web::Json<Vec<TurnView>>, Failure> {
    let id = body::id(id.into_inner())?;
    let views = app
        .db
        .read(move |conn: &mut Conn| turns::mine(conn, &caller, &id))
        .await?;
    Ok(web::Json(views))
}

/// Comes to an event or goes, by the code of the minute. A phone may send it hours later, with `Acted-Ago`, the seconds that
/// it has waited: the code says its minute itself. The same again changes nothing.
#[utoipa::path(operation_id = "check_in", tag = "volunteer", params(("id" = String, Path), ("Idempotency-Key" = String, Header, description = "A random key of your own"), ("Acted-Ago" = Option<i64>, Header, description = "Seconds since it was done")), request_body = Check, responses((status = 200, body = TurnView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/events/{id}/turns")]
pub(crate) async fn check(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    sent: Sent,
    body: Body<Check>,
) -> Result<web::Json<TurnView>, Failure> {
    let (id, state) = (body::id(id.into_inner())?, app.clone());
    let view = app
        .db
        .write(move |conn: &mut Conn| turns::check(&state, conn, &caller, &id, &sent, &body.0))
        .await??;
    Ok(web::Json(view))
}

/// The codes of every minute of an event, for volunteers who lead there and for staff who plan events.
#[utoipa::path(operation_id = "event_codes", tag = "volunteer", params(("id" = String, Path)), responses((status = 200, body = Vec<MinuteCode>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/events/{id}/codes")]
pub(crate) async fn codes(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<web::Json<Vec<MinuteCode>>, Failure> {
    let id = body::id(id.into_inner())?;
    let codes = app
        .db
        .read(move |conn: &mut Conn| turns::codes(conn, &caller, &id))
        .await?;
    Ok(web::Json(codes))
}

/// Who has signed up for an event, for volunteers who lead there (surnames only) and for staff who plan events.
#[utoipa::path(operation_id = "event_helpers", tag = "volunteer", params(("id" = String, Path)), responses((status = 200, body = Vec<HelperView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/events/{id}/helpers")]
pub(crate) async fn helpers(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<web::Json<Vec<HelperView>>, Failure> {
    let (id, state) = (body::id(id.into_inner())?, app.clone());
    let views = app
        .db
        .read(move |conn: &mut Conn| turns::helpers(&state, conn, &caller, &id))
        .await?;
    Ok(web::Json(views))
}

/// Changes somebody's turn: what they do, when they came and went, and, for staff, who leads.
#[utoipa::path(operation_id = "change_turn", tag = "volunteer", params(("id" = String, Path), ("shift" = i32, Path), ("helper" = String, Path)), request_body = TurnChange, responses((status = 200, body = HelperView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[patch("/events/{id}/shifts/{shift}/helpers/{helper}")]
pub(crate) async fn change(
    app: web::Data<App>,
    caller: Caller,
    path: web::Path<(String, i32, String)>,
    body: Body<TurnChange>,
) -> Result<web::Json<HelperView>, Failure> {
    let (id, shift, helper) = path.into_inner();
    let (id, helper, state) = (body::id(id)?, body::id(helper)?, app.clone());
    let view = app
        .db
        .write(move |conn: &mut Conn| turns::change(&state, conn, &caller, (&id, shift, &helper), &body.0))
        .await?;
    Ok(web::Json(view))
}
