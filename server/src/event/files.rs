//! What is taken along of an event: its calendar file, and its poster.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, get, web};
use serde::Deserialize;
use shuiting_shared::event::State;
use shuiting_shared::problem::{Code, Problem};
use shuiting_shared::time;
use shuiting_shared::words::Lang;
use uuid::Uuid;

use super::ics;
use crate::app::App;
use crate::body::{self, Query};
use crate::db::Conn;
use crate::print::{self, Poster};
use crate::problem::{self, Failure};
use crate::qr;
use crate::session::Caller;
use crate::signpost::Signpost;

/// An event as a calendar file, once it is published; for everybody. One that was moved or cancelled says so under the same
/// `UID`, with a higher `SEQUENCE`.
#[utoipa::path(operation_id = "event_calendar", tag = "event", params(("id" = String, Path)), responses((status = 200, body = String, content_type = "text/calendar"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/events/{id}.ics")]
pub(crate) async fn calendar(
    app: web::Data<App>,
    request: HttpRequest,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id = body::id(id.into_inner())?;
    let row = app.db.read(move |conn: &mut Conn| super::find(conn, None, &id)).await?;
    let address = format!("{}/events/{}", app.hall(&request), row.id);
    let lang = problem::lang(request.headers());
    let file = ics::file(&row, &address, &app.house, lang, app.clock.now())?;
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8; component=VEVENT")
        .insert_header((
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"event-{}.ics\"", row.id),
        ))
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(file))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    lang: Option<Lang>,
    // Which side's cookie is meant; the session reads it.
    #[serde(rename = "side")]
    _side: Option<String>,
}

/// The poster of an event, PDF/UA, A3: what, when, where, and a code that opens the hall there. There is none of a draft,
/// which the code would not find, nor of what was cancelled. For staff, who print it.
#[utoipa::path(operation_id = "event_poster", tag = "desk", params(("id" = String, Path), ("lang" = Option<String>, Query, description = "`zh` (by default) or `en`"), ("side" = Option<String>, Query, description = "`desk` where staff ask by cookie")), responses((status = 200, body = Vec<u8>, content_type = "application/pdf"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/events/{id}/poster.pdf")]
pub(crate) async fn poster(
    app: web::Data<App>,
    request: HttpRequest,
    caller: Caller,
    id: web::Path<String>,
    choice: Query<Choice>,
) -> Result<HttpResponse, Failure> {
    caller.staff()?;
    let id = body::id(id.into_inner())?;
    let row = app
        .db
        .read(move |conn: &mut Conn| super::find(conn, Some(&caller), &id))
        .await?;
    if row.state()? != State::Published {
        return Err(Failure::new(Code::NotNow));
    }
    let post = Uuid::parse_str(&row.id).map(Signpost::Event).map_err(Failure::broken)?;
    let code = qr::draw(&post.address(&app.hall(&request))).map_err(Failure::broken)?;
    let (lang, plan, house) = (choice.0.lang.unwrap_or_default(), row.plan()?, app.house.clone());
    let (name, short) = (
        plan.title.clone(),
        time::local(plan.starts).format("%Y%m%d").to_string(),
    );
    let pdf = web::block(move || print::poster(Poster { plan: &plan, code }, &house, lang))
        .await
        .map_err(Failure::broken)??;
    Ok(print::answer(pdf, "poster", &name, &short, lang))
}
