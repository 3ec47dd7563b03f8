//! Photos as WeChat fetches them to look at: by an address that holds for an hour and that nobody can guess.

use actix_web::HttpResponse;
use actix_web::web::{self, ServiceConfig};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;

use crate::app::App;
use crate::attachment;
use crate::db::Conn;
use crate::problem::Failure;

const PLACE: &str = "vetting.photo";
const MINUTES: i64 = 60;

#[derive(Serialize, Deserialize)]
struct Lent {
    photo: String,
    until: Moment,
}

/// The address of a photo for WeChat; none where the house has no public address.
pub(super) fn address(app: &App, photo: &str) -> Result<Option<String>, Failure> {
    let Some(house) = &app.url else { return Ok(None) };
    let lent = Lent {
        photo: photo.to_owned(),
        until: app.clock.now() + TimeDelta::minutes(MINUTES),
    };
    let sealed = app
        .keys
        .seal(PLACE, &serde_json::to_string(&lent)?)
        .map_err(Failure::broken)?;
    Ok(Some(format!("{house}/wechat/photos/{sealed}")))
}

/// The address of photos for WeChat.
pub(crate) fn routes(config: &mut ServiceConfig) {
    config.route("/wechat/photos/{sealed}", web::get().to(show));
}

/// A photo that WeChat was asked to look at, by the address it was given.
async fn show(app: web::Data<App>, sealed: web::Path<String>) -> Result<HttpResponse, Failure> {
    let gone = || Failure::new(Code::NotFound);
    let opened = app.keys.open(PLACE, &sealed).map_err(|_| gone())?;
    let lent: Lent = serde_json::from_str(&opened)?;
    if lent.until <= app.clock.now() {
        return Err(gone());
    }
    let photo = app
        .db
        .read(move |conn: &mut Conn| attachment::find(conn, &lent.photo).map_err(Failure::from))
        .await?
        .ok_or_else(gone)?;
    attachment::jpeg(&app, photo.hash).await
}
