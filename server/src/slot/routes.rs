//! The times at which somebody can come, over HTTP.

use actix_web::{get, web};
use serde::Deserialize;
use shuiting_shared::api::SlotView;
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::problem::Problem;

use crate::app::App;
use crate::body::Query;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// Where somebody is to come.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct At {
    town: String,
}

/// The times at which somebody can come in a town, the earliest first, with the places that each has left; full ones have
/// none. For whoever has a session, guests too. A filing takes a place when it is sent, and not before.
#[utoipa::path(operation_id = "slots", tag = "catalogue", params(("town" = String, Query, description = "The town's code", example = "nancheng")), responses((status = 200, body = Vec<SlotView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/slots")]
pub(crate) async fn list(
    app: web::Data<App>,
    _caller: Caller,
    at: Query<At>,
) -> Result<web::Json<Vec<SlotView>>, Failure> {
    let At { town } = at.0;
    if app.house.town(&town).is_none() {
        return Err(Failure::flawed(vec![FieldFlaw::new("town", Flaw::NotATown)]));
    }
    let state = app.clone();
    let offered = app
        .db
        .read(move |conn: &mut Conn| super::offered(&state, conn, &town))
        .await?;
    Ok(web::Json(offered))
}
