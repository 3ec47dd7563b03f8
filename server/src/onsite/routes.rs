//! What is done at an event, over HTTP.

use actix_web::{get, post, web};
use shuiting_shared::api::{NewOnsiteAct, OnsiteCount};
use shuiting_shared::problem::Problem;

use crate::app::App;
use crate::body::{self, Body};
use crate::db::Conn;
use crate::problem::Failure;
use crate::sent::Sent;
use crate::session::Caller;

/// Notes something that I did at an event: people served, a service shown, pipes and taps checked, water tested. Once a key;
/// the answer is what was done so far.
#[utoipa::path(operation_id = "note_act", tag = "volunteer", params(("id" = String, Path), ("Idempotency-Key" = String, Header, description = "A random key of your own"), ("Acted-Ago" = Option<i64>, Header, description = "Seconds since it was done")), request_body = NewOnsiteAct, responses((status = 200, body = Vec<OnsiteCount>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/events/{id}/acts")]
pub(crate) async fn note(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    sent: Sent,
    body: Body<NewOnsiteAct>,
) -> Result<web::Json<Vec<OnsiteCount>>, Failure> {
    let (id, state) = (body::id(id.into_inner())?, app.clone());
    let counts = app
        .db
        .write(move |conn: &mut Conn| super::note(&state, conn, &caller, &id, &sent, &body.0))
        .await?;
    Ok(web::Json(counts))
}

/// What was done at an event so far, for volunteers who take part.
#[utoipa::path(operation_id = "event_acts", tag = "volunteer", params(("id" = String, Path)), responses((status = 200, body = Vec<OnsiteCount>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/events/{id}/acts")]
pub(crate) async fn list(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<web::Json<Vec<OnsiteCount>>, Failure> {
    let id = body::id(id.into_inner())?;
    let counts = app
        .db
        .read(move |conn: &mut Conn| super::show(conn, &caller, &id))
        .await?;
    Ok(web::Json(counts))
}
