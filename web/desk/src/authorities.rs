//! Letters of authority that wait for the desk, and those that hold.
//!
//! | module | subject |
//! |---|---|
//! | [`page`] | the page |
//! | [`letter`] | one letter, its photos, and what can be done with it |

mod letter;
mod page;
mod words;

pub(crate) use page::AuthoritiesPage;

/// Where they are fetched and decided.
const PATH: &str = "/api/v1/desk/authorities";
