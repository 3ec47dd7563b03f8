//! Views over HTTP.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use shuiting_shared::api::{NewView, SavedView, ViewChange, Views};
use shuiting_shared::problem::Problem;

use crate::app::App;
use crate::body::Body;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// The desk's views, built in and saved, each with how many cases stand in it.
#[utoipa::path(operation_id = "list_views", tag = "desk", responses((status = 200, body = Views), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/views")]
pub(crate) async fn list(app: web::Data<App>, caller: Caller) -> Result<web::Json<Views>, Failure> {
    let state = app.clone();
    let views = app
        .db
        .read(move |conn: &mut Conn| super::all(&state, conn, &caller))
        .await?;
    Ok(web::Json(views))
}

/// Saves a filter as a view: one's own, or, by supervisors and administrators, one for all of a role.
#[utoipa::path(operation_id = "save_view", tag = "desk", request_body = NewView, responses((status = 201, body = SavedView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/views")]
pub(crate) async fn save(app: web::Data<App>, caller: Caller, body: Body<NewView>) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::save(&state, conn, &caller, &body.0))
        .await?;
    Ok(HttpResponse::Created().json(view))
}

/// Renames a saved view, or moves it among those beside it.
#[utoipa::path(operation_id = "change_view", tag = "desk", params(("id" = String, Path)), request_body = ViewChange, responses((status = 200, body = SavedView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[patch("/desk/views/{id}")]
pub(crate) async fn change(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<ViewChange>,
) -> Result<web::Json<SavedView>, Failure> {
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::change(&state, conn, &caller, &id, &body.0))
        .await?;
    Ok(web::Json(view))
}

/// Removes a saved view.
#[utoipa::path(operation_id = "remove_view", tag = "desk", params(("id" = String, Path)), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/desk/views/{id}")]
pub(crate) async fn remove(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    app.db
        .write(move |conn: &mut Conn| super::remove(conn, &caller, &id))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
