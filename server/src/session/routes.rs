//! Signing in and out.

use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, web};
use shuiting_shared::api::{
    CodeRequest, CodeSent, DeviceView, GuestStart, Me, MeChange, Refresh, Session, SignIn, StaffSignIn,
};
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::person::Phone;
use shuiting_shared::problem::{Code, Problem};

use super::{Caller, Opened, Side, Who, device, pages, same_site, store, take_over, token, wechat};
use crate::account::Purpose;
use crate::app::App;
use crate::body::Body;
use crate::db::Conn;
use crate::problem::{Failure, lang};
use crate::{account, staff};

pub(super) fn phone(raw: &str) -> Result<Phone, Failure> {
    let read = if raw.trim().is_empty() {
        Err(shuiting_shared::form::Flaw::Missing)
    } else {
        Phone::read(raw)
    };
    read.map_err(|flaw| Failure::flawed(vec![FieldFlaw::new("phone", flaw)]))
}

/// Sends a sign-in code by SMS: one a minute, ten a day. The answer does not tell whether the phone is known.
#[utoipa::path(tag = "session", request_body = CodeRequest, responses((status = 202, body = CodeSent), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/codes")]
pub(crate) async fn send_code(
    app: web::Data<App>,
    request: HttpRequest,
    body: Body<CodeRequest>,
) -> Result<HttpResponse, Failure> {
    let phone = phone(&body.0.phone)?;
    let lang = lang(request.headers());
    let state = app.clone();
    app.db
        .write(move |conn: &mut Conn| account::send_code(&state, conn, &phone, lang, &Purpose::SignIn))
        .await?;
    app.outbox.wake();
    let codes = &app.house.codes;
    Ok(HttpResponse::Accepted().json(CodeSent {
        again_in: codes.pause_seconds,
        minutes: codes.minutes,
    }))
}

/// Signs a resident in with the code from the SMS; five wrong tries void it. What a guest has filed in this
/// browser goes over to the account.
#[utoipa::path(tag = "session", request_body = SignIn, responses((status = 201, body = Session), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/sessions")]
pub(crate) async fn sign_in(
    app: web::Data<App>,
    request: HttpRequest,
    guest: Option<Caller>,
    body: Body<SignIn>,
) -> Result<HttpResponse, Failure> {
    same_site(&request)?;
    let SignIn {
        phone: raw,
        code,
        bearer,
    } = body.0;
    let phone = phone(&raw)?;
    let (lang, device) = (lang(request.headers()), device::of(&request));
    // Whoever has come from WeChat's own sign-in, and was not known there yet.
    let pending = pages::pending(&app, &request);
    let mut answer = HttpResponse::Created();
    if pending.is_some() {
        answer.cookie(pages::no_pending());
    }
    let state = app.clone();
    let opened = app
        .db
        .write(move |conn: &mut Conn| {
            // A wrong try must be counted although it is refused, so the refusal leaves the transaction as a value.
            if !account::try_code(&state, conn, &phone, &code, &Purpose::SignIn)? {
                return Ok::<_, Failure>(Err(Failure::new(Code::WrongCode)
                    .with_flaw(FieldFlaw::new("code", shuiting_shared::form::Flaw::WrongCode))));
            }
            let account = account::find_or_open(conn, phone.reveal(), lang, state.clock.now())?;
            take_over(conn, guest.as_ref(), &account.id)?;
            if let Some(identity) = &pending {
                wechat::bind_if_free(conn, identity, &account.id, state.clock.now())?;
            }
            super::open(&state, conn, Who::Resident(account.into()), lang, device).map(Ok)
        })
        .await??;
    Ok(opened.answer(&app, answer, Side::Hall, bearer))
}

/// Starts without signing in, so that a leak can be reported at once.
#[utoipa::path(tag = "session", request_body = GuestStart, responses((status = 201, body = Session)))]
#[post("/sessions/guest")]
pub(crate) async fn start_guest(
    app: web::Data<App>,
    request: HttpRequest,
    body: Body<GuestStart>,
) -> Result<HttpResponse, Failure> {
    same_site(&request)?;
    let (lang, device) = (lang(request.headers()), device::of(&request));
    let state = app.clone();
    let opened = app
        .db
        .write(move |conn: &mut Conn| {
            let account = account::open_guest(conn, lang, state.clock.now())?;
            super::open(&state, conn, Who::Resident(account.into()), lang, device)
        })
        .await?;
    Ok(opened.answer(&app, HttpResponse::Created(), Side::Hall, body.0.bearer))
}

