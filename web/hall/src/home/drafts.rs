//! What was begun and not sent.

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::service::Service;

use super::words;
use crate::filing::{Drafts, Outbox, Sending, way};
use crate::services::icon;

/// A line a draft.
#[component]
pub(super) fn DraftLines() -> impl IntoView {
    let drafts = Drafts::here();
    let begun = Memo::new(move |_| {
        let mut begun = drafts.begun();
        begun.retain(|service| service.form().is_some());
        begun
    });
    view! {
        <Show when=move || begun.with(|begun| !begun.is_empty())>
            <ul class="rows" role="list">
                <For each=move || begun.get() key=|service| *service let:service>
                    <DraftLine service />
                </For>
            </ul>
        </Show>
    }
}

#[component]
fn DraftLine(service: Service) -> impl IntoView {
    let (drafts, outbox, language) = (Drafts::here(), Outbox::here(), Language::here());
    let form = service.form();
    let page = Memo::new(move |_| drafts.with(service, |draft| draft.page.clone()));
    let href = move || {
        page.with(|page| {
            let known = form.is_some_and(|form| form.page(page).is_some()) || page == way::CHECK;
            match form {
                Some(_) if known => way::address(service, page),
                Some(form) => way::start(form),
                None => way::intro(service),
            }
        })
    };
    let state = move || {
        let said = match outbox.state(service) {
            Sending::UnderWay => words::SENDING,
            Sending::Waiting(_) => words::WAITS_FOR_NETWORK,
            Sending::Not | Sending::Stopped(_) => {
                let (place, all) = form.map_or((0, 0), |form| page.with(|page| way::progress(form, page)));
                return format!("{place}/{all}");
            }
        };
        language.say(said).to_owned()
    };
    view! {
        <li>
            <a class="row" href=href>
                <span class="row-icon">
                    <Icon name=icon(service) />
                </span>
                <span class="row-body">
                    <span>{say(words::GO_ON)}<b>{say(service.label())}</b> " " {state}</span>
                </span>
                <Icon name="chevron" />
            </a>
        </li>
    }
}
