//! The frame of the demo's own pages.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{self, ServiceConfig};
use maud::{DOCTYPE, Markup, html};
use shuiting_shared::realm::Realm;

/// Where their looks come from.
pub(crate) fn routes(config: &mut ServiceConfig) {
    config.route("/demo/demo.css", web::get().to(style));
}

async fn style() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(include_str!("demo.css"))
}

/// A page of a city that is about `zh`, in English `en`.
pub(super) fn page(realm: Realm, zh: &str, en: &str, body: &Markup) -> HttpResponse {
    let page = html! {
        (DOCTYPE)
        html lang="zh-CN" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (zh) " · " (en) }
                link rel="stylesheet" href=(realm.address("/demo/demo.css"));
            }
            body {
                main {
                    h1 { (zh) " " small lang="en" { (en) } }
                    (body)
                }
            }
        }
    };
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .body(page.into_string())
}
