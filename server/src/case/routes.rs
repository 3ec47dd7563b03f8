//! Cases over HTTP; in [`beside`] what stands beside one at the desk.

pub(crate) mod beside;

use actix_web::{HttpRequest, HttpResponse, Responder, get, post, web};
use actix_web_lab::sse::Sse;
use serde::Deserialize;
use shuiting_shared::api::{
    Act, BulkAct, BulkDone, CaseLine, CaseView, Changed, Conflict, Filed, Filter, Inbox, NewCase, NewCaseFor, Outcome,
    Reveal, Revealed,
};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::problem::{Code, Problem};

use super::bulk::Bulk;
use super::{acting, answers, counter, feed, filing, inbox, store, view};
use crate::app::App;
use crate::audit;
use crate::body::{Body, Query};
use crate::db::Conn;
use crate::problem::Failure;
use crate::sent;
use crate::session::Caller;

/// A resident's list goes back so far.
const MOST: i64 = 200;
/// No number of the feed: whoever says something else than a number is told to read all anew.
const NOWHERE: i64 = -1;

/// Files something. `Idempotency-Key` (a random text of yours, at most 64 characters, kept for 30 days) makes
/// sure that a filing sent twice is one case.
#[utoipa::path(tag = "case", request_body = NewCase, params(("Idempotency-Key" = String, Header, description = "A random key of your own for this filing")), responses((status = 201, body = Filed), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/cases")]
pub(crate) async fn file(
    app: web::Data<App>,
    request: HttpRequest,
    caller: Caller,
    body: Body<NewCase>,
) -> Result<HttpResponse, Failure> {
    let (state, key) = (app.clone(), sent::key(&request)?);
    let filed = app
        .db
        .write(move |conn: &mut Conn| filing::file(&state, conn, &caller, &key, &body.0))
        .await?
        .answer()?;
    app.outbox.wake();
    app.feed.wake();
    Ok(HttpResponse::Created().json(filed))
}

/// Files something for a resident, who is whoever has the phone in it; for staff of the counter and the hotline, which
/// is the channel. `Idempotency-Key` is the same as for residents.
#[utoipa::path(tag = "desk", request_body = NewCaseFor, params(("Idempotency-Key" = String, Header, description = "A random key of your own for this filing")), responses((status = 201, body = Filed), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/cases")]
pub(crate) async fn file_for(
    app: web::Data<App>,
    request: HttpRequest,
    caller: Caller,
    body: Body<NewCaseFor>,
) -> Result<HttpResponse, Failure> {
    let (state, key) = (app.clone(), sent::key(&request)?);
    let filed = app
        .db
        .write(move |conn: &mut Conn| counter::file_for(&state, conn, &caller, &key, &body.0))
        .await?;
    app.outbox.wake();
    app.feed.wake();
    Ok(HttpResponse::Created().json(filed))
}

/// My cases: those I filed, those I follow, those that name my phone, and those that wait for me as the other side. Newest first, at
/// most 200.
#[utoipa::path(tag = "case", responses((status = 200, body = Vec<CaseLine>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/cases")]
pub(crate) async fn mine(app: web::Data<App>, caller: Caller) -> Result<web::Json<Vec<CaseLine>>, Failure> {
    let resident = caller.resident()?.clone();
    let state = app.clone();
    let lines = app
        .db
        .read(move |conn: &mut Conn| {
            let rows = view::rows_of(conn, &resident, MOST)?;
            view::lines(&state, conn, &rows, &caller)
        })
        .await?;
    Ok(web::Json(lines))
}

/// What the client saw last of the feed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Since {
    after: Option<i64>,
    // Which side's cookie is meant; the session reads it.
    #[serde(rename = "side")]
    _side: Option<String>,
}

