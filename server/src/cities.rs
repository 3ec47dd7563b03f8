//! What each of the two cities answers, and where what their handlers are given hangs.

use actix_web::{App as ActixApp, Scope, web};
use utoipa::openapi::OpenApi;
use utoipa_actix_web::AppExt as _;

use crate::app::App;
use crate::{api, demo, problem, session, signpost, site, vetting};

/// What the API says of itself: its routes, each with what it takes and gives.
pub(crate) fn described() -> OpenApi {
    let app = ActixApp::new().into_utoipa_app().openapi(api::document());
    app.service(api::routes()).split_for_parts().1
}

/// What every city answers, below its own base. All that its handlers are given hangs here, and nothing of it anywhere
/// above: whatever is asked of one city can reach no other.
fn city(app: &App, document: OpenApi) -> Scope {
    web::scope(app.realm.base())
        .app_data(web::Data::new(app.clone()))
        .service(api::routes())
        .configure(|config| api::serve(config, app.realm, document))
}

/// The real one.
pub(crate) fn real(app: &App, document: OpenApi) -> Scope {
    let city = city(app, document);
    let city = if app.demo { city.configure(demo::routes) } else { city };
    city.configure(problem::routes)
        .configure(session::pages::routes)
        .configure(signpost::routes::routes)
        .configure(vetting::routes)
        .configure(site::routes)
}

/// The one for practising. It has no desk, no WeChat and no signposts.
pub(crate) fn practice(app: &App, document: OpenApi) -> Scope {
    city(app, document)
        .configure(crate::practice::routes)
        .configure(site::hall_alone)
}
