//! Community events: planned, published, moved, cancelled, and what came of them.
//!
//! | module | subject |
//! |---|---|
//! | [`board`], [`month`] | all of them, as a list and as a calendar |
//! | [`address`] | what is looked at, in the page's own address |
//! | [`one`], [`cancel`], [`papers`] | one event, what can be done with it, what is printed of it |
//! | [`editor`], [`inputs`], [`choices`], [`shifts`] | planning one: the page and its inputs |
//! | [`desk`], [`typed`], [`typings`] | what is typed, read, kept and sent |
//! | [`helpers`] | the volunteers of one, and the code of the minute |
//! | [`outcome`], [`report`], [`figures`] | what came of one, and of all in a period |
//! | [`words`] | the texts |

mod address;
mod board;
mod cancel;
mod choices;
mod desk;
mod editor;
mod figures;
mod helpers;
mod inputs;
mod month;
mod one;
mod outcome;
mod papers;
mod report;
mod shifts;
mod typed;
mod typings;
mod words;

pub(crate) use board::EventsPage;
pub(crate) use editor::{ChangeEvent, NewEvent};
pub(crate) use one::EventPage;
pub(crate) use report::ReportPage;
pub(crate) use typings::Typings;
