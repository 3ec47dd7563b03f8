//! What hall and desk have in common: talking to the server, being told what changes, the language, the clock, chance, who
//! is signed in, and the faces of loading; besides, form pages and photos.

#![expect(
    unreachable_pub,
    reason = "leptos writes something public beside each component, whoever may see it"
)]

pub mod api;
pub mod chance;
pub mod clock;
pub mod form;
pub mod household;
pub mod icon;
pub mod lang;
pub mod live;
pub mod load;
pub mod photo;
pub mod session;
pub mod stand;
mod words;
