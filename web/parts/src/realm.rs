//! Which of the two cities this program shows: it says so in the address under which it was opened, and shows no other
//! until it is opened anew. Whatever is asked of a server or kept in the browser goes through here.

use leptos::prelude::window;
use shuiting_shared::realm::Realm;

thread_local! {
    static HERE: Realm = look();
}

fn look() -> Realm {
    Realm::of(&window().location().pathname().unwrap_or_default())
}

/// The city.
pub fn here() -> Realm {
    HERE.with(|realm| *realm)
}
