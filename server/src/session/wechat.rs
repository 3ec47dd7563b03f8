//! Signing in by the mini-program, and what is bound to one's phone.

use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use shuiting_shared::api::{Session, WechatBinding, WechatSignIn};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::person::Phone;
use shuiting_shared::problem::{Code, Problem};
use shuiting_shared::time::Moment;

use super::{Caller, Opened, Side, Who, device, routes, same_site, take_over};
use crate::account::Purpose;
use crate::account::{self, Account};
use crate::app::App;
use crate::body::Body;
use crate::db::Conn;
use crate::problem::{Failure, lang};
use crate::wechat::{Identity, Trouble, WeChat, identity};

/// How somebody shows whose phone it is.
enum Proof {
    /// They do not: they have done so before.
    None,
    /// WeChat says so.
    Wechat(Phone),
    /// By a code from an SMS.
    Sms(Phone, String),
}

fn missing(field: &str) -> Failure {
    Failure::flawed(vec![FieldFlaw::new(field, Flaw::Missing)])
}

fn of_mainland(phone: &str) -> Result<Phone, Failure> {
    Phone::read(phone).map_err(|_| Trouble::Foreign.into())
}

/// Asks WeChat who it is, and what shows whose phone it is.
async fn shown(wechat: &dyn WeChat, asked: &WechatSignIn) -> Result<(Identity, Proof), Failure> {
    if asked.code.trim().is_empty() {
        return Err(missing("code"));
    }
    // What is wrong with these is told before the code is used up.
    let sms = match (&asked.phone, &asked.sms_code) {
        (Some(phone), Some(code)) => Some(Proof::Sms(routes::phone(phone)?, code.clone())),
        (Some(_), None) => return Err(missing("sms_code")),
        (None, Some(_)) => return Err(missing("phone")),
        (None, None) => None,
    };
    if let Some(sealed) = &asked.phone_data {
        let (who, phone) = wechat
            .mini_login_with_phone(&asked.code, &sealed.data, &sealed.iv)
            .await?;
        return Ok((who, Proof::Wechat(of_mainland(&phone)?)));
    }
    let who = wechat.mini_login(&asked.code).await?;
    let proof = match (&asked.phone_code, sms) {
        (Some(code), _) => Proof::Wechat(of_mainland(&wechat.phone(code).await?)?),
        (None, Some(sms)) => sms,
        (None, None) => Proof::None,
    };
    Ok((who, proof))
}

/// Signs a resident in by the mini-program. A WeChat that is bound to a phone is let in at once; one that is not needs the
/// phone, by WeChat or by SMS, and is bound to it. What a guest has filed here goes over to the account.
#[utoipa::path(tag = "session", request_body = WechatSignIn, responses((status = 201, body = Session), (status = "4XX", body = Problem, content_type = "application/problem+json"), (status = 503, body = Problem, content_type = "application/problem+json")))]
#[post("/sessions/wechat")]
pub(crate) async fn sign_in_by_wechat(
    app: web::Data<App>,
    request: HttpRequest,
    guest: Option<Caller>,
    body: Body<WechatSignIn>,
) -> Result<HttpResponse, Failure> {
    same_site(&request)?;
    let wechat = app.wechat.clone().ok_or_else(|| Failure::new(Code::NoWechat))?;
    let asked = body.0;
    let (who, proof) = shown(&*wechat, &asked).await?;
    let (lang, device, now) = (lang(request.headers()), device::of(&request), app.clock.now());
    let state = app.clone();
    let opened = app
        .db
        .write(move |conn: &mut Conn| {
            let phone = match proof {
                Proof::None => None,
                Proof::Wechat(phone) => Some(phone),
                Proof::Sms(phone, code) => {
                    // A wrong try must be counted although it is refused, so the refusal leaves the transaction as a value.
                    if !account::try_code(&state, conn, &phone, &code, &Purpose::SignIn)? {
                        return Ok::<_, Failure>(Err(
                            Failure::new(Code::WrongCode).with_flaw(FieldFlaw::new("sms_code", Flaw::WrongCode))
                        ));
                    }
                    Some(phone)
                }
            };
            let account = match phone {
                Some(phone) => {
                    let account = account::find_or_open(conn, phone.reveal(), lang, now)?;
                    identity::bind(conn, &who, &account.id, asked.rebind, now)?;
                    account
                }
                None => known(conn, &who, now)?.ok_or_else(|| Failure::new(Code::WechatUnbound))?,
            };
            take_over(conn, guest.as_ref(), &account.id)?;
            super::open(&state, conn, Who::Resident(account.into()), lang, device).map(Ok)
        })
        .await??;
    Ok(opened.answer(&app, HttpResponse::Created(), Side::Hall, asked.bearer))
}

/// The account of whoever is known by an identity; they are here.
fn known(conn: &mut Conn, who: &Identity, now: Moment) -> Result<Option<Account>, Failure> {
    let Some(account) = identity::whose(conn, who.app, &who.openid)? else {
        return Ok(None);
    };
    identity::seen(conn, who, now)?;
    Ok(account::find(conn, &account)?)
}

/// Opens a session for whoever is known by an identity.
pub(super) fn open_known(
    app: &App,
    conn: &mut Conn,
    who: &Identity,
    device: Option<String>,
) -> Result<Option<Opened>, Failure> {
    let Some(account) = known(conn, who, app.clock.now())? else {
        return Ok(None);
    };
    let lang = account.lang;
    super::open(app, conn, Who::Resident(account.into()), lang, device).map(Some)
}

/// Binds an identity that nobody has bound meanwhile.
pub(super) fn bind_if_free(conn: &mut Conn, who: &Identity, account: &str, now: Moment) -> Result<(), Failure> {
    match identity::whose(conn, who.app, &who.openid)? {
        Some(_) => Ok(()),
        None => identity::bind(conn, who, account, false, now),
    }
}

/// Every WeChat that is bound to my phone, the one used last first.
#[utoipa::path(tag = "session", responses((status = 200, body = Vec<WechatBinding>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/me/wechat")]
pub(crate) async fn my_wechat(app: web::Data<App>, caller: Caller) -> Result<web::Json<Vec<WechatBinding>>, Failure> {
    let account = caller.resident()?.account.clone();
    let bindings = app
        .db
        .read(move |conn: &mut Conn| identity::bindings(conn, &account))
        .await?;
    Ok(web::Json(bindings))
}

/// Unbinds a WeChat from my phone: nobody is let in by it any more, and it hears nothing.
#[utoipa::path(tag = "session", params(("id" = String, Path)), responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[delete("/me/wechat/{id}")]
pub(crate) async fn unbind_wechat(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let account = caller.resident()?.account.clone();
    app.db
        .write(move |conn: &mut Conn| identity::unbind(conn, &account, &id))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
