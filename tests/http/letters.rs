//! Letters: when they leave, by which way, in which order, and what becomes of those that do not arrive.

mod consents;
mod dead;
mod inbox;
mod many;
mod night;
mod order;
