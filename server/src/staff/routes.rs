//! Colleagues over HTTP.

use actix_web::{get, web};
use shuiting_shared::api::Colleague;
use shuiting_shared::case::Role;
use shuiting_shared::problem::Problem;

use super::store;
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// Everybody who may use the desk, by name.
#[utoipa::path(tag = "desk", responses((status = 200, body = Vec<Colleague>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/staff")]
pub(crate) async fn colleagues(app: web::Data<App>, caller: Caller) -> Result<web::Json<Vec<Colleague>>, Failure> {
    caller.staff()?;
    let members = app
        .db
        .read(|conn: &mut Conn| store::at_desk(conn).map_err(Failure::from))
        .await?;
    let colleagues = members.into_iter().filter_map(|member| {
        Some(Colleague {
            role: Role::from_code(&member.role)?,
            name: member.name,
            display: member.display,
        })
    });
    Ok(web::Json(colleagues.collect()))
}
