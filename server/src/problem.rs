//! How a request fails: from an error inside to a problem detail (RFC 9457) in the caller's language.

mod page;

use std::fmt;

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpMessage as _, HttpResponse, ResponseError};
use shuiting_shared::api::Conflict;
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::problem::{Code, FieldProblem, Problem};
use shuiting_shared::words::Lang;

use crate::db::DbError;
pub(crate) use page::routes;

/// Why a request fails.
#[derive(Debug)]
pub struct Failure {
    code: Code,
    flaws: Vec<FieldFlaw>,
    conflict: Option<Box<Conflict>>,
    retry_after: Option<u32>,
    cause: Option<anyhow::Error>,
}

impl Failure {
    /// A failure of the catalogue.
    pub fn new(code: Code) -> Self {
        Self {
            code,
            flaws: Vec::new(),
            conflict: None,
            retry_after: None,
            cause: None,
        }
    }

    /// Flaws of fields.
    pub fn flawed(flaws: Vec<FieldFlaw>) -> Self {
        Self {
            flaws,
            ..Self::new(Code::Invalid)
        }
    }

    /// A failure of the catalogue that belongs to one field.
    #[must_use]
    pub fn with_flaw(self, flaw: FieldFlaw) -> Self {
        self.with_flaws(vec![flaw])
    }

    /// A failure of the catalogue with all that stands beside fields.
    #[must_use]
    pub fn with_flaws(self, flaws: Vec<FieldFlaw>) -> Self {
        Self { flaws, ..self }
    }

    /// The case has changed under the caller's hands.
    pub fn changed(conflict: Conflict) -> Self {
        Self {
            conflict: Some(Box::new(conflict)),
            ..Self::new(Code::Changed)
        }
    }

    /// Says after how many seconds to try again.
    #[must_use]
    pub fn retry_after(self, seconds: u32) -> Self {
        Self {
            retry_after: Some(seconds),
            ..self
        }
    }

    /// Something that nobody outside can help; the cause is for the log alone.
    pub fn broken(cause: impl Into<anyhow::Error>) -> Self {
        Self {
            cause: Some(cause.into()),
            ..Self::new(Code::Internal)
        }
    }

    /// Its code.
    pub fn code(&self) -> Code {
        self.code
    }

    fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// What is wrong, said in `lang`.
    pub fn problem(&self, lang: Lang) -> Problem {
        let errors = self
            .flaws
            .iter()
            .map(|flaw| FieldProblem::new(&flaw.field, &flaw.flaw, lang))
            .collect();
        Problem {
            errors,
            ..Problem::new(self.code, lang)
        }
    }

    fn render(&self, lang: Lang) -> HttpResponse {
        #[derive(serde::Serialize)]
        struct Body<'a> {
            #[serde(flatten)]
            problem: Problem,
            #[serde(flatten)]
            conflict: Option<&'a Conflict>,
        }
        let mut answer = HttpResponse::build(self.status());
        answer.insert_header((header::CONTENT_LANGUAGE, lang.tag()));
        if let Some(seconds) = self.retry_after {
            answer.insert_header((header::RETRY_AFTER, seconds.to_string()));
        }
        let mut answer = answer.json(Body {
            problem: self.problem(lang),
            conflict: self.conflict.as_deref(),
        });
        answer.headers_mut().insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/problem+json"),
        );
        answer
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.code())?;
        match &self.cause {
            Some(cause) => write!(f, ": {cause:#}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Failure {}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        self.status()
    }

    fn error_response(&self) -> HttpResponse {
        self.render(Lang::Zh)
    }
}

impl From<DbError> for Failure {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Query(error) => error.into(),
            other => Self {
                cause: Some(other.into()),
                ..Self::new(Code::Unready)
            },
        }
    }
}

impl From<diesel::result::Error> for Failure {
    fn from(error: diesel::result::Error) -> Self {
        match error {
            diesel::result::Error::NotFound => Self::new(Code::NotFound),
            other => Self::broken(other),
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::broken(error)
    }
}

/// Renders failures in the language of the request, which only this layer knows, and logs their causes.
pub async fn speak<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, actix_web::Error> {
    let lang = lang(request.headers());
    request.extensions_mut().insert(lang);
    let response = next.call(request).await?;
    let Some(failure) = response
        .response()
        .error()
        .and_then(|error| error.as_error::<Failure>())
    else {
        return Ok(response.map_into_left_body());
    };
    if let Some(cause) = &failure.cause {
        tracing::error!(
            cause = format!("{cause:#}"),
            code = failure.code.code(),
            "a request failed"
        );
    }
    let rendered = failure.render(lang);
    Ok(response.into_response(rendered).map_into_right_body())
}

/// The language a request asks for.
pub fn lang(headers: &header::HeaderMap) -> Lang {
    headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .map(Lang::from_header)
        .unwrap_or_default()
}
