//! Emergency water over HTTP.

use actix_web::{HttpResponse, delete, get, post, put, web};
use shuiting_shared::api::{CrewDelivery, DeliveryChange, DeliveryView, GiveWater, NearQuery, OutageVersion, StopView};
use shuiting_shared::delivery::Delivery;
use shuiting_shared::problem::{Code, Problem};

use crate::app::App;
use crate::body::{self, Body, Query};
use crate::db::Conn;
use crate::problem::Failure;
use crate::sent::Sent;
use crate::session::Caller;

/// Where water is to be had today and tomorrow, the nearest first: by the phone's point, or by town and street; at most 20.
/// For everybody. A point is used for this answer and kept nowhere.
#[utoipa::path(operation_id = "water_near", tag = "outage", params(("point" = Option<String>, Query, description = "`latitude,longitude`, WGS 84"), ("town" = Option<String>, Query, description = "The town's code; only its stops are told"), ("address" = Option<String>, Query, description = "A street or an address in it")), responses((status = 200, body = Vec<StopView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/water/near")]
pub(crate) async fn near(app: web::Data<App>, query: Query<NearQuery>) -> Result<web::Json<Vec<StopView>>, Failure> {
    let state = app.clone();
    let stops = app
        .db
        .read(move |conn: &mut Conn| super::look(&state, conn, &query.0))
        .await?;
    Ok(web::Json(stops))
}

/// The deliveries of an outage, for staff.
#[utoipa::path(operation_id = "deliveries_of_outage", tag = "desk", params(("id" = String, Path)), responses((status = 200, body = Vec<DeliveryView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/outages/{id}/deliveries")]
pub(crate) async fn of_outage(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<web::Json<Vec<DeliveryView>>, Failure> {
    let id = body::id(id.into_inner())?;
    let found = app
        .db
        .read(move |conn: &mut Conn| super::of_outage(conn, &caller, &id))
        .await?;
    Ok(web::Json(found))
}

/// Plans a delivery for an outage; for dispatchers, supervisors and administrators. Whoever was told of the outage is told
/// of it once.
#[utoipa::path(operation_id = "plan_delivery", tag = "desk", params(("id" = String, Path)), request_body = Delivery, responses((status = 201, body = DeliveryView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/outages/{id}/deliveries")]
pub(crate) async fn plan(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<Delivery>,
) -> Result<HttpResponse, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::plan(&state, conn, &caller, &id, body.0))
        .await?;
    app.crier.wake();
    app.outbox.wake();
    Ok(HttpResponse::Created().json(view))
}

/// Plans a delivery anew; for those who plan them. Stops at which water was given stay.
#[utoipa::path(operation_id = "change_delivery", tag = "desk", params(("id" = String, Path)), request_body = DeliveryChange, responses((status = 200, body = DeliveryView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[put("/desk/deliveries/{id}")]
pub(crate) async fn change(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<DeliveryChange>,
) -> Result<web::Json<DeliveryView>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::change::change(&state, conn, &caller, &id, body.0))
        .await?;
    app.crier.wake();
    app.outbox.wake();
    Ok(web::Json(view))
}

/// Takes a delivery back, as long as no water was given; for those who plan them.
#[utoipa::path(operation_id = "remove_delivery", tag = "desk", params(("id" = String, Path), ("version" = i32, Query)), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/desk/deliveries/{id}")]
pub(crate) async fn remove(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    at: Query<OutageVersion>,
) -> Result<HttpResponse, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    app.db
        .write(move |conn: &mut Conn| super::change::remove(&state, conn, &caller, &id, at.0.version))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// What the caller's unit brings today and tomorrow, for crews, the first first: the deliveries of notices that were posted,
/// also where they are over by now.
#[utoipa::path(operation_id = "crew_deliveries", tag = "crew", responses((status = 200, body = Vec<CrewDelivery>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/crew/deliveries")]
pub(crate) async fn of_crew(app: web::Data<App>, caller: Caller) -> Result<web::Json<Vec<CrewDelivery>>, Failure> {
    let state = app.clone();
    let found = app
        .db
        .read(move |conn: &mut Conn| super::crew::of_unit(&state, conn, &caller))
        .await?;
    Ok(web::Json(found))
}

/// Ticks off a stop, by its place in the list from 0: water was given there. For crews, dispatchers, supervisors and
/// administrators; once a stop. It may have waited on a phone: `Acted-Ago` says for how many seconds.
#[utoipa::path(operation_id = "give_water", tag = "desk", params(("id" = String, Path), ("stop" = usize, Path), ("Idempotency-Key" = String, Header, description = "A random text of your own, at most 64 characters: what is sent again under it is done once"), ("Acted-Ago" = Option<i64>, Header, description = "Seconds since it was done")), request_body = GiveWater, responses((status = 200, body = DeliveryView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/deliveries/{id}/stops/{stop}/acts")]
pub(crate) async fn give(
    app: web::Data<App>,
    caller: Caller,
    path: web::Path<(String, String)>,
    sent: Sent,
    body: Body<GiveWater>,
) -> Result<web::Json<DeliveryView>, Failure> {
    let (id, stop) = path.into_inner();
    let id = body::id(id)?;
    // What is no number is no place in the list.
    let stop: usize = stop.parse().map_err(|_| Failure::new(Code::NotFound))?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::give::give(&state, conn, &caller, (&id, stop), &sent, &body.0))
        .await?;
    Ok(web::Json(view))
}
