//! Reports over HTTP.

use actix_web::http::header;
use actix_web::{HttpResponse, delete, get, post, web};
use serde::Deserialize;
use shuiting_shared::api::{EventOutcome, EventPhotos, EventReport, ReportQuery};
use shuiting_shared::problem::Problem;
use shuiting_shared::time::Date;
use shuiting_shared::words::Lang;

use super::super::photos;
use super::csv;
use crate::app::App;
use crate::body::{self, Body, Query};
use crate::db::Conn;
use crate::print;
use crate::problem::Failure;
use crate::session::Caller;

/// What came of one event so far. For staff.
#[utoipa::path(operation_id = "event_outcome", tag = "desk", params(("id" = String, Path)), responses((status = 200, body = EventOutcome), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/events/{id}/report")]
pub(crate) async fn one(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<web::Json<EventOutcome>, Failure> {
    let id = body::id(id.into_inner())?;
    let outcome = app
        .db
        .read(move |conn: &mut Conn| super::of_one(conn, &caller, &id))
        .await?;
    Ok(web::Json(outcome))
}

/// Adds photos to an event that has begun, at most 30; for those who plan events. They are uploaded before.
#[utoipa::path(operation_id = "add_event_photos", tag = "desk", params(("id" = String, Path)), request_body = EventPhotos, responses((status = 200, body = EventOutcome), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/events/{id}/photos")]
pub(crate) async fn add_photos(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<EventPhotos>,
) -> Result<web::Json<EventOutcome>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let outcome = app
        .db
        .write(move |conn: &mut Conn| photos::add(&state, conn, &caller, &id, &body.0.photos))
        .await?;
    Ok(web::Json(outcome))
}

/// Takes a photo out of an event; for those who plan events.
#[utoipa::path(operation_id = "remove_event_photo", tag = "desk", params(("id" = String, Path), ("photo" = String, Path)), responses((status = 200, body = EventOutcome), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/desk/events/{id}/photos/{photo}")]
pub(crate) async fn remove_photo(
    app: web::Data<App>,
    caller: Caller,
    path: web::Path<(String, String)>,
) -> Result<web::Json<EventOutcome>, Failure> {
    let (id, photo) = path.into_inner();
    let (id, photo) = (body::id(id)?, body::id(photo)?);
    let outcome = app
        .db
        .write(move |conn: &mut Conn| photos::remove(conn, &caller, &id, &photo))
        .await?;
    Ok(web::Json(outcome))
}

/// What came of the events of a period that have begun, one by one and together. For staff.
#[utoipa::path(operation_id = "event_report", tag = "desk", params(("from" = String, Query, description = "The first day, `2026-01-01`"), ("to" = String, Query, description = "The last day; at most two years later")), responses((status = 200, body = EventReport), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/reports/events")]
pub(crate) async fn period(
    app: web::Data<App>,
    caller: Caller,
    query: Query<ReportQuery>,
) -> Result<web::Json<EventReport>, Failure> {
    read(&app, caller, query.0).await.map(web::Json)
}

async fn read(app: &App, caller: Caller, query: ReportQuery) -> Result<EventReport, Failure> {
    let state = app.clone();
    app.db
        .read(move |conn: &mut Conn| super::of_period(&state, conn, &caller, &query))
        .await
}

/// A period, and how it is told.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Told {
    from: Date,
    to: Date,
    #[serde(default)]
    lang: Lang,
    // Which side's cookie is meant; the session reads it.
    #[serde(rename = "side")]
    _side: Option<String>,
}

impl Told {
    const fn query(&self) -> ReportQuery {
        ReportQuery {
            from: self.from,
            to: self.to,
        }
    }
}

/// The report of a period as CSV: a line an event, and one for all. For staff.
#[utoipa::path(operation_id = "event_report_csv", tag = "desk", params(("from" = String, Query), ("to" = String, Query), ("lang" = Option<String>, Query, description = "`zh` (by default) or `en`"), ("side" = Option<String>, Query, description = "`desk` where staff ask by cookie")), responses((status = 200, body = String, content_type = "text/csv"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/reports/events.csv")]
pub(crate) async fn as_csv(app: web::Data<App>, caller: Caller, query: Query<Told>) -> Result<HttpResponse, Failure> {
    let told = query.0;
    let report = read(&app, caller, told.query()).await?;
    let file = csv::write(&report, &app.house, told.lang).map_err(Failure::broken)?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"events-{}-{}.csv\"", told.from, told.to),
        ))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .body(file))
}

/// The report of a period on paper, PDF/UA. For staff.
#[utoipa::path(operation_id = "event_report_pdf", tag = "desk", params(("from" = String, Query), ("to" = String, Query), ("lang" = Option<String>, Query, description = "`zh` (by default) or `en`"), ("side" = Option<String>, Query, description = "`desk` where staff ask by cookie")), responses((status = 200, body = Vec<u8>, content_type = "application/pdf"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/reports/events.pdf")]
pub(crate) async fn as_pdf(app: web::Data<App>, caller: Caller, query: Query<Told>) -> Result<HttpResponse, Failure> {
    let told = query.0;
    let report = read(&app, caller, told.query()).await?;
    let (house, lang) = (app.house.clone(), told.lang);
    let pdf = web::block(move || print::event_report(&report, &house, lang))
        .await
        .map_err(Failure::broken)??;
    let days = format!("{}-{}", told.from, told.to);
    Ok(print::answer(pdf, "events", print::EVENT_REPORT.get(lang), &days, lang))
}
