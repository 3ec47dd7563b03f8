//! How a water account comes among a resident's own: they show that they know whose it is. Whom they let see its bills.

pub(super) mod store;

use chrono::TimeDelta;
use diesel::QueryResult;
use shuiting_shared::api::{BindingChange, NewBinding, NewShare, WaterAccountView};
use shuiting_shared::form::{self, FieldFlaw, Flaw};
use shuiting_shared::message::Message;
use shuiting_shared::person::Phone;
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;
use shuiting_shared::water::{Proof, Right, given_name};

use super::store as accounts;
use super::view;
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::{Caller, Resident};
use crate::{account, notice};
use store::{Binding, Kind, Tries, Whose};

/// Wrong answers a day, of one resident and about one account: four digits are soon tried.
const TRIES: usize = 5;
/// Phones that one resident lets see bills within a day; each gets an SMS that nobody there has asked for.
const SHARED_A_DAY: usize = 10;
/// Water accounts that one resident has; a landlord with more comes to the counter.
const ACCOUNTS: usize = 20;
/// Phones that see an account's bills through one resident.
const SHARES: usize = 10;

/// What came of a try.
pub enum Tried {
    /// The account is among theirs now.
    Bound(Box<WaterAccountView>),
    /// Something does not go together; so many tries are left.
    Wrong(usize),
}

impl Tried {
    /// The view, or the refusal. What went together and what did not is not told, nor whether there is such an account.
    pub fn answer(self) -> Result<WaterAccountView, Failure> {
        match self {
            Self::Bound(view) => Ok(*view),
            Self::Wrong(left) => {
                let flaw = FieldFlaw::new("number", Flaw::NotTheHolder { left });
                Err(Failure::new(Code::WrongHolder).with_flaw(flaw))
            }
        }
    }
}

/// Puts an account among the caller's own where they know whose it is. A wrong try is written down, so it is no error here:
/// that would take back what was written.
pub fn bind(app: &App, conn: &mut Conn, caller: &Caller, new: &NewBinding) -> Result<Tried, Failure> {
    let me = caller.resident()?;
    me.proved_phone()?;
    let (proof, name) = read(new)?;
    let number = proof.number.digits();
    // One try after the other, so that none is looked at before the last one is counted.
    alone(conn, &format!("bindings of {}", me.account))?;
    alone(conn, &format!("bindings to {number}"))?;
    let now = app.clock.now();
    let by_me = Tries::of(conn, Kind::Bind, Whose::Resident(&me.account), now)?;
    let about_it = Tries::of(conn, Kind::Bind, Whose::Account(number), now)?;
    let made = by_me.count().max(about_it.count());
    if made >= TRIES {
        let seconds = by_me.seconds_above(TRIES, now).max(about_it.seconds_above(TRIES, now));
        return Err(Failure::new(Code::TriedTooOften).retry_after(seconds));
    }
    let known = accounts::find(conn, number)?.is_some_and(|row| row.holder().is_known_to(&proof));
    if !known {
        store::note(conn, Kind::Bind, &me.account, number, now)?;
        return Ok(Tried::Wrong(TRIES - made - 1));
    }
    match store::find(conn, &me.account, number)? {
        Some(before) => store::make_own(conn, &before.id, name.or(before.name).as_deref())?,
        None if store::of(conn, &me.account)?.len() >= ACCOUNTS => {
            let flaw = FieldFlaw::new("number", Flaw::Full { most: ACCOUNTS });
            return Err(Failure::flawed(vec![flaw]));
        }
        None => store::insert(conn, &Binding::own(me.account.clone(), number.to_owned(), name, now))?,
    }
    Ok(Tried::Bound(Box::new(view::one(app, conn, caller, number)?)))
}

fn read(new: &NewBinding) -> Result<(Proof, Option<String>), Failure> {
    let name = given_name(new.name.as_deref().unwrap_or_default());
    match (Proof::read(new), name) {
        (Ok(proof), Ok(name)) => Ok((proof, name)),
        (proof, name) => {
            let mut flaws = proof.err().unwrap_or_default();
            flaws.extend(name.err().map(|flaw| FieldFlaw::new("name", flaw)));
            Err(Failure::flawed(flaws))
        }
    }
}

/// Calls an account something else.
pub(super) fn rename(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    number: &str,
    change: &BindingChange,
) -> Result<WaterAccountView, Failure> {
    let name = given_name(&change.name).map_err(|flaw| Failure::flawed(vec![FieldFlaw::new("name", flaw)]))?;
    let binding = view::bound(conn, caller.resident()?, number)?;
    store::rename(conn, &binding.id, name.as_deref())?;
    view::one(app, conn, caller, number)
}

/// Takes an account from among the caller's own; whom they let see its bills sees them no more.
pub(super) fn unbind(conn: &mut Conn, caller: &Caller, number: &str) -> Result<(), Failure> {
    let me = caller.resident()?;
    let binding = view::bound(conn, me, number)?;
    store::remove_shares(conn, &me.account, &binding.number)?;
    Ok(store::remove(conn, &binding.id)?)
}

