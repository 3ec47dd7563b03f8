//! Water accounts and bills over HTTP: to residents those that are among their own, to the desk the one that a case names.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use shuiting_shared::api::{
    BillView, BindingChange, NewBinding, NewShare, ReadyQuery, ReadyView, WaterAccountView, WaterBeside,
};
use shuiting_shared::problem::{Code, Problem};
use shuiting_shared::service::Service;

use super::{binding, ready, view};
use crate::app::App;
use crate::body::{self, Body, Query};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// The water accounts that are among my own, with what is owed on each.
#[utoipa::path(operation_id = "list_water_accounts", tag = "water", responses((status = 200, body = Vec<WaterAccountView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/me/water-accounts")]
pub(crate) async fn list(app: web::Data<App>, caller: Caller) -> Result<web::Json<Vec<WaterAccountView>>, Failure> {
    let state = app.clone();
    let views = app
        .db
        .read(move |conn: &mut Conn| view::mine(&state, conn, &caller))
        .await?;
    Ok(web::Json(views))
}

/// Puts a water account among my own, where I know whose it is. Five wrong answers a day, of one resident or about one
/// account; which part was wrong is not told.
#[utoipa::path(operation_id = "bind_water_account", tag = "water", request_body = NewBinding, responses((status = 201, body = WaterAccountView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/me/water-accounts")]
pub(crate) async fn bind(app: web::Data<App>, caller: Caller, body: Body<NewBinding>) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let tried = app
        .db
        .write(move |conn: &mut Conn| binding::bind(&state, conn, &caller, &body.0))
        .await?;
    Ok(HttpResponse::Created().json(tried.answer()?))
}

/// One of my water accounts.
#[utoipa::path(operation_id = "show_water_account", tag = "water", params(("number" = String, Path, example = "0769123456")), responses((status = 200, body = WaterAccountView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/me/water-accounts/{number}")]
pub(crate) async fn show(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
) -> Result<web::Json<WaterAccountView>, Failure> {
    let state = app.clone();
    let view = app
        .db
        .read(move |conn: &mut Conn| view::one(&state, conn, &caller, &number))
        .await?;
    Ok(web::Json(view))
}

/// Changes what I call one of my water accounts.
#[utoipa::path(operation_id = "rename_water_account", tag = "water", params(("number" = String, Path, example = "0769123456")), request_body = BindingChange, responses((status = 200, body = WaterAccountView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[patch("/me/water-accounts/{number}")]
pub(crate) async fn rename(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
    body: Body<BindingChange>,
) -> Result<web::Json<WaterAccountView>, Failure> {
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| binding::rename(&state, conn, &caller, &number, &body.0))
        .await?;
    Ok(web::Json(view))
}

/// Takes a water account from among my own; whom I let see its bills sees them no more.
#[utoipa::path(operation_id = "unbind_water_account", tag = "water", params(("number" = String, Path, example = "0769123456")), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/me/water-accounts/{number}")]
pub(crate) async fn unbind(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    app.db
        .write(move |conn: &mut Conn| binding::unbind(conn, &caller, &number))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Lets whoever has a phone see the bills of one of my water accounts; they hear of it by SMS, once.
#[utoipa::path(operation_id = "share_water_account", tag = "water", params(("number" = String, Path, example = "0769123456")), request_body = NewShare, responses((status = 201, body = WaterAccountView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/me/water-accounts/{number}/shares")]
pub(crate) async fn share(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
    body: Body<NewShare>,
) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| binding::share(&state, conn, &caller, &number, &body.0))
        .await?;
    app.outbox.wake();
    Ok(HttpResponse::Created().json(view))
}

/// Whoever saw the bills through me sees them no more.
#[utoipa::path(operation_id = "unshare_water_account", tag = "water", params(("number" = String, Path, example = "0769123456"), ("id" = String, Path)), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/me/water-accounts/{number}/shares/{id}")]
pub(crate) async fn unshare(
    app: web::Data<App>,
    caller: Caller,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let (number, id) = path.into_inner();
    let id = body::id(id)?;
    app.db
        .write(move |conn: &mut Conn| binding::unshare(conn, &caller, &number, &id))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// The newest bills of one of my water accounts, at most 24, newest first.
#[utoipa::path(operation_id = "list_bills", tag = "water", params(("number" = String, Path, example = "0769123456")), responses((status = 200, body = Vec<BillView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/me/water-accounts/{number}/bills")]
pub(crate) async fn bills(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
) -> Result<web::Json<Vec<BillView>>, Failure> {
    let state = app.clone();
    let bills = app
        .db
        .read(move |conn: &mut Conn| view::bills(&state, conn, &caller, &number))
        .await?;
    Ok(web::Json(bills))
}

/// The bill of a month.
#[utoipa::path(operation_id = "show_bill", tag = "water", params(("number" = String, Path, example = "0769123456"), ("period" = String, Path, example = "2026-11")), responses((status = 200, body = BillView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/me/water-accounts/{number}/bills/{period}")]
pub(crate) async fn bill(
    app: web::Data<App>,
    caller: Caller,
    path: web::Path<(String, String)>,
) -> Result<web::Json<BillView>, Failure> {
    let state = app.clone();
    let (number, period) = path.into_inner();
    let bill = app
        .db
        .read(move |conn: &mut Conn| view::one_bill(&state, conn, &caller, &number, &period))
        .await?;
    Ok(web::Json(bill))
}

/// The water account that a case names, with what is owed on it; nothing where it names none that the billing system knows.
#[utoipa::path(operation_id = "water_account_of_case", tag = "desk", params(("number" = String, Path, example = "7F2-0391")), responses((status = 200, body = Option<WaterBeside>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/cases/{number}/water-account")]
pub(crate) async fn beside(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
) -> Result<web::Json<Option<WaterBeside>>, Failure> {
    let state = app.clone();
    let number = number.parse().map_err(|_| Failure::new(Code::NotFound))?;
    let beside = app
        .db
        .read(move |conn: &mut Conn| view::beside(&state, conn, &caller, number))
        .await?;
    Ok(web::Json(beside))
}

/// Whether a service can be filed on a water account, and what has to be seen to first. Of an account whose bills one does
/// not see, no more is told than whether bills are unpaid, and of at most 20 such accounts a day.
#[utoipa::path(operation_id = "ready", tag = "water", params(("code" = Service, Path, example = "TRANS"), ("account" = String, Query, example = "0769123456")), responses((status = 200, body = ReadyView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/services/{code}/ready")]
pub(crate) async fn is_ready(
    app: web::Data<App>,
    caller: Caller,
    code: web::Path<String>,
    query: Query<ReadyQuery>,
) -> Result<web::Json<ReadyView>, Failure> {
    let service = Service::from_code(&code).ok_or_else(|| Failure::new(Code::NotFound))?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| ready::ready(&state, conn, &caller, service, &query.0))
        .await?;
    Ok(web::Json(view))
}
