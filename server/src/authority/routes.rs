//! Letters of authority over HTTP.

use actix_web::{HttpResponse, delete, get, post, web};
use shuiting_shared::api::{AuthorityAsked, AuthorityQuery, AuthorityVerdict, AuthorityView, NewAuthority};
use shuiting_shared::problem::Problem;

use super::{decide, view};
use crate::app::App;
use crate::body::{self, Body, Query};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// The letters of authority that I have brought, newest first.
#[utoipa::path(operation_id = "list_authorities", tag = "water", responses((status = 200, body = Vec<AuthorityView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/me/authorities")]
pub(crate) async fn mine(app: web::Data<App>, caller: Caller) -> Result<web::Json<Vec<AuthorityView>>, Failure> {
    let letters = app.db.read(move |conn: &mut Conn| view::of(conn, &caller)).await?;
    Ok(web::Json(letters))
}

/// Asks to act for a water account, by photos of a letter of authority and of the licence. The desk looks at them; whether
/// there is such an account is not told before.
#[utoipa::path(operation_id = "bring_authority", tag = "water", request_body = NewAuthority, responses((status = 201, body = AuthorityView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/me/authorities")]
pub(crate) async fn bring(
    app: web::Data<App>,
    caller: Caller,
    body: Body<NewAuthority>,
) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let letter = app
        .db
        .write(move |conn: &mut Conn| super::ask(&state, conn, &caller, &body.0))
        .await?;
    Ok(HttpResponse::Created().json(letter))
}

/// Takes a letter back that waits for the desk.
#[utoipa::path(operation_id = "withdraw_authority", tag = "water", params(("id" = String, Path)), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/me/authorities/{id}")]
pub(crate) async fn withdraw(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id = body::id(id.into_inner())?;
    app.db
        .write(move |conn: &mut Conn| decide::withdraw(conn, &caller, &id))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Somebody acts for one of my water accounts no more; they hear of it.
#[utoipa::path(operation_id = "end_acting", tag = "water", params(("number" = String, Path, example = "0769123456"), ("id" = String, Path)), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/me/water-accounts/{number}/acting/{id}")]
pub(crate) async fn end_by_owner(
    app: web::Data<App>,
    caller: Caller,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let (number, id) = path.into_inner();
    let id = body::id(id)?;
    app.db
        .write(move |conn: &mut Conn| decide::end_by_owner(&state, conn, &caller, &number, &id))
        .await?;
    app.outbox.wake();
    Ok(HttpResponse::NoContent().finish())
}

/// Letters of authority for the desk: those that wait for it, or those that stand otherwise.
#[utoipa::path(operation_id = "list_asked_authorities", tag = "desk", params(("state" = Option<String>, Query, description = "`asked`, `granted`, `refused` or `ended`")), responses((status = 200, body = Vec<AuthorityAsked>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/authorities")]
pub(crate) async fn list(
    app: web::Data<App>,
    caller: Caller,
    query: Query<AuthorityQuery>,
) -> Result<web::Json<Vec<AuthorityAsked>>, Failure> {
    let letters = app
        .db
        .read(move |conn: &mut Conn| view::listed(conn, &caller, &query.0))
        .await?;
    Ok(web::Json(letters))
}

/// Grants a letter until a day, or refuses it with a reason; whoever brought it hears of it by SMS.
#[utoipa::path(operation_id = "decide_authority", tag = "desk", params(("id" = String, Path)), request_body = AuthorityVerdict, responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/authorities/{id}/verdict")]
pub(crate) async fn verdict(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<AuthorityVerdict>,
) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let id = body::id(id.into_inner())?;
    app.db
        .write(move |conn: &mut Conn| decide::decide(&state, conn, &caller, &id, &body.0))
        .await?;
    app.outbox.wake();
    Ok(HttpResponse::NoContent().finish())
}

/// Ends a granted letter; whoever brought it hears of it.
#[utoipa::path(operation_id = "end_authority", tag = "desk", params(("id" = String, Path)), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/desk/authorities/{id}")]
pub(crate) async fn end(app: web::Data<App>, caller: Caller, id: web::Path<String>) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let id = body::id(id.into_inner())?;
    app.db
        .write(move |conn: &mut Conn| decide::end_at_desk(&state, conn, &caller, &id))
        .await?;
    app.outbox.wake();
    Ok(HttpResponse::NoContent().finish())
}
