//! Outages over HTTP.

use actix_web::{HttpResponse, get, patch, post, web};
use serde::Deserialize;
use shuiting_shared::api::{OutageChange, OutageView};
use shuiting_shared::outage::Outage;
use shuiting_shared::problem::Problem;

use crate::app::App;
use crate::body::{self, Body, Query};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// Which outages are asked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Of {
    town: Option<String>,
}

/// The outages that stand, planned and unplanned, for everybody: those under way and those to come, the first first.
#[utoipa::path(operation_id = "outages", tag = "outage", params(("town" = Option<String>, Query, description = "The town's code")), responses((status = 200, body = Vec<OutageView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/outages")]
pub(crate) async fn list(app: web::Data<App>, of: Query<Of>) -> Result<web::Json<Vec<OutageView>>, Failure> {
    let state = app.clone();
    let outages = app
        .db
        .read(move |conn: &mut Conn| super::standing(&state, conn, of.0.town.as_deref()))
        .await?;
    Ok(web::Json(outages))
}

/// Posts an outage; for dispatchers, supervisors and administrators.
#[utoipa::path(operation_id = "post_outage", tag = "desk", request_body = Outage, responses((status = 201, body = OutageView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/outages")]
pub(crate) async fn post_one(app: web::Data<App>, caller: Caller, body: Body<Outage>) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::post(&state, conn, &caller, body.0))
        .await?;
    Ok(HttpResponse::Created().json(view))
}

/// Changes an outage, or says that water is back; for dispatchers, supervisors and administrators. One that has ended
/// does not change any more.
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
        .write(move |conn: &mut Conn| super::change(&state, conn, &caller, &id, body.0))
        .await?;
    Ok(web::Json(view))
}
