//! What would have been an SMS: the hall shows it to whoever has asked for it, on the page on which they wait for it.

use actix_web::web::{self, ServiceConfig};
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

/// Its address.
pub(super) fn routes(config: &mut ServiceConfig) {
    config.route("/demo/messages", web::get().to(messages));
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct To {
    phone: String,
}

/// The latest messages to one phone, newest first.
async fn messages(app: web::Data<App>, to: Query<To>) -> Result<web::Json<Vec<DemoMessage>>, Failure> {
    let phone = Phone::read(&to.0.phone).map_err(|flaw| Failure::flawed(vec![FieldFlaw::new("phone", flaw)]))?;
    let shown = app
        .db
        .read(move |conn: &mut Conn| notice::shown(conn, Some(phone.reveal()), MOST).map_err(Failure::from))
        .await?;
    Ok(web::Json(shown))
}
