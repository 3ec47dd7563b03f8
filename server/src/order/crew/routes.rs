//! What a crew's phone asks.

use actix_web::{get, web};
use shuiting_shared::api::CrewOrder;
use shuiting_shared::problem::Problem;

use super::{POINT, crew, orders};
use crate::app::App;
use crate::audit;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// The open work orders of the caller's unit, for crews: those they have accepted first, then those due first, at most
/// 100. Names and phones are masked. Where an order is exactly is shown in full; that somebody was shown it stands in the
/// audit log.
#[utoipa::path(operation_id = "crew_orders", tag = "crew", responses((status = 200, body = Vec<CrewOrder>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/crew/orders")]
pub(crate) async fn list(app: web::Data<App>, caller: Caller) -> Result<web::Json<Vec<CrewOrder>>, Failure> {
    let staff = crew(&caller)?.id.clone();
    let state = app.clone();
    let (orders, new) = app
        .db
        .read(move |conn: &mut Conn| orders(&state, conn, &caller))
        .await?;
    if !new.is_empty() {
        let now = app.clock.now();
        app.db
            .write(move |conn: &mut Conn| {
                for case in &new {
                    audit::looked(conn, &staff, case, POINT, now)?;
                }
                Ok::<_, Failure>(())
            })
            .await?;
    }
    Ok(web::Json(orders))
}
