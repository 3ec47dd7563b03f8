//! Where whoever is signed in wants to hear of outages.

use leptos::ev::SubmitEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{FollowedArea, FollowedAreas, Me, WhySignIn};
use shuiting_shared::words::Lang;

use super::towns::Towns;
use super::words;
use crate::last_town::LastTown;
use crate::line_field::LineField;
use crate::sign_in;
use crate::trouble::Trouble;

const PATH: &str = "/api/v1/me/outage-areas";

/// The areas as they are kept, and what is being sent.
#[derive(Clone, Copy)]
struct Follows {
    api: Api,
    load: Loader<FollowedAreas>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Follows {
    fn fetch(self) {
        self.load.follow(async move { self.api.get(PATH).await });
    }

    /// Puts these in place of those before, and says whether that was done.
    fn put(self, areas: Vec<FollowedArea>, done: impl FnOnce() + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = self.api.put(PATH, &FollowedAreas { areas }).await;
            // The page may have been left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(kept) => {
                    self.load.put(kept);
                    done();
                }
                Err(refused) => self.failure.set(Some(refused)),
            }
        });
    }

    fn areas(self) -> Vec<FollowedArea> {
        self.load.get().unwrap_or_default().areas
    }
}

/// An area as one line.
fn line(area: &FollowedArea, town: &str, lang: Lang) -> String {
    let street = area.street.as_deref().unwrap_or(words::ALL_OF_TOWN.get(lang));
    format!("{town} · {street}")
}

/// The part of the page.
#[component]
pub(crate) fn FollowAreas() -> impl IntoView {
    let signed_in = SignedIn::here();
    let inside = Memo::new(move |_| matches!(signed_in.me(), Some(Me::Resident { .. })));
    let door = sign_in::path_because("/services/OUT", WhySignIn::Follow);
    view! {
        <section class="card" aria-labelledby="outage-follow">
            <h2 id="outage-follow">{say(words::FOLLOW)}</h2>
            <p class="small">{say(words::FOLLOW_ABOUT)}</p>
            <Show
                when=move || inside.get()
                fallback=move || {
                    view! {
                        <a class="button-plain" href=door.clone()>
                            {say(words::FOLLOW)}
                        </a>
                    }
                }
            >
                <Followed />
            </Show>
        </section>
    }
}

#[component]
fn Followed() -> impl IntoView {
    let follows = Follows {
        api: Api::here(),
        load: Loader::default(),
        busy: RwSignal::new(false),
        failure: RwSignal::new(None),
    };
    follows.fetch();
    view! {
        <Faces load=follows.load happening=words::FETCHING_FOLLOWED retry=move |()| follows.fetch()>
            <ul class="rows" role="list" aria-label=say(words::FOLLOWED)>
                <For each=move || follows.areas() key=|area| (area.town.clone(), area.street.clone()) let:area>
                    <Area follows area />
                </For>
            </ul>
            <Add follows />
        </Faces>
    }
}

#[component]
fn Area(follows: Follows, area: FollowedArea) -> impl IntoView {
    let (language, household) = (Language::here(), Household::here());
    let area = StoredValue::new(area);
    let said = move || {
        let lang = language.get();
        area.with_value(|area| line(area, &household.town(&area.town, lang), lang))
    };
    let remove = move |_| {
        let mut areas = untrack(|| follows.areas());
        areas.retain(|one| area.with_value(|area| one != area));
        follows.put(areas, || ());
    };
    view! {
        <li class="row">
            <span class="row-body">{said}</span>
            <button type="button" class="button-link" on:click=remove>
                {say(words::REMOVE)}
                <span class="hidden">" " {said}</span>
            </button>
        </li>
    }
}

/// One more.
#[component]
fn Add(follows: Follows) -> impl IntoView {
    let near = LastTown::here();
    let town = RwSignal::new(untrack(|| near.get()).unwrap_or_default());
    let street = NodeRef::<html::Input>::new();
    let flaw = Signal::derive(move || {
        follows.failure.with(|failure| {
            let fields = failure.as_ref()?.fields();
            let flaw = fields.iter().find(|flaw| flaw.field.ends_with(".street"));
            flaw.map(|flaw| flaw.detail.clone())
        })
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = street.get_untracked().map(|input| input.value()).unwrap_or_default();
        let area = FollowedArea {
            town: town.get_untracked(),
            street: Some(typed).filter(|street| !street.trim().is_empty()),
        };
        near.note(&area.town);
        let mut areas = untrack(|| follows.areas());
        areas.push(area);
        follows.put(areas, move || {
            if let Some(input) = street.get_untracked() {
                input.set_value("");
            }
        });
    };
    view! {
        <form class="outage-add" on:submit=submit novalidate>
            <Towns id="follow-town" none=words::CHOOSE_TOWN chosen=town choose=move |code| town.set(code) />
            <LineField id="follow-street" label=words::STREET input=street flaw />
            <Trouble failure=follows.failure />
            <button type="submit" class="button-plain" aria-disabled=move || follows.busy.get().to_string()>
                {say(words::ADD)}
            </button>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_area_is_one_line() {
        let mut area = FollowedArea {
            town: "nancheng".into(),
            street: Some("鸿福路".into()),
        };
        assert_eq!(line(&area, "南城", Lang::Zh), "南城 · 鸿福路");
        area.street = None;
        assert_eq!(line(&area, "Nancheng", Lang::En), "Nancheng · All of the town");
    }
}
