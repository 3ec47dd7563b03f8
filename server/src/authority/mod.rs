//! Letters of authority (授权委托书): who acts for a water account that is not theirs, an organisation's above all.
//!
//! Somebody brings photos of the letter and of the licence; the desk looks at them and lets them in until a day, or says why
//! not. Nobody learns whether there is an account of the number they name before the desk has looked. That they act is a
//! binding of the account ([`water::let_act`](crate::water::let_act)); it goes when the letter's last day is over, when the
//! owner, the desk or they themselves end it, and when the account passes to somebody else.

mod decide;
pub(crate) mod routes;
mod store;
mod view;

use shuiting_shared::api::{AuthorityView, NewAuthority};
use shuiting_shared::form::{AccountNumber, FieldFlaw, Flaw};
use shuiting_shared::person::PersonName;
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;
use shuiting_shared::water::AuthorityState;

pub use decide::end_over;
pub use view::shows_photos;
pub(crate) use view::{acting, of};

use crate::app::App;
use crate::attachment::{self, Uploader};
use crate::db::{Conn, alone};
use crate::ids;
use crate::problem::Failure;
use crate::session::Caller;
use store::Authority;

/// Letters of one resident that wait for the desk.
const WAITING: usize = 5;
/// Photos of a letter, and of a licence.
const PHOTOS: usize = 3;
/// What a photo of each shows, as it is stored.
const LETTER: &str = "letter";
const LICENCE: &str = "licence";

/// Brings a letter of authority, which waits for the desk.
fn ask(app: &App, conn: &mut Conn, caller: &Caller, new: &NewAuthority) -> Result<AuthorityView, Failure> {
    let me = caller.resident()?;
    me.proved_phone()?;
    let (number, name) = read(new)?;
    alone(conn, &format!("authorities of {}", me.account))?;
    let before = store::of_account(conn, &me.account)?;
    let waiting: Vec<_> = before.iter().filter(|one| one.is(AuthorityState::Asked)).collect();
    if waiting.iter().any(|one| one.number == number) {
        return Err(Failure::flawed(vec![FieldFlaw::new("number", Flaw::AskedAlready)]));
    }
    if waiting.len() >= WAITING {
        return Err(Failure::flawed(vec![FieldFlaw::new(
            "number",
            Flaw::Full { most: WAITING },
        )]));
    }
    let now: Moment = app.clock.now();
    let row = Authority {
        id: ids::new(now),
        account_id: me.account.clone(),
        number,
        name,
        state: AuthorityState::Asked.code().to_owned(),
        asked: now.naive_utc(),
        until: None,
        reason: None,
        staff_id: None,
    };
    store::insert(conn, &row)?;
    for (field, photos) in [(LETTER, &new.letter), (LICENCE, &new.licence)] {
        let ids: Vec<&str> = photos.iter().map(String::as_str).collect();
        let free = attachment::claimable(conn, &Uploader::from(caller), &ids)?;
        let all = ids.iter().all(|id| free.contains(*id));
        if !all || !attachment::claim_for_authority(conn, &ids, &row.id, field)? {
            return Err(Failure::flawed(vec![FieldFlaw::new(field, Flaw::NoSuchPhoto)]));
        }
    }
    view::view(&row)
}

fn read(new: &NewAuthority) -> Result<(String, String), Failure> {
    let mut flaws = Vec::new();
    let mut keep = |field: &str, flaw: Flaw| flaws.push(FieldFlaw::new(field, flaw));
    let given = |text: &str| {
        if text.trim().is_empty() {
            Err(Flaw::Missing)
        } else {
            Ok(())
        }
    };
    let number = given(&new.number).and_then(|()| AccountNumber::read(&new.number));
    let number = number.map_err(|flaw| keep("number", flaw));
    let name = given(&new.name).and_then(|()| PersonName::read(&new.name));
    let name = name.map_err(|flaw| keep("name", flaw));
    for (field, photos) in [(LETTER, &new.letter), (LICENCE, &new.licence)] {
        match photos.len() {
            0 => keep(field, Flaw::TooFew { least: 1 }),
            count if count > PHOTOS => keep(field, Flaw::TooMany { most: PHOTOS }),
            _ => {}
        }
    }
    match (number, name) {
        (Ok(number), Ok(name)) if flaws.is_empty() => Ok((number.digits().to_owned(), name.reveal().to_owned())),
        _ => Err(Failure::flawed(flaws)),
    }
}

/// The letter with this id; one that is not there is not found.
fn find(conn: &mut Conn, id: &str) -> Result<Authority, Failure> {
    store::find(conn, id)?.ok_or_else(|| Failure::new(Code::NotFound))
}
