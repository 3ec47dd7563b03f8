//! What a volunteer does at an event: tasks, coming and going, counting, helping. All of it works without a network.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shuiting_parts::api::Api;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_parts::waiting::Errands;
use shuiting_shared::api::TurnView;
use shuiting_shared::service::Service;
use shuiting_shared::words::{Bi, Lang};

use super::check::Check;
use super::counts::Counts;
use super::turn::{been, span, tasks};
use super::water::WaterTest;
use super::words;
use crate::door::ForResidents;
use crate::helping;
use crate::page::Page;

/// The page.
#[component]
pub(crate) fn WorkPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id").unwrap_or_default()));
    let back = format!("/events/{}", id.get_untracked());
    view! {
        <Page title=say(words::WORK) back=back>
            <ForResidents about=words::SIGN_IN_ABOUT>
                <Work id=id.get_untracked() />
            </ForResidents>
        </Page>
    }
}

#[component]
fn Work(id: String) -> impl IntoView {
    let (api, errands) = (Api::here(), Errands::here());
    let id = StoredValue::new(id);
    let load = Loader::<Vec<TurnView>>::default();
    let ask = move || async move { api.get(&format!("/api/v1/events/{}/turns", id.get_value())).await };
    load.fetch(ask());
    // What has waited has been told: the times are the server's from now on.
    Effect::new(move |before: Option<usize>| {
        let answered = errands.answered();
        if before.is_some_and(|before| before != answered) {
            load.follow(ask());
        }
        answered
    });
    let none = move || load.get().is_some_and(|turns| turns.is_empty());
    let leads = move || load.get().is_some_and(|turns| turns.iter().any(|turn| turn.leads));
    view! {
        <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
            <Show
                when=move || !none()
                fallback=move || {
                    view! {
                        <p>{say(words::NOT_THERE)}</p>
                        <a class="button-main" href=format!("/events/{}", id.get_value())>
                            {say(words::TO_EVENT)}
                        </a>
                    }
                }
            >
                <Turns load />
                <Check id load />
                <ul class="rows">
                    <Show when=leads>
                        <WayTo
                            href=format!("/events/{}/lead", id.get_value())
                            title=words::LEAD
                            about=words::NOW_ABOUT
                        />
                    </Show>
                    <WayTo
                        href=helping::path(Some(&id.get_value()), None)
                        title=words::HELP
                        about=words::HELP_ABOUT
                    />
                    <WayTo
                        href=helping::path(Some(&id.get_value()), Some(Service::Comp))
                        title=words::NEED
                        about=words::NEED_ABOUT
                    />
                </ul>
                <Counts id=id.get_value() />
                <WaterTest id=id.get_value() />
            </Show>
        </Faces>
    }
}

#[component]
fn WayTo(href: String, title: Bi, about: Bi) -> impl IntoView {
    view! {
        <li>
            <a class="row" href=href>
                <span class="row-body">
                    {say(title)} <span class="small">{say(about)}</span>
                </span>
                <Icon name="chevron" />
            </a>
        </li>
    }
}

/// When and where, and what is to be done.
#[component]
fn Turns(load: Loader<Vec<TurnView>>) -> impl IntoView {
    let language = Language::here();
    let one = move |turn: TurnView| {
        let (title, hours) = (turn.title.clone(), span(turn.starts, turn.ends));
        let whereabouts = format!("{} {}", turn.community, turn.place);
        let leads = turn.leads;
        let turn = StoredValue::new(turn);
        let tasks = move || turn.with_value(|turn| tasks(turn, language.get()));
        let been = move || turn.with_value(|turn| been(turn, language.get()));
        view! {
            <section class="card">
                <h2 lang=Lang::Zh.tag()>{title}</h2>
                <p>
                    {hours} " " <span lang=Lang::Zh.tag()>{whereabouts}</span>
                </p>
                <dl class="facts">
                    <div>
                        <dt>{say(words::TASKS)}</dt>
                        <dd>{tasks}</dd>
                    </div>
                </dl>
                {leads
                    .then(|| {
                        view! {
                            <p>
                                <b>{say(words::LEADER)}</b>
                            </p>
                        }
                    })}
                <p role="status">{been}</p>
            </section>
        }
    };
    move || load.get().unwrap_or_default().into_iter().map(one).collect_view()
}
