//! Carries one letter: by WeChat where the resident has agreed to this very message there, else by SMS.

use shuiting_shared::message::{Message, cut};

use super::store::consents;
use super::store::outbox::{self, Letter};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::sms::{Parcel, Sms};
use crate::wechat::{AppKind, Subscribed, WeChat, identity};
use crate::{account, sms, wechat};

/// Tries by WeChat of a message that can wait; after them it goes by SMS.
const PATIENT: i32 = 3;

/// What came of a letter.
pub(super) enum Told {
    /// Whoever carries it has taken it over.
    Heard,
    /// WeChat did not take it for now.
    Later(wechat::Trouble),
    /// It did not leave.
    Not(sms::Trouble),
}

/// How somebody is reached by WeChat.
struct Way {
    account: String,
    template: String,
    message: Subscribed,
}

/// Carries a letter.
pub(super) async fn tell(app: &App, sms: &dyn Sms, letter: &Letter, message: &Message) -> Result<Told, Failure> {
    let wechat = app.wechat.as_deref().filter(|_| letter.carrier.is_none());
    if let Some(wechat) = wechat
        && let Some(way) = set_aside(app, wechat, letter, message).await?
    {
        match wechat.send(&way.message).await {
            Ok(()) => return Ok(Told::Heard),
            Err(trouble) if trouble.passes() && letter.attempts < PATIENT && can_wait(app, message) => {
                return Ok(Told::Later(trouble));
            }
            Err(trouble) => {
                tracing::warn!(message = letter.id, %trouble, "an SMS goes in place of a message by WeChat");
                let unwanted = matches!(trouble, wechat::Trouble::NotWanted);
                let id = letter.id.clone();
                app.db
                    .write(move |conn: &mut Conn| let_go(conn, &id, &way, unwanted))
                    .await?;
            }
        }
    }
    let parcel = Parcel {
        id: letter.id.clone(),
        phone: letter.phone.clone(),
        lang: letter.lang(),
        kind: message.kind(),
        blanks: message.blanks(&app.house, letter.lang()),
        // 明天 stays the day that was meant when the message was written.
        text: message.text(letter.created.and_utc(), &app.house, letter.lang()),
        by: letter.carrier.clone(),
    };
    Ok(match sms.send(&parcel).await {
        Ok(()) => Told::Heard,
        Err(trouble) => Told::Not(trouble),
    })
}

/// Whether nobody waits for the message now, so that it may be tried by WeChat once more.
fn can_wait(app: &App, message: &Message) -> bool {
    message.can_wait(app.clock.now() + chrono::TimeDelta::hours(1))
}

/// Sets one of the messages aside that somebody has agreed to, where there is one; the same again when a letter is tried
/// again.
async fn set_aside(app: &App, wechat: &dyn WeChat, letter: &Letter, message: &Message) -> Result<Option<Way>, Failure> {
    let kind = message.kind();
    let Some(template) = wechat.template(kind.code()).filter(|_| kind.stays()) else {
        return Ok(None);
    };
    let (phone, held) = (letter.phone.clone(), letter.consent.clone());
    let wanted = template.id.clone();
    let found = app
        .db
        .read(move |conn: &mut Conn| {
            let Some(account) = account::of_phone(conn, &phone)? else {
                return Ok(None);
            };
            let known = identity::of_account(conn, &account.id)?;
            let mini = known.into_iter().find(|identity| identity.app == AppKind::Mini);
            let left = consents::left(conn, &account.id, &wanted)?;
            let there = held.is_some() || left > 0;
            Ok::<_, Failure>(mini.filter(|_| there).map(|mini| (account.id, mini.openid)))
        })
        .await?;
    let Some((account, openid)) = found else {
        return Ok(None);
    };
    if letter.consent.is_none() {
        let (account, template, id) = (account.clone(), template.id.clone(), letter.id.clone());
        let taken = app
            .db
            .write(move |conn: &mut Conn| {
                let taken = consents::take(conn, &account, &template)?;
                if taken {
                    outbox::set_aside(conn, &id, Some(&template))?;
                }
                Ok::<_, Failure>(taken)
            })
            .await?;
        if !taken {
            return Ok(None);
        }
    }
    let blanks = message.blanks(&app.house, letter.lang());
    let filled = template.blanks.iter().map(|(blank, name)| {
        let value = blanks.iter().find(|(known, _)| known == name);
        (blank.clone(), cut(blank, value.map_or("", |(_, value)| value)))
    });
    Ok(Some(Way {
        message: Subscribed {
            openid,
            template: template.id.clone(),
            page: page(message),
            data: filled.collect(),
        },
        template: template.id.clone(),
        account,
    }))
}

/// The page of the mini-program that a message opens: the hall's page of the case.
fn page(message: &Message) -> String {
    message.case().map_or_else(
        || "pages/hall/hall".to_owned(),
        |(number, _)| format!("pages/hall/hall?to=%2Fcases%2F{number}"),
    )
}

/// The message that was set aside was not had: it is given back, or there is none any more where it was not wanted.
fn let_go(conn: &mut Conn, id: &str, way: &Way, unwanted: bool) -> Result<(), Failure> {
    outbox::set_aside(conn, id, None)?;
    if unwanted {
        consents::end(conn, &way.account, &way.template)?;
    } else {
        consents::give_back(conn, &way.account, &way.template)?;
    }
    Ok(())
}
