//! Help to file (帮办): a volunteer fills in, the resident agrees on their own phone, or by a code that they got by SMS. What was
//! prepared lies sealed until then, and is emptied afterwards; the volunteer keeps none of it.

pub(crate) mod routes;
mod store;

use chrono::TimeDelta;
use shuiting_shared::api::{Agree, Filed, NewCase, NewPreparation, Prepared, ToAgree};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::person::Phone;
use shuiting_shared::problem::Code;
use shuiting_shared::service::Who as WhoMay;
use shuiting_shared::words::Lang;

pub(crate) use store::forget;

use crate::account::{self, Purpose};
use crate::app::App;
use crate::case::helped::{self, Helper};
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::sent::Sent;
use crate::session::Caller;
use crate::{event, keys, volunteer};
use store::Row;

/// So long a resident has time to agree.
const KEPT: TimeDelta = TimeDelta::minutes(30);

impl Row {
    fn new_case(&self, app: &App) -> Result<NewCase, Failure> {
        let text = app.keys.open(&self.id, &self.sealed).map_err(Failure::broken)?;
        Ok(serde_json::from_str(&text)?)
    }

    fn filed(&self) -> Result<Option<Filed>, Failure> {
        Ok(self.filed.as_deref().map(serde_json::from_str).transpose()?)
    }

    /// Refuses what is too late to agree to.
    fn in_time(&self, app: &App) -> Result<(), Failure> {
        if self.expires.and_utc() > app.clock.now() {
            Ok(())
        } else {
            Err(Failure::new(Code::PreparationOver))
        }
    }
}

/// Keeps what a volunteer has filled in until the resident agrees. The same key again finds the same.
fn prepare(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    sent: &Sent,
    new: &NewPreparation,
) -> Result<Prepared, Failure> {
    let helper = volunteer::volunteer(conn, caller)?;
    helped::check(app, &new.case)?;
    if let Some(id) = &new.case.event {
        event::published(conn, id)?;
    }
    alone(conn, &helper)?;
    // The same for the same key, so that a phone that lost the answer gets it again.
    let token = app.keys.preparation(&helper, &sent.key);
    let id = keys::hash(token.as_bytes());
    if let Some(row) = store::find(conn, &id)? {
        return prepared(token, &row);
    }
    let now = app.clock.now();
    let text = serde_json::to_string(&new.case)?;
    let row = Row {
        sealed: app.keys.seal(&id, &text).map_err(Failure::broken)?,
        helper_id: helper,
        event_id: new.case.event.clone(),
        service: new.case.service.code().to_owned(),
        made: now.naive_utc(),
        expires: (now + KEPT).naive_utc(),
        filed: None,
        id,
    };
    store::insert(conn, &row)?;
    prepared(token, &row)
}

fn prepared(token: String, row: &Row) -> Result<Prepared, Failure> {
    Ok(Prepared {
        token,
        service: row.service()?,
        expires: row.expires.and_utc(),
        filed: row.filed()?,
    })
}

/// What was prepared, by its token.
fn find(conn: &mut Conn, token: &str) -> Result<Row, Failure> {
    store::find(conn, &keys::hash(token.as_bytes()))?.ok_or_else(|| Failure::new(Code::NotFound))
}

/// How far it has come, for the volunteer: what was filled in they do not get back.
fn progress(conn: &mut Conn, caller: &Caller, token: String) -> Result<Prepared, Failure> {
    let helper = volunteer::volunteer(conn, caller)?;
    let row = find(conn, &token)?;
    if row.helper_id == helper {
        prepared(token, &row)
    } else {
        Err(Failure::new(Code::NotFound))
    }
}

