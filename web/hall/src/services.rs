//! All services, how one is found among them, and what each needs before one begins.

mod find;
mod intro;
mod out;
mod rate;
mod used;
mod words;

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_shared::service::{Group, Service};

use crate::calculator::CalculatorLink;
use crate::page::Page;
use find::Find;

pub(crate) use find::FindLink;
pub(crate) use intro::ServicePage;
pub(crate) use used::forget as forget_used;

/// The name of a service's icon in the sprite.
pub(crate) fn icon(service: Service) -> String {
    match service {
        // Nobody has drawn one.
        Service::Other(_) => "water".to_owned(),
        named => named.code().to_ascii_lowercase(),
    }
}

/// All of them, in groups, or those that are looked for.
#[component]
pub(crate) fn ServicesPage() -> impl IntoView {
    let group = |group: &'static Group| {
        let services = Service::all();
        let services: Vec<_> = services.filter(|service| service.facts().group == *group).collect();
        view! { <Part id=format!("group-{}", group.code()) title=say(group.label()) services /> }
    };
    let all = move || {
        let used = used::most();
        view! {
            {(!used.is_empty())
                .then(|| view! { <Part id="group-used".to_owned() title=say(words::USED) services=used /> })}
            {Group::ALL.iter().map(group).collect_view()}
            <CalculatorLink />
        }
    };
    view! {
        <Page title=say(words::ALL_SERVICES) back="/">
            <Find all />
        </Page>
    }
}

/// Services under a heading.
#[component]
fn Part(id: String, #[prop(into)] title: Signal<&'static str>, services: Vec<Service>) -> impl IntoView {
    view! {
        <section class="part" aria-labelledby=id>
            <h2 id=id.clone()>{title}</h2>
            <Rows services />
        </section>
    }
}

/// Services one under the other, each leading to what it needs.
#[component]
fn Rows(services: Vec<Service>) -> impl IntoView {
    let row = |service: Service| {
        view! {
            <li>
                <a class="row" href=crate::filing::way::intro(service)>
                    <span class="row-icon">
                        <Icon name=icon(service) />
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
        <ul class="rows" role="list">
            {services.into_iter().map(row).collect_view()}
        </ul>
    }
}
