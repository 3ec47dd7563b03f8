//! What stands in the way of a filing on a water account, told before the form, with the way out.
//!
//! | module | subject |
//! |---|---|
//! | [`chosen`] | the account that a service is begun on |
//! | [`way_out`] | where what is in the way is seen to |
//! | [`words`] | the texts |

mod chosen;
mod way_out;
mod words;

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::Language;
use shuiting_shared::api::ReadyView;
use shuiting_shared::service::Service;
use shuiting_shared::water::Obstacle;

pub(crate) use chosen::{Accounts, Chosen};
use way_out::ways_out;

/// Where it is asked whether a service can be filed on an account.
pub(crate) fn path(service: Service, number: &str) -> String {
    format!("/api/v1/services/{}/ready?account={number}", service.code())
}

/// Whether the form cannot be begun, or gone on with.
pub(crate) fn bars(view: &ReadyView) -> bool {
    view.obstacles.iter().copied().any(Obstacle::bars_form)
}

/// What is in the way and what is good to know, in words.
#[component]
pub(crate) fn Told(#[prop(into)] ready: Signal<Option<ReadyView>>) -> impl IntoView {
    let language = Language::here();
    let told = move || {
        let lang = language.get();
        ready.with(|ready| {
            let view = ready.as_ref();
            let obstacles = view.map(|view| view.obstacles.iter().map(|obstacle| obstacle.say(lang)));
            let advice = view.and_then(|view| view.advice).map(|advice| advice.say(lang));
            obstacles.into_iter().flatten().chain(advice).collect::<Vec<_>>()
        })
    };
    let card = |said| {
        view! {
            <p class="card card-warn ready-told">
                <Icon name="warning" />
                <span>{said}</span>
            </p>
        }
    };
    view! { <div class="ready" role="alert">{move || told().into_iter().map(card).collect_view()}</div> }
}

/// The ways out; the first one is the way forward.
#[component]
pub(crate) fn Ways(
    /// What is in the way.
    #[prop(into)]
    ready: Signal<Option<ReadyView>>,
    /// The number of the account.
    #[prop(into)]
    number: Signal<String>,
    /// The address to come back to.
    #[prop(into)]
    then: Signal<String>,
) -> impl IntoView {
    let language = Language::here();
    let ways = move || {
        let obstacles = ready.with(|ready| ready.as_ref().map(|view| view.obstacles.clone()));
        ways_out(&obstacles.unwrap_or_default(), &number.get(), &then.get())
    };
    move || {
        let link = |(at, (href, way)): (usize, (String, _))| {
            let class = if at == 0 { "button-main" } else { "button-plain" };
            view! {
                <a class=class href=href>
                    {move || words::way_out(way, language.get())}
                </a>
            }
        };
        ways().into_iter().enumerate().map(link).collect_view()
    }
}
