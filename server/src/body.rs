//! Reads a JSON body or a query; what does not fit is answered with the field it stands in.

use std::future::{Future, Ready, ready};
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use serde::de::DeserializeOwned;
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

fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
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
    Ok(value)
}

/// A query.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Query<T> {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let pairs = serde_urlencoded::Deserializer::new(form_urlencoded::parse(request.query_string().as_bytes()));
        ready(
            serde_path_to_error::deserialize(pairs)
                .map(Self)
                .map_err(|error| Failure::flawed(vec![FieldFlaw::new(error.path().to_string(), Flaw::WrongType)])),
        )
    }
}

/// The field that serde misses; it tells so in words only.
fn missing(said: &str) -> Option<&str> {
    said.strip_prefix("missing field `")?.split('`').next()
}

#[cfg(test)]
mod tests {
    use shuiting_shared::api::{NewCase, SignIn};

    use super::*;

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
