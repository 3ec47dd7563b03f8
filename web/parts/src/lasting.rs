//! Reading what outlives its reader, such as the language: the reactive graph keeps the place of a reader in the list of
//! what it read until that changes, and in that of a memo for good. What lasts as long as the page would hold a place for
//! each row that was ever shown.

use leptos::prelude::*;
use leptos::reactive::graph::{Observer, Source, ToAnySource};

/// Takes whoever reads this just now from its list when they go.
pub fn forget_reader(source: &impl ToAnySource) {
    if let Some(reader) = Observer::get() {
        let source = source.to_any_source();
        on_cleanup(move || source.remove_subscriber(&reader));
    }
}

/// Reads a memo that outlives its reader.
pub fn read<T: Send + Sync + 'static, U>(memo: Memo<T>, read: impl FnOnce(&T) -> U) -> U {
    forget_reader(&ArcMemo::from(memo));
    memo.with(read)
}
