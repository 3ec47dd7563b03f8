//! Filing what a volunteer has filled in, once the resident has agreed.

use shuiting_shared::api::{Filed, NewCase};
use shuiting_shared::case::Channel;
use shuiting_shared::problem::Code;
use shuiting_shared::service::Who as WhoMay;

use super::filing::{self, Door};
use super::store::Writer;
use crate::app::App;
use crate::attachment::Uploader;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{attachment, event, keys, water};

/// The volunteer who helped.
pub struct Helper<'a> {
    /// The account.
    pub account: &'a str,
    /// The masked name, as it stands on the timeline.
    pub name: String,
}

/// Whether what a volunteer prepares can be filed by its own answers; the phone that hears of it.
pub fn check(app: &App, new: &NewCase) -> Result<String, Failure> {
    let form = filing::form(new)?;
    let read = filing::read(app, form, new)?;
    Ok(read.summary().phone.clone())
}

/// Takes in what a volunteer has prepared, for the resident who agrees. `key` is what was prepared; whoever calls this takes
/// care that it is done once.
pub fn file(
    app: &App,
    conn: &mut Conn,
    resident: &Caller,
    key: &str,
    helper: Helper<'_>,
    new: &NewCase,
) -> Result<Filed, Failure> {
    let who = resident.resident()?;
    let form = filing::form(new)?;
    if who.phone.is_none() && new.service.facts().who != WhoMay::Anyone {
        return Err(Failure::new(Code::SignIn));
    }
    let read = filing::read(app, form, new)?;
    if let Some(refusal) = water::admitted(app, conn, resident, form, read.answers(), &filing::counts(new))? {
        return Err(refusal);
    }
    let door = Door {
        account: &who.account,
        lang: who.lang,
        channel: Channel::Event,
        writer: Writer::Filer,
        uploader: Uploader::Account(helper.account.to_owned()),
        helper: Some(helper.name),
        kind: None,
    };
    let row = filing::take_in(app, conn, resident, &door, new, &read)?;
    // The volunteer keeps nothing of it.
    attachment::give(conn, &row.id, &who.account)?;
    event::note_case(conn, &row.id, new.event.as_deref(), Some(helper.account))?;
    let body = keys::hash(&serde_json::to_vec(new)?);
    filing::answer(conn, &row, key, body)
}
