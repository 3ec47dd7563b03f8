//! Photos of an event: staff upload them like any others, and put them here.

use shuiting_shared::api::EventOutcome;
use shuiting_shared::event::State;
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::problem::Code;

use super::{planner, report, store};
use crate::app::App;
use crate::attachment::{self, Uploader};
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::Caller;

/// Photos of one event.
const MOST: usize = 30;

/// Adds photos to an event that has begun.
pub(super) fn add(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    id: &str,
    photos: &[String],
) -> Result<EventOutcome, Failure> {
    planner(caller)?;
    alone(conn, id)?;
    let row = store::find(conn, id)?;
    if row.state()? != State::Published || row.starts.and_utc() > app.clock.now() {
        return Err(Failure::new(Code::NotNow));
    }
    let wrong = |flaw| Failure::flawed(vec![FieldFlaw::new("photos", flaw)]);
    let there = attachment::of_events(conn, &[id.to_owned()])?.len();
    if there + photos.len() > MOST {
        return Err(wrong(Flaw::TooMany { most: MOST }));
    }
    let ids: Vec<_> = photos.iter().map(String::as_str).collect();
    let mine = attachment::claimable(conn, &Uploader::from(caller), &ids)?;
    if !photos.iter().all(|photo| mine.contains(photo)) || !attachment::claim_for_event(conn, &ids, id)? {
        return Err(wrong(Flaw::NoSuchPhoto));
    }
    report::of_one(conn, caller, id)
}

/// Takes a photo out of an event.
pub(super) fn remove(conn: &mut Conn, caller: &Caller, id: &str, photo: &str) -> Result<EventOutcome, Failure> {
    planner(caller)?;
    if !attachment::take_from_event(conn, photo, id)? {
        return Err(Failure::new(Code::NotFound));
    }
    report::of_one(conn, caller, id)
}
