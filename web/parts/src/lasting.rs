//! Reading what outlives its reader, such as the language: the reactive graph keeps the place of a reader in the list of
//! what it read until that changes. What never changes would hold a place for each row that was ever shown.

use leptos::prelude::*;
use leptos::reactive::graph::{Observer, Source, ToAnySource};

/// Takes whoever reads this just now from its list when they go.
pub fn forget_reader(source: &impl ToAnySource) {
    if let Some(reader) = Observer::get() {
        let source = source.to_any_source();
        on_cleanup(move || source.remove_subscriber(&reader));
    }
}
