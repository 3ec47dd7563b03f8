//! Messages over HTTP.

use actix_web::{HttpResponse, get, post, web};
use shuiting_shared::api::{
    ConsentOffer, ConsentQuery, ConsentsGiven, DeadLetters, InboxMessages, InboxQuery, LetterIds, LettersDone,
    ReadMessages, Unread,
};
use shuiting_shared::problem::Problem;

use super::{consent, dead, inbox};
use crate::app::App;
use crate::body::{Body, Query};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// My messages, newest first; sign-in codes are not among them.
#[utoipa::path(operation_id = "list_messages", tag = "messages", params(("before" = Option<String>, Query, description = "only those older than this one")), responses((status = 200, body = InboxMessages), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/messages")]
pub(crate) async fn list(
    app: web::Data<App>,
    caller: Caller,
    query: Query<InboxQuery>,
) -> Result<web::Json<InboxMessages>, Failure> {
    let state = app.clone();
    let messages = app
        .db
        .read(move |conn: &mut Conn| inbox::list(&state, conn, &caller, &query.0))
        .await?;
    Ok(web::Json(messages))
}

/// How many of my messages I have not read; none for whoever has not signed in.
#[utoipa::path(operation_id = "count_unread_messages", tag = "messages", responses((status = 200, body = Unread), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/messages/unread")]
pub(crate) async fn unread(app: web::Data<App>, caller: Caller) -> Result<web::Json<Unread>, Failure> {
    let unread = app.db.read(move |conn: &mut Conn| inbox::unread(conn, &caller)).await?;
    Ok(web::Json(unread))
}

/// Marks a message, and all older ones, as read.
#[utoipa::path(operation_id = "read_messages", tag = "messages", request_body = ReadMessages, responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/messages/read")]
pub(crate) async fn see(
    app: web::Data<App>,
    caller: Caller,
    body: Body<ReadMessages>,
) -> Result<HttpResponse, Failure> {
    app.db
        .write(move |conn: &mut Conn| inbox::see(conn, &caller, &body.0))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Which of WeChat's templates to ask me for now, at most three; none where I have not come by the mini-program.
#[utoipa::path(operation_id = "list_consents", tag = "messages", params(("kinds" = Option<String>, Query, description = "codes of kinds of messages, with commas between them")), responses((status = 200, body = Vec<ConsentOffer>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/consents")]
pub(crate) async fn offers(
    app: web::Data<App>,
    caller: Caller,
    query: Query<ConsentQuery>,
) -> Result<web::Json<Vec<ConsentOffer>>, Failure> {
    let state = app.clone();
    let offers = app
        .db
        .read(move |conn: &mut Conn| consent::offers(&state, conn, &caller, &query.0))
        .await?;
    Ok(web::Json(offers))
}

/// Says what I answered to WeChat's question: each template that I accepted is one message more.
#[utoipa::path(operation_id = "give_consents", tag = "messages", request_body = ConsentsGiven, responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/consents")]
pub(crate) async fn give(
    app: web::Data<App>,
    caller: Caller,
    body: Body<ConsentsGiven>,
) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    app.db
        .write(move |conn: &mut Conn| consent::given(&state, conn, &caller, &body.0))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Letters that did not arrive, the oldest first, at most 200; for supervisors and administrators.
#[utoipa::path(operation_id = "list_dead_letters", tag = "desk", responses((status = 200, body = DeadLetters), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/letters")]
pub(crate) async fn undelivered(app: web::Data<App>, caller: Caller) -> Result<web::Json<DeadLetters>, Failure> {
    let letters = app.db.read(move |conn: &mut Conn| dead::list(conn, &caller)).await?;
    Ok(web::Json(letters))
}

/// Has letters sent again: these, or all that did not arrive.
#[utoipa::path(operation_id = "send_letters_again", tag = "desk", request_body = LetterIds, responses((status = 200, body = LettersDone), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/letters/again")]
pub(crate) async fn again(
    app: web::Data<App>,
    caller: Caller,
    body: Body<LetterIds>,
) -> Result<web::Json<LettersDone>, Failure> {
    let state = app.clone();
    let done = app
        .db
        .write(move |conn: &mut Conn| dead::again(&state, conn, &caller, body.0))
        .await?;
    app.outbox.wake();
    Ok(web::Json(done))
}

/// Drops letters that did not arrive: these, or all.
#[utoipa::path(operation_id = "drop_letters", tag = "desk", request_body = LetterIds, responses((status = 200, body = LettersDone), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/letters/drop")]
pub(crate) async fn drop_dead(
    app: web::Data<App>,
    caller: Caller,
    body: Body<LetterIds>,
) -> Result<web::Json<LettersDone>, Failure> {
    let state = app.clone();
    let done = app
        .db
        .write(move |conn: &mut Conn| dead::drop_all(&state, conn, &caller, body.0))
        .await?;
    Ok(web::Json(done))
}
