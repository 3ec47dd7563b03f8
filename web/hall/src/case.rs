//! Filed cases, as a resident sees them.
//!
//! | module | subject |
//! |---|---|
//! | [`list`], [`groups`], [`row`], [`focus`] | my cases, what waits for me first |
//! | [`whole`] | the page of a case, from [`head`], [`acts`], [`outcome`], [`way`], [`rating`], [`papers`], [`timeline`] and [`filed`] |
//! | [`price`], [`found`], [`ask_us`] | what is to be paid, what has come out, and whom to ask |
//! | [`urge`], [`followed`] | urging what is late; what several people have |
//! | [`complete`], [`asked`] | bringing what was asked again |
//! | [`rate`], [`rated`], [`face`] | saying how it went |
//! | [`hand`], [`kept`], [`echo`], [`conflict`] | doing something once, and losing nothing that was typed |
//! | [`look`], [`mark`], [`progress`] | how a status looks, and how far a case has come |
//! | [`addressed`], [`door`], [`moved`] | how it is found, who may see it, and what becomes of it meanwhile |
//! | [`photos`], [`uploading`], [`sheet`], [`number`] | what several of these use |

mod acts;
mod addressed;
mod ask_us;
mod asked;
mod complete;
mod conflict;
mod door;
mod echo;
mod face;
mod filed;
pub(crate) mod focus;
mod followed;
mod found;
mod groups;
mod hand;
mod head;
mod kept;
mod list;
mod look;
mod mark;
mod moved;
mod number;
mod outcome;
mod papers;
mod photos;
mod price;
mod progress;
mod rate;
mod rated;
mod rating;
mod row;
mod sheet;
mod step_words;
mod timeline;
mod uploading;
mod urge;
mod way;
mod whole;
mod words;

pub(crate) use complete::CompletePage;
pub(crate) use door::Opened;
pub(crate) use kept::Kept;
pub(crate) use list::CasesPage;
pub(crate) use number::Number;
pub(crate) use rate::RatePage;
pub(crate) use row::Rows;
pub(crate) use sheet::Sheet;
pub(crate) use uploading::{Uploading, ready};
pub(crate) use whole::CasePage;
