//! The browser's plain storage: at once to be had, but written to disk only seconds later. Where nothing may be kept,
//! all goes well until the page is closed. Each city keeps what is its own, and finds nothing of the other.

use leptos::prelude::window;
use shuiting_shared::realm::Realm;
use web_sys::Storage;

use crate::realm;

/// What is kept under a name.
pub fn get(name: &str) -> Option<String> {
    storage()?.get_item(&own(name)).ok().flatten()
}

/// Keeps something; whether there was room.
pub fn put(name: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(&own(name), text).is_ok())
}

/// Forgets something.
pub fn remove(name: &str) {
    if let Some(storage) = storage() {
        drop(storage.remove_item(&own(name)));
    }
}

/// The names under which something is kept that begin so.
pub fn names(prefix: &str) -> Vec<String> {
    storage().map_or_else(Vec::new, |storage| beginning(&storage, prefix))
}

/// What is kept under a name for as long as this tab is there.
pub fn get_here(name: &str) -> Option<String> {
    tab()?.get_item(&own(name)).ok().flatten()
}

/// Keeps something for as long as this tab is there; whether there was room.
pub fn put_here(name: &str, text: &str) -> bool {
    tab().is_some_and(|tab| tab.set_item(&own(name), text).is_ok())
}

/// Forgets something that was kept for this tab.
pub fn remove_here(name: &str) {
    if let Some(tab) = tab() {
        drop(tab.remove_item(&own(name)));
    }
}

/// The names under which something is kept for this tab that begin so.
pub fn names_here(prefix: &str) -> Vec<String> {
    tab().map_or_else(Vec::new, |tab| beginning(&tab, prefix))
}

fn beginning(storage: &Storage, prefix: &str) -> Vec<String> {
    let all = 0..storage.length().unwrap_or_default();
    let kept = all.filter_map(|place| storage.key(place).ok().flatten());
    let names = kept.filter_map(|kept| realm::here().kept(&kept).map(str::to_owned));
    names.filter(|name| name.starts_with(prefix)).collect()
}

/// Under what this city keeps something.
fn own(name: &str) -> String {
    realm::here().keeps(name)
}

/// Lends what is kept here under these names to the other city, for whoever goes there: how they like to read, say.
pub fn lend(to: Realm, names: &[&str]) {
    for name in names {
        if let (Some(storage), Some(text)) = (storage(), get(name)) {
            drop(storage.set_item(&to.keeps(name), &text));
        }
    }
}

fn tab() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
