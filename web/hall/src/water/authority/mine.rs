//! The letters that I have brought and that do not let me in yet. One that does is an account among mine.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::AuthorityView;
use shuiting_shared::water::AuthorityState;

use super::super::words::account;
use super::{PATH, words};
use crate::trouble::Trouble;

/// Those that are still of interest, the newest of each account: whoever has brought a new one knows of the old.
fn shown(letters: Vec<AuthorityView>) -> Vec<AuthorityView> {
    let mut shown: Vec<AuthorityView> = Vec::new();
    let mut seen = Vec::new();
    for letter in letters {
        if !seen.contains(&letter.number) {
            seen.push(letter.number.clone());
            if matches!(letter.state, AuthorityState::Asked | AuthorityState::Refused) {
                shown.push(letter);
            }
        }
    }
    shown
}

/// The list; nothing where there is none, or where it did not come: the page is of use without.
#[component]
pub(in super::super) fn Brought() -> impl IntoView {
    let api = Api::here();
    let load = Loader::<Vec<AuthorityView>>::default();
    load.follow(async move { api.get(PATH).await });
    let letters = move || shown(load.get().unwrap_or_default());
    let failure = RwSignal::new(None::<Failure>);
    let withdraw = move |id: String| {
        failure.set(None);
        spawn_local(async move {
            let answer = api.delete(&format!("{PATH}/{id}")).await;
            // The page may have been left meanwhile.
            if failure.try_set(answer.err()).is_none() {
                load.renew(async move { api.get(PATH).await }, |_, fresh| fresh);
            }
        });
    };
    view! {
        <Show when=move || !letters().is_empty()>
            <section class="card" aria-labelledby="authorities">
                <h2 id="authorities">{say(words::MINE)}</h2>
                <Trouble failure />
                <ul class="devices">
                    <For each=letters key=|letter| (letter.id.clone(), letter.state) let:letter>
                        <Letter letter withdraw />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Letter(letter: AuthorityView, #[prop(into)] withdraw: Callback<String>) -> impl IntoView {
    let language = Language::here();
    let AuthorityView {
        id,
        number,
        state,
        reason,
        ..
    } = letter;
    let label = {
        let number = number.clone();
        move || words::withdraw(&number, language.get())
    };
    let waits = state == AuthorityState::Asked;
    view! {
        <li class="setting">
            <span>
                {move || account(&number, language.get())} " " <span class="tag">{say(state.label())}</span>
                {reason.map(|reason| view! { <span class="small">{reason}</span> })}
            </span>
            {waits
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button-link"
                            aria-label=label
                            on:click=move |_| withdraw.run(id.clone())
                        >
                            {say(words::WITHDRAW)}
                        </button>
                    }
                })}
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(id: &str, number: &str, state: AuthorityState) -> AuthorityView {
        AuthorityView {
            id: id.into(),
            number: number.into(),
            state,
            asked: chrono::DateTime::from_timestamp(1_795_000_000, 0).unwrap(),
            until: None,
            reason: None,
        }
    }

    #[test]
    fn the_newest_of_each_account_counts() {
        use AuthorityState::{Asked, Ended, Granted, Refused};
        let letters = vec![
            letter("5", "1", Asked),
            letter("4", "1", Refused),
            letter("3", "2", Granted),
            letter("2", "2", Refused),
            letter("1", "3", Ended),
        ];
        let ids: Vec<_> = shown(letters).into_iter().map(|letter| letter.id).collect();
        assert_eq!(ids, ["5"]);
    }
}
