//! As whom WeChat knows residents. One that is known by an openid has one account, since whoever holds the phone is let in
//! by it; an account may have several, since a phone may be of a family.

use shuiting_shared::api::WechatBinding;
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;

use super::{AppKind, Identity, store};
use crate::db::{Conn, alone};
use crate::keys;
use crate::problem::Failure;

/// The account of whoever has this identity.
pub fn whose(conn: &mut Conn, app: AppKind, openid: &str) -> Result<Option<String>, Failure> {
    Ok(store::identity(conn, app, openid)?.map(|row| row.account_id))
}

/// As whom an account is known, the one used last first.
pub fn of_account(conn: &mut Conn, account: &str) -> Result<Vec<Identity>, Failure> {
    let rows = store::of_account(conn, account)?;
    Ok(rows.iter().filter_map(store::Row::identity).collect())
}

/// The openid by which an account is known to an app that it has used since then; the one used last where there are more.
pub fn used_since(conn: &mut Conn, account: &str, app: AppKind, since: Moment) -> Result<Option<String>, Failure> {
    let rows = store::of_account(conn, account)?;
    let used = rows.iter().filter(|row| row.used > since.naive_utc());
    let mut known = used
        .filter_map(store::Row::identity)
        .filter(|identity| identity.app == app);
    Ok(known.next().map(|identity| identity.openid))
}

/// Whoever has this identity is here.
pub fn seen(conn: &mut Conn, identity: &Identity, now: Moment) -> Result<(), Failure> {
    Ok(store::used(conn, identity, now)?)
}

/// Binds an identity to an account. One that is bound to another account goes over only where that is asked for.
pub fn bind(conn: &mut Conn, identity: &Identity, account: &str, rebind: bool, now: Moment) -> Result<(), Failure> {
    alone(conn, &identity.openid)?;
    match whose(conn, identity.app, &identity.openid)? {
        Some(bound) if bound == account => return seen(conn, identity, now),
        Some(_) if !rebind => return Err(Failure::new(Code::WechatBoundElsewhere)),
        Some(_) => store::unbind(conn, identity)?,
        None => {}
    }
    Ok(store::bind(conn, identity, account, now)?)
}

/// A name for a binding that tells nobody the openid.
fn id(identity: &Identity) -> String {
    keys::hash(format!("{}:{}", identity.app.code(), identity.openid).as_bytes())
}

/// The bindings of an account, as its owner is shown them.
pub fn bindings(conn: &mut Conn, account: &str) -> Result<Vec<WechatBinding>, Failure> {
    let rows = store::of_account(conn, account)?;
    let views = rows.iter().filter_map(|row| {
        let identity = row.identity()?;
        Some(WechatBinding {
            id: id(&identity),
            app: identity.app,
            since: row.since.and_utc(),
            used: row.used.and_utc(),
        })
    });
    Ok(views.collect())
}

/// Ends a binding of an account. Signed in stays who is; they are not let in by it any more, and hear nothing there.
pub fn unbind(conn: &mut Conn, account: &str, binding: &str) -> Result<(), Failure> {
    let found = of_account(conn, account)?
        .into_iter()
        .find(|identity| id(identity) == binding);
    let identity = found.ok_or_else(|| Failure::new(Code::NotFound))?;
    Ok(store::unbind(conn, &identity)?)
}
