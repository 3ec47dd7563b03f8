//! The slip over HTTP: a page beside the desk's program, at the address of its case.

use actix_web::http::header::{self, ContentType};
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::problem::Code;
use shuiting_shared::words::Lang;

use super::code;
use super::page::Slip;
use crate::app::App;
use crate::body::Query;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{case, site};

/// The slip, and what its page is made with.
pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .route("/desk/cases/{number}/slip", web::get().to(slip))
        .route("/desk/slip.css", web::get().to(style))
        .route("/desk/slip.js", web::get().to(script));
}

#[derive(Deserialize)]
struct Choice {
    /// The language; left out, it is the resident's.
    lang: Option<Lang>,
}

/// The slip of a case, for staff. Where nobody is signed in (any more) the desk comes in its place, which signs in and
/// leads back here.
async fn slip(
    app: web::Data<App>,
    request: HttpRequest,
    caller: Result<Caller, Failure>,
    number: web::Path<String>,
    choice: Query<Choice>,
) -> Result<HttpResponse, Failure> {
    let caller = match caller {
        Err(failure) if matches!(failure.code(), Code::SignIn | Code::Expired) => return site::desk(&request),
        caller => caller?,
    };
    let clerk = caller.staff()?.display.clone();
    let number: CaseNumber = number.parse().map_err(|_| Failure::new(Code::NotFound))?;
    let state = app.clone();
    let case = app
        .db
        .read(move |conn: &mut Conn| case::look(&state, conn, &caller, number))
        .await?;
    let address = format!("{}/cases/{number}", hall(&app, &request));
    let slip = Slip {
        lang: choice.0.lang.unwrap_or(case.lang),
        case: &case,
        house: &app.house,
        clerk: &clerk,
        code: code::draw(&address).map_err(Failure::broken)?,
    };
    Ok(HttpResponse::Ok().content_type(ContentType::html()).body(slip.page()))
}

/// Where residents reach the hall: as it was set, else where this request came in.
fn hall(app: &App, request: &HttpRequest) -> String {
    app.url.as_deref().map_or_else(
        || {
            let scheme = if app.https { "https" } else { "http" };
            format!("{scheme}://{}", request.connection_info().host())
        },
        str::to_owned,
    )
}

async fn style() -> HttpResponse {
    text("text/css; charset=utf-8", include_str!("slip.css"))
}

async fn script() -> HttpResponse {
    text("text/javascript; charset=utf-8", include_str!("slip.js"))
}

fn text(kind: &'static str, text: &'static str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(text)
}
