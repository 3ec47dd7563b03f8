//! Filing, acting and looking.

mod act_alone;
mod acts;
mod every_service;
mod feed;
mod file;
mod me_too;
mod near;
mod once;
mod print;
mod rate;
mod roles;
mod show;
mod slots;
mod steps;
mod transfer;
mod undo;
mod urge;

use serde_json::{Value, json};
use shuiting_tests::Person;

/// A note that only the staff see.
pub(crate) fn note(words: &str) -> Value {
    json!({ "verb": "note", "words": words, "to_resident": false })
}

/// A case that a clerk brings to its end.
pub(crate) async fn finishes(clerk: &Person, number: &str) {
    clerk.acts(number, json!({ "verb": "take" })).await;
    clerk
        .acts(number, json!({ "verb": "finish", "result": "换了一段水管" }))
        .await;
}
