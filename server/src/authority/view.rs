//! Letters of authority as they are shown: to whoever brought them, to those who have the account, and to the desk.

use shuiting_shared::api::{ActingView, AuthorityAsked, AuthorityQuery, AuthorityView};
use shuiting_shared::form::Kind;
use shuiting_shared::problem::Code;
use shuiting_shared::water::AuthorityState;

use super::store::{self, Authority};
use super::{LETTER, LICENCE};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Caller, Staff, Who};
use crate::{account, attachment, water};

/// Letters that the desk is shown at once.
const LISTED: i64 = 100;
/// Letters that somebody is shown of their own.
const MINE: usize = 20;

/// Who at the desk looks at letters: the counter, and those above it.
pub(super) fn desk(caller: &Caller) -> Result<&Staff, Failure> {
    let me = caller.staff()?;
    if me.role.keeps_books() {
        Ok(me)
    } else {
        Err(Failure::new(Code::Forbidden))
    }
}

pub(super) fn view(letter: &Authority) -> Result<AuthorityView, Failure> {
    Ok(AuthorityView {
        id: letter.id.clone(),
        number: letter.number.clone(),
        state: letter.state()?,
        asked: letter.asked.and_utc(),
        until: letter.until,
        reason: letter.reason.clone(),
    })
}

/// The letters that the caller has brought, newest first, at most 20.
pub(crate) fn of(conn: &mut Conn, caller: &Caller) -> Result<Vec<AuthorityView>, Failure> {
    let me = caller.resident()?;
    me.proved_phone()?;
    let letters = store::of_account(conn, &me.account)?;
    letters.iter().take(MINE).map(view).collect()
}

fn phone(conn: &mut Conn, letter: &Authority) -> Result<String, Failure> {
    let brought = account::find(conn, &letter.account_id)?;
    let phone = brought.and_then(|account| account.phone).unwrap_or_default();
    Ok(Kind::Phone.mask(&phone))
}

/// Who acts for a water account.
pub(crate) fn acting(conn: &mut Conn, number: &str) -> Result<Vec<ActingView>, Failure> {
    let mut acting = Vec::new();
    for letter in store::granted_for(conn, number)? {
        let acts = water::acts(conn, &letter.account_id, number)?;
        if let (true, Some(until)) = (acts, letter.until) {
            acting.push(ActingView {
                phone: phone(conn, &letter)?,
                id: letter.id,
                name: letter.name,
                until,
            });
        }
    }
    Ok(acting)
}

/// The letters that the desk looks for, oldest first, at most 100.
pub(super) fn listed(conn: &mut Conn, caller: &Caller, query: &AuthorityQuery) -> Result<Vec<AuthorityAsked>, Failure> {
    desk(caller)?;
    let state = query.state.unwrap_or(AuthorityState::Asked);
    let mut shown = Vec::new();
    for letter in store::in_state(conn, state, LISTED)? {
        // Whoever has taken the account from among theirs, or lost it with its holder, acts no more.
        if state != AuthorityState::Granted || water::acts(conn, &letter.account_id, &letter.number)? {
            shown.push(asked(conn, &letter)?);
        }
    }
    Ok(shown)
}

fn asked(conn: &mut Conn, letter: &Authority) -> Result<AuthorityAsked, Failure> {
    let photos = attachment::of_authority(conn, &letter.id)?;
    let of = |what: &str| {
        let shown = photos.iter().filter(|(material, _)| material == what);
        shown.map(|(_, id)| id.clone()).collect()
    };
    Ok(AuthorityAsked {
        letter: view(letter)?,
        name: letter.name.clone(),
        phone: phone(conn, letter)?,
        photos: of(LETTER),
        licence: of(LICENCE),
        account: water::of_authority(conn, &letter.number)?,
    })
}

/// Whether somebody may see the photos of a letter; whoever uploaded them may in any case.
pub fn shows_photos(caller: &Caller) -> bool {
    matches!(caller.who, Who::Staff(_)) && desk(caller).is_ok()
}
