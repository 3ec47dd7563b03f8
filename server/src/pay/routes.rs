//! Paying over HTTP.

use std::sync::Arc;

use actix_web::http::header::HeaderMap;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use shuiting_shared::api::{NewOrder, OrderView, Ordered, OwedView, PayBooks, Resolve};
use shuiting_shared::problem::{Code, Problem};

use super::gateway::{Gateway, Trouble};
use super::{books, look, order, view};
use crate::app::App;
use crate::body::{self, Body};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::water;

/// Whoever takes the money here.
fn gateway(app: &App) -> Result<Arc<dyn Gateway>, Failure> {
    app.gateway.clone().ok_or_else(|| Failure::new(Code::NoPaying))
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Unsigned => Self::new(Code::BadCallback),
            Trouble::Down(_) | Trouble::Refused(_) => {
                tracing::error!(trouble = %trouble, "a gateway is of no use");
                Self::new(Code::PayDown)
            }
        }
    }
}

/// What is owed on a water account, for anybody who has proved a phone: others' may be looked up twenty times a day.
#[utoipa::path(operation_id = "owed", tag = "pay", params(("number" = String, Path, example = "0769123456")), responses((status = 200, body = OwedView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/water-accounts/{number}/owed")]
pub(crate) async fn owed(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
) -> Result<web::Json<OwedView>, Failure> {
    let state = app.clone();
    let looked = app
        .db
        .write(move |conn: &mut Conn| water::look_up_owed(&state, conn, &caller, &number))
        .await?;
    Ok(web::Json(looked.ok_or_else(|| Failure::new(Code::NotFound))?))
}

/// Asks to pay bills of a water account, whoever holds it, or what a case of my own waits for; tells where it is paid.
/// Asked again with the same content it is the same order.
#[utoipa::path(operation_id = "order", tag = "pay", request_body = NewOrder, responses((status = 201, body = Ordered), (status = "4XX", body = Problem, content_type = "application/problem+json"), (status = 503, body = Problem, content_type = "application/problem+json")))]
#[post("/pay/orders")]
pub(crate) async fn begin(app: web::Data<App>, caller: Caller, body: Body<NewOrder>) -> Result<HttpResponse, Failure> {
    let gateway = gateway(&app)?;
    let (state, me, code) = (app.clone(), caller.clone(), gateway.code());
    let bid = app
        .db
        .write(move |conn: &mut Conn| order::open(&state, conn, &me, code, &body.0))
        .await?;
    let go = app.realm.address(&gateway.order(&bid).await?);
    let order = app
        .db
        .read(move |conn: &mut Conn| view::one(conn, &caller, &bid.id))
        .await?;
    Ok(HttpResponse::Created().json(Ordered { order, go }))
}

/// My newest orders, at most 50, newest first.
#[utoipa::path(operation_id = "list_orders", tag = "pay", responses((status = 200, body = Vec<OrderView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/pay/orders")]
pub(crate) async fn list(app: web::Data<App>, caller: Caller) -> Result<web::Json<Vec<OrderView>>, Failure> {
    let views = app.db.read(move |conn: &mut Conn| view::mine(conn, &caller)).await?;
    Ok(web::Json(views))
}

/// One of my orders.
#[utoipa::path(operation_id = "show_order", tag = "pay", params(("id" = String, Path)), responses((status = 200, body = OrderView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/pay/orders/{id}")]
pub(crate) async fn show(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<web::Json<OrderView>, Failure> {
    let id = body::id(id.into_inner())?;
    let view = app
        .db
        .read(move |conn: &mut Conn| view::one(conn, &caller, &id))
        .await?;
    Ok(web::Json(view))
}

/// Asks the gateway at once how one of my orders stands, rather than when its turn comes.
#[utoipa::path(operation_id = "look_at_order", tag = "pay", params(("id" = String, Path)), responses((status = 200, body = OrderView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/pay/orders/{id}/look")]
pub(crate) async fn look_now(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<web::Json<OrderView>, Failure> {
    let (gateway, id) = (gateway(&app)?, body::id(id.into_inner())?);
    let (me, of) = (caller.clone(), id.clone());
    app.db.read(move |conn: &mut Conn| view::is_own(conn, &me, &of)).await?;
    look::order(&app, &*gateway, &id).await?;
    look::refund(&app, &*gateway, &id).await?;
    let view = app
        .db
        .read(move |conn: &mut Conn| view::one(conn, &caller, &id))
        .await?;
    Ok(web::Json(view))
}

/// Notifications of gateways. They are hints: whatever one says, the gateway is asked.
#[utoipa::path(operation_id = "pay_callback", tag = "pay", params(("gateway" = String, Path)), request_body = Vec<u8>, responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/pay/callbacks/{gateway}")]
pub(crate) async fn callback(
    app: web::Data<App>,
    request: HttpRequest,
    code: web::Path<String>,
    body: web::Bytes,
) -> Result<HttpResponse, Failure> {
    let gateway = gateway(&app)?;
    if gateway.code() != *code {
        return Err(Failure::new(Code::NotFound));
    }
    called_back(&app, &*gateway, request.headers(), &body).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Hears a notification.
pub(crate) async fn called_back(
    app: &App,
    gateway: &dyn Gateway,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<(), Failure> {
    let told = gateway.told(headers, body).await?;
    look::order(app, gateway, &told.order).await?;
    look::refund(app, gateway, &told.order).await
}

/// The books: days that were held against the gateway's statement, and where they differ.
#[utoipa::path(operation_id = "pay_books", tag = "desk", responses((status = 200, body = PayBooks), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/pay/books")]
pub(crate) async fn show_books(app: web::Data<App>, caller: Caller) -> Result<web::Json<PayBooks>, Failure> {
    let books = app.db.read(move |conn: &mut Conn| books::show(conn, &caller)).await?;
    Ok(web::Json(books))
}

/// Says what was done about a difference.
#[utoipa::path(operation_id = "resolve_pay_difference", tag = "desk", params(("id" = String, Path)), request_body = Resolve, responses((status = 200, body = PayBooks), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/pay/differences/{id}")]
pub(crate) async fn resolve(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<Resolve>,
) -> Result<web::Json<PayBooks>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let books = app
        .db
        .write(move |conn: &mut Conn| books::resolve(&state, conn, &caller, &id, &body.0.words))
        .await?;
    Ok(web::Json(books))
}
