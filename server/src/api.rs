//! The table of routes, and its OpenAPI document.

use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, Responder, dev};
use serde_json::json;
use shuiting_shared::problem::Code;
use shuiting_shared::realm::Realm;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Info, OpenApi, OpenApiBuilder, SecurityRequirement};
use utoipa_actix_web::scope;

use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::{
    attachment, authority, call, callback, case, catalogue, debit, delivery, event, export, helping, knowledge, notice,
    onsite, order, outage, pay, print, profile, session, signpost, slot, staff, template, views, volunteer, water,
    wechat,
};

/// Where the API lies.
const BASE: &str = "/api/v1";

/// Every route of the API; each stands in the OpenAPI document by being here.
#[expect(clippy::too_many_lines, reason = "a table of routes is read in one piece")]
pub fn routes() -> scope::Scope<
    impl dev::ServiceFactory<
        dev::ServiceRequest,
        Config = (),
        Response = dev::ServiceResponse,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    scope(BASE)
        .service(catalogue::routes::services)
        .service(catalogue::routes::house)
        .service(slot::routes::list)
        .service(catalogue::routes::tariffs)
        .service(session::routes::send_code)
        .service(session::routes::sign_in)
        .service(session::routes::start_guest)
        .service(session::wechat::sign_in_by_wechat)
        .service(session::wechat::my_wechat)
        .service(session::wechat::unbind_wechat)
        .service(session::ticket::give_ticket)
        .service(wechat::push::check_push)
        .service(wechat::push::push)
        .service(signpost::routes::picture)
        .service(session::routes::sign_in_staff)
        .service(wechat::page::page)
        .service(session::routes::refresh)
        .service(session::routes::sign_out)
        .service(session::routes::sign_out_everywhere)
        .service(session::routes::me)
        .service(session::routes::change_me)
        .service(session::routes::my_devices)
        .service(session::routes::sign_device_out)
        .service(export::mine)
        .service(notice::routes::list)
        .service(notice::routes::unread)
        .service(notice::routes::see)
        .service(notice::routes::offers)
        .service(notice::routes::give)
        .service(notice::routes::undelivered)
        .service(notice::routes::again)
        .service(notice::routes::drop_dead)
        .service(profile::routes::show)
        .service(profile::routes::change)
        .service(profile::routes::erase)
        .service(profile::routes::own_id_number)
        .service(water::routes::list)
        .service(water::routes::bind)
        .service(water::routes::show)
        .service(water::routes::rename)
        .service(water::routes::unbind)
        .service(water::routes::share)
        .service(water::routes::unshare)
        .service(water::routes::bills)
        .service(water::routes::bill)
        .service(pay::routes::owed)
        .service(pay::routes::begin)
        .service(pay::routes::list)
        .service(pay::routes::show)
        .service(pay::routes::look_now)
        .service(pay::receipt::receipt)
        .service(pay::routes::callback)
        .service(wechat::pay::routes::pay_in_wechat)
        .service(wechat::pay::routes::code)
        .service(pay::routes::show_books)
        .service(pay::routes::resolve)
        .service(water::routes::is_ready)
        .service(debit::routes::end)
        .service(authority::routes::mine)
        .service(authority::routes::bring)
        .service(authority::routes::withdraw)
        .service(authority::routes::end_by_owner)
        .service(attachment::routes::upload)
        .service(attachment::routes::show)
        .service(attachment::routes::thumbnail)
        .service(case::routes::file)
        .service(case::routes::mine)
        .service(case::routes::my_events)
        .service(case::routes::show)
        .service(case::routes::act)
        .service(print::routes::print)
        .service(case::routes::reveal)
        .service(case::routes::file_for)
        .service(case::routes::desk)
        .service(order::crew::routes::list)
        .service(case::routes::desk_events)
        .service(case::routes::act_on_many)
        .service(case::routes::beside::related)
        .service(case::routes::beside::come)
        .service(case::routes::beside::leave)
        .service(water::routes::beside)
        .service(debit::routes::list)
        .service(authority::routes::list)
        .service(authority::routes::verdict)
        .service(authority::routes::end)
        .service(case::near::routes::near)
        .service(case::near::routes::me_too)
        .service(case::near::routes::unfollow)
        .service(outage::routes::list)
        .service(outage::routes::show)
        .service(outage::routes::of_case)
        .service(outage::routes::my_areas)
        .service(outage::routes::follow)
        .service(outage::routes::at_desk)
        .service(outage::routes::draft)
        .service(outage::routes::post_one)
        .service(outage::routes::change)
        .service(outage::routes::end)
        .service(outage::routes::discard)
        .service(outage::routes::cases)
        .service(outage::routes::link)
        .service(outage::routes::report)
        .service(delivery::routes::near)
        .service(delivery::routes::of_outage)
        .service(delivery::routes::plan)
        .service(delivery::routes::change)
        .service(delivery::routes::remove)
        .service(delivery::routes::of_crew)
        .service(delivery::routes::give)
        .service(event::routes::list)
        // Before the one whose id it would be taken for.
        .service(event::files::calendar)
        .service(event::routes::show)
        .service(event::routes::follow)
        .service(event::routes::unfollow)
        .service(event::routes::plan)
        .service(volunteer::routes::show)
        .service(volunteer::routes::sign_up)
        .service(volunteer::routes::stop)
        .service(volunteer::routes::certificate)
        .service(volunteer::routes::take_shift)
        .service(volunteer::routes::give_up)
        .service(volunteer::routes::mine)
        .service(volunteer::routes::check)
        .service(volunteer::routes::codes)
        .service(volunteer::routes::helpers)
        .service(volunteer::routes::change)
        .service(helping::routes::prepare)
        .service(helping::routes::progress)
        .service(helping::routes::show)
        .service(helping::routes::code)
        .service(helping::routes::send_code)
        .service(helping::routes::agree)
        .service(onsite::routes::note)
        .service(onsite::routes::list)
        .service(event::routes::change)
        .service(event::routes::publish)
        .service(event::routes::cancel)
        .service(event::routes::discard)
        .service(event::files::poster)
        .service(event::report::routes::period)
        .service(event::report::routes::as_csv)
        .service(event::report::routes::as_pdf)
        .service(event::report::routes::one)
        .service(event::report::routes::add_photos)
        .service(event::report::routes::remove_photo)
        .service(views::routes::list)
        .service(views::routes::save)
        .service(views::routes::change)
        .service(views::routes::remove)
        .service(order::routes::board)
        .service(order::routes::report)
        .service(callback::routes::list)
        .service(callback::routes::phone)
        .service(callback::routes::tell)
        .service(staff::routes::colleagues)
        .service(template::routes::list)
        .service(template::routes::add)
        .service(template::routes::change)
        .service(template::routes::history)
        .service(knowledge::routes::find)
        .service(knowledge::routes::read)
        .service(knowledge::routes::vote)
        .service(knowledge::routes::list)
        .service(knowledge::routes::add)
        .service(knowledge::routes::change)
        .service(knowledge::routes::history)
        .service(call::routes::tell)
        .service(call::routes::mine)
        .service(call::routes::near)
        // Before the one whose id it would be taken for.
        .service(call::routes::make_burst)
        .service(call::routes::conclude)
        .service(call::routes::report)
        .route("/openapi.json", web::get().to(openapi))
        .default_service(web::to(unknown))
}