/// What changes among my cases, as server-sent events: `here` first and then every 15 seconds, and `change` for each
/// entry of a timeline (a case and its version), each with a number as its id. Whoever comes back with `Last-Event-ID`, or `after`, is told what
/// they missed; `reset` says that it is too much, or too long ago, and that all is to be read anew.
#[utoipa::path(tag = "case", params(("after" = Option<i64>, Query, description = "The id of the last event seen, for a client that cannot send the header"), ("Last-Event-ID" = Option<String>, Header, description = "The id of the last event seen")), responses((status = 200, body = Changed, content_type = "text/event-stream"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/cases/events")]
pub(crate) async fn my_events(
    app: web::Data<App>,
    request: HttpRequest,
    caller: Caller,
    since: Query<Since>,
) -> Result<impl Responder, Failure> {
    caller.resident()?;
    listen(app, &request, caller, &since.0).await
}

/// What changes among all cases, for the desk; as `/cases/events`.
#[utoipa::path(tag = "desk", params(("after" = Option<i64>, Query, description = "The id of the last event seen, for a client that cannot send the header"), ("Last-Event-ID" = Option<String>, Header, description = "The id of the last event seen")), responses((status = 200, body = Changed, content_type = "text/event-stream"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/events")]
pub(crate) async fn desk_events(
    app: web::Data<App>,
    request: HttpRequest,
    caller: Caller,
    since: Query<Since>,
) -> Result<impl Responder, Failure> {
    caller.staff()?;
    listen(app, &request, caller, &since.0).await
}

async fn listen(
    app: web::Data<App>,
    request: &HttpRequest,
    caller: Caller,
    since: &Since,
) -> Result<impl Responder + use<>, Failure> {
    // A browser that reconnects by itself keeps the address and says what is newer in the header.
    let last = request.headers().get("Last-Event-ID");
    let last = last.map(|last| last.to_str().ok().and_then(|last| last.parse().ok()).unwrap_or(NOWHERE));
    let heard = feed::listen(app.get_ref().clone(), caller, last.or(since.after)).await?;
    Ok(Sse::from_infallible_receiver(heard))
}

/// One case, as the caller may see it.
#[utoipa::path(operation_id = "show_case", tag = "case", params(("number" = String, Path, example = "7F2-0391")), responses((status = 200, body = CaseView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/cases/{number}")]
pub(crate) async fn show(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
) -> Result<web::Json<CaseView>, Failure> {
    let number = read(&number)?;
    let state = app.clone();
    let view = app
        .db
        .read(move |conn: &mut Conn| view::look(&state, conn, &caller, number))
        .await?;
    Ok(web::Json(view))
}

/// Does something with a case. With `version`, it is refused with 409 where the case has changed since, and the
/// answer says what has. Staff whose phone keeps what it cannot send give an `Idempotency-Key`, under which it is done
/// once, and `Acted-Ago`, how many seconds ago it was done.
#[utoipa::path(tag = "case", params(("number" = String, Path, example = "7F2-0391"), ("Idempotency-Key" = Option<String>, Header, description = "A random key of your own for this act"), ("Acted-Ago" = Option<i64>, Header, description = "Seconds since it was done")), request_body = Act, responses((status = 200, body = CaseView), (status = 409, body = Conflict, content_type = "application/problem+json"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/cases/{number}/acts")]
pub(crate) async fn act(
    app: web::Data<App>,
    request: HttpRequest,
    caller: Caller,
    number: web::Path<String>,
    body: Body<Act>,
) -> Result<web::Json<CaseView>, Failure> {
    let number = read(&number)?;
    let sent = sent::maybe(&request)?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| match &sent {
            Some(sent) => acting::act_once(&state, conn, &caller, number, &body.0, sent),
            None => acting::act(&state, conn, &caller, number, &body.0),
        })
        .await?;
    app.outbox.wake();
    app.feed.wake();
    Ok(web::Json(view))
}

