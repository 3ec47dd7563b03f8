//! Residents' accounts and the codes that let them in.

mod store;

use chrono::TimeDelta;
use rand::Rng as _;
use shuiting_shared::message::Message;
use shuiting_shared::person::Phone;
use shuiting_shared::problem::Code;
use shuiting_shared::words::Lang;

pub use store::{Account, change, find, find_or_open, forget_codes, lang_of, open_guest, told};

use crate::app::App;
use crate::db::{Conn, alone};
use crate::notice;
use crate::problem::Failure;

/// Sends a code, or says how long to wait for the next one. A new code voids the one before.
pub fn send_code(app: &App, conn: &mut Conn, phone: &Phone, lang: Lang) -> Result<(), Failure> {
    alone(conn, phone.reveal())?;
    let (now, rules) = (app.clock.now(), &app.house.codes);
    let sent = store::codes_since(conn, phone.reveal(), now - TimeDelta::days(1))?;
    let wait_for = |since: Option<&chrono::NaiveDateTime>, wait: TimeDelta| {
        since
            .map(|sent| (*sent + wait - now.naive_utc()).num_seconds())
            .filter(|seconds| *seconds > 0)
    };
    let pause = wait_for(sent.last(), TimeDelta::seconds(rules.pause_seconds.into()));
    let day = sent
        .len()
        .checked_sub(rules.a_day as usize)
        .and_then(|over| wait_for(sent.get(over), TimeDelta::days(1)));
    if let Some(seconds) = day.or(pause) {
        return Err(Failure::new(Code::CodesTooOften).retry_after(u32::try_from(seconds).unwrap_or(u32::MAX)));
    }
    let code = format!("{:06}", rand::rng().random_range(0..1_000_000));
    store::add_code(conn, phone.reveal(), &app.keys.code_hash(phone.reveal(), &code), now)?;
    let message = Message::Code {
        code,
        minutes: rules.minutes,
    };
    notice::enqueue(app, conn, None, phone.reveal(), lang, &message)
}

/// Whether this is the latest code for the phone, in time and not tried too often; uses it up.
pub fn try_code(app: &App, conn: &mut Conn, phone: &Phone, code: &str) -> Result<bool, Failure> {
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
    let right = latest.hash == app.keys.code_hash(phone.reveal(), code.trim());
    store::tried(conn, &latest.id, right)?;
    Ok(right)
}
