//! The one thing everything is about: a filing is taken in, acted on, looked at.
//!
//! | module | subject |
//! |---|---|
//! | [`filing`] | taking one in: one transaction, once a key |
//! | [`acting`] | doing something with one: the rules of `shared`, written down in one transaction |
//! | [`sight`] | who may see what of it |
//! | [`view`] | how it is shown to whoever asks |
//! | [`inbox`] | the desk's lists |
//! | [`feed`] | what changes, told as it happens |
//! | [`answers`] | answers at rest: the sensitive ones sealed |

mod acting;
mod answers;
mod feed;
mod filing;
mod inbox;
pub(crate) mod routes;
mod sight;
mod store;
mod view;

pub use acting::act;
pub(crate) use feed::follow;
pub use feed::{Feed, forget_changes};
pub use filing::file;
pub use sight::shows_documents;
pub use store::{any_real, count, forget_keys};
pub use view::look;

use crate::attachment;
use crate::db::Conn;
use crate::problem::Failure;

/// What a guest has filed and uploaded in a browser goes over to the account they sign in to.
pub fn hand_over(conn: &mut Conn, from: &str, to: &str) -> Result<(), Failure> {
    store::hand_over(conn, from, to)?;
    Ok(attachment::hand_over(conn, from, to)?)
}
