//! What the page of the demo city's WeChat asks for.

use actix_web::HttpResponse;
use actix_web::http::header::{self, HeaderValue};
use actix_web::web::{self, ServiceConfig};
use serde::{Deserialize, Serialize};
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::person::Phone;
use shuiting_shared::time::Moment;

use super::store::{self, Kind};
use super::{openid, page, templates};
use crate::app::App;
use crate::body::{Body, Query};
use crate::db::Conn;
use crate::keys;
use crate::problem::Failure;

/// The script that plays `wx` for the hall.
pub(super) const SCRIPT: &str = "/demo/wechat/wx.js";
/// So many messages are shown.
const MOST: i64 = 30;

/// Its addresses.
pub(in crate::demo) fn routes(config: &mut ServiceConfig) {
    config
        .route("/demo/wechat", web::get().to(page::show))
        .route(SCRIPT, web::get().to(|| async { script(include_str!("wx.js")) }))
        .route(
            "/demo/wechat/phone.js",
            web::get().to(|| async { script(include_str!("phone.js")) }),
        )
        .route(
            "/demo/wechat/sheets.js",
            web::get().to(|| async { script(include_str!("sheets.js")) }),
        )
        .route("/demo/wechat/phone.css", web::get().to(style))
        .route("/demo/wechat/codes", web::post().to(hand_out))
        .route("/demo/wechat/consents", web::post().to(agree))
        .route("/demo/wechat/messages", web::get().to(messages));
}

fn file(media_type: &'static str, text: &'static str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(media_type)
        .insert_header((header::CACHE_CONTROL, HeaderValue::from_static("no-cache")))
        .body(text)
}

fn script(text: &'static str) -> HttpResponse {
    file("text/javascript; charset=utf-8", text)
}

async fn style() -> HttpResponse {
    file("text/css; charset=utf-8", include_str!("phone.css"))
}

fn phone(raw: &str) -> Result<String, Failure> {
    let read = Phone::read(raw).map_err(|flaw| Failure::flawed(vec![FieldFlaw::new("phone", flaw)]))?;
    Ok(read.reveal().to_owned())
}

#[derive(Deserialize)]
struct Wanted {
    phone: String,
    kind: Kind,
}

#[derive(Serialize)]
struct HandedOut {
    code: String,
}

/// Hands out a code for whoever holds a phone.
async fn hand_out(app: web::Data<App>, wanted: Body<Wanted>) -> Result<HttpResponse, Failure> {
    let (phone, kind, code, now) = (phone(&wanted.0.phone)?, wanted.0.kind, keys::token(), app.clock.now());
    let out = HandedOut { code: code.clone() };
    app.db
        .write(move |conn: &mut Conn| store::hand_out(conn, &code, kind, &phone, now).map_err(Failure::from))
        .await?;
    Ok(HttpResponse::Created().json(out))
}

#[derive(Deserialize)]
struct Agreed {
    phone: String,
    templates: Vec<String>,
}

/// Notes what whoever holds a phone agrees to.
async fn agree(app: web::Data<App>, agreed: Body<Agreed>) -> Result<HttpResponse, Failure> {
    let openid = openid(&phone(&agreed.0.phone)?);
    let note = move |conn: &mut Conn| {
        let known = agreed
            .0
            .templates
            .iter()
            .filter(|id| templates::titles().any(|(known, _)| known == *id));
        for template in known {
            store::agree(conn, &openid, template)?;
        }
        Ok::<_, Failure>(())
    };
    app.db.write(note).await?;
    Ok(HttpResponse::NoContent().finish())
}

#[derive(Deserialize)]
struct To {
    phone: String,
}

/// A message as it is shown.
#[derive(Serialize)]
struct Arrived {
    id: String,
    at: Moment,
    title: String,
    page: String,
    lines: Vec<(String, String)>,
}

impl Arrived {
    fn of(row: store::Message) -> Result<Self, Failure> {
        let blanks: Vec<(String, String)> = serde_json::from_str(&row.data)?;
        let label = |blank: &str| templates::label(&row.template, blank).to_owned();
        Ok(Self {
            lines: blanks
                .into_iter()
                .map(|(blank, value)| (label(&blank), value))
                .collect(),
            title: templates::title(&row.template).to_owned(),
            at: row.at.and_utc(),
            id: row.id,
            page: row.page,
        })
    }
}

/// What has arrived for whoever holds a phone, newest first.
async fn messages(app: web::Data<App>, to: Query<To>) -> Result<web::Json<Vec<Arrived>>, Failure> {
    let openid = openid(&phone(&to.0.phone)?);
    let rows = app
        .db
        .read(move |conn: &mut Conn| store::arrived(conn, &openid, MOST).map_err(Failure::from))
        .await?;
    Ok(web::Json(rows.into_iter().map(Arrived::of).collect::<Result<_, _>>()?))
}
