//! Members of staff: their passwords, their lock, their administration from the command line.

pub(crate) mod routes;
mod store;

use actix_web::web;
use anyhow::{Context as _, bail, ensure};
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, SaltString};
use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};
use chrono::TimeDelta;
use shuiting_shared::case::{Post, Role};
use shuiting_shared::person::Phone;
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;

pub use store::{Member, by_name, called, find, heads_of, names, on_duty, phones_of};

use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session;

/// Failures in a row before a name is locked.
const FAILURES: i32 = 10;
/// Minutes that a name stays locked.
const LOCK_MINUTES: i64 = 15;
/// The shortest password, characters.
const PASSWORD: usize = 10;

/// Lets a member of staff in, or counts the failure. An unknown name costs the same time as a wrong password.
pub async fn sign_in(app: &web::Data<App>, name: String, password: String) -> Result<session::Staff, Failure> {
    let wrong = || {
        Failure::new(Code::WrongPassword).with_flaw(shuiting_shared::form::FieldFlaw::new(
            "password",
            shuiting_shared::form::Flaw::WrongPassword,
        ))
    };
    let now = app.clock.now();
    let member = app
        .db
        .read(move |conn: &mut Conn| by_name(conn, name.trim()).map_err(Failure::from))
        .await?
        .filter(|member| !member.disabled);
    if let Some(until) = member
        .as_ref()
        .and_then(|member| member.locked_until)
        .filter(|until| *until > now.naive_utc())
    {
        let seconds = (until - now.naive_utc()).num_seconds() + 1;
        return Err(Failure::new(Code::Locked).retry_after(u32::try_from(seconds).unwrap_or(u32::MAX)));
    }
    let stored = member
        .as_ref()
        .map_or_else(|| UNKNOWN.to_owned(), |member| member.password.clone());
    let right = web::block(move || verifies(&password, &stored))
        .await
        .map_err(Failure::broken)?;
    let Some(member) = member else { return Err(wrong()) };
    let id = member.id.clone();
    app.db
        .write(move |conn: &mut Conn| {
            // Others may have failed while this password was checked.
            alone(conn, &id)?;
            let before = find(conn, &id)?.map_or(0, |member| member.failures);
            let failures = if right { 0 } else { before + 1 };
            let locked = (failures >= FAILURES).then(|| (now + TimeDelta::minutes(LOCK_MINUTES)).naive_utc());
            let failures = if locked.is_some() { 0 } else { failures };
            store::tried(conn, &id, failures, locked).map_err(Failure::from)
        })
        .await?;
    let role = Role::from_code(&member.role).filter(|_| right).ok_or_else(wrong)?;
    Ok(session::Staff {
        id: member.id,
        name: member.name,
        display: member.display,
        role,
        unit: member.unit,
    })
}

/// A hash that no password has, for names that nobody has.
const UNKNOWN: &str = "$argon2id$v=19$m=19456,t=2,p=1$c2h1aXRpbmctbm9ib2R5$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn verifies(password: &str, stored: &str) -> bool {
    PasswordHash::new(stored).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
}

/// The argon2id hash of a password.
pub fn hashed(password: &str) -> anyhow::Result<String> {
    ensure!(
        password.chars().count() >= PASSWORD,
        "a password has at least {PASSWORD} characters"
    );
    let salt = SaltString::generate(&mut OsRng);
    let hash = Argon2::default()
        .hash_password(password.as_bytes(), &salt)
        .map_err(|error| anyhow::anyhow!("{error}"))?;
    Ok(hash.to_string())
}

/// Someone to be added to the staff.
pub struct NewMember<'a> {
    /// The user name: 2 to 32 small letters, digits, `-`, `_` or `.`.
    pub name: &'a str,
    /// What people call them.
    pub display: &'a str,
    /// What they are.
    pub role: Role,
    /// The hash of the password.
    pub password: String,
    /// Where they hear of low ratings and of clocks that run out.
    pub phone: Option<&'a str>,
    /// The code of the unit they work for.
    pub unit: Option<&'a str>,
    /// The post that they hold.
    pub post: Option<Post>,
}

/// Adds a member of staff.
pub fn add(conn: &mut Conn, member: &NewMember<'_>, now: Moment) -> anyhow::Result<()> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.".contains(c);
    ensure!(
        (2..=32).contains(&member.name.len()) && member.name.chars().all(plain),
        "{:?} is no user name: use 2 to 32 small letters, digits, '-', '_' or '.'",
        member.name
    );
    if by_name(conn, member.name)?.is_some() {
        bail!("there is already somebody named {}", member.name);
    }
    let phone = member.phone.map(Phone::read).transpose();
    let phone = phone.map_err(|flaw| anyhow::anyhow!("{}", flaw.say(shuiting_shared::words::Lang::En)))?;
    store::add(conn, member, phone.as_ref().map(Phone::reveal), now).context("cannot write")
}

/// Shuts a member of staff out, at once.
pub fn disable(conn: &mut Conn, name: &str) -> anyhow::Result<()> {
    let member = by_name(conn, name)?.with_context(|| format!("there is nobody named {name}"))?;
    store::disable(conn, &member.id)?;
    Ok(session::revoke_all_of_staff(conn, &member.id)?)
}

/// Gives a member of staff a new password, opens a locked name and signs them out everywhere.
pub fn set_password(conn: &mut Conn, name: &str, password: &str) -> anyhow::Result<()> {
    let member = by_name(conn, name)?.with_context(|| format!("there is nobody named {name}"))?;
    store::set_password(conn, &member.id, &hashed(password)?)?;
    Ok(session::revoke_all_of_staff(conn, &member.id)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_for_nobody_is_one_and_takes_nothing() {
        assert!(PasswordHash::new(UNKNOWN).is_ok());
        assert!(!verifies("shuiting-demo", UNKNOWN));
    }

    #[test]
    fn passwords_verify_and_are_not_too_short() {
        let hash = hashed("shuiting-demo").unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(verifies("shuiting-demo", &hash));
        assert!(!verifies("shuiting-dem0", &hash));
        assert!(hashed("short").is_err());
    }
}
