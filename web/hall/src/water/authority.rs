//! Acting for an account by a letter of authority: bringing one, those that I have brought, and who acts for mine.
//!
//! | module | subject |
//! |---|---|
//! | [`page`] | the page where one is brought |
//! | [`mine`] | those that I have brought and that do not let me in yet |
//! | [`acting`] | who acts for an account of mine |
//! | [`words`] | the texts |

mod acting;
mod mine;
mod page;
mod words;

pub(super) use acting::Acting;
pub(super) use mine::Brought;
pub(crate) use page::AuthorityPage;
pub(super) use words::{ACT_FOR, ACTS};

/// Where my letters are.
const PATH: &str = "/api/v1/me/authorities";
