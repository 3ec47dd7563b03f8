//! Call-backs over HTTP, for those who call.

use actix_web::{get, post, web};
use shuiting_shared::api::{CallbackList, CallbackQuery, CallbackTold, CallbackView, Revealed};
use shuiting_shared::problem::Problem;

use super::{store, view, who_calls};
use crate::app::App;
use crate::body::{self, Body, Query};
use crate::case;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// The residents to be called back, or with `over` those who were.
#[utoipa::path(operation_id = "list_callbacks", tag = "desk", params(("over" = Option<bool>, Query, description = "Those that are over, the latest first")), responses((status = 200, body = CallbackList), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/callbacks")]
pub(crate) async fn list(
    app: web::Data<App>,
    caller: Caller,
    query: Query<CallbackQuery>,
) -> Result<web::Json<CallbackList>, Failure> {
    let state = app.clone();
    let found = app
        .db
        .read(move |conn: &mut Conn| view::list(&state, conn, &caller, &query.0))
        .await?;
    Ok(web::Json(found))
}

/// The phone to call, in full. It is written in the audit log.
#[utoipa::path(operation_id = "callback_phone", tag = "desk", params(("id" = String, Path)), responses((status = 200, body = Revealed), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/callbacks/{id}/phone")]
pub(crate) async fn phone(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<web::Json<Revealed>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let answer = app
        .db
        .write(move |conn: &mut Conn| {
            who_calls(&caller)?;
            let row = store::find(conn, &id)?;
            case::phone_for(&state, conn, &caller, &row.case_id)
        })
        .await?;
    Ok(web::Json(Revealed { answer }))
}

/// What came of a call: an answer, nobody who picked up, or somebody who does not want to be asked. An answer is the
/// case's rating, unless the resident has given one themselves; a low one reopens the case.
#[utoipa::path(operation_id = "tell_callback", tag = "desk", params(("id" = String, Path)), request_body = CallbackTold, responses((status = 200, body = CallbackView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/callbacks/{id}")]
pub(crate) async fn tell(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<CallbackTold>,
) -> Result<web::Json<CallbackView>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::tell(&state, conn, &caller, &id, &body.0))
        .await?;
    app.outbox.wake();
    app.feed.wake();
    Ok(web::Json(view))
}
