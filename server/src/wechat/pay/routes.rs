//! Paying an order in a page inside WeChat, or on the mini-program's page.

use actix_web::{HttpRequest, HttpResponse, get, post, web};
use shuiting_shared::api::{AppKind, PayInWechat, WechatPayment};
use shuiting_shared::problem::{Code, Problem};

use super::gateway::{CODE, page};
use super::store::{self, Row};
use crate::app::App;
use crate::body::{self, Body};
use crate::db::{Conn, alone};
use crate::pay::{self, Bid};
use crate::problem::Failure;
use crate::qr;
use crate::session::Caller;
use crate::wechat::identity;

/// What is needed to take an order on.
struct Taken {
    bid: Bid,
    openid: String,
    before: Option<Row>,
}

/// The order, who pays it, and what was taken on before.
fn taken(app: &App, conn: &mut Conn, caller: &Caller, id: &str, kind: AppKind) -> Result<Taken, Failure> {
    let bid = pay::bid(app, conn, caller, CODE, id)?;
    let before = store::find(conn, id)?;
    check(before.as_ref(), kind)?;
    let known = identity::of_account(conn, &bid.payer)?;
    let payer = known.into_iter().find(|identity| identity.app == kind);
    Ok(Taken {
        openid: payer.ok_or_else(|| Failure::new(Code::PayInWechat))?.openid,
        bid,
        before,
    })
}

/// An order is paid in the app for which it was taken on.
fn check(before: Option<&Row>, kind: AppKind) -> Result<(), Failure> {
    if before.is_some_and(|row| !row.is_of(kind)) {
        return Err(Failure::new(Code::PayBegunElsewhere));
    }
    Ok(())
}

/// Has an order of mine signed, so that WeChat asks me for the money. An order can be paid for half an hour, and what
/// WeChat takes on for two: so it takes each on once, for one app.
#[utoipa::path(operation_id = "pay_in_wechat", tag = "pay", params(("id" = String, Path)), request_body = PayInWechat, responses((status = 200, body = WechatPayment), (status = "4XX", body = Problem, content_type = "application/problem+json"), (status = 503, body = Problem, content_type = "application/problem+json")))]
#[post("/pay/orders/{id}/wechat")]
pub(crate) async fn pay_in_wechat(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<PayInWechat>,
) -> Result<web::Json<WechatPayment>, Failure> {
    let (kind, id) = (body.0.app, body::id(id.into_inner())?);
    let wechat = app.wechat_pay.clone().ok_or_else(|| Failure::new(Code::NoPaying))?;
    let appid = wechat.appid(kind).ok_or_else(|| Failure::new(Code::NoWechat))?;
    let state = app.clone();
    let Taken { bid, openid, before } = app
        .db
        .read(move |conn: &mut Conn| taken(&state, conn, &caller, &id, kind))
        .await?;
    let row = if let Some(row) = before {
        row
    } else {
        let new = Row::new(&bid.id, kind, wechat.prepay(&bid, appid, &openid).await?);
        app.db.write(move |conn: &mut Conn| keep(conn, new, kind)).await?
    };
    Ok(web::Json(wechat.payment(appid, &row.prepay_id)?))
}

/// The QR code of the page on which an order of mine is paid, SVG, for whoever has WeChat on another device.
#[utoipa::path(operation_id = "pay_in_wechat_code", tag = "pay", params(("id" = String, Path)), responses((status = 200, body = Vec<u8>, content_type = "image/svg+xml"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/pay/orders/{id}/wechat.svg")]
pub(crate) async fn code(
    app: web::Data<App>,
    request: HttpRequest,
    caller: Caller,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id = body::id(id.into_inner())?;
    let address = format!("{}{}", app.hall(&request), page(&id));
    app.db
        .read(move |conn: &mut Conn| pay::is_own(conn, &caller, &id))
        .await?;
    let code = qr::draw(&address).map_err(Failure::broken)?;
    Ok(HttpResponse::Ok().content_type("image/svg+xml").body(code.svg()))
}

/// Keeps what was taken on, unless somebody was quicker.
fn keep(conn: &mut Conn, new: Row, kind: AppKind) -> Result<Row, Failure> {
    alone(conn, &new.order_id)?;
    if let Some(before) = store::find(conn, &new.order_id)? {
        check(Some(&before), kind)?;
        return Ok(before);
    }
    store::insert(conn, &new)?;
    Ok(new)
}