/// An account that the caller may share.
fn own(conn: &mut Conn, me: &Resident, number: &str) -> Result<Binding, Failure> {
    let binding = view::bound(conn, me, number)?;
    match binding.right() {
        Right::Own => Ok(binding),
        Right::Act | Right::Read => Err(Failure::new(Code::Forbidden)),
    }
}

/// The number of an account for which the caller may decide: their own, or one that they act for.
pub(crate) fn decides(conn: &mut Conn, me: &Resident, number: &str) -> Result<String, Failure> {
    let binding = view::bound(conn, me, number)?;
    match binding.right() {
        Right::Own | Right::Act => Ok(binding.number),
        Right::Read => Err(Failure::new(Code::Forbidden)),
    }
}

/// Lets somebody act for an account; who owns it already does. Says whether there is such an account.
pub(crate) fn let_act(conn: &mut Conn, account: &str, number: &str, now: Moment) -> QueryResult<bool> {
    alone(conn, &format!("bindings of {account}"))?;
    if accounts::find(conn, number)?.is_none() {
        return Ok(false);
    }
    match store::find(conn, account, number)? {
        Some(before) if before.right() == Right::Own => {}
        Some(before) => store::make_acting(conn, &before.id)?,
        None => store::insert(conn, &Binding::acting(account.to_owned(), number.to_owned(), now))?,
    }
    Ok(true)
}

/// Whether somebody acts for an account.
pub(crate) fn acts(conn: &mut Conn, account: &str, number: &str) -> QueryResult<bool> {
    let binding = store::find(conn, account, number)?;
    Ok(binding.is_some_and(|binding| binding.right() == Right::Act))
}

/// Somebody acts for an account no more.
pub(crate) fn stop_acting(conn: &mut Conn, account: &str, number: &str) -> QueryResult<()> {
    match store::find(conn, account, number)? {
        Some(binding) if binding.right() == Right::Act => store::remove(conn, &binding.id),
        _ => Ok(()),
    }
}

/// The number of an account that the caller owns, as far as the hall knows.
pub(crate) fn owned(conn: &mut Conn, me: &Resident, number: &str) -> Result<String, Failure> {
    Ok(own(conn, me, number)?.number)
}

/// Lets whoever has a phone see the bills of an account. They hear of it once.
pub fn share(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    number: &str,
    new: &NewShare,
) -> Result<WaterAccountView, Failure> {
    let refused = |flaw| Failure::flawed(vec![FieldFlaw::new("phone", flaw)]);
    let me = caller.resident()?;
    let own_phone = me.proved_phone()?;
    let binding = own(conn, me, number)?;
    if new.phone.trim().is_empty() {
        return Err(refused(Flaw::Missing));
    }
    let phone = Phone::read(&new.phone).map_err(refused)?;
    let phone = phone.reveal();
    if phone == own_phone {
        return Err(refused(Flaw::OwnPhone));
    }
    alone(conn, &format!("bindings of {}", me.account))?;
    // They may be signing in for the first time at this moment.
    alone(conn, phone)?;
    let now = app.clock.now();
    if store::shared_by(conn, &me.account, &binding.number)?.len() >= SHARES {
        return Err(refused(Flaw::Full { most: SHARES }));
    }
    let today = Tries::of(conn, Kind::Share, Whose::Resident(&me.account), now)?;
    if today.count() >= SHARED_A_DAY {
        let seconds = today.seconds_above(SHARED_A_DAY, now);
        return Err(Failure::new(Code::TriedTooOften).retry_after(seconds));
    }
    let reader = account::find_or_open(conn, phone, caller.lang, now)?;
    if store::find(conn, &reader.id, &binding.number)?.is_some() {
        return Err(refused(Flaw::SharedAlready));
    }
    store::note(conn, Kind::Share, &me.account, &binding.number, now)?;
    let shared = Binding::shared(reader.id, &binding, now);
    store::insert(conn, &shared)?;
    let message = Message::Shared {
        by: form::Kind::Phone.mask(own_phone),
        end: super::end(&binding.number),
    };
    notice::enqueue(app, conn, None, phone, reader.lang, &message)?;
    view::one(app, conn, caller, number)
}

/// Whoever saw the bills through the caller sees them no more.
pub(super) fn unshare(conn: &mut Conn, caller: &Caller, number: &str, id: &str) -> Result<(), Failure> {
    let me = caller.resident()?;
    let binding = own(conn, me, number)?;
    if store::remove_share(conn, &me.account, &binding.number, id)? {
        Ok(())
    } else {
        Err(Failure::new(Code::NotFound))
    }
}

/// Forgets tries that count no more.
pub fn forget_tries(conn: &mut Conn, now: Moment) -> Result<(), Failure> {
    Ok(store::forget_tries(conn, now - TimeDelta::days(1))?)
}
