//! Residents' accounts and the codes that let them in.

mod store;

use chrono::TimeDelta;
use rand::Rng as _;
use shuiting_shared::message::Message;
use shuiting_shared::person::Phone;
use shuiting_shared::problem::Code;
use shuiting_shared::service::Service;
use shuiting_shared::words::Lang;

pub use store::{Account, change, find, find_or_open, forget_codes, lang_of, of_phone, open_guest};

use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::{notice, quota};

/// What a code is for. One that was sent for one thing is none for another.
pub enum Purpose<'a> {
    /// Signing in.
    SignIn,
    /// Agreeing to what a volunteer has prepared.
    Agree {
        /// What was prepared, by its token.
        token: &'a str,
        /// The service.
        service: Service,
        /// The volunteer's masked name.
        helper: String,
    },
}

impl Purpose<'_> {
    /// What is hashed with phone and code.
    fn whose(&self, phone: &Phone) -> String {
        match self {
            Self::SignIn => phone.reveal().to_owned(),
            Self::Agree { token, .. } => format!("{}:{token}", phone.reveal()),
        }
    }

    fn message(&self, code: String, minutes: u32) -> Message {
        match self {
            Self::SignIn => Message::Code { code, minutes },
            Self::Agree { service, helper, .. } => Message::Agree {
                code,
                minutes,
                service: *service,
                helper: helper.clone(),
            },
        }
    }
}

/// Sends a code, or says how long to wait for the next one. A new code voids the one before.
pub fn send_code(app: &App, conn: &mut Conn, phone: &Phone, lang: Lang, purpose: &Purpose<'_>) -> Result<(), Failure> {
    alone(conn, phone.reveal())?;
    let (now, rules) = (app.clock.now(), &app.house.codes);
    let sent = store::codes_since(conn, phone.reveal(), now - TimeDelta::days(1))?;
    let wait = |most: u32, span: TimeDelta| quota::wait(&sent, most as usize, span, now);
    let pause = TimeDelta::seconds(rules.pause_seconds.into());
    if let Some(seconds) = wait(rules.a_day, TimeDelta::days(1)).or_else(|| wait(1, pause)) {
        return Err(Failure::new(Code::CodesTooOften).retry_after(seconds));
    }
    let code = format!("{:06}", rand::rng().random_range(0..1_000_000));
    let hash = app.keys.code_hash(&purpose.whose(phone), &code);
    store::add_code(conn, phone.reveal(), &hash, now)?;
    let message = purpose.message(code, rules.minutes);
    notice::enqueue(app, conn, None, phone.reveal(), lang, &message)
}

/// Whether this is the latest code for the phone, in time and not tried too often; uses it up.
pub fn try_code(app: &App, conn: &mut Conn, phone: &Phone, code: &str, purpose: &Purpose<'_>) -> Result<bool, Failure> {
    alone(conn, phone.reveal())?;
    let (now, rules) = (app.clock.now(), &app.house.codes);
    let Some(latest) = store::latest_code(conn, phone.reveal())? else {
        return Ok(false);
    };
    let open = !latest.used
        && latest.tries < i32::try_from(rules.tries).unwrap_or(i32::MAX)
        && latest.sent + TimeDelta::minutes(rules.minutes.into()) > now.naive_utc();
    if !open {
        return Ok(false);
    }
    let right = latest.hash == app.keys.code_hash(&purpose.whose(phone), code.trim());
    store::tried(conn, &latest.id, right)?;
    Ok(right)
}
