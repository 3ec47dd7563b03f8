//! Who is asking. A short access token names a session; the session is looked up each time, so that signing out
//! everywhere holds at once on every server.

mod device;
pub(crate) mod pages;
pub(crate) mod routes;
mod store;
pub(crate) mod ticket;
mod token;
pub(crate) mod wechat;

use std::future::Future;
use std::pin::Pin;

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::dev::Payload;
use actix_web::http::{Method, header};
use actix_web::{FromRequest, HttpRequest, HttpResponse, HttpResponseBuilder, web};
use shuiting_shared::api::{DeviceView, Me, Session, Tokens};
use shuiting_shared::case::Role;
use shuiting_shared::preference::{TextSize, Told};
use shuiting_shared::problem::Code;
use shuiting_shared::realm::Realm;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

use crate::account::Account;
use crate::app::App;
use crate::case;
use crate::db::Conn;
use crate::knowledge;
use crate::problem::{self, Failure};

pub use store::{forget_ended, revoke_all_of_staff};
pub use ticket::forget as forget_tickets;

/// Somebody who is signed in, or at least has a guest session.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The session.
    pub session: String,
    /// Who.
    pub who: Who,
    /// The language of this request.
    pub lang: Lang,
}

/// Who somebody is.
#[derive(Clone, Debug)]
pub enum Who {
    /// A resident, or a guest without a phone yet.
    Resident(Resident),
    /// A member of staff.
    Staff(Staff),
}

/// A resident's account.
#[derive(Clone, Debug)]
pub struct Resident {
    /// The account.
    pub account: String,
    /// The phone that was proved by a code; none for a guest.
    pub phone: Option<String>,
    /// The language of messages.
    pub lang: Lang,
    /// The size of letters.
    pub text_size: TextSize,
    /// What they hear by SMS.
    pub told: Told,
}

impl Resident {
    /// The phone that was proved; what is kept for residents alone is not for guests.
    pub fn proved_phone(&self) -> Result<&str, Failure> {
        self.phone.as_deref().ok_or_else(|| Failure::new(Code::SignIn))
    }
}

impl From<Account> for Resident {
    fn from(account: Account) -> Self {
        Self {
            account: account.id,
            phone: account.phone,
            lang: account.lang,
            text_size: account.text_size,
            told: account.told,
        }
    }
}

/// A member of staff.
#[derive(Clone, Debug)]
pub struct Staff {
    /// The id.
    pub id: String,
    /// The user name.
    pub name: String,
    /// What people call them.
    pub display: String,
    /// What they are.
    pub role: Role,
    /// The code of the unit they work for.
    pub unit: Option<String>,
}

impl Caller {
    /// Somebody whom another has let in, as WeChat does who tells what they write.
    pub fn without_session(account: Account) -> Self {
        Self {
            session: String::new(),
            lang: account.lang,
            who: Who::Resident(account.into()),
        }
    }

    /// The resident or guest; staff cannot do what residents do.
    pub fn resident(&self) -> Result<&Resident, Failure> {
        match &self.who {
            Who::Resident(resident) => Ok(resident),
            Who::Staff(_) => Err(Failure::new(Code::Forbidden)),
        }
    }

    /// The member of staff; residents have no desk.
    pub fn staff(&self) -> Result<&Staff, Failure> {
        match &self.who {
            Who::Staff(staff) => Ok(staff),
            Who::Resident(_) => Err(Failure::new(Code::Forbidden)),
        }
    }

    /// As the browser is told.
    pub fn me(&self) -> Me {
        match &self.who {
            Who::Resident(Resident { phone: None, .. }) => Me::Guest,
            Who::Resident(Resident {
                phone: Some(phone),
                lang,
                text_size,
                told,
                ..
            }) => Me::Resident {
                phone: phone.clone(),
                lang: *lang,
                text_size: *text_size,
                told: *told,
            },
            Who::Staff(staff) => Me::Staff {
                name: staff.name.clone(),
                display: staff.display.clone(),
                role: staff.role,
                unit: staff.unit.clone(),
            },
        }
    }
}

impl FromRequest for Caller {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let app = app_of(&request)?;
            let token = access_token(&request)?.ok_or_else(|| Failure::new(Code::SignIn))?;
            let now = app.clock.now();
            let session = token::read(&app.keys, &token, now)?;
            let lang = problem::lang(request.headers());
            app.db
                .read(move |conn: &mut Conn| store::caller(conn, &session, lang, now))
                .await
        })
    }
}

/// Whoever asks for what is for everybody; a session that has run out is refused all the same, so that nobody who has
/// signed in is taken for a stranger.
pub struct Anybody(pub Option<Caller>);

impl FromRequest for Anybody {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        if let Ok(None) = access_token(request) {
            return Box::pin(async { Ok(Self(None)) });
        }
        let caller = Caller::from_request(request, payload);
        Box::pin(async { caller.await.map(|caller| Self(Some(caller))) })
    }
}

/// The devices on which a resident is signed in, the one used last first.
pub fn devices(conn: &mut Conn, caller: &Caller, now: Moment) -> Result<Vec<DeviceView>, Failure> {
    let account = &caller.resident()?.account;
    let rows = store::of_account(conn, account, now)?;
    Ok(rows
        .into_iter()
        .map(|row| DeviceView {
            here: row.id == caller.session,
            id: row.id,
            name: row.device,
            since: row.created.and_utc(),
            used: row.rotated.and_utc(),
        })
        .collect())
}

/// Whether a caller is still signed in, and is still who they were.
pub async fn lasts(app: &App, caller: &Caller) -> bool {
    let (session, lang, now) = (caller.session.clone(), caller.lang, app.clock.now());
    let found = app
        .db
        .read(move |conn: &mut Conn| store::caller(conn, &session, lang, now))
        .await;
    found.is_ok_and(|found| found.me() == caller.me())
}

