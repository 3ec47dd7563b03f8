//! Leaks near by over HTTP, and following them.

use actix_web::{HttpResponse, delete, get, post, web};
use shuiting_shared::api::{Following, MeToo, NearLeak, NearQuery};
use shuiting_shared::problem::Problem;

use crate::app::App;
use crate::body::{Body, Query};
use crate::case::{follow, routes};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// Open leaks of the last 24 hours within 250 m of a point, or on the same street of a town; for residents and guests,
/// before they report one. It tells neither who reported a leak, nor where exactly. At most three.
#[utoipa::path(operation_id = "leaks_near", tag = "case", responses((status = 200, body = Vec<NearLeak>), (status = "4XX", body = Problem, content_type = "application/problem+json")), params(
    ("point" = Option<String>, Query, description = "`latitude,longitude`; kept nowhere"),
    ("town" = Option<String>, Query, description = "The town's code"),
    ("address" = Option<String>, Query, description = "The address as it is typed"),
))]
#[get("/leaks/near")]
pub(crate) async fn near(
    app: web::Data<App>,
    caller: Caller,
    query: Query<NearQuery>,
) -> Result<web::Json<Vec<NearLeak>>, Failure> {
    let state = app.clone();
    let leaks = app
        .db
        .read(move |conn: &mut Conn| super::leaks(&state, conn, &caller, &query.0))
        .await?;
    Ok(web::Json(leaks))
}

/// Says "me too" to a leak near by: the caller follows that case, sees where it stands among their own, and hears what
/// comes of it. Sent again it does nothing more; the same phone counts once.
#[utoipa::path(operation_id = "me_too", tag = "case", request_body = MeToo, responses((status = 200, body = Following), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/leaks/me-too")]
pub(crate) async fn me_too(
    app: web::Data<App>,
    caller: Caller,
    body: Body<MeToo>,
) -> Result<web::Json<Following>, Failure> {
    let state = app.clone();
    let MeToo { token, phone } = body.0;
    let number = app
        .db
        .write(move |conn: &mut Conn| follow::me_too(&state, conn, &caller, &token, phone.as_deref()))
        .await?;
    app.outbox.wake();
    Ok(web::Json(Following { number }))
}

/// Follows a case no more.
#[utoipa::path(operation_id = "unfollow", tag = "case", params(("number" = String, Path, example = "7F2-0391")), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/cases/{number}/follow")]
pub(crate) async fn unfollow(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let number = routes::read(&number)?;
    app.db
        .write(move |conn: &mut Conn| follow::leave(conn, &caller, number))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
