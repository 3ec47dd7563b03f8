//! Volunteers: signing up, shifts, and what they do at an event.
//!
//! | module | subject |
//! |---|---|
//! | [`mine`], [`sign_up`], [`turn`] | me as a volunteer: my turns and hours |
//! | [`place`] | the shifts of an event, on its page |
//! | [`work`], [`check`], [`counts`], [`water`] | what a volunteer does there, with or without a network |
//! | [`lead`] | what the leader sees: the code of the minute, and who has come |
//! | [`words`] | the texts |

mod check;
mod counts;
mod lead;
mod mine;
mod place;
mod sign_up;
mod turn;
mod water;
mod words;
mod work;

use shuiting_shared::words::Bi;

pub(crate) use lead::LeadPage;
pub(crate) use mine::VolunteerPage;
pub(crate) use place::Shifts;
pub(crate) use work::WorkPage;

/// The address of the page about me.
pub(crate) const PATH: &str = "/volunteer";
/// What it is called.
pub(crate) const TITLE: Bi = words::VOLUNTEER;
/// What it is for.
pub(crate) const ABOUT: Bi = words::ABOUT;

/// Where a volunteer is kept in the API.
const API: &str = "/api/v1/me/volunteer";
