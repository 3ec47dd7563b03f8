//! Answer templates over HTTP.

use actix_web::{HttpResponse, get, patch, post, web};
use shuiting_shared::api::{TemplateChange, TemplateVersion, TemplateView};
use shuiting_shared::problem::Problem;
use shuiting_shared::template::Template;

use crate::app::App;
use crate::body::{self, Body};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// The answer templates, for all staff. Those that are offered no more come last.
#[utoipa::path(operation_id = "templates", tag = "desk", responses((status = 200, body = Vec<TemplateView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/templates")]
pub(crate) async fn list(app: web::Data<App>, caller: Caller) -> Result<web::Json<Vec<TemplateView>>, Failure> {
    let templates = app.db.read(move |conn: &mut Conn| super::list(conn, &caller)).await?;
    Ok(web::Json(templates))
}

/// Writes a new answer template; for supervisors and administrators. Blanks such as `{number}` are filled in for each
/// case; one that there is not is a flaw that names it.
#[utoipa::path(operation_id = "add_template", tag = "desk", request_body = Template, responses((status = 201, body = TemplateView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/templates")]
pub(crate) async fn add(app: web::Data<App>, caller: Caller, body: Body<Template>) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::add(&state, conn, &caller, body.0))
        .await?;
    Ok(HttpResponse::Created().json(view))
}

/// Changes an answer template, removes it or brings it back; for supervisors and administrators. A change to an older
/// version than there is now is refused with 409.
#[utoipa::path(operation_id = "change_template", tag = "desk", params(("id" = String, Path)), request_body = TemplateChange, responses((status = 200, body = TemplateView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[patch("/desk/templates/{id}")]
pub(crate) async fn change(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<TemplateChange>,
) -> Result<web::Json<TemplateView>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::change(&state, conn, &caller, &id, body.0))
        .await?;
    Ok(web::Json(view))
}

/// Every version of an answer template, the newest first: who wrote it, when, and what it said.
#[utoipa::path(operation_id = "template_history", tag = "desk", params(("id" = String, Path)), responses((status = 200, body = Vec<TemplateVersion>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/templates/{id}/history")]
pub(crate) async fn history(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<web::Json<Vec<TemplateVersion>>, Failure> {
    let id = body::id(id.into_inner())?;
    let versions = app
        .db
        .read(move |conn: &mut Conn| super::history(conn, &caller, &id))
        .await?;
    Ok(web::Json(versions))
}
