//! Outage notices: written, posted, changed, ended; water that is brought; cases that have to do with them.
//!
//! | module | subject |
//! |---|---|
//! | [`board`] | all of them: now, to come, drafts, over |
//! | [`one`], [`facts`] | one notice, what it says, what can be done with it |
//! | [`editor`], [`areas`], [`inputs`] | writing one: the page and its inputs |
//! | [`desk`], [`typed`] | what is typed, read and sent |
//! | [`deliveries`], [`truck`], [`typed_truck`] | emergency water for one, and planning it |
//! | [`linked`] | its cases |
//! | [`report`] | how long households were without water |
//! | [`words`] | the texts |

mod areas;
mod board;
mod deliveries;
mod desk;
mod editor;
mod facts;
mod inputs;
mod linked;
mod one;
mod report;
mod truck;
mod typed;
mod typed_truck;
mod words;

use leptos::prelude::*;
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::Me;
use shuiting_shared::case::Role;

pub(crate) use board::OutagesPage;
pub(crate) use editor::{ChangeOutage, NewOutage};
pub(crate) use one::OutagePage;
pub(crate) use report::OutageReportPage;

/// Where staff read and change notices.
const DESK: &str = "/api/v1/desk/outages";

/// The page of a notice.
fn page_of(id: &str) -> String {
    format!("/desk/outages/{id}")
}

/// Whether whoever is here may do this.
fn may(allowed: fn(Role) -> bool) -> Memo<bool> {
    let signed_in = SignedIn::here();
    Memo::new(move |_| matches!(signed_in.me(), Some(Me::Staff { role, .. }) if allowed(role)))
}
