//! What hall, desk and the crews' page have in common: talking to the server, being told what changes, the language, the clock, chance, tabs that take turns, who
//! is signed in, and the faces of loading; besides, form pages, photos, print-outs, what the browser keeps of them, what
//! waits there for a network, and water used month by month.

#![expect(
    unreachable_pub,
    reason = "leptos writes something public beside each component, whoever may see it"
)]

pub mod alone;
pub mod api;
pub mod chance;
pub mod clock;
pub mod form;
pub mod household;
pub mod icon;
pub mod keep;
pub mod lang;
pub mod lasting;
pub mod live;
pub mod load;
pub mod photo;
pub mod print;
pub mod realm;
pub mod release;
pub mod room;
pub mod session;
mod shelf;
pub mod sight;
pub mod sign_in;
pub mod stand;
pub mod standing;
pub mod store;
pub mod usage;
pub mod waiting;
mod words;
