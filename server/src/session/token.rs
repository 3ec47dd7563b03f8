//! Access tokens: a short JWT that names a session.

use chrono::TimeDelta;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;

use super::ACCESS_MINUTES;
use crate::keys::Keys;
use crate::problem::Failure;

#[derive(Serialize, Deserialize)]
struct Claims {
    sub: String,
    iat: i64,
    exp: i64,
}

pub(super) fn write(keys: &Keys, session: &str, now: Moment) -> Result<String, Failure> {
    let exp = (now + TimeDelta::minutes(ACCESS_MINUTES)).timestamp();
    let claims = Claims {
        sub: session.to_owned(),
        iat: now.timestamp(),
        exp,
    };
    jsonwebtoken::encode(
        &Header::new(Algorithm::HS256),
        &claims,
        &EncodingKey::from_secret(&keys.jwt),
    )
    .map_err(Failure::broken)
}

/// The session that a token names. Its end is held against the house's clock, not the library's own.
pub(super) fn read(keys: &Keys, token: &str, now: Moment) -> Result<String, Failure> {
    let mut validation = Validation::new(Algorithm::HS256);
    validation.validate_exp = false;
    let claims = jsonwebtoken::decode::<Claims>(token, &DecodingKey::from_secret(&keys.jwt), &validation)
        .map_err(|_| Failure::new(Code::SignIn))?
        .claims;
    if claims.exp <= now.timestamp() {
        return Err(Failure::new(Code::Expired));
    }
    Ok(claims.sub)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_ends_and_cannot_be_forged() {
        let keys = Keys::new(b"one secret of the house, long enough");
        let now = chrono::DateTime::from_timestamp(1_795_000_000, 0).unwrap();
        let token = write(&keys, "session", now).unwrap();
        let code = |keys: &Keys, token: &str, minutes| {
            read(keys, token, now + TimeDelta::minutes(minutes)).map_err(|failure| failure.code())
        };
        assert_eq!(code(&keys, &token, 14), Ok("session".into()));
        assert_eq!(code(&keys, &token, 15), Err(Code::Expired));
        assert_eq!(code(&Keys::new(b"another"), &token, 0), Err(Code::SignIn));
        // The same claims without a signature.
        let unsigned = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiJzZXNzaW9uIiwiaWF0IjowLCJleHAiOjk5OTk5OTk5OTl9.";
        assert_eq!(code(&keys, unsigned, 0), Err(Code::SignIn));
    }
}
