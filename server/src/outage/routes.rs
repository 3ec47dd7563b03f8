//! Outages over HTTP.

use actix_web::{HttpResponse, delete, get, patch, post, put, web};
use shuiting_shared::api::{
    FollowedAreas, LinkCases, NoticeQuery, OutageCases, OutageChange, OutageQuery, OutageReport, OutageVersion,
    OutageView, ReportQuery,
};
use shuiting_shared::outage::Outage;
use shuiting_shared::problem::Problem;

use crate::app::App;
use crate::body::{self, Body, Query};
use crate::case;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Anybody, Caller};

/// The outages that stand, planned and sudden, for everybody: those under way and those to come, the first first.
#[utoipa::path(operation_id = "outages", tag = "outage", params(("town" = Option<String>, Query, description = "The town's code")), responses((status = 200, body = Vec<OutageView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/outages")]
pub(crate) async fn list(
    app: web::Data<App>,
    caller: Anybody,
    of: Query<OutageQuery>,
) -> Result<web::Json<Vec<OutageView>>, Failure> {
    let state = app.clone();
    let outages = app
        .db
        .read(move |conn: &mut Conn| super::standing(&state, conn, caller.0.as_ref(), of.0.town.as_deref()))
        .await?;
    Ok(web::Json(outages))
}

/// One notice; for everybody, once it is posted.
#[utoipa::path(operation_id = "outage", tag = "outage", params(("id" = String, Path)), responses((status = 200, body = OutageView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/outages/{id}")]
pub(crate) async fn show(
    app: web::Data<App>,
    caller: Anybody,
    id: web::Path<String>,
) -> Result<web::Json<OutageView>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let view = app
        .db
        .read(move |conn: &mut Conn| {
            let row = super::find(conn, caller.0.as_ref(), &id)?;
            super::view(&state, conn, caller.0.as_ref(), &row)
        })
        .await?;
    Ok(web::Json(view))
}

/// The notices that a case has to do with, the latest first; for whoever may see the case.
#[utoipa::path(operation_id = "outages_of_case", tag = "case", params(("number" = String, Path, example = "7F2-0391")), responses((status = 200, body = Vec<OutageView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/cases/{number}/outages")]
pub(crate) async fn of_case(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
) -> Result<web::Json<Vec<OutageView>>, Failure> {
    let number = case::routes::read(&number)?;
    let state = app.clone();
    let found = app
        .db
        .read(move |conn: &mut Conn| super::cases::of_case(&state, conn, &caller, number))
        .await?;
    Ok(web::Json(found))
}

/// Where I want to hear of outages. Where a water account of mine lies I hear without asking.
#[utoipa::path(operation_id = "my_outage_areas", tag = "outage", responses((status = 200, body = FollowedAreas), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/me/outage-areas")]
pub(crate) async fn my_areas(app: web::Data<App>, caller: Caller) -> Result<web::Json<FollowedAreas>, Failure> {
    let areas = app
        .db
        .read(move |conn: &mut Conn| super::followed(conn, &caller))
        .await?;
    Ok(web::Json(areas))
}

/// Says where I want to hear of outages, in place of what was said before; at most ten.
#[utoipa::path(operation_id = "follow_outage_areas", tag = "outage", request_body = FollowedAreas, responses((status = 200, body = FollowedAreas), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[put("/me/outage-areas")]
pub(crate) async fn follow(
    app: web::Data<App>,
    caller: Caller,
    body: Body<FollowedAreas>,
) -> Result<web::Json<FollowedAreas>, Failure> {
    let state = app.clone();
    let areas = app
        .db
        .write(move |conn: &mut Conn| super::follow(&state, conn, &caller, &body.0))
        .await?;
    Ok(web::Json(areas))
}

/// Drafts and notices that nobody has ended, the first first; or those that are over, the latest first, at most 200. For
/// staff.
#[utoipa::path(operation_id = "desk_outages", tag = "desk", params(("over" = Option<bool>, Query)), responses((status = 200, body = Vec<OutageView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/outages")]
pub(crate) async fn at_desk(
    app: web::Data<App>,
    caller: Caller,
    query: Query<NoticeQuery>,
) -> Result<web::Json<Vec<OutageView>>, Failure> {
    let state = app.clone();
    let outages = app
        .db
        .read(move |conn: &mut Conn| super::at_desk(&state, conn, &caller, query.0.over))
        .await?;
    Ok(web::Json(outages))
}

