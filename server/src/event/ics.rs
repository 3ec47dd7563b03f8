//! An event as a calendar file (RFC 5545), which phones and computers take over with one press.
//!
//! Moments stand in UTC: then no calendar need know China's time zone, and each shows the event at the right hour. The same
//! `UID` with a `SEQUENCE` that grows is how a calendar knows that it was moved or cancelled.

use icalendar::{Calendar, Component as _, Event, EventLike as _, EventStatus, Property};
use shuiting_shared::event::State;
use shuiting_shared::house::House;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

use super::store::Row;
use crate::problem::Failure;

/// The calendar file of an event that was published; `address` is where it lies in the hall.
pub(super) fn file(row: &Row, address: &str, house: &House, lang: Lang, now: Moment) -> Result<String, Failure> {
    let plan = row.plan()?;
    let cancelled = row.state()? == State::Cancelled;
    let about = [
        plan.topics_said(lang),
        plan.words.clone(),
        row.reason.clone().unwrap_or_default(),
    ];
    let about: Vec<_> = about.into_iter().filter(|part| !part.is_empty()).collect();
    let mut event = Event::with_uid(&format!("{}@shuiting", row.id));
    event
        .summary(&plan.title)
        .location(&plan.whereabouts(house, lang))
        .description(&about.join("\n"))
        .url(address)
        .starts(plan.starts)
        .ends(plan.ends)
        .timestamp(now)
        .sequence(u32::try_from(row.version).unwrap_or_default())
        .status(if cancelled {
            EventStatus::Cancelled
        } else {
            EventStatus::Confirmed
        });
    let mut calendar = Calendar::new();
    calendar
        .append_property(Property::new("METHOD", if cancelled { "CANCEL" } else { "PUBLISH" }))
        .push(event.done());
    Ok(calendar.done().to_string())
}
