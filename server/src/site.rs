//! The web programs, as the packer leaves them: inside the binary, or in development read from `target/site/`.

use std::borrow::Cow;

use actix_web::http::header::{self, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use rust_embed::RustEmbed;
use shuiting_shared::problem::Code;

use crate::problem::Failure;

#[derive(RustEmbed)]
#[folder = "../target/site/"]
struct Files;

/// A file whose name holds the hash of its content never changes.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// A page names the newest of those files, so it is asked for anew each time.
const ANEW: &str = "no-cache";

/// Where the service workers of hall and crews' page lie: at the root, since one may speak for what lies below it alone.
const WORKERS: [&str; 2] = ["/worker.js", "/crew-worker.js"];

/// Assets by their names; every other address is a page of a program, which finds its way itself.
pub(crate) fn routes(config: &mut ServiceConfig) {
    config.route("/assets/{name}", web::get().to(asset));
    for worker in WORKERS {
        config.route(worker, web::get().to(keeper));
    }
    config.default_service(web::to(page));
}

/// The hall's page for every address: of a city that has nothing else.
pub(crate) fn hall_alone(config: &mut ServiceConfig) {
    config.default_service(web::to(hall));
}

async fn asset(request: HttpRequest, name: web::Path<String>) -> Result<HttpResponse, Failure> {
    file(&request, &format!("assets/{name}"), FOR_GOOD)
}

/// What keeps a program in the browser.
async fn keeper(request: HttpRequest) -> Result<HttpResponse, Failure> {
    file(&request, request.path().trim_start_matches('/'), ANEW)
}

/// A page is looked at, and nothing else.
fn looked_at(request: &HttpRequest) -> Result<(), Failure> {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        Ok(())
    } else {
        Err(Failure::new(Code::WrongMethod))
    }
}

async fn hall(request: HttpRequest) -> Result<HttpResponse, Failure> {
    looked_at(&request)?;
    file(&request, "hall-inside.html", ANEW)
}

async fn page(request: HttpRequest) -> Result<HttpResponse, Failure> {
    looked_at(&request)?;
    let below = |base: &str| {
        let rest = request.path().strip_prefix(base);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    // Those of the hall differ in what is seen until the program has come.
    let page = match request.path() {
        "/" => "hall.html",
        _ if below("/desk") => "desk.html",
        _ if below("/crew") => "crew.html",
        _ => "hall-inside.html",
    };
    file(&request, page, ANEW)
}

fn file(request: &HttpRequest, path: &str, kept: &'static str) -> Result<HttpResponse, Failure> {
    let mut answer = HttpResponseBuilder::new(StatusCode::OK);
    answer
        .content_type(mime_guess::from_path(path).first_or_octet_stream())
        .insert_header((header::CACHE_CONTROL, kept))
        .insert_header((header::VARY, "Accept-Encoding"));
    let small = takes_brotli(request)
        .then(|| Files::get(&format!("{path}.br")))
        .flatten();
    let file = match small {
        Some(file) => {
            answer.insert_header((header::CONTENT_ENCODING, HeaderValue::from_static("br")));
            file
        }
        None => Files::get(path).ok_or_else(|| Failure::new(Code::NotFound))?,
    };
    Ok(match file.data {
        Cow::Borrowed(bytes) => answer.body(bytes),
        Cow::Owned(bytes) => answer.body(bytes),
    })
}

fn takes_brotli(request: &HttpRequest) -> bool {
    let accepted = request
        .headers()
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok());
    accepted.is_some_and(|accepted| {
        accepted
            .split(',')
            .any(|one| one.split(';').next().is_some_and(|name| name.trim() == "br"))
    })
}
