//! Help to file over HTTP.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use shuiting_shared::api::{Agree, Filed, NewPreparation, Prepared, ToAgree};
use shuiting_shared::problem::Problem;

use crate::app::App;
use crate::body::Body;
use crate::db::Conn;
use crate::problem::Failure;
use crate::qr;
use crate::sent::Sent;
use crate::session::Caller;

/// Keeps what a volunteer has filled in for a resident, for half an hour and until the resident agrees.
#[utoipa::path(operation_id = "prepare", tag = "volunteer", params(("Idempotency-Key" = String, Header, description = "A random key of your own")), request_body = NewPreparation, responses((status = 201, body = Prepared), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/preparations")]
pub(crate) async fn prepare(
    app: web::Data<App>,
    caller: Caller,
    sent: Sent,
    body: Body<NewPreparation>,
) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let prepared = app
        .db
        .write(move |conn: &mut Conn| super::prepare(&state, conn, &caller, &sent, &body.0))
        .await?;
    Ok(HttpResponse::Created().json(prepared))
}

/// How far it has come, for the volunteer who prepared it.
#[utoipa::path(operation_id = "preparation", tag = "volunteer", params(("token" = String, Path)), responses((status = 200, body = Prepared), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/preparations/{token}")]
pub(crate) async fn progress(
    app: web::Data<App>,
    caller: Caller,
    token: web::Path<String>,
) -> Result<web::Json<Prepared>, Failure> {
    let token = token.into_inner();
    let prepared = app
        .db
        .read(move |conn: &mut Conn| super::progress(conn, &caller, token))
        .await?;
    Ok(web::Json(prepared))
}

/// What a volunteer has prepared, for the resident whose it is: whoever holds the token, which stands in a QR code on the
/// volunteer's phone.
#[utoipa::path(operation_id = "prepared", tag = "case", params(("token" = String, Path)), responses((status = 200, body = ToAgree), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/preparations/{token}/case")]
pub(crate) async fn show(
    app: web::Data<App>,
    caller: Caller,
    token: web::Path<String>,
) -> Result<web::Json<ToAgree>, Failure> {
    let state = app.clone();
    let view = app
        .db
        .read(move |conn: &mut Conn| super::show(&state, conn, &caller, &token))
        .await?;
    Ok(web::Json(view))
}

/// The QR code that the resident scans, for the volunteer's phone.
#[utoipa::path(operation_id = "preparation_code", tag = "volunteer", params(("token" = String, Path)), responses((status = 200, body = String, content_type = "image/svg+xml"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/preparations/{token}/code.svg")]
pub(crate) async fn code(
    app: web::Data<App>,
    request: HttpRequest,
    caller: Caller,
    token: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let address = format!("{}/agree/{token}", app.hall(&request));
    let token = token.into_inner();
    app.db
        .read(move |conn: &mut Conn| super::progress(conn, &caller, token))
        .await?;
    let picture = qr::draw(&address).map_err(Failure::broken)?;
    Ok(HttpResponse::Ok()
        .content_type("image/svg+xml")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(picture.svg()))
}

/// Sends the resident a code by SMS by which they agree: one a minute, ten a day.
#[utoipa::path(operation_id = "send_agree_code", tag = "volunteer", params(("token" = String, Path)), responses((status = 202), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/preparations/{token}/code")]
pub(crate) async fn send_code(
    app: web::Data<App>,
    caller: Caller,
    token: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    app.db
        .write(move |conn: &mut Conn| super::send_code(&state, conn, &caller, &token))
        .await?;
    app.outbox.wake();
    Ok(HttpResponse::Accepted().finish())
}

/// Files what was prepared: by the resident, or by the volunteer with the code that the resident got. Again it gives the same
/// answer.
#[utoipa::path(operation_id = "agree", tag = "case", params(("token" = String, Path)), request_body = Agree, responses((status = 201, body = Filed), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/preparations/{token}/agreement")]
pub(crate) async fn agree(
    app: web::Data<App>,
    caller: Caller,
    token: web::Path<String>,
    body: Body<Agree>,
) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let filed: Filed = app
        .db
        .write(move |conn: &mut Conn| super::agree(&state, conn, &caller, &token, &body.0))
        .await??;
    app.outbox.wake();
    app.feed.wake();
    Ok(HttpResponse::Created().json(filed))
}
