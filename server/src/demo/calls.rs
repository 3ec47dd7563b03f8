//! `/demo/calls`: the telephone system of the demo city. It rings at a seat, is answered and hung up, told in the way of a
//! real one: signed, and through the same door.

use actix_web::HttpResponse;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::web::{self, ServiceConfig};
use maud::{Markup, html};
use serde::Deserialize;
use shuiting_shared::api::CallTold;
use shuiting_shared::call::Told;
use shuiting_shared::problem::Code;

use super::city;
use super::page::page;
use crate::app::App;
use crate::body::Query;
use crate::call::{self, signed};
use crate::ids;
use crate::problem::Failure;

const PATH: &str = "/demo/calls";
/// Who may call, counted as they moved in, and what is known of them.
const CALLERS: [(u32, &str, &str); 3] = [
    (4, "有水费户,欠三期", "has an account, owes three bills"),
    (5, "有水费户", "has an account"),
    (12, "以前办过事", "has filed before"),
];
/// Somebody whom nobody knows.
const STRANGER: &str = "076922000000";
/// At whose seat it rings, where nobody says another.
const SEAT: &str = "agent";

/// Its addresses.
pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .route(PATH, web::get().to(show))
        .route(PATH, web::post().to(tell));
}

/// What is to be told next. A call that is new has no id.
#[derive(Deserialize)]
struct Form {
    #[serde(default)]
    id: String,
    #[serde(default)]
    phone: String,
    /// Typed, and in the place of the one that is chosen.
    #[serde(default)]
    other: String,
    #[serde(default)]
    seat: String,
    event: Told,
}

/// The call that the page is about.
#[derive(Deserialize)]
struct Under {
    #[serde(default)]
    id: String,
    #[serde(default)]
    seat: String,
    event: Option<Told>,
}

async fn tell(app: web::Data<App>, form: web::Form<Form>) -> Result<HttpResponse, Failure> {
    let Form {
        id,
        phone,
        other,
        seat,
        event,
    } = form.into_inner();
    let now = app.clock.now();
    let id = if id.is_empty() { ids::new(now) } else { id };
    let seat = if seat.trim().is_empty() { SEAT.to_owned() } else { seat };
    let told = CallTold {
        id: id.clone(),
        event,
        phone: Some(if other.trim().is_empty() { phone } else { other }),
        seat: seat.clone(),
        at: now,
    };
    let body = serde_json::to_vec(&told)?;
    let secret = app.calls.as_ref().ok_or_else(|| Failure::new(Code::NoCalls))?;
    let timestamp = now.timestamp().to_string();
    let mut headers = HeaderMap::new();
    for (name, value) in [
        (signed::TIMESTAMP, timestamp.clone()),
        (signed::SIGNATURE, secret.sign(&timestamp, &body)),
    ] {
        let name = HeaderName::try_from(name).map_err(Failure::broken)?;
        headers.insert(name, HeaderValue::try_from(value).map_err(Failure::broken)?);
    }
    call::receive(&app, &headers, &body).await?;
    let mut query = form_urlencoded::Serializer::new(String::new());
    query
        .append_pair("id", &id)
        .append_pair("seat", &seat)
        .append_pair("event", event.code());
    let back = format!("{PATH}?{}", query.finish());
    Ok(HttpResponse::SeeOther()
        .insert_header((header::LOCATION, back))
        .finish())
}

/// A button that tells something of the call that is under way.
fn button(id: &str, seat: &str, event: Told, zh: &str, en: &str) -> Markup {
    html! {
        form method="post" {
            input type="hidden" name="id" value=(id);
            input type="hidden" name="seat" value=(seat);
            button name="event" value=(event.code()) { (zh) " " span lang="en" { (en) } }
        }
    }
}

async fn show(app: web::Data<App>, under: Query<Under>) -> HttpResponse {
    let Under { id, seat, event } = under.0;
    let body = html! {
        p {
            "打给热线:坐席的页面马上会知道是谁。" br;
            span lang="en" { "Call the hotline: the agent's page knows at once who it is." }
        }
        @match event {
            Some(Told::Ringing) => {
                (button(&id, &seat, Told::Answered, "接通", "Answer"))
                (button(&id, &seat, Told::Ended, "没等到就挂断", "Hang up before"))
            }
            Some(Told::Answered) => (button(&id, &seat, Told::Ended, "挂断", "Hang up")),
            Some(Told::Ended) => p { "已挂断。" span lang="en" { " It is over." } },
            None => {}
        }
        form method="post" {
            label for="phone" { "谁打来 " span lang="en" { "Who calls" } }
            select id="phone" name="phone" {
                @for (n, zh, en) in CALLERS {
                    option value=(city::phone(n)) { (city::name(n)) " " (zh) " · " (en) }
                }
                option value=(STRANGER) { "陌生号码 A number nobody knows" }
                option value="" { "号码隐藏 Withheld" }
            }
            label for="other" { "或输入号码 " span lang="en" { "Or another number" } }
            input id="other" name="other" type="tel" autocomplete="off";
            label for="seat" { "坐席 " span lang="en" { "Seat" } }
            input id="seat" name="seat" value=(SEAT) autocomplete="off";
            button name="event" value=(Told::Ringing.code()) { "响铃 " span lang="en" { "Ring" } }
        }
        p { a href="/desk/calls" { "坐席的页面 " span lang="en" { "The agent's page" } } }
    };
    page(app.realm, "演示来电", "Demo calls", &body)
}
