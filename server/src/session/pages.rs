//! Addresses that a browser is sent to for signing in, rather than asked by a program: WeChat's own sign-in of pages, and
//! tickets of the mini-program. Each leads on to a page of the hall, whatever happens.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header;
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use chrono::TimeDelta;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use shuiting_shared::address::is_ours;
use shuiting_shared::api::{AppKind, WhySignIn};
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;

use super::{SESSIONS, Side, device, ticket, wechat};
use crate::app::App;
use crate::body::Query;
use crate::db::Conn;
use crate::keys;
use crate::problem::Failure;
use crate::wechat::{Identity, Trouble};

const STATE: &str = "hall_wechat";
const PENDING: &str = "hall_wechat_pending";
const PATH: &str = "/wechat";
/// Minutes that somebody may take on their way.
const MINUTES: i64 = 10;

/// The addresses.
pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .route("/wechat/sign-in", web::get().to(leave))
        .route("/wechat/back", web::get().to(come_back))
        .route("/wechat/enter", web::get().to(enter));
}

/// What a browser keeps while somebody is on their way; sealed, so that it is ours.
#[derive(Serialize, Deserialize)]
struct Kept<T> {
    what: T,
    until: Moment,
}

#[derive(Serialize, Deserialize)]
struct Way {
    state: String,
    next: String,
}

#[derive(Serialize, Deserialize)]
struct Pending {
    app: AppKind,
    openid: String,
    unionid: Option<String>,
}

fn keep<T: Serialize>(app: &App, name: &'static str, path: &'static str, what: T) -> Result<Cookie<'static>, Failure> {
    let until = app.clock.now() + TimeDelta::minutes(MINUTES);
    let sealed = serde_json::to_string(&Kept { what, until })?;
    let sealed = app.keys.seal(name, &sealed).map_err(Failure::broken)?;
    Ok(Cookie::build(name, sealed)
        .path(path)
        .http_only(true)
        .secure(app.https)
        .same_site(SameSite::Lax)
        .max_age(Duration::minutes(MINUTES))
        .finish())
}

fn kept<T: DeserializeOwned>(app: &App, request: &HttpRequest, name: &str) -> Option<T> {
    let cookie = request.cookie(name)?;
    let opened = app.keys.open(name, cookie.value()).ok()?;
    let kept: Kept<T> = serde_json::from_str(&opened).ok()?;
    (kept.until > app.clock.now()).then_some(kept.what)
}

fn gone(name: &'static str, path: &'static str) -> Cookie<'static> {
    let mut cookie = Cookie::build(name, "").path(path).finish();
    cookie.make_removal();
    cookie
}

/// Whoever has come back from WeChat to this browser and was not known there yet.
pub(super) fn pending(app: &App, request: &HttpRequest) -> Option<Identity> {
    let pending: Pending = kept(app, request, PENDING)?;
    Some(Identity {
        app: pending.app,
        openid: pending.openid,
        unionid: pending.unionid,
    })
}

/// They are known now.
pub(super) fn no_pending() -> Cookie<'static> {
    gone(PENDING, SESSIONS)
}

/// Leads on to a page of the hall.
fn on(to: &str) -> HttpResponseBuilder {
    let mut answer = HttpResponse::SeeOther();
    answer.insert_header((header::LOCATION, to));
    answer
}

/// Leads on to the hall's sign-in, which says why.
fn sign_in(next: &str, why: WhySignIn) -> HttpResponseBuilder {
    let query = serde_urlencoded::to_string([("next", next), ("why", why.code())]).unwrap_or_default();
    on(&format!("/sign-in?{query}"))
}

#[derive(Deserialize)]
struct Leaving {
    next: Option<String>,
}

/// Sends a browser inside WeChat to its sign-in.
async fn leave(app: web::Data<App>, request: HttpRequest, query: Query<Leaving>) -> Result<HttpResponse, Failure> {
    let next = query
        .0
        .next
        .filter(|next| is_ours(next))
        .unwrap_or_else(|| "/".to_owned());
    let state = keys::token();
    let redirect = format!("{}/wechat/back", app.hall(&request));
    let address = app
        .wechat
        .as_ref()
        .and_then(|wechat| wechat.page_login_address(&redirect, &state));
    let Some(address) = address else {
        return Ok(sign_in(&next, WhySignIn::NoWechat).finish());
    };
    let way = keep(&app, STATE, PATH, Way { state, next })?;
    Ok(on(&address).cookie(way).finish())
}

#[derive(Deserialize)]
struct Back {
    code: Option<String>,
    state: Option<String>,
}

/// Somebody comes back from WeChat's sign-in. They count only in the browser that was sent there.
async fn come_back(app: web::Data<App>, request: HttpRequest, query: Query<Back>) -> Result<HttpResponse, Failure> {
    let way = kept::<Way>(&app, &request, STATE).filter(|way| Some(&way.state) == query.0.state.as_ref());
    let mut answer = match (way, query.0.code) {
        (Some(way), Some(code)) => came_back(&app, &request, &way.next, &code).await?,
        (Some(way), None) => sign_in(&way.next, WhySignIn::Refused),
        (None, _) => sign_in("/", WhySignIn::Astray),
    };
    Ok(answer.cookie(gone(STATE, PATH)).finish())
}

async fn came_back(app: &App, request: &HttpRequest, next: &str, code: &str) -> Result<HttpResponseBuilder, Failure> {
    let wechat = app.wechat.clone().ok_or_else(|| Failure::new(Code::NoWechat))?;
    let who = match wechat.page_login(code).await {
        Ok(who) => who,
        Err(Trouble::Snapshot) => return Ok(sign_in(next, WhySignIn::Snapshot)),
        Err(Trouble::Barred) => return Ok(sign_in(next, WhySignIn::Barred)),
        Err(trouble) => {
            tracing::warn!(trouble = %trouble, "WeChat does not tell who has come back");
            return Ok(sign_in(next, WhySignIn::Down));
        }
    };
    let pending = Pending {
        app: who.app,
        openid: who.openid.clone(),
        unionid: who.unionid.clone(),
    };
    let (state, device) = (app.clone(), device::of(request));
    let opened = app
        .db
        .write(move |conn: &mut Conn| wechat::open_known(&state, conn, &who, device))
        .await?;
    Ok(if let Some(opened) = opened {
        let mut answer = on(next);
        opened.into_cookies(app, &mut answer, Side::Hall);
        answer
    } else {
        let mut answer = sign_in(next, WhySignIn::Unbound);
        answer.cookie(keep(app, PENDING, SESSIONS, pending)?);
        answer
    })
}

#[derive(Deserialize)]
struct Entering {
    ticket: String,
}

/// Hands the mini-program's session over to the page that it shows.
async fn enter(app: web::Data<App>, request: HttpRequest, query: Query<Entering>) -> Result<HttpResponse, Failure> {
    let (state, device, now) = (app.clone(), device::of(&request), app.clock.now());
    let redeemed = app
        .db
        .write(move |conn: &mut Conn| ticket::redeem(&state, conn, &query.0.ticket, device, now))
        .await?;
    let Some((opened, leads)) = redeemed else {
        return Ok(sign_in("/", WhySignIn::Ticket).finish());
    };
    let mut answer = on(&leads);
    opened.into_cookies(&app, &mut answer, Side::Hall);
    Ok(answer.finish())
}
