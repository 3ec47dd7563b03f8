//! What stands beside a case at the desk, over HTTP.

use actix_web::{HttpResponse, delete, get, put, web};
use shuiting_shared::api::{Presence, Present, RelatedCase};
use shuiting_shared::problem::Problem;

use super::read;
use crate::app::App;
use crate::body::Body;
use crate::case::{history, presence};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// Other cases of the same person, the same water account and the same address, at most 20 of each, newest first.
#[utoipa::path(operation_id = "case_history", tag = "desk", params(("number" = String, Path, example = "7F2-0391")), responses((status = 200, body = Vec<RelatedCase>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/cases/{number}/history")]
pub(crate) async fn related(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
) -> Result<web::Json<Vec<RelatedCase>>, Failure> {
    let number = read(&number)?;
    let related = app
        .db
        .read(move |conn: &mut Conn| history::of(conn, &caller, number))
        .await?;
    Ok(web::Json(related))
}

/// Says that one is at a case, which holds for 45 seconds, and tells which colleagues are.
#[utoipa::path(operation_id = "come_to_case", tag = "desk", params(("number" = String, Path, example = "7F2-0391")), request_body = Presence, responses((status = 200, body = Vec<Present>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[put("/desk/cases/{number}/presence")]
pub(crate) async fn come(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
    body: Body<Presence>,
) -> Result<web::Json<Vec<Present>>, Failure> {
    let others = presence::come(&app, caller, read(&number)?, body.0.doing).await?;
    Ok(web::Json(others))
}

/// Says that one has left a case.
#[utoipa::path(operation_id = "leave_case", tag = "desk", params(("number" = String, Path, example = "7F2-0391")), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/desk/cases/{number}/presence")]
pub(crate) async fn leave(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let number = read(&number)?;
    app.db
        .write(move |conn: &mut Conn| presence::leave(conn, &caller, number))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
