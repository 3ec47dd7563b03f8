//! Knowledge: what residents and the hotline read, written by supervisors.
//!
//! | module | subject |
//! |---|---|
//! | [`book`] | all articles, fetched once and kept fresh |
//! | [`page`] | the page where they are written |
//! | [`editor`], [`history`] | one article, and what it said before |

mod book;
mod editor;
mod history;
mod page;
mod words;

pub(crate) use page::{ChosenArticle, KnowledgePage, NewArticle, NoArticle};
