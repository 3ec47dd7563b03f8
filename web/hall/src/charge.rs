//! How a bill comes about, for the eye: the tiers as steps, and a line for each part.

mod lines;
mod picture;
mod steps;
mod words;

pub(crate) use lines::ChargeLines;
pub(crate) use picture::TierPicture;