/// Writes a notice, which is a draft until it is posted; for dispatchers, supervisors and administrators.
#[utoipa::path(operation_id = "draft_outage", tag = "desk", request_body = Outage, responses((status = 201, body = OutageView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/outages")]
pub(crate) async fn draft(app: web::Data<App>, caller: Caller, body: Body<Outage>) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::draft(&state, conn, &caller, body.0))
        .await?;
    Ok(HttpResponse::Created().json(view))
}

/// Posts a draft, for those who write them. A planned one is posted a day before it begins, two where it is longer than
/// twelve hours, and needs a delivery of water where it is longer than a day. All whom it concerns are told.
#[utoipa::path(operation_id = "post_outage", tag = "desk", params(("id" = String, Path)), request_body = OutageVersion, responses((status = 200, body = OutageView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/outages/{id}/post")]
pub(crate) async fn post_one(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<OutageVersion>,
) -> Result<web::Json<OutageView>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::post(&state, conn, &caller, &id, body.0.version))
        .await?;
    told(&app);
    Ok(web::Json(view))
}

/// Changes a notice; for those who write them. Where it was posted and is at another time or place now, whoever was told of
/// it is told why, and whom it concerns since then, that there is one.
#[utoipa::path(operation_id = "change_outage", tag = "desk", params(("id" = String, Path)), request_body = OutageChange, responses((status = 200, body = OutageView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[patch("/desk/outages/{id}")]
pub(crate) async fn change(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<OutageChange>,
) -> Result<web::Json<OutageView>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::change::change(&state, conn, &caller, &id, body.0))
        .await?;
    told(&app);
    Ok(web::Json(view))
}

/// Ends a notice: water is back, or stays on where it has not begun. For those who write them; whoever was told of it is
/// told so.
#[utoipa::path(operation_id = "end_outage", tag = "desk", params(("id" = String, Path)), request_body = OutageVersion, responses((status = 200, body = OutageView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/outages/{id}/end")]
pub(crate) async fn end(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<OutageVersion>,
) -> Result<web::Json<OutageView>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::end(&state, conn, &caller, &id, body.0.version))
        .await?;
    told(&app);
    Ok(web::Json(view))
}

/// Throws a draft away; for those who write them.
#[utoipa::path(operation_id = "discard_outage", tag = "desk", params(("id" = String, Path)), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/desk/outages/{id}")]
pub(crate) async fn discard(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id = body::id(id.into_inner())?;
    app.db
        .write(move |conn: &mut Conn| super::change::discard(conn, &caller, &id))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The cases that have to do with an outage, and open ones where water is off; for staff.
#[utoipa::path(operation_id = "outage_cases", tag = "desk", params(("id" = String, Path)), responses((status = 200, body = OutageCases), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/outages/{id}/cases")]
pub(crate) async fn cases(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<web::Json<OutageCases>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let found = app
        .db
        .read(move |conn: &mut Conn| super::cases::of(&state, conn, &caller, &id))
        .await?;
    Ok(web::Json(found))
}

/// Links cases to an outage, or takes them off it; for those who write notices. Whoever filed one that is linked is told of
/// the outage, unless they were told before.
#[utoipa::path(operation_id = "link_outage_cases", tag = "desk", params(("id" = String, Path)), request_body = LinkCases, responses((status = 200, body = OutageCases), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/outages/{id}/cases")]
pub(crate) async fn link(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<LinkCases>,
) -> Result<web::Json<OutageCases>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let linked = app
        .db
        .write(move |conn: &mut Conn| super::cases::link(&state, conn, &caller, &id, &body.0))
        .await?;
    told(&app);
    Ok(web::Json(linked))
}

/// How long a household was without water in a period, on average: of all outages that began on these days, and of those
/// that were planned and sudden; for staff.
#[utoipa::path(operation_id = "outage_report", tag = "desk", params(("from" = String, Query, description = "The first day"), ("to" = String, Query, description = "The last day; at most two years later")), responses((status = 200, body = OutageReport), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/reports/outages")]
pub(crate) async fn report(
    app: web::Data<App>,
    caller: Caller,
    query: Query<ReportQuery>,
) -> Result<web::Json<OutageReport>, Failure> {
    let state = app.clone();
    let report = app
        .db
        .read(move |conn: &mut Conn| super::report::of_period(&state, conn, &caller, &query.0))
        .await?;
    Ok(web::Json(report))
}

/// What was written for the outbox leaves, and what one transaction was too short for is told.
fn told(app: &App) {
    app.crier.wake();
    app.outbox.wake();
}
