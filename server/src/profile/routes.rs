//! Profiles over HTTP, each to its owner alone.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use shuiting_shared::api::{OwnIdNumber, ProfileChange, ProfileView};
use shuiting_shared::problem::{Code, Problem};
use shuiting_shared::profile::Profile;

use crate::app::App;
use crate::body::Body;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// What is kept of me so that I need not type it again, the identity number masked.
#[utoipa::path(operation_id = "show_profile", tag = "session", responses((status = 200, body = ProfileView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/me/profile")]
pub(crate) async fn show(app: web::Data<App>, caller: Caller) -> Result<web::Json<ProfileView>, Failure> {
    Ok(web::Json(mine(&app, caller).await?.view()))
}

/// Changes what may be kept of me; what may not be is erased at once.
#[utoipa::path(operation_id = "change_profile", tag = "session", request_body = ProfileChange, responses((status = 200, body = ProfileView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[patch("/me/profile")]
pub(crate) async fn change(
    app: web::Data<App>,
    caller: Caller,
    body: Body<ProfileChange>,
) -> Result<web::Json<ProfileView>, Failure> {
    let state = app.clone();
    let profile = app
        .db
        .write(move |conn: &mut Conn| super::change(&state, conn, &caller, &body.0))
        .await?;
    Ok(web::Json(profile.view()))
}

/// Erases at once what is kept of me so that I need not type it again. What I have filed stays with its cases.
#[utoipa::path(operation_id = "erase_profile", tag = "session", responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/me/profile")]
pub(crate) async fn erase(app: web::Data<App>, caller: Caller) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    app.db
        .write(move |conn: &mut Conn| super::update(&state, conn, super::owner(&caller)?, Profile::forget))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// My own identity number in full, to be put into a form; not found where none is kept.
#[utoipa::path(tag = "session", responses((status = 200, body = OwnIdNumber), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/me/profile/id-number")]
pub(crate) async fn own_id_number(app: web::Data<App>, caller: Caller) -> Result<web::Json<OwnIdNumber>, Failure> {
    let profile = mine(&app, caller).await?;
    let id_number = profile.id_number().ok_or_else(|| Failure::new(Code::NotFound))?;
    Ok(web::Json(OwnIdNumber {
        id_number: id_number.to_owned(),
    }))
}

async fn mine(app: &web::Data<App>, caller: Caller) -> Result<Profile, Failure> {
    let state = app.clone();
    app.db
        .read(move |conn: &mut Conn| super::of(&state, conn, &caller))
        .await
}