/// What was prepared, for the resident who holds the token.
fn show(app: &App, conn: &mut Conn, caller: &Caller, token: &str) -> Result<ToAgree, Failure> {
    caller.resident()?;
    let row = find(conn, token)?;
    let helper = volunteer::masked_name(app, conn, &row.helper_id)?;
    let filed = row.filed()?;
    let (answers, photos) = if filed.is_some() {
        Default::default()
    } else {
        row.in_time(app)?;
        let new = row.new_case(app)?;
        let photos = new.materials.values().map(Vec::len).sum();
        (new.answers, photos)
    };
    Ok(ToAgree {
        service: row.service()?,
        helper,
        answers,
        photos,
        expires: row.expires.and_utc(),
        filed,
    })
}

/// The phone that a prepared filing names.
fn phone_of(app: &App, new: &NewCase) -> Result<Phone, Failure> {
    let phone = helped::check(app, new)?;
    Phone::read(&phone).map_err(|flaw| Failure::flawed(vec![FieldFlaw::new("phone", flaw)]))
}

/// Sends the resident a code by SMS, to the phone that stands in the filing.
fn send_code(app: &App, conn: &mut Conn, caller: &Caller, token: &str) -> Result<(), Failure> {
    let helper = volunteer::volunteer(conn, caller)?;
    let row = find(conn, token)?;
    if row.helper_id != helper {
        return Err(Failure::new(Code::NotFound));
    }
    if row.filed.is_some() {
        return Err(Failure::new(Code::NotNow));
    }
    row.in_time(app)?;
    let phone = phone_of(app, &row.new_case(app)?)?;
    let lang = account::lang_of(conn, phone.reveal())?.unwrap_or(caller.lang);
    let purpose = purpose(app, conn, &row, token)?;
    account::send_code(app, conn, &phone, lang, &purpose)
}

fn purpose<'a>(app: &App, conn: &mut Conn, row: &Row, token: &'a str) -> Result<Purpose<'a>, Failure> {
    Ok(Purpose::Agree {
        token,
        service: row.service()?,
        helper: volunteer::masked_name(app, conn, &row.helper_id)?,
    })
}

/// Files what was prepared: the resident agrees on their own phone, or the volunteer says the code that the resident got.
/// What anyone may file, a need or a leak, the volunteer files without either. A wrong code is counted, and so refused by what
/// is returned.
fn agree(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    token: &str,
    agree: &Agree,
) -> Result<Result<Filed, Failure>, Failure> {
    let me = caller.resident()?.account.clone();
    let id = keys::hash(token.as_bytes());
    // Both may agree at this moment; the later one finds what was filed.
    alone(conn, &id)?;
    let row = find(conn, token)?;
    if let Some(filed) = row.filed()? {
        return Ok(Ok(filed));
    }
    row.in_time(app)?;
    let new = row.new_case(app)?;
    let resident = if row.helper_id == me {
        let phone = phone_of(app, &new)?;
        if let Some(code) = &agree.code {
            let purpose = purpose(app, conn, &row, token)?;
            if !account::try_code(app, conn, &phone, code, &purpose)? {
                let flaw = FieldFlaw::new("code", Flaw::WrongCode);
                return Ok(Err(Failure::new(Code::WrongCode).with_flaw(flaw)));
            }
        } else if new.service.facts().who != WhoMay::Anyone {
            return Err(Failure::flawed(vec![FieldFlaw::new("code", Flaw::Missing)]));
        }
        on_behalf(app, conn, &phone, caller.lang)?
    } else {
        caller.clone()
    };
    let helper = Helper {
        account: &row.helper_id,
        name: volunteer::masked_name(app, conn, &row.helper_id)?,
    };
    let filed = helped::file(app, conn, &resident, &id, helper, &new)?;
    store::settle(conn, &id, &serde_json::to_string(&filed)?)?;
    Ok(Ok(filed))
}

/// Whoever has the phone, as if they stood here.
fn on_behalf(app: &App, conn: &mut Conn, phone: &Phone, lang: Lang) -> Result<Caller, Failure> {
    // They may be signing in for the first time at this moment.
    alone(conn, phone.reveal())?;
    let account = account::find_or_open(conn, phone.reveal(), lang, app.clock.now())?;
    Ok(Caller::without_session(account))
}
