//! Answer templates: offered where staff write to residents, and written by supervisors.
//!
//! | module | subject |
//! |---|---|
//! | [`book`] | all templates, fetched once and kept fresh |
//! | [`page`] | the page where they are written |
//! | [`editor`], [`history`] | one template, and what it said before |

mod book;
mod editor;
mod history;
mod page;
pub(crate) mod words;

pub(crate) use book::{Book, Ready};
pub(crate) use page::{ChosenTemplate, NewTemplate, NoTemplate, TemplatesPage};
