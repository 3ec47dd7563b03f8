//! Reads a JSON body, a query or an id; what does not fit is answered with the field it stands in.

use std::future::{Future, Ready, ready};
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::error::Category;
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::problem::Code;

use crate::problem::Failure;

/// A JSON body of at most 256 KiB.
pub struct Body<T>(pub T);

/// The largest JSON body, bytes. The largest honest one, a filing with all its photos named, has under 20 KB.
pub const MOST: usize = 256 * 1024;

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bytes = web::Bytes::from_request(request, payload);
        Box::pin(async move {
            let bytes = bytes
                .await
                .map_err(|error| match error.as_response_error().status_code().as_u16() {
                    413 => Failure::new(Code::TooLarge),
                    _ => Failure::new(Code::NotJson),
                })?;
            read(&bytes).map(Self)
        })
    }
}

/// Reads JSON that has come as it is.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { String::new() } else { path };
        let said = error.inner().to_string();
        match (error.inner().classify(), missing(&said)) {
            (Category::Data, Some(field)) => {
                let field = if path.is_empty() {
                    field.to_owned()
                } else {
                    format!("{path}.{field}")
                };
                Failure::flawed(vec![FieldFlaw::new(field, Flaw::Missing)])
            }
            (Category::Data, None) if !path.is_empty() => Failure::flawed(vec![FieldFlaw::new(path, Flaw::WrongType)]),
            _ => Failure::new(Code::NotJson),
        }
    })?;
    reader.end().map_err(|_| Failure::new(Code::NotJson))?;
    match nul(bytes) {
        Some(field) => Err(unprintable(field)),
        None => Ok(value),
    }
}

/// PostgreSQL keeps no text with a NUL in it, and nobody types one.
fn unprintable(field: String) -> Failure {
    Failure::flawed(vec![FieldFlaw::new(field, Flaw::Unprintable)])
}

/// The path of the first text of a JSON document that holds a NUL.
fn nul(bytes: &[u8]) -> Option<String> {
    fn find(value: &Value, path: &str) -> Option<String> {
        let below = |key: &str| {
            if path.is_empty() {
                key.to_owned()
            } else {
                format!("{path}.{key}")
            }
        };
        match value {
            Value::String(text) => text.contains('\0').then(|| path.to_owned()),
            Value::Array(items) => (0..)
                .zip(items)
                .find_map(|(at, item): (usize, _)| find(item, &below(&at.to_string()))),
            Value::Object(members) => members.iter().find_map(|(key, member)| {
                if key.contains('\0') {
                    return Some(path.to_owned());
                }
                find(member, &below(key))
            }),
            _ => None,
        }
    }
    const WRITTEN: &[u8] = br"\u0000";
    let may = bytes.windows(WRITTEN.len()).any(|at| at == WRITTEN);
    if may {
        find(&serde_json::from_slice(bytes).ok()?, "")
    } else {
        None
    }
}

/// A query.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Query<T> {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut texts = form_urlencoded::parse(request.query_string().as_bytes());
        if let Some((field, _)) = texts.find(|(_, text)| text.contains('\0')) {
            return ready(Err(unprintable(field.into_owned())));
        }
        let pairs = serde_urlencoded::Deserializer::new(form_urlencoded::parse(request.query_string().as_bytes()));
        ready(serde_path_to_error::deserialize(pairs).map(Self).map_err(|error| {
            let said = error.inner().to_string();
            let flaw = match missing(&said) {
                Some(field) => FieldFlaw::new(field, Flaw::Missing),
                None => FieldFlaw::new(error.path().to_string(), Flaw::WrongType),
            };
            Failure::flawed(vec![flaw])
        }))
    }
}

/// The field that serde misses; it tells so in words only.
fn missing(said: &str) -> Option<&str> {
    said.strip_prefix("missing field `")?.split('`').next()
}

/// The id in an address. PostgreSQL keeps no text with a NUL in it, so nothing has such an id.
pub fn id(id: String) -> Result<String, Failure> {
    if id.contains('\0') {
        return Err(Failure::new(Code::NotFound));
    }
    Ok(id)
}

#[cfg(test)]
mod tests {
    use shuiting_shared::api::{NewCase, SignIn};

    use super::*;

    #[test]
    fn finds_what_nobody_types() {
        let found = |text: &str| nul(text.as_bytes());
        assert_eq!(found(r#"{"a":{"b":["x","y\u0000"]}}"#).as_deref(), Some("a.b.1"));
        assert_eq!(found(r#"{"a":{"b\u0000":1}}"#).as_deref(), Some("a"));
        assert_eq!(
            found(r#"{"a":"\\u0000"}"#),
            None,
            "that is a backslash and five letters"
        );
    }

    #[test]
    fn names_the_field() {
        let fails = |text: &str| format!("{:?}", read::<NewCase>(text.as_bytes()).err().unwrap());
        assert!(fails(r#"{"service":"LEAK","answers":{"phone":5}}"#).contains("answers.phone"));
        assert!(fails(r#"{"service":"NOPE"}"#).contains("service"));
        assert!(fails(r#"{"answers":{}}"#).contains("Missing"));
        for text in ["", "{", "[]", "7", "{} x"] {
            assert_eq!(
                read::<SignIn>(text.as_bytes()).err().unwrap().code(),
                if text == "{} x" { Code::Invalid } else { Code::NotJson },
                "{text}"
            );
        }
    }
}
