//! What is remembered of me so that I need not type it again.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Failure;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Faces;
use shuiting_shared::api::{ProfileChange, ProfileView};

use super::words;
use crate::profile::Profile;
use crate::switch::Switch;
use crate::trouble::Trouble;

/// The card.
#[component]
pub(super) fn Remembered() -> impl IntoView {
    let profile = Profile::here();
    profile.follow();
    view! {
        <section class="card" aria-labelledby="data-remembered">
            <h2 id="data-remembered">{say(words::REMEMBERED)}</h2>
            <Faces load=profile.load happening=words::FETCHING retry=move |()| profile.fetch()>
                <Known />
            </Faces>
        </section>
    }
}

/// What it is, and what may be.
#[component]
fn Known() -> impl IntoView {
    let profile = Profile::here();
    let failure = RwSignal::new(None::<Failure>);
    let sure = RwSignal::new(false);
    let view = Memo::new(move |_| profile.get());
    let remembers = Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(|view| view.remembers)));
    let keeps = Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(|view| view.keeps_id_number)));
    let any = Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(holds)));
    let done = move |answer: Result<(), Failure>| {
        // The page may have been left meanwhile.
        let _ = failure.try_set(answer.err());
        let _ = sure.try_set(false);
    };
    let change = move |change: ProfileChange| spawn_local(async move { done(profile.change(change).await) });
    let erase = move |_| spawn_local(async move { done(profile.erase().await) });
    let remember = move |on| {
        change(ProfileChange {
            remembers: Some(on),
            keeps_id_number: None,
        });
    };
    let keep = move |on| {
        change(ProfileChange {
            remembers: None,
            keeps_id_number: Some(on),
        });
    };
    view! {
        <Show when=move || any.get() fallback=move || view! { <p class="small">{say(words::NOTHING)}</p> }>
            {move || view.get().map(|view| view! { <Facts view /> })}
        </Show>
        <Switch name=words::REMEMBER about=words::REMEMBER_ABOUT on=remembers turn=remember />
        <Show when=move || remembers.get()>
            <Switch name=words::KEEP_ID about=words::KEEP_ID_ABOUT on=keeps turn=keep />
        </Show>
        <Trouble failure />
        <Show when=move || any.get()>
            <Show
                when=move || sure.get()
                fallback=move || {
                    view! {
                        <button type="button" class="button-plain" on:click=move |_| sure.set(true)>
                            {say(words::ERASE)}
                        </button>
                    }
                }
            >
                <p role="status">{say(words::ERASE_SURE)}</p>
                <button type="button" class="button-danger" on:click=erase>
                    {say(words::ERASE_NOW)}
                </button>
                <button type="button" class="button-plain" on:click=move |_| sure.set(false)>
                    {say(words::ERASE_NOT)}
                </button>
            </Show>
        </Show>
    }
}

/// Whether anything is kept that somebody has typed.
fn holds(view: &ProfileView) -> bool {
    view.name.is_some() || view.id_number.is_some() || !view.places.is_empty()
}

#[component]
fn Facts(view: ProfileView) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let place = move |place: shuiting_shared::api::KnownPlace| {
        let said = move || {
            let lang = language.get();
            let account = place.account.as_deref().map(|account| words::account(account, lang));
            let parts = [
                Some(household.town(&place.town, lang)),
                Some(place.address.clone()),
                account,
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        view! { <li>{said}</li> }
    };
    let fact = |name, said: String| {
        view! {
            <div>
                <dt>{say(name)}</dt>
                <dd>{said}</dd>
            </div>
        }
    };
    let places = view.places;
    let none = places.is_empty();
    view! {
        <dl class="facts">
            {view.name.map(|name| fact(words::NAME, name))}
            {view.id_number.map(|number| fact(words::ID_NUMBER, number))}
            <div class:gone=none>
                <dt>{say(words::PLACES)}</dt>
                <dd>
                    <ul>{places.into_iter().map(place).collect_view()}</ul>
                </dd>
            </div>
        </dl>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_alone_is_nothing_to_erase() {
        let mut view = ProfileView {
            remembers: true,
            keeps_id_number: true,
            name: None,
            id_number: None,
            places: Vec::new(),
        };
        assert!(!holds(&view));
        view.name = Some("李四".into());
        assert!(holds(&view));
    }
}
