//! All services, and what each needs before one begins.

mod intro;
mod words;

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_shared::service::{Group, Service};

use crate::page::Page;

pub(crate) use intro::ServicePage;

/// The name of a service's icon in the sprite.
pub(crate) fn icon(service: Service) -> String {
    service.code().to_ascii_lowercase()
}

/// All 23, in groups.
#[component]
pub(crate) fn ServicesPage() -> impl IntoView {
    let group = |group: &'static Group| view! { <OneGroup group=*group /> };
    view! {
        <Page title=say(words::ALL_SERVICES) back="/">
            {Group::ALL.iter().map(group).collect_view()}
        </Page>
    }
}

#[component]
fn OneGroup(group: Group) -> impl IntoView {
    let id = format!("group-{}", group.code());
    let services = Service::ALL.iter().filter(|service| service.facts().group == group);
    let row = |service: &Service| {
        view! {
            <li>
                <a class="row" href=crate::filing::way::intro(*service)>
                    <span class="row-icon">
                        <Icon name=icon(*service) />
                    </span>
                    <span class="row-body">
                        <b>{say(service.label())}</b>
                        <span class="small">{say(service.facts().about)}</span>
                    </span>
                    <Icon name="chevron" />
                </a>
            </li>
        }
    };
    view! {
        <section class="part" aria-labelledby=id>
            <h2 id=id.clone()>{say(group.label())}</h2>
            <ul class="rows" role="list">
                {services.map(row).collect_view()}
            </ul>
        </section>
    }
}
