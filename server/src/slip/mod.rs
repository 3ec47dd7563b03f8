//! The acceptance slip (受理回执): what a resident takes home from the counter, on A5.
//!
//! It is a page of its own beside the desk's program, so that it prints without one.

mod code;
mod page;
mod routes;
mod words;

pub(crate) use routes::routes;
