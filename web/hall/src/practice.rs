//! The city for practising (演示): the same hall below another address, where nothing is really filed.
//!
//! That requests, links and what is kept in the browser stay in their city is seen to where these are made
//! (`shuiting_parts::realm`, [`links`]); no page knows in which city it is shown. Here is what is to be seen of it.
//!
//! | module | subject |
//! |---|---|
//! | [`band`] | what stands above every page, and the way out |
//! | [`entry`] | the way in |
//! | [`code`] | the code that would have come by SMS |
//! | [`tour`] | the guided tours, as data, and at which stop one is |
//! | [`spot`] | the control that a stop points at, on the page |
//! | [`guide`] | what is said at each stop |
//! | [`example`] | answers and photos of nobody, for whoever only wants to see how it goes |

mod band;
mod code;
mod entry;
mod example;
mod guide;
mod links;
mod spot;
mod tour;
mod words;

use leptos::prelude::*;
use shuiting_parts::realm;
use shuiting_shared::realm::Realm;

pub(crate) use code::PlayedCode;
pub(crate) use entry::PracticeRow;

/// What stands above every page of the city for practising; nothing in the real one.
#[component]
pub(crate) fn Practice() -> impl IntoView {
    let played = realm::here() == Realm::Practice;
    played.then(|| {
        let page = links::Watched::begin();
        view! {
            <div class="practice">
                <band::Band />
                <guide::Guide page />
            </div>
        }
    })
}
