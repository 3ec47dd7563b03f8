//! How something was sent that may have waited on a phone: under a key of its own, and how long after it was done.

use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use chrono::TimeDelta;
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;

use crate::app::App;
use crate::problem::Failure;

/// Characters of the longest key.
const KEY: usize = 64;
/// What has waited longer on a phone is taken for as old as this.
const LONGEST: TimeDelta = TimeDelta::days(7);

/// How a request was sent that a phone may have kept.
///
/// `Idempotency-Key` is a random text of the phone's own, so that what is sent again is done once. `Acted-Ago` is how many
/// seconds it has waited: the difference of two readings of the phone's clock, and so right where that clock is wrong.
pub struct Sent {
    /// The key.
    pub key: String,
    /// When it was done.
    pub at: Moment,
}

impl FromRequest for Sent {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request))
    }
}

fn read(request: &HttpRequest) -> Result<Sent, Failure> {
    let app = request.app_data::<web::Data<App>>();
    let now = app.ok_or_else(|| Failure::new(Code::Unready))?.clock.now();
    Ok(Sent {
        key: key(request)?,
        at: now - ago(request)?,
    })
}

/// How a request was sent that need not have a key.
pub fn maybe(request: &HttpRequest) -> Result<Option<Sent>, Failure> {
    header(request, "Idempotency-Key").map(|_| read(request)).transpose()
}

/// The key under which something is sent.
pub fn key(request: &HttpRequest) -> Result<String, Failure> {
    header(request, "Idempotency-Key")
        .filter(|key| (1..=KEY).contains(&key.len()))
        .map(str::to_owned)
        .ok_or_else(|| Failure::new(Code::NoKey))
}

/// How long it has waited. A clock that was set back meanwhile says less than nothing, which is no time at all.
fn ago(request: &HttpRequest) -> Result<TimeDelta, Failure> {
    let Some(said) = header(request, "Acted-Ago") else {
        return Ok(TimeDelta::zero());
    };
    let seconds: i64 = said
        .parse()
        .map_err(|_| Failure::flawed(vec![FieldFlaw::new("Acted-Ago", Flaw::NotDigits)]))?;
    Ok(TimeDelta::seconds(seconds.clamp(0, LONGEST.num_seconds())))
}

fn header<'a>(request: &'a HttpRequest, name: &str) -> Option<&'a str> {
    let value = request.headers().get(name)?;
    value.to_str().ok().map(str::trim)
}
