//! Direct debit over HTTP: to residents its end, to the desk what came of the months' files.

use actix_web::{HttpResponse, delete, get, web};
use shuiting_shared::api::{DebitQuery, DebitsView};
use shuiting_shared::problem::Problem;

use super::{contract, view};
use crate::app::App;
use crate::body::Query;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// Ends the direct debit of one of my water accounts. What the bank has been asked for already it may still pay.
#[utoipa::path(operation_id = "end_debit", tag = "water", params(("number" = String, Path, example = "0769123456")), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/me/water-accounts/{number}/debit")]
pub(crate) async fn end(
    app: web::Data<App>,
    caller: Caller,
    number: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    app.db
        .write(move |conn: &mut Conn| contract::end_by_resident(&state, conn, &caller, &number))
        .await?;
    app.outbox.wake();
    Ok(HttpResponse::NoContent().finish())
}

/// The months' files for banks, how many debits of each stand how, and the debits looked for.
#[utoipa::path(operation_id = "list_debits", tag = "desk", params(("month" = Option<String>, Query, description = "Those of a month's file", example = "2026-12"), ("state" = Option<String>, Query, description = "Those that stand so: `sent`, `left_out`, `paid`, `failed` or `double`")), responses((status = 200, body = DebitsView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/debits")]
pub(crate) async fn list(
    app: web::Data<App>,
    caller: Caller,
    query: Query<DebitQuery>,
) -> Result<web::Json<DebitsView>, Failure> {
    let found = app
        .db
        .read(move |conn: &mut Conn| view::listed(conn, &caller, &query.0))
        .await?;
    Ok(web::Json(found))
}
