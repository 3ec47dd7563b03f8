//! Which service is filled in for a resident. Each begins a draft of its own, that is theirs.

use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_query_map;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_shared::service::Service;

use super::words;
use crate::door::ForResidents;
use crate::filing::{DraftId, Drafts, Help, way};
use crate::page::{Page, instead};

/// The page. An address that names a service begins with it.
#[component]
pub(crate) fn HelpPage() -> impl IntoView {
    let query = use_query_map();
    let event = query.with_untracked(|query| query.get("event"));
    let back = event.as_ref().map_or_else(
        || crate::volunteer::PATH.to_owned(),
        |event| format!("/events/{event}/work"),
    );
    let event = StoredValue::new(event);
    let service = Memo::new(move |_| query.with(|query| query.get_str("service").and_then(Service::from_code)));
    let body = move || match service.get() {
        Some(service) => {
            let path = begin(service, event.get_value());
            view! { <Redirect path options=instead() /> }.into_any()
        }
        None => view! { <Which event /> }.into_any(),
    };
    view! {
        <Page title=say(words::HELP) back=back>
            <ForResidents about=words::SIGN_IN_ABOUT>{body}</ForResidents>
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
    let row = move |service: Service| {
        let href = event.with_value(|event| super::path(event.as_deref(), Some(service)));
        view! {
            <li>
                <a class="row" href=href>
                    <span class="row-body">{say(service.label())}</span>
                    <Icon name="chevron" />
                </a>
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
