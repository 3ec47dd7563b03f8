//! Where water is off, who wants to hear of it, and where water is brought.
//!
//! | module | subject |
//! |---|---|
//! | [`line`] | a notice as a line that opens |
//! | [`one`] | the page of a notice |
//! | [`follow`] | where whoever is signed in wants to hear |
//! | [`water`], [`stops`] | where trucks stop, and which stop is near |
//! | [`towns`] | the towns to choose from |
//! | [`of_case`] | the notices that a case has to do with |
//! | [`words`] | the texts |

mod follow;
mod line;
mod of_case;
mod one;
mod stops;
mod towns;
mod water;
mod words;

pub(crate) use follow::FollowAreas;
pub(crate) use line::OutageLine;
pub(crate) use of_case::OfCase;
pub(crate) use one::OutagePage;
pub(crate) use water::{WaterLink, WaterNearPage};

/// Where notices lie in the API.
pub(crate) const PATH: &str = "/api/v1/outages";
