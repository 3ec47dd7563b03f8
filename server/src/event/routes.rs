//! Events over HTTP.

use actix_web::{HttpResponse, get, post, web};
use shuiting_shared::api::{EventQuery, EventView};
use shuiting_shared::event::Plan;
use shuiting_shared::problem::Problem;

use crate::app::App;
use crate::body::{self, Body, Query};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Anybody, Caller};

/// The events that were published, and drafts for staff: those to come, the first first, or those that are over, the latest
/// first; at most 200. For everybody.
#[utoipa::path(operation_id = "events", tag = "event", params(("town" = Option<String>, Query, description = "The town's code"), ("past" = Option<bool>, Query)), responses((status = 200, body = Vec<EventView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
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
