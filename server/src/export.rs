//! All that is kept about a resident, for them to take along.

use actix_web::http::header::{ContentDisposition, DispositionParam, DispositionType};
use actix_web::{HttpResponse, get, web};
use shuiting_shared::api::MyData;
use shuiting_shared::problem::Problem;

use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{authority, call, case, event, notice, outage, pay, profile, session, water};

/// All that is kept about me, as a file.
#[utoipa::path(operation_id = "export_mine", tag = "session", responses((status = 200, body = MyData), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/me/export")]
pub(crate) async fn mine(app: web::Data<App>, caller: Caller) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let data = app
        .db
        .read(move |conn: &mut Conn| gather(&state, conn, &caller))
        .await?;
    let file = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename("shuiting.json".to_owned())],
    };
    Ok(HttpResponse::Ok().insert_header(file).json(data))
}

fn gather(app: &App, conn: &mut Conn, caller: &Caller) -> Result<MyData, Failure> {
    let resident = caller.resident()?;
    let phone = resident.proved_phone()?.to_owned();
    let at = app.clock.now();
    Ok(MyData {
        at,
        phone,
        lang: resident.lang,
        text_size: resident.text_size,
        told: resident.told,
        profile: profile::of(app, conn, caller)?.view(),
        devices: session::devices(conn, caller, at)?,
        water_accounts: water::mine(app, conn, caller)?,
        authorities: authority::of(conn, caller)?,
        orders: pay::mine(conn, caller)?,
        events: event::followed(conn, caller)?,
        outage_areas: outage::followed(conn, caller)?.areas,
        messages: notice::all_of(app, conn, caller)?,
        calls: call::of_phone(conn, resident.proved_phone()?)?,
        cases: case::all_of(app, conn, caller)?,
    })
}
