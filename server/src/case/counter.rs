//! Filing for a resident, at the counter or by the hotline.

use shuiting_shared::api::{Filed, NewCaseFor};
use shuiting_shared::problem::Code;

use super::filing::{self, Door};
use super::store::{self, Writer};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::Caller;
use crate::{account, keys, water};

/// Takes in what a member of staff files for a resident, who is whoever has the phone in it: they hear of it by SMS, and
/// find it when they sign in. Who helped stands on the timeline. The same checks hold as for residents, and the same
/// care that nothing is filed twice.
pub(super) fn file_for(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    key: &str,
    asked: &NewCaseFor,
) -> Result<Filed, Failure> {
    let me = caller.staff()?;
    let channel = me.role.files_through().ok_or_else(|| Failure::new(Code::Forbidden))?;
    let new = asked.case();
    let form = filing::form(&new)?;
    // A key is known by who sends it: which account it files for may be what was wrong the first time.
    let key = format!("{}/{key}", me.id);
    let body = keys::hash(&serde_json::to_vec(asked)?);
    alone(conn, &key)?;
    if let Some(before) = store::answered(conn, &key, &body)? {
        return Ok(serde_json::from_str(&before.answer)?);
    }
    if store::is_key(conn, &key)? {
        return Err(Failure::new(Code::KeyReused));
    }
    let read = filing::read(app, form, &new)?;
    if let Some(refusal) = water::admitted(app, conn, caller, form, read.answers(), &filing::counts(&new))? {
        return Err(refusal);
    }
    let phone = read.summary().phone.clone();
    // They may be signing in for the first time at this moment.
    alone(conn, &phone)?;
    let account = account::find_or_open(conn, &phone, asked.lang.unwrap_or_default(), app.clock.now())?;
    let door = Door {
        account: &account.id,
        lang: asked.lang.unwrap_or(account.lang),
        channel,
        writer: Writer::Staff(me.id.clone()),
        uploader: caller.into(),
        helper: None,
        kind: asked.kind,
    };
    let row = filing::take_in(app, conn, caller, &door, &new, &read)?;
    filing::answer(conn, &row, &key, body)
}
