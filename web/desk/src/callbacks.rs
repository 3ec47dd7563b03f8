//! Call-backs: who is to be called, what to ask, and what came of it.
//!
//! | module | subject |
//! |---|---|
//! | [`page`] | the list |
//! | [`call`] | one call: what to ask, the phone, and what was said |

mod call;
mod page;
mod words;

pub(crate) use page::CallbacksPage;

/// Where call-backs are.
const PATH: &str = "/api/v1/desk/callbacks";
