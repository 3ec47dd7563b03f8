//! The desk: what staff see, at `/desk`.
//!
//! | module | subject |
//! |---|---|
//! | [`app`] | the one table of routes |
//! | [`sign_in`], [`staff`] | who may come in, and the frame around every page |
//! | [`inbox`] | views, filters and the list |
//! | [`case`] | one case: what was filed, what happened, what can be done |
//! | [`sheet`], [`field`] | dialogs and their inputs |
//! | [`words`] | every text, in both languages |

mod app;
mod case;
mod field;
mod inbox;
mod sheet;
mod sign_in;
mod staff;
mod title;
mod words;

fn main() {
    leptos::mount::mount_to_body(app::App);
}
