//! `/demo/inbox`: every SMS of the demo city, so that a newcomer can sign in and see what residents hear.

use actix_web::HttpResponse;
use actix_web::web::{self, ServiceConfig};
use maud::html;
use serde::Deserialize;
use shuiting_shared::api::DemoMessage;
use shuiting_shared::time;
use shuiting_shared::words::Lang;

use super::page::page;
use crate::app::App;
use crate::body::Query;
use crate::db::Conn;
use crate::notice;
use crate::problem::Failure;

const MOST: i64 = 100;

/// Its addresses.
pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .route("/demo/inbox", web::get().to(show))
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

async fn show(app: web::Data<App>, to: Query<To>) -> Result<HttpResponse, Failure> {
    let now = app.clock.now();
    let messages = shown(&app, to.0.phone).await?;
    let body = html! {
        p {
            a href="/demo/inbox" { "刷新 Reload" } " · " a href="/" { "水厅 Hall" } " · "
            a href="/desk" { "工作台 Desk" } " · " a href="/demo/calls" { "打热线 Call the hotline" } " · " a href="/demo/wechat" { "在微信里看 Inside WeChat" }
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
    };
    Ok(page(app.realm, "演示短信", "Demo messages", &body))
}
