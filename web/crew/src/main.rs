//! The crews' page: what they see on their phones, at `/crew`. Large, for sun and gloves, and whole without a network.
//!
//! | module | subject |
//! |---|---|
//! | [`app`] | the one table of routes |
//! | [`door`], [`page`] | who may come in, and the frame around every page |
//! | [`orders`] | the orders of the unit, as they are once all that waits has arrived |
//! | [`queued`] | what becomes of an order by what was done to it on this phone |
//! | [`here`] | where this phone is, once somebody wants to know |
//! | [`list`] | all orders, in a sensible order |
//! | [`order`] | one order: where, what, until when, and what can be done |
//! | [`until`] | how long there is left |
//! | [`water`] | emergency water that the unit brings |
//! | [`words`] | every text, in both languages |

#![expect(
    unreachable_pub,
    reason = "leptos writes something public beside each component, whoever may see it"
)]

mod app;
mod door;
mod here;
mod list;
mod order;
mod orders;
mod page;
mod queued;
mod until;
mod water;
mod words;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

fn main() {
    let place = document().get_element_by_id("crew");
    match place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        Some(place) => {
            // What was said while the program came has done its work.
            place.set_inner_html("");
            leptos::mount::mount_to(place, app::App).forget();
        }
        None => leptos::mount::mount_to_body(app::App),
    }
}
