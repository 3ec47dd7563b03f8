//! What a service needs and how long it takes, told before one begins.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Waiting;
use shuiting_shared::form::{Asked, Form};
use shuiting_shared::service::{Material, Owner, Service, Step, Who};

use super::out::Outages;
use super::rate::Unrated;
use super::{icon, used, words};
use crate::calculator::CalculatorLink;
use crate::filing::{DraftId, DraftRows, Drafts, way};
use crate::hotline::Hotline;
use crate::page::{LostPage, Page};
use crate::pay::ByNumber;
use crate::questions::OfService;
use crate::ready::{self, Accounts, Chosen};

/// The page of the service that the address names.
#[component]
pub(crate) fn ServicePage() -> impl IntoView {
    let params = use_params_map();
    let service = Memo::new(move |_| {
        params.with(|params| {
            let code = params.get_str("code")?.to_ascii_uppercase();
            Service::from_code(&code)
        })
    });
    move || match service.get() {
        Some(service) => view! { <Intro service /> }.into_any(),
        None => view! { <LostPage /> }.into_any(),
    }
}

#[component]
fn Intro(service: Service) -> impl IntoView {
    used::note(service);
    let (facts, drafts) = (service.facts(), Drafts::here());
    let begun = Memo::new(move |_| drafts.begun_of(service));
    let form = service.form().map(|form| (form, Chosen::here(form)));
    let bar = match form {
        Some((form, chosen)) => view! { <Begin form begun chosen /> }.into_any(),
        None if service == Service::Rate => view! {
            <a class="button-main" href="/cases">
                {say(words::TO_CASES)}
            </a>
        }
        .into_any(),
        None if service == Service::Bill => view! {
            <a class="button-main" href="/water">
                {say(words::TO_WATER)}
            </a>
        }
        .into_any(),
        None => view! { <Hotline said=words::call class="button-main" /> }.into_any(),
    };
    let body = match (form, service) {
        (Some((_, chosen)), _) => view! {
            <Accounts chosen />
            <ready::Told ready=Signal::derive(move || chosen.ready()) />
            <Told service begun />
        }
        .into_any(),
        (None, Service::Bill) => view! { <ByNumber /> }.into_any(),
        (None, Service::Rate) => view! { <Unrated /> }.into_any(),
        (None, Service::Out) => view! { <Outages /> }.into_any(),
        (None, _) => view! {
            <p class="card card-warn">
                <b>{say(words::NOT_ONLINE)}</b>
            </p>
            <Told service begun />
        }
        .into_any(),
    };
    view! {
        <Page title=say(service.label()) back="/services" bar>
            <div class="card intro-head">
                <span class="intro-icon">
                    <Icon name=icon(service) />
                </span>
                <p>{say(facts.about)}</p>
            </div>
            {matches!(service, Service::Bill | Service::Pop).then(|| view! { <CalculatorLink /> })}
            {body}
            <OfService service />
        </Page>
    }
}

/// What was begun, how long it takes, what to bring and how it goes.
#[component]
fn Told(service: Service, begun: Memo<Vec<DraftId>>) -> impl IntoView {
    view! {
        <Begun begun />
        <Terms service />
        <Materials materials=service.materials() />
        <Steps service />
    }
}

/// How long it takes, and who may file.
#[component]
fn Terms(service: Service) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let facts = service.facts();
    let limit = move || {
        let promise = household.read(|house| house.promise(service));
        promise.map(|limit| limit.say(language.get()))
    };
    let sign_in = service.form().is_some() && facts.who != Who::Anyone;
    view! {
        <dl class="card facts">
            <Show when=move || limit().is_some()>
                <div>
                    <dt>{say(words::HOW_LONG)}</dt>
                    <dd>
                        <b>{limit}</b>
                    </dd>
                </div>
            </Show>
            {facts
                .note
                .map(|note| {
                    view! {
                        <div>
                            <dt>{say(words::NOTE)}</dt>
                            <dd>{say(note)}</dd>
                        </div>
                    }
                })}
            <div>
                <dt>{say(words::WHO_MAY)}</dt>
                <dd>
                    {say(facts.who.label())} {sign_in.then(|| view! { " " <span class="small">{say(words::SIGNS_IN)}</span> })}
                </dd>
            </div>
        </dl>
    }
}

