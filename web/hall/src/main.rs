//! The hall: what residents and volunteers see, at `/`.
//!
//! | module | subject |
//! |---|---|
//! | [`app`] | the one table of routes |
//! | [`page`], [`notice`] | the frame around every page, and what is said above all of them |
//! | [`home`] | the first page |
//! | [`services`] | all services, and what each needs |
//! | [`ready`] | what stands in the way of a filing, told before it |
//! | [`filing`] | from the first question to the number |
//! | [`case`] | filed cases: where each stands, and what can be done |
//! | [`calculator`] | what water would cost |
//! | [`charge`], [`tariffs`] | how a bill comes about, and what water costs |
//! | [`water`] | my water accounts, what is owed, and the bills |
//! | [`practice`] | the city for practising: its band, its ways in and out, its guided tour |
//! | [`pay`] | paying bills and fees, and the receipts |
//! | [`sign_in`], [`me`], [`profile`] | who one is, and what is kept of one |
//! | [`messages`] | what one was told |
//! | [`door`] | pages for residents alone |
//! | [`waiting`] | what waits for the network |
//! | [`wechat`] | what the hall can do inside `WeChat`, and instead outside of it |
//! | [`outage`], [`last_town`] | where water is off, and which town concerns whoever is here |
//! | [`valve`] | how to shut the main valve, in pictures |
//! | [`hotline`], [`ask`], [`empty`] | the link that calls, a question before what cannot be taken back, and a list with nothing in it |
//! | [`shared_phone`] | the switch that keeps nothing on a phone that is shared |
//! | [`letters`] | the size of letters and targets |
//! | [`switch`], [`line_field`], [`trouble`] | something that is on or off, a line that is typed, and what went wrong |
//! | [`words`] | the texts that several pages share, in both languages |

#![expect(
    unreachable_pub,
    reason = "leptos writes something public beside each component, whoever may see it"
)]

mod app;
mod ask;
mod calculator;
mod case;
mod charge;
mod copy;
mod door;
mod empty;
mod events;
mod filing;
mod helping;
mod home;
mod hotline;
mod last_town;
mod letters;
mod line_field;
mod me;
mod messages;
mod notice;
mod outage;
mod page;
mod pay;
mod practice;
mod profile;
mod questions;
mod ready;
mod services;
mod shared_phone;
mod sign_in;
mod switch;
mod tariffs;
mod trouble;
mod valve;
mod volunteer;
mod waiting;
mod water;
mod wechat;
mod words;

use leptos::prelude::*;
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast;

fn main() {
    let place = document().get_element_by_id("hall");
    match place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        Some(place) => {
            // The first screen has done its work.
            place.set_inner_html("");
            leptos::mount::mount_to(place, app::App).forget();
        }
        None => leptos::mount::mount_to_body(app::App),
    }
}
