//! The board and the figures over HTTP.

use actix_web::{get, web};
use shuiting_shared::api::{Board, BoardQuery, OrderReport, ReportQuery};
use shuiting_shared::problem::Problem;

use crate::app::App;
use crate::body::Query;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// The dispatch board: how much each unit has to do, and which 5 of its orders are due first; with `unit`, up to 100 of
/// that one. What was joined with another order counts with that.
#[utoipa::path(tag = "desk", params(("town" = Option<String>, Query), ("kind" = Option<String>, Query, example = "LEAK"), ("priority" = Option<u8>, Query, description = "1 to 4"), ("unit" = Option<String>, Query, description = "The code of a unit, or `none` for what no unit has")), responses((status = 200, body = Board), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/board")]
pub(crate) async fn board(
    app: web::Data<App>,
    caller: Caller,
    query: Query<BoardQuery>,
) -> Result<web::Json<Board>, Failure> {
    let state = app.clone();
    let board = app
        .db
        .read(move |conn: &mut Conn| super::board::look(&state, conn, &caller, &query.0))
        .await?;
    Ok(web::Json(board))
}

/// On-time and satisfaction figures of the work orders that were finished in a period, by kind and by unit.
#[utoipa::path(operation_id = "order_report", tag = "desk", params(("from" = String, Query, description = "The first day", example = "2026-11-01"), ("to" = String, Query, description = "The last day", example = "2026-11-30")), responses((status = 200, body = OrderReport), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/reports/orders")]
pub(crate) async fn report(
    app: web::Data<App>,
    caller: Caller,
    query: Query<ReportQuery>,
) -> Result<web::Json<OrderReport>, Failure> {
    let report = app
        .db
        .read(move |conn: &mut Conn| super::report::of_period(conn, &caller, &query.0))
        .await?;
    Ok(web::Json(report))
}
