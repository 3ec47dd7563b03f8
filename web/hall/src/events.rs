//! Community events: which there are, and one of them.
//!
//! | module | subject |
//! |---|---|
//! | [`list`], [`row`] | all of them, those to come first |
//! | [`one`] | one: what, when, where |
//! | [`follow`], [`share`] | being told of it, and telling others |
//! | [`near`] | what is held soon in the town of whoever is here, on the first page |
//! | [`words`] | the texts |

mod follow;
mod list;
mod near;
mod one;
mod row;
mod share;
mod words;

pub(crate) use list::EventsPage;
pub(crate) use near::NearEvent;
pub(crate) use one::EventPage;

/// Where events lie in the API.
pub(crate) const PATH: &str = "/api/v1/events";
