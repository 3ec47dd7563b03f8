//! What WeChat tells us by itself: messages that people write, and events. All of it comes sealed, in secure mode: the
//! signature of the plain one does not cover what is said.

mod envelope;
mod message;

use actix_web::{HttpResponse, get, post, web};
use chrono::{DateTime, TimeDelta};
use serde::Deserialize;
use shuiting_shared::problem::{Code, Problem};
use shuiting_shared::time::Moment;
use shuiting_shared::words::{Bi, Lang, bi};

use super::{AppKind, NotGenuine, PushKey, WeChat, identity, store};
use crate::app::App;
use crate::body::Query;
use crate::case::{self, Heard};
use crate::db::Conn;
use crate::problem::Failure;
use crate::{account, session, vetting};
use envelope::{Envelope, Format};
use message::Message;

/// Minutes for which something that was signed may be on its way; WeChat sends again within seconds.
const MINUTES: i64 = 5;
/// What WeChat takes for "there is nothing to say to this".
const HEARD: &str = "success";

#[derive(Deserialize)]
struct Signed {
    #[serde(default)]
    signature: String,
    #[serde(default)]
    msg_signature: String,
    #[serde(default)]
    timestamp: String,
    #[serde(default)]
    nonce: String,
    #[serde(default)]
    echostr: String,
}

impl From<NotGenuine> for Failure {
    fn from(_: NotGenuine) -> Self {
        Self::new(Code::BadPush)
    }
}

fn signed(right: bool) -> Result<(), Failure> {
    right.then_some(()).ok_or_else(|| NotGenuine.into())
}

fn key(wechat: &dyn WeChat) -> Result<&PushKey, Failure> {
    wechat.push_key().ok_or_else(|| Failure::new(Code::NoWechat))
}

/// Whether something was signed a moment ago.
fn is_fresh(timestamp: &str, now: Moment) -> bool {
    let signed = timestamp.parse().ok().and_then(|at| DateTime::from_timestamp(at, 0));
    signed.is_some_and(|at| (now - at).abs() <= TimeDelta::minutes(MINUTES))
}

/// WeChat asks whether this address is ours: whoever knows the token says its word again.
#[utoipa::path(tag = "wechat", params(("signature" = String, Query), ("timestamp" = String, Query), ("nonce" = String, Query), ("echostr" = String, Query)), responses((status = 200, body = String, content_type = "text/plain"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/wechat/push")]
pub(crate) async fn check_push(app: web::Data<App>, query: Query<Signed>) -> Result<HttpResponse, Failure> {
    let wechat = app.wechat.as_deref().ok_or_else(|| Failure::new(Code::NoWechat))?;
    let told = query.0;
    signed(key(wechat)?.signed(&told.signature, &told.timestamp, &told.nonce, None))?;
    Ok(HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(told.echostr))
}

/// WeChat tells of a message or an event, in secure mode, as JSON or XML. What it tells again is heard once.
#[utoipa::path(tag = "wechat", params(("msg_signature" = String, Query), ("timestamp" = String, Query), ("nonce" = String, Query)), request_body = Vec<u8>, responses((status = 200, body = String, content_type = "text/plain"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/wechat/push")]
pub(crate) async fn push(app: web::Data<App>, query: Query<Signed>, body: web::Bytes) -> Result<HttpResponse, Failure> {
    let wechat = app.wechat.as_deref().ok_or_else(|| Failure::new(Code::NoWechat))?;
    let (key, told) = (key(wechat)?, query.0);
    let envelope = Envelope::read(&body)?;
    signed(key.signed(
        &told.msg_signature,
        &told.timestamp,
        &told.nonce,
        Some(&envelope.sealed),
    ))?;
    signed(is_fresh(&told.timestamp, app.clock.now()))?;
    let (text, appid) = key.open(&envelope.sealed)?;
    let kind = AppKind::ALL
        .iter()
        .copied()
        .find(|kind| wechat.appid(*kind) == Some(&appid));
    let kind = kind.ok_or(NotGenuine)?;
    let message = Message::read(envelope.format, &text)?;
    let reply = hear(&app, kind, &message).await?;
    match (reply, envelope.format) {
        (Some(words), Format::Xml) => {
            let reply = message.reply(&words, app.clock.now())?;
            let sealed = Envelope::seal(key, &reply, &appid, &told.nonce, app.clock.now())?;
            Ok(HttpResponse::Ok().content_type("text/xml; charset=utf-8").body(sealed))
        }
        // A mini-program shows no words that come back this way.
        _ => Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(HEARD)),
    }
}

/// Hears a message; gives what is said to it.
async fn hear(app: &App, kind: AppKind, message: &Message) -> Result<Option<String>, Failure> {
    let (state, message, now) = (app.clone(), message.clone(), app.clock.now());
    let reply = app
        .db
        .write(move |conn: &mut Conn| {
            if !store::told(conn, &message.id(), now)? {
                return Ok(None);
            }
            if let Some((trace, verdict)) = &message.judged {
                vetting::told(conn, trace, *verdict)?;
            }
            match &message.words {
                Some(words) => answer(&state, conn, kind, &message, words).map(Some),
                None => Ok::<_, Failure>(message.wants_answer().then(|| TYPE_IT.get(Lang::Zh).to_owned())),
            }
        })
        .await?;
    app.outbox.wake();
    Ok(reply)
}

const TYPE_IT: Bi = bi(
    "我们在这里只能读文字。照片请在水厅的办件里添加。",
    "We can only read text here. Please add photos to your filing in the hall.",
);
const WHO: Bi = bi(
    "还不知道您是谁:请先在水厅登录一次,再把刚才的话发一遍。",
    "We do not know yet who you are: please sign in to the hall once, then send this again.",
);
const MORE: Bi = bi(
    "没有记下来:请写到500字以内,说清楚什么事。",
    "We could not take this down: please write up to 500 characters about what it is.",
);

/// Takes down what somebody has written, with their newest case or as one of its own.
fn answer(app: &App, conn: &mut Conn, kind: AppKind, message: &Message, words: &str) -> Result<String, Failure> {
    let account = match identity::whose(conn, kind, &message.from)? {
        Some(account) => account::find(conn, &account)?,
        None => None,
    };
    let Some(account) = account else {
        return Ok(WHO.get(Lang::Zh).to_owned());
    };
    let lang = account.lang;
    let caller = session::Caller::without_session(account);
    Ok(match case::hear(app, conn, &caller, &message.id(), words) {
        Ok(Heard::With(number)) => bi(
            "已记在办件{}里,工作人员会看到。",
            "Added to your filing {}; our staff will see it.",
        )
        .get(lang)
        .replace("{}", &number.to_string()),
        Ok(Heard::Anew(number)) => bi("已登记为{},我们会尽快回复。", "Taken down as {}; we will answer soon.")
            .get(lang)
            .replace("{}", &number.to_string()),
        Err(failure) if failure.code() == Code::Invalid => MORE.get(lang).to_owned(),
        Err(failure) => return Err(failure),
    })
}
