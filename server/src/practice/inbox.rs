//! What would have been an SMS: the hall shows it to whoever has asked for it, on the page on which they wait for it.

use actix_web::web::{self, ServiceConfig};
use chrono::TimeDelta;
use serde::Deserialize;
use shuiting_shared::api::DemoMessage;
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::person::Phone;

use crate::app::App;
use crate::body::Query;
use crate::db::Conn;
use crate::notice;
use crate::problem::Failure;

/// The latest are enough.
const MOST: i64 = 5;
/// Seconds for which one is shown: whoever asked for it is looking, and the next one with the same phone gets their own.
const FRESH_SECONDS: i64 = 30;

/// Its address.
pub(super) fn routes(config: &mut ServiceConfig) {
    config.route("/demo/messages", web::get().to(messages));
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct To {
    phone: String,
}

/// The messages that have just come to one phone, newest first.
async fn messages(app: web::Data<App>, to: Query<To>) -> Result<web::Json<Vec<DemoMessage>>, Failure> {
    let phone = Phone::read(&to.0.phone).map_err(|flaw| Failure::flawed(vec![FieldFlaw::new("phone", flaw)]))?;
    let since = app.clock.now() - TimeDelta::seconds(FRESH_SECONDS);
    let mut shown = app
        .db
        .read(move |conn: &mut Conn| notice::shown(conn, Some(phone.reveal()), MOST).map_err(Failure::from))
        .await?;
    shown.retain(|message| message.at >= since);
    Ok(web::Json(shown))
}