/// Which of the two programs asks: they sign in apart, each with cookies of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Residents.
    Hall,
    /// Staff.
    Desk,
}

impl Side {
    /// Pages say so in a header; pictures and papers, which cannot, in the query.
    fn of(request: &HttpRequest) -> Self {
        let header = request
            .headers()
            .get("Shuiting-Side")
            .and_then(|value| value.to_str().ok());
        let query = request.query_string().split('&').any(|pair| pair == "side=desk");
        if header == Some("desk") || (header.is_none() && query) {
            Self::Desk
        } else {
            Self::Hall
        }
    }

    /// The cookie of the short token. The real city's go along to the other one too, since they are of all addresses; so
    /// each city has names of its own, and knows no others.
    const fn access(self, realm: Realm) -> &'static str {
        match (realm, self) {
            (Realm::Real, Self::Hall) => "hall_access",
            (Realm::Real, Self::Desk) => "desk_access",
            (Realm::Practice, Self::Hall) => "practice_access",
            (Realm::Practice, Self::Desk) => "practice_desk_access",
        }
    }

    const fn refresh(self, realm: Realm) -> &'static str {
        match (realm, self) {
            (Realm::Real, Self::Hall) => "hall_refresh",
            (Realm::Real, Self::Desk) => "desk_refresh",
            (Realm::Practice, Self::Hall) => "practice_refresh",
            (Realm::Practice, Self::Desk) => "practice_desk_refresh",
        }
    }
}

/// The city that is asked.
fn app_of(request: &HttpRequest) -> Result<&web::Data<App>, Failure> {
    request.app_data().ok_or_else(|| Failure::new(Code::Unready))
}

fn access_token(request: &HttpRequest) -> Result<Option<String>, Failure> {
    let header = request
        .headers()
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok());
    if let Some(token) = header.and_then(|value| value.strip_prefix("Bearer ")) {
        return Ok(Some(token.to_owned()));
    }
    let cookie = request.cookie(Side::of(request).access(app_of(request)?.realm));
    if cookie.is_some() {
        same_site(request)?;
    }
    Ok(cookie.map(|cookie| cookie.value().to_owned()))
}

/// A cookie goes along whoever sends the request, so one that changes something must come from our own pages; and no
/// other site may sign somebody in as somebody else.
fn same_site(request: &HttpRequest) -> Result<(), Failure> {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(());
    }
    let Some(origin) = request
        .headers()
        .get(header::ORIGIN)
        .and_then(|value| value.to_str().ok())
    else {
        return Ok(());
    };
    let host = origin.split_once("://").map(|(_, host)| host);
    if host == Some(request.connection_info().host()) {
        Ok(())
    } else {
        Err(Failure::new(Code::CrossSite))
    }
}

/// Minutes that an access token is good for.
pub const ACCESS_MINUTES: i64 = 15;
/// Days that a session lasts without being used.
pub const SESSION_DAYS: i64 = 30;

/// A session that has just been opened or renewed.
pub struct Opened {
    /// Who.
    pub caller: Caller,
    access: String,
    /// None where the browser already has the newest one.
    refresh: Option<String>,
}

/// Opens a session, inside the transaction that let somebody in.
///
/// `device` is what its owner knows it by, where it has said.
pub fn open(app: &App, conn: &mut Conn, who: Who, lang: Lang, device: Option<String>) -> Result<Opened, Failure> {
    let now = app.clock.now();
    let refresh = crate::keys::token();
    let session = store::open(conn, &who, &refresh, device, now)?;
    let access = token::write(&app.keys, &session, now)?;
    Ok(Opened {
        caller: Caller { session, who, lang },
        access,
        refresh: Some(refresh),
    })
}

/// What a guest has done in a browser goes over to the account that is signed in to there.
fn take_over(conn: &mut Conn, guest: Option<&Caller>, account: &str) -> Result<(), Failure> {
    match guest.map(|guest| &guest.who) {
        Some(Who::Resident(Resident {
            account: from,
            phone: None,
            ..
        })) => {
            case::hand_over(conn, from, account)?;
            Ok(knowledge::hand_over(conn, from, account)?)
        }
        _ => Ok(()),
    }
}

impl Opened {
    /// The answer: tokens for a client that keeps them itself, else cookies.
    pub fn answer(self, app: &App, mut answer: HttpResponseBuilder, side: Side, bearer: bool) -> HttpResponse {
        let me = self.caller.me();
        if bearer {
            let expires_in = u32::try_from(ACCESS_MINUTES * 60).unwrap_or(u32::MAX);
            let tokens = self.refresh.map(|refresh| Tokens {
                access: self.access,
                expires_in,
                refresh,
            });
            return answer.json(Session { me, tokens });
        }
        self.into_cookies(app, &mut answer, side);
        answer.json(Session { me, tokens: None })
    }

    /// Puts the session into a browser.
    fn into_cookies(self, app: &App, answer: &mut HttpResponseBuilder, side: Side) {
        answer.cookie(cookie(app, side.access(app.realm), self.access, "/"));
        if let Some(refresh) = self.refresh {
            answer.cookie(cookie(app, side.refresh(app.realm), refresh, SESSIONS));
        }
    }
}

/// Where refresh tokens go along, below the base of their city.
const SESSIONS: &str = "/api/v1/sessions";

fn cookie(app: &App, name: &'static str, value: String, path: &'static str) -> Cookie<'static> {
    Cookie::build(name, value)
        .path(app.realm.address(path))
        .http_only(true)
        .secure(app.https)
        .same_site(SameSite::Lax)
        .max_age(Duration::days(SESSION_DAYS))
        .finish()
}
