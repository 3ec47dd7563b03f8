//! `/demo/pay`: the page on which the demo city's residents pay, refuse, or let it hang.

use actix_web::HttpResponse;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::web::{self, ServiceConfig};
use maud::html;
use serde::Deserialize;
use shuiting_shared::problem::Code;

use super::store::{self, Choice, Row};
use super::{Bank, SIGNATURE};
use crate::app::App;
use crate::body;
use crate::db::Conn;
use crate::demo::page::page;
use crate::pay;
use crate::problem::Failure;

const MOST: i64 = 50;

/// Its addresses.
pub(in crate::demo) fn routes(config: &mut ServiceConfig) {
    config.route("/demo/pay", web::get().to(list)).configure(till);
}

/// Those of a single order alone: who has its address may pay it.
pub(crate) fn till(config: &mut ServiceConfig) {
    config
        .route("/demo/pay/{order}", web::get().to(one))
        .route("/demo/pay/{order}", web::post().to(choose));
}

#[derive(Deserialize)]
struct Chosen {
    choice: Choice,
}

async fn find(app: &App, order: String) -> Result<Row, Failure> {
    let order = body::id(order)?;
    let found = app
        .db
        .read(move |conn: &mut Conn| store::find(conn, &order).map_err(Failure::from))
        .await?;
    found.ok_or_else(|| Failure::new(Code::NotFound))
}

/// Does what was chosen, tells us as a gateway does, and leads back to the hall.
async fn choose(
    app: web::Data<App>,
    order: web::Path<String>,
    chosen: web::Form<Chosen>,
) -> Result<HttpResponse, Failure> {
    let row = find(&app, order.into_inner()).await?;
    let (id, choice, now) = (row.order_id.clone(), chosen.choice, app.clock.now());
    app.db
        .write(move |conn: &mut Conn| store::choose(conn, &id, choice, now).map_err(Failure::from))
        .await?;
    if choice != Choice::Hang {
        tell(&app, &row.order_id).await?;
    }
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, app.realm.address(&row.back)))
        .finish())
}

/// Notifies us in the way that real gateways do: signed, and through the same door.
async fn tell(app: &App, order: &str) -> Result<(), Failure> {
    let gateway = Bank::new(app.db.clone(), app.clock.clone(), app.keys.clone());
    let (signature, body) = gateway.notification(order)?;
    let mut headers = HeaderMap::new();
    let signature = HeaderValue::from_str(&signature).map_err(Failure::broken)?;
    headers.insert(HeaderName::from_static(SIGNATURE), signature);
    pay::called_back(app, &gateway, &headers, &body).await
}

async fn one(app: web::Data<App>, order: web::Path<String>) -> Result<HttpResponse, Failure> {
    let row = find(&app, order.into_inner()).await?;
    let body = html! {
        p { (row.what) }
        p class="sum" { "¥" (row.amount()) }
        @if row.waits() {
            form method="post" {
                button name="choice" value="pay" { "支付 " span lang="en" { "Pay" } }
                button class="plain" name="choice" value="refuse" { "不付了 " span lang="en" { "Refuse" } }
                button class="plain" name="choice" value="hang" { "让它挂着 " span lang="en" { "Let it hang" } }
            }
            p class="small" {
                "这里不扣真钱。“让它挂着”就是银行迟迟没有回音。" br;
                span lang="en" { "No real money is taken. \"Let it hang\": the bank does not answer." }
            }
        } @else {
            p { "这笔已经有结果。" span lang="en" { " It is settled." } }
            p { a href=(app.realm.address(&row.back)) { "回到水厅 " span lang="en" { "Back to the hall" } } }
        }
    };
    Ok(page(app.realm, "演示支付", "Demo payments", &body))
}

async fn list(app: web::Data<App>) -> Result<HttpResponse, Failure> {
    let rows = app
        .db
        .read(|conn: &mut Conn| store::waiting(conn, MOST).map_err(Failure::from))
        .await?;
    let body = html! {
        @if rows.is_empty() {
            p { "没有等着支付的。" span lang="en" { " Nothing waits to be paid." } }
        }
        ul {
            @for row in &rows {
                li { a href={ "/demo/pay/" (row.order_id) } { (row.what) " ¥" (row.amount()) } }
            }
        }
        p { a href="/" { "水厅 " span lang="en" { "Hall" } } }
    };
    Ok(page(app.realm, "演示支付", "Demo payments", &body))
}