/// Signs a member of staff in; ten failures lock the name for fifteen minutes.
#[utoipa::path(tag = "session", request_body = StaffSignIn, responses((status = 201, body = Session), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/sessions/staff")]
pub(crate) async fn sign_in_staff(
    app: web::Data<App>,
    request: HttpRequest,
    body: Body<StaffSignIn>,
) -> Result<HttpResponse, Failure> {
    same_site(&request)?;
    let StaffSignIn { name, password, bearer } = body.0;
    let (lang, device) = (lang(request.headers()), device::of(&request));
    let staff = staff::sign_in(&app, name, password).await?;
    let state = app.clone();
    let opened = app
        .db
        .write(move |conn: &mut Conn| super::open(&state, conn, Who::Staff(staff), lang, device))
        .await?;
    Ok(opened.answer(&app, HttpResponse::Created(), Side::Desk, bearer))
}

/// Gives a new access token for a refresh token, which is used up by it.
#[utoipa::path(tag = "session", request_body = Refresh, responses((status = 200, body = Session), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/sessions/refresh")]
pub(crate) async fn refresh(
    app: web::Data<App>,
    request: HttpRequest,
    body: Body<Refresh>,
) -> Result<HttpResponse, Failure> {
    let side = Side::of(&request);
    let bearer = body.0.refresh.is_some();
    let token = if let Some(token) = body.0.refresh {
        token
    } else {
        same_site(&request)?;
        let cookie = request
            .cookie(side.refresh(app.realm))
            .ok_or_else(|| Failure::new(Code::SignIn))?;
        cookie.value().to_owned()
    };
    let (lang, now) = (lang(request.headers()), app.clock.now());
    let (caller, refresh) = app
        .db
        .write(move |conn: &mut Conn| store::renew(conn, &token, lang, now))
        .await??;
    let access = token::write(&app.keys, &caller.session, now)?;
    Ok(Opened {
        caller,
        access,
        refresh,
    }
    .answer(&app, HttpResponse::Ok(), side, bearer))
}

/// Signs out here.
#[utoipa::path(tag = "session", responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/sessions/current")]
pub(crate) async fn sign_out(app: web::Data<App>, caller: Caller) -> Result<HttpResponse, Failure> {
    app.db
        .write(move |conn: &mut Conn| store::revoke(conn, &caller.session).map_err(Failure::from))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Signs out everywhere, at once.
#[utoipa::path(tag = "session", responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/sessions")]
pub(crate) async fn sign_out_everywhere(app: web::Data<App>, caller: Caller) -> Result<HttpResponse, Failure> {
    app.db
        .write(move |conn: &mut Conn| store::revoke_all(conn, &caller.who).map_err(Failure::from))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Who is signed in.
#[utoipa::path(tag = "session", responses((status = 200, body = Me), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/me")]
pub(crate) async fn me(caller: Caller) -> web::Json<Me> {
    web::Json(caller.me())
}

/// The devices on which I am signed in, the one used last first.
#[utoipa::path(tag = "session", responses((status = 200, body = Vec<DeviceView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/me/devices")]
pub(crate) async fn my_devices(app: web::Data<App>, caller: Caller) -> Result<web::Json<Vec<DeviceView>>, Failure> {
    let now = app.clock.now();
    let devices = app
        .db
        .read(move |conn: &mut Conn| super::devices(conn, &caller, now))
        .await?;
    Ok(web::Json(devices))
}

/// Signs one of my devices out, at once.
#[utoipa::path(tag = "session", params(("id" = String, Path)), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/me/devices/{id}")]
pub(crate) async fn sign_device_out(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let now = app.clock.now();
    app.db
        .write(move |conn: &mut Conn| {
            let mine = super::devices(conn, &caller, now)?;
            if !mine.iter().any(|device| device.id == *id) {
                return Err(Failure::new(Code::NotFound));
            }
            Ok(store::revoke(conn, &id)?)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Changes the language of messages, the size of letters, or what I hear by SMS; what is left out stays.
#[utoipa::path(tag = "session", request_body = MeChange, responses((status = 200, body = Me), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[patch("/me")]
pub(crate) async fn change_me(
    app: web::Data<App>,
    mut caller: Caller,
    body: Body<MeChange>,
) -> Result<web::Json<Me>, Failure> {
    let id = caller.resident()?.account.clone();
    let changed = app
        .db
        .write(move |conn: &mut Conn| {
            account::change(conn, &id, &body.0)?;
            account::find(conn, &id)?.ok_or_else(|| Failure::new(Code::SignIn))
        })
        .await?;
    caller.who = Who::Resident(changed.into());
    Ok(web::Json(caller.me()))
}
