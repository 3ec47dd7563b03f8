//! What anybody may know.

use actix_web::http::header;
use actix_web::{HttpResponse, get, web};
use shuiting_shared::api::ServiceView;
use shuiting_shared::house::House;
use shuiting_shared::tariff::Tariffs;

use crate::app::App;

/// Changes with a release only, but a release may come at any time.
const KEPT: &str = "public, max-age=300";

/// The 23 services: who may file, what to bring, how it goes, how long it takes, and the questions of the form.
#[utoipa::path(tag = "catalogue", responses((status = 200, body = Vec<ServiceView>)))]
#[get("/services")]
pub(crate) async fn services(app: web::Data<App>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, KEPT))
        .json(super::services(&app.house))
}

/// The house rules: towns, units, time limits, working days.
#[utoipa::path(tag = "catalogue", responses((status = 200, body = House)))]
#[get("/house")]
pub(crate) async fn house(app: web::Data<App>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, KEPT))
        .json(&*app.house)
}

/// What water costs: every tariff with its earlier versions, and the one that holds where none is named. Prices are fen
/// a cubic metre.
#[utoipa::path(tag = "catalogue", responses((status = 200, body = Tariffs)))]
#[get("/tariffs")]
pub(crate) async fn tariffs(app: web::Data<App>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, KEPT))
        .json(&*app.tariffs)
}