/// What the document says beside the routes.
pub fn document() -> OpenApi {
    let mut info = Info::new("Shuiting 水厅", env!("CARGO_PKG_VERSION"));
    info.description = Some(
        "Sign in with a code by SMS, then file, follow and rate. A browser is known by cookies, any other client by \
         a bearer token (`\"bearer\": true` when signing in). Errors are problem details (RFC 9457) in the language \
         of `Accept-Language`, `zh` or `en`."
            .to_owned(),
    );
    let mut document = OpenApiBuilder::new()
        .info(info)
        .security(Some([
            SecurityRequirement::new("bearer", Vec::<String>::new()),
            SecurityRequirement::new("cookie", Vec::<String>::new()),
        ]))
        .build();
    let schemes = &mut document.components.get_or_insert_default().security_schemes;
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .build();
    schemes.insert("bearer".to_owned(), SecurityScheme::Http(bearer));
    schemes.insert(
        "cookie".to_owned(),
        SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new("hall_access"))),
    );
    document
}

/// The addresses of the API, to tell a wrong method from a wrong address.
#[derive(Clone)]
struct Addresses(Vec<dev::ResourceDef>);

/// What the routes above need to know of themselves in a city, the probes, and an answer for every other address below `/api`.
pub(crate) fn serve(config: &mut ServiceConfig, realm: Realm, document: OpenApi) {
    let addresses = document
        .paths
        .paths
        .keys()
        .map(|path| dev::ResourceDef::new(realm.address(path)))
        .collect();
    config
        .app_data(web::Data::new(Addresses(addresses)))
        .app_data(web::Data::new(document))
        .route("/healthz", web::get().to(healthy))
        .route("/readyz", web::get().to(ready))
        .service(web::resource("/api{rest:.*}").to(unknown));
}

async fn openapi(document: web::Data<OpenApi>) -> web::Json<web::Data<OpenApi>> {
    web::Json(document)
}

async fn healthy() -> impl Responder {
    HttpResponse::Ok().json(json!({ "status": "ok" }))
}

/// Ready is who can get a connection that answers.
async fn ready(app: web::Data<App>) -> Result<HttpResponse, Failure> {
    app.db.read(|_: &mut Conn| Ok::<_, Failure>(())).await?;
    Ok(HttpResponse::Ok().json(json!({ "status": "ok" })))
}

async fn unknown(request: HttpRequest, addresses: web::Data<Addresses>) -> Result<HttpResponse, Failure> {
    let known = addresses.0.iter().any(|address| address.is_match(request.path()));
    Err(Failure::new(if known { Code::WrongMethod } else { Code::NotFound }))
}
