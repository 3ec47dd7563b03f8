//! `/demo/inbox`: every SMS of the demo city, so that a newcomer can sign in and see what residents hear.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{self, ServiceConfig};
use maud::{DOCTYPE, html};
use serde::Deserialize;
use shuiting_shared::api::DemoMessage;
use shuiting_shared::time;
use shuiting_shared::words::Lang;

use crate::app::App;
use crate::body::Query;
use crate::db::Conn;
use crate::notice;
use crate::problem::Failure;

const MOST: i64 = 100;

/// Its addresses.
pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .route("/demo/inbox", web::get().to(page))
        .route("/demo/inbox.css", web::get().to(style))
        .route("/demo/messages", web::get().to(messages));
}

#[derive(Deserialize)]
struct To {
    phone: Option<String>,
}

async fn shown(app: &App, phone: Option<String>) -> Result<Vec<DemoMessage>, Failure> {
    app.db
        .read(move |conn: &mut Conn| notice::shown(conn, phone.as_deref(), MOST).map_err(Failure::from))
        .await
}

async fn messages(app: web::Data<App>, to: Query<To>) -> Result<web::Json<Vec<DemoMessage>>, Failure> {
    Ok(web::Json(shown(&app, to.0.phone).await?))
}

async fn style() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(include_str!("inbox.css"))
}

async fn page(app: web::Data<App>, to: Query<To>) -> Result<HttpResponse, Failure> {
    let now = app.clock.now();
    let messages = shown(&app, to.0.phone).await?;
    let page = html! {
        (DOCTYPE)
        html lang="zh-CN" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "演示短信 · Demo messages" }
                link rel="stylesheet" href="/demo/inbox.css";
            }
            body {
                main {
                    h1 { "演示短信 " small lang="en" { "Demo messages" } }
                    p {
                        a href="/demo/inbox" { "刷新 Reload" } " · " a href="/" { "水厅 Hall" } " · "
                        a href="/desk" { "工作台 Desk" }
                    }
                    @if messages.is_empty() {
                        p class="empty" {
                            "还没有短信。去登录要一个验证码,它会出现在这里。" br;
                            "No messages yet: ask for a sign-in code, and it appears here."
                        }
                    } @else {
                        ol {
                            @for message in &messages {
                                li {
                                    p class="to" { (message.phone) " " time { (time::say(message.at, now, Lang::Zh)) } }
                                    p { (message.text) }
                                }
                            }
                        }
                    }
                }
            }
        }
    };
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .body(page.into_string()))
}
