//! What this browser keeps. Where nothing may be kept, all goes well until the page is closed.

use leptos::prelude::window;
use web_sys::Storage;

/// What is kept under a name.
pub(crate) fn get(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Keeps something.
pub(crate) fn put(name: &str, text: &str) {
    if let Some(storage) = storage() {
        drop(storage.set_item(name, text));
    }
}

/// Forgets something.
pub(crate) fn remove(name: &str) {
    if let Some(storage) = storage() {
        drop(storage.remove_item(name));
    }
}

/// What is kept under a name for as long as this tab is there.
pub(crate) fn get_here(name: &str) -> Option<String> {
    tab()?.get_item(name).ok().flatten()
}

/// Keeps something for as long as this tab is there.
pub(crate) fn put_here(name: &str, text: &str) {
    if let Some(tab) = tab() {
        drop(tab.set_item(name, text));
    }
}

/// Forgets something that was kept for this tab.
pub(crate) fn remove_here(name: &str) {
    if let Some(tab) = tab() {
        drop(tab.remove_item(name));
    }
}

fn tab() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