/// One sensitive answer in full, for staff. It is written in the audit log.
#[utoipa::path(tag = "case", params(("number" = String, Path, example = "7F2-0391")), request_body = Reveal, responses((status = 200, body = Revealed), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/cases/{number}/reveal")]
pub(crate) async fn reveal(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
    body: Body<Reveal>,
) -> Result<web::Json<Revealed>, Failure> {
    let number = read(&number)?;
    let staff = caller.staff()?.id.clone();
    let state = app.clone();
    let answer = app
        .db
        .write(move |conn: &mut Conn| {
            let row = store::by_number(conn, number)?;
            let form = row.service()?.form().ok_or_else(|| Failure::new(Code::NotFound))?;
            let given = answers::open(&state.keys, &row.id, form, &row.answers)?;
            let field = body.0.field;
            let answer = given.get(&field).map(str::to_owned);
            let answer = answer.ok_or_else(|| Failure::flawed(vec![FieldFlaw::new("field", Flaw::NotAChoice)]))?;
            audit::looked(conn, &staff, &row.id, &field, state.clock.now())?;
            Ok::<_, Failure>(answer)
        })
        .await?;
    Ok(web::Json(Revealed { answer }))
}

/// The desk's inbox. Without a status or words to look for it lists what is open.
#[utoipa::path(tag = "desk", responses((status = 200, body = Inbox), (status = "4XX", body = Problem, content_type = "application/problem+json")), params(
    ("service" = Option<String>, Query), ("town" = Option<String>, Query), ("status" = Option<String>, Query),
    ("channel" = Option<String>, Query), ("due" = Option<String>, Query, description = "`late` or `today`"),
    ("whose" = Option<String>, Query, description = "`mine` or `nobody`"),
    ("feedback" = Option<String>, Query, description = "`answered` (completed after it was sent back), `low` (rated low) or `urged`"),
    ("text" = Option<String>, Query, description = "In number, name, phone or address"),
    ("sort" = Option<String>, Query, description = "`due`, `newest` or `oldest`"),
    ("page" = Option<u32>, Query), ("per_page" = Option<u32>, Query, description = "At most 100"),
))]
#[get("/desk/cases")]
pub(crate) async fn desk(
    app: web::Data<App>,
    caller: Caller,
    filter: Query<Filter>,
) -> Result<web::Json<Inbox>, Failure> {
    let state = app.clone();
    let page = app
        .db
        .read(move |conn: &mut Conn| inbox::page(&state, conn, &caller, &filter.0))
        .await?;
    Ok(web::Json(page))
}

/// Does one thing with many cases: takes them, assigns them, notes something inside, or takes the latest act back. Each
/// case has an outcome of its own. Sent again under the same `Idempotency-Key`, nothing is done twice.
#[utoipa::path(tag = "desk", request_body = BulkAct, params(("Idempotency-Key" = String, Header, description = "A random key of your own for this act")), responses((status = 200, body = BulkDone), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/cases/acts")]
pub(crate) async fn act_on_many(
    app: web::Data<App>,
    request: HttpRequest,
    caller: Caller,
    body: Body<BulkAct>,
) -> Result<web::Json<BulkDone>, Failure> {
    caller.staff()?;
    let bulk = Bulk::read(sent::key(&request)?, body.0)?;
    let mut outcomes = Vec::new();
    for number in bulk.numbers.clone() {
        let (state, caller, bulk) = (app.clone(), caller.clone(), bulk.clone());
        let lang = caller.lang;
        let done = app
            .db
            .write(move |conn: &mut Conn| bulk.one(&state, conn, &caller, number))
            .await;
        let refused = match done {
            Ok(()) => None,
            // What is no refusal of this case ends it for all; sent again, it goes on from here.
            Err(failure) if matches!(failure.code(), Code::KeyReused | Code::Internal | Code::Unready) => {
                return Err(failure);
            }
            Err(failure) => Some(failure.problem(lang)),
        };
        outcomes.push(Outcome { number, refused });
    }
    app.outbox.wake();
    app.feed.wake();
    Ok(web::Json(BulkDone { outcomes }))
}

/// What is no number, or does not check, names no case.
pub(crate) fn read(said: &str) -> Result<CaseNumber, Failure> {
    said.parse().map_err(|_| Failure::new(Code::NotFound))
}
