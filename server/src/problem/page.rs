//! The page that the `type` of every problem detail leads to: the whole catalogue, for people.

use actix_web::http::header::{self, ContentType};
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use maud::{DOCTYPE, html};
use shuiting_shared::problem::Code;
use shuiting_shared::words::{Bi, Lang, bi};

const TITLE: Bi = bi("接口的错误", "Problems of the API");
const ABOUT: Bi = bi(
    "每个错误的编码不变。先写出了什么问题,再写怎么办。",
    "The code of a problem never changes. First what is wrong, then what to do.",
);

/// The page and its style.
pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .route("/problems", web::get().to(page))
        .route("/problems.css", web::get().to(style));
}

async fn page(request: HttpRequest) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(ContentType::html())
        .insert_header((header::VARY, "Accept-Language"))
        .body(catalogue(super::lang(request.headers())))
}

async fn style() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(include_str!("page.css"))
}

fn catalogue(lang: Lang) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (TITLE.get(lang)) }
                link rel="stylesheet" href="/problems.css";
            }
            body {
                main {
                    h1 { (TITLE.get(lang)) }
                    p { (ABOUT.get(lang)) }
                    @for code in Code::ALL {
                        section id=(code.code()) {
                            h2 { (code.title().get(lang)) }
                            p { (code.remedy().get(lang)) }
                            p class="code" { (code.status()) " " (code.code()) }
                        }
                    }
                }
            }
        }
    };
    page.into_string()
}
