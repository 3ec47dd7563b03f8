//! Letters that did not arrive: why, and sending them again or dropping them.
//!
//! | module | subject |
//! |---|---|
//! | [`page`] | the page |
//! | [`words`] | the texts |

mod page;
mod words;

pub(crate) use page::LettersPage;

/// Where they are fetched.
const PATH: &str = "/api/v1/desk/letters";