#[component]
fn Materials(materials: &'static [Material]) -> impl IntoView {
    let row = |material: &'static Material| {
        let when = match material.asked {
            Asked::When(_) => Some(words::IN_SOME_CASES),
            Asked::Always if material.least == 0 => Some(words::IF_YOU_LIKE),
            Asked::Always => None,
        };
        view! {
            <li>
                <Icon name="camera" />
                <span>
                    <b>{say(material.label)}</b>
                    {when.map(|when| view! { " " <span class="tag">{say(when)}</span> })}
                    {material.help.map(|help| view! { <span class="small intro-help">{say(help)}</span> })}
                </span>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="intro-materials">
            <h2 id="intro-materials">{say(words::WHAT_TO_BRING)}</h2>
            {if materials.is_empty() {
                view! { <p>{say(words::NOTHING)}</p> }.into_any()
            } else {
                view! {
                    <ul class="next-steps" role="list">
                        {materials.iter().map(row).collect_view()}
                    </ul>
                }
                    .into_any()
            }}
        </section>
    }
}

/// How it goes: who does each step, what it is, and how long it may take where it has a limit of its own.
#[component]
fn Steps(service: Service) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let row = move |step: &'static Step| {
        let facts = move || {
            let lang = language.get();
            let who = match step.owner {
                Owner::Filer => words::YOU,
                owner => owner.label(),
            };
            let limit = household.read(|house| house.step_limit(service, step.key));
            let only = step.only.and_then(|key| service.outcome(key));
            let parts = [
                Some(who.get(lang).to_owned()),
                limit.map(|limit| limit.say(lang)),
                only.map(|only| words::only(only.title.get(lang), lang)),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        view! {
            <li>
                <b>{say(step.title)}</b>
                " "
                <span class="small">{facts}</span>
                <span class="small intro-help">{say(step.told)}</span>
            </li>
        }
    };
    view! {
        <section class="card" aria-labelledby="intro-steps">
            <h2 id="intro-steps">{say(words::HOW_IT_GOES)}</h2>
            <ol class="steps">{service.steps().iter().map(row).collect_view()}</ol>
        </section>
    }
}

/// What was begun, where anything was.
#[component]
fn Begun(begun: Memo<Vec<DraftId>>) -> impl IntoView {
    view! {
        <Show when=move || begun.with(|begun| !begun.is_empty())>
            <section class="part" aria-labelledby="intro-begun">
                <h2 id="intro-begun">{say(words::BEGUN)}</h2>
                <DraftRows ids=begun />
            </section>
        </Show>
    }
}

/// Begins, where nothing is in the way; or goes on with what was begun, or begins another. Among several one chooses above.
/// What is known of the water account that it is for is filled in.
#[component]
fn Begin(form: &'static Form, begun: Memo<Vec<DraftId>>, chosen: Chosen) -> impl IntoView {
    let (drafts, language) = (Drafts::here(), Language::here());
    let id = DraftId::fresh(form.service);
    let start = StoredValue::new(way::start(form, id));
    let fill = move |_| {
        let fills = chosen.known().map(|known| known.fills(form)).unwrap_or_default();
        if !fills.is_empty() {
            drafts.update(id, |draft| {
                for (key, answer) in fills {
                    draft.answer(key, answer);
                }
            });
        }
    };
    let only = Memo::new(move |_| match begun.get().as_slice() {
        [id] => Some((*id, drafts.with(*id, |draft| draft.page.clone()))),
        _ => None,
    });
    let go_on = move || {
        only.get().map(|(id, page)| {
            let (place, all) = way::progress(form, &page);
            view! {
                <a class="button-main" href=way::onward(form, id, &page)>
                    {move || words::go_on(place, all, language.get())}
                </a>
            }
        })
    };
    let fresh = move || begun.with(Vec::is_empty);
    let waits = Memo::new(move |_| chosen.waits());
    let barred = Memo::new(move |_| chosen.barred());
    let ways = move || {
        view! {
            <ready::Ways
                ready=Signal::derive(move || chosen.ready())
                number=Signal::derive(move || chosen.number())
                then=Signal::derive(move || chosen.then())
            />
        }
    };
    view! {
        {go_on}
        <Show when=move || !waits.get() fallback=|| view! { <Waiting happening=words::FETCHING_ACCOUNT /> }>
            <Show when=move || !barred.get() fallback=ways>
                <a
                    class=move || if fresh() { "button-main" } else { "button-plain" }
                    href=start.get_value()
                    on:click=fill
                >
                    {move || language.say(if fresh() { words::BEGIN } else { words::BEGIN_ANOTHER })}
                </a>
            </Show>
        </Show>
    }
}
