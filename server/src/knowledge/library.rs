//! The index that all requests of a server share.

use std::sync::{Arc, RwLock};

use super::index::Index;
use super::store;
use crate::db::Conn;
use crate::problem::Failure;

/// An index, and how many changes of the table it has seen.
type Known = (i64, Arc<Index>);

/// The index. There is none until somebody looks for something.
#[derive(Clone, Default)]
pub struct Library(Arc<RwLock<Option<Known>>>);

impl Library {
    /// The index as the table is now. Other servers write to the table too, so it is asked each time how many versions it
    /// has; only when that has changed is the index made anew.
    pub(super) fn fresh(&self, conn: &mut Conn) -> Result<Arc<Index>, Failure> {
        let changes = store::changes(conn)?;
        // What a panic left behind is whole: the index is put there in one piece.
        let known = self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone();
        if let Some((_, index)) = known.filter(|(seen, _)| *seen == changes) {
            return Ok(index);
        }
        let rows = store::latest(conn)?;
        let there = rows.iter().filter(|row| !row.removed);
        let articles = there.map(|row| Ok((row.read()?, row.article()?.also)));
        let index = Arc::new(Index::new(articles.collect::<Result<Vec<_>, Failure>>()?));
        let mut shared = self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        *shared = Some((changes, index.clone()));
        Ok(index)
    }
}
