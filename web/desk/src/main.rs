//! The desk: what staff see, at `/desk`.
//!
//! | module | subject |
//! |---|---|
//! | [`app`] | the one table of routes |
//! | [`sign_in`], [`staff`] | who may come in, and the frame around every page |
//! | [`inbox`] | views, filters and the list, and what is done to many of its cases |
//! | [`case`] | one case: what was filed, what happened, what can be done |
//! | [`keys`], [`palette`] | what is done by keys, and by what somebody types |
//! | [`undo`] | taking back what has just been done |
//! | [`alerts`] | being told of what comes while nobody looks, and that the line is cut |
//! | [`colleagues`] | to whom a case can be given |
//! | [`counter`] | filing for a resident who stands at the counter or calls |
//! | [`mod@print`] | the papers of a case |
//! | [`signposts`] | codes on paper that lead to the hall |
//! | [`board`] | what each unit has to do, and figures of work orders |
//! | [`callbacks`] | residents who are asked on the phone how it went |
//! | [`books`] | the books of what is paid online |
//! | [`events`] | community events: planned, published, reported on |
//! | [`outages`] | outage notices, emergency water, the cases that have to do with them |
//! | [`letters`] | letters that did not arrive |
//! | [`calls`] | the hotline: who calls, an answer or a work order |
//! | [`knowledge`] | what residents and the hotline read |
//! | [`templates`] | what is written to residents again and again |
//! | [`sheet`], [`field`] | dialogs and their inputs |
//! | [`words`] | every text, in both languages |

#![expect(
    unreachable_pub,
    reason = "leptos writes something public beside each component, whoever may see it"
)]

mod alerts;
mod app;
mod authorities;
mod board;
mod books;
mod callbacks;
mod calls;
mod case;
mod colleagues;
mod counter;
mod debits;
mod events;
mod field;
mod inbox;
mod keys;
mod knowledge;
mod letters;
mod outages;
mod palette;
mod print;
mod sheet;
mod sign_in;
mod signposts;
mod staff;
mod templates;
mod title;
mod undo;
mod words;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

fn main() {
    let place = document().get_element_by_id("desk");
    match place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        Some(place) => {
            // What was said while the program came has done its work.
            place.set_inner_html("");
            leptos::mount::mount_to(place, app::App).forget();
        }
        None => leptos::mount::mount_to_body(app::App),
    }
}
