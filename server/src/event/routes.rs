//! Events over HTTP.

use actix_web::{HttpResponse, delete, get, patch, post, put, web};
use shuiting_shared::api::{EventCancel, EventChange, EventQuery, EventVersion, EventView};
use shuiting_shared::event::Plan;
use shuiting_shared::problem::Problem;

use crate::app::App;
use crate::body::{self, Body, Query};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Anybody, Caller};

/// The events that were published, and drafts for staff: those to come, the first first, or those that are over, the latest
/// first; at most 200. For everybody.
#[utoipa::path(operation_id = "events", tag = "event", params(("town" = Option<String>, Query, description = "The town's code"), ("past" = Option<bool>, Query), ("from" = Option<String>, Query, description = "Those that begin on this day or later, over or not"), ("to" = Option<String>, Query, description = "Those that begin on this day or earlier, over or not")), responses((status = 200, body = Vec<EventView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/events")]
pub(crate) async fn list(
    app: web::Data<App>,
    caller: Anybody,
    query: Query<EventQuery>,
) -> Result<web::Json<Vec<EventView>>, Failure> {
    let state = app.clone();
    let events = app
        .db
        .read(move |conn: &mut Conn| super::list(&state, conn, caller.0.as_ref(), &query.0))
        .await?;
    Ok(web::Json(events))
}

/// One event; for everybody, once it is published.
#[utoipa::path(operation_id = "event", tag = "event", params(("id" = String, Path)), responses((status = 200, body = EventView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/events/{id}")]
pub(crate) async fn show(
    app: web::Data<App>,
    caller: Anybody,
    id: web::Path<String>,
) -> Result<web::Json<EventView>, Failure> {
    let id = body::id(id.into_inner())?;
    let event = app
        .db
        .read(move |conn: &mut Conn| {
            let row = super::find(conn, caller.0.as_ref(), &id)?;
            super::view(conn, caller.0.as_ref(), &row)
        })
        .await?;
    Ok(web::Json(event))
}

/// Plans an event, which is a draft until it is published; for counter, dispatch, supervisors and administrators.
#[utoipa::path(operation_id = "plan_event", tag = "desk", request_body = Plan, responses((status = 201, body = EventView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/events")]
pub(crate) async fn plan(app: web::Data<App>, caller: Caller, body: Body<Plan>) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::plan(&state, conn, &caller, body.0))
        .await?;
    Ok(HttpResponse::Created().json(view))
}

/// Plans an event anew; for those who plan events. Where it was published and is elsewhere now, or at another time, all
/// concerned hear of it and why. What volunteers have signed up for stays.
#[utoipa::path(operation_id = "change_event", tag = "desk", params(("id" = String, Path)), request_body = EventChange, responses((status = 200, body = EventView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[patch("/desk/events/{id}")]
pub(crate) async fn change(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<EventChange>,
) -> Result<web::Json<EventView>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::change::change(&state, conn, &caller, &id, body.0))
        .await?;
    app.outbox.wake();
    Ok(web::Json(view))
}

/// Publishes a draft; for those who plan events.
#[utoipa::path(operation_id = "publish_event", tag = "desk", params(("id" = String, Path)), request_body = EventVersion, responses((status = 200, body = EventView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/events/{id}/publish")]
pub(crate) async fn publish(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<EventVersion>,
) -> Result<web::Json<EventView>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::change::publish(&state, conn, &caller, &id, &body.0))
        .await?;
    Ok(web::Json(view))
}

/// Cancels what was published and is not over; for those who plan events. All concerned hear of it and why.
#[utoipa::path(operation_id = "cancel_event", tag = "desk", params(("id" = String, Path)), request_body = EventCancel, responses((status = 200, body = EventView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/events/{id}/cancel")]
pub(crate) async fn cancel(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<EventCancel>,
) -> Result<web::Json<EventView>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::change::cancel(&state, conn, &caller, &id, &body.0))
        .await?;
    app.outbox.wake();
    Ok(web::Json(view))
}

/// Throws a draft away; for those who plan events.
#[utoipa::path(operation_id = "discard_event", tag = "desk", params(("id" = String, Path)), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/desk/events/{id}")]
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

/// Follows an event that is still to be held: I hear when it is moved or cancelled, and on the day before. For residents.
#[utoipa::path(operation_id = "follow_event", tag = "event", params(("id" = String, Path)), responses((status = 200, body = EventView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[put("/events/{id}/follow")]
pub(crate) async fn follow(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<web::Json<EventView>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::follow::follow(&state, conn, &caller, &id))
        .await?;
    Ok(web::Json(view))
}

/// Follows an event no more.
#[utoipa::path(operation_id = "unfollow_event", tag = "event", params(("id" = String, Path)), responses((status = 200, body = EventView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/events/{id}/follow")]
pub(crate) async fn unfollow(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<web::Json<EventView>, Failure> {
    let id = body::id(id.into_inner())?;
    let view = app
        .db
        .write(move |conn: &mut Conn| super::follow::unfollow(conn, &caller, &id))
        .await?;
    Ok(web::Json(view))
}
