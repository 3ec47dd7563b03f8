//! Which service is filled in for a resident. Each begins a draft of its own, that is theirs.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Redirect;
use leptos_router::hooks::{use_navigate, use_query_map};
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_shared::service::Service;

use super::words;
use crate::door::ForResidents;
use crate::filing::{DraftId, Drafts, Help, way};
use crate::page::{Page, instead};

/// The page.
#[component]
pub(crate) fn HelpPage() -> impl IntoView {
    let query = use_query_map();
    let event = query.with_untracked(|query| query.get("event"));
    let service = query.with_untracked(|query| query.get("service"));
    let back = event.as_ref().map_or_else(
        || crate::volunteer::PATH.to_owned(),
        |event| format!("/events/{event}/work"),
    );
    let service = service.and_then(|code| Service::from_code(&code));
    let event = StoredValue::new(event);
    let body = move || match service {
        Some(service) => {
            let path = begin(service, event.get_value());
            view! { <Redirect path options=instead() /> }.into_any()
        }
        None => view! { <Which event /> }.into_any(),
    };
    view! {
        <Page title=say(words::HELP) back=back>
            <ForResidents about=words::SIGN_IN_ABOUT>{body()}</ForResidents>
        </Page>
    }
}

/// Begins a draft that is about somebody else; gives the address of its first page.
fn begin(service: Service, event: Option<String>) -> String {
    let id = DraftId::fresh(service);
    Drafts::here().update(id, |draft| draft.help = Some(Help { event }));
    service
        .form()
        .map_or_else(|| way::intro(service), |form| way::start(form, id))
}

#[component]
fn Which(event: StoredValue<Option<String>>) -> impl IntoView {
    let navigate = use_navigate();
    let row = move |service: Service| {
        let navigate = navigate.clone();
        let go = move |_| navigate(&begin(service, event.get_value()), NavigateOptions::default());
        view! {
            <li>
                <button type="button" class="row" on:click=go>
                    <span class="row-body">{say(service.label())}</span>
                    <Icon name="chevron" />
                </button>
            </li>
        }
    };
    let filed = Service::all().filter(|service| service.form().is_some());
    view! {
        <p class="small">{say(words::HELP_ABOUT)}</p>
        <section class="part" aria-labelledby="help-which">
            <h2 id="help-which">{say(words::WHICH)}</h2>
            <ul class="rows" role="list">
                {filed.map(row).collect_view()}
            </ul>
        </section>
    }
}
