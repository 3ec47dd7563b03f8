//! The page of the letters that did not arrive.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{DeadLetter, DeadLetters, LetterIds, LettersDone, Me};
use shuiting_shared::case::Role;
use shuiting_shared::time::exact;

use super::{PATH, words};
use crate::title;

/// The page; only those who are answerable for it are led to it.
#[component]
pub(crate) fn LettersPage() -> impl IntoView {
    title::set(say(crate::words::LETTERS));
    let signed_in = SignedIn::here();
    let may = Memo::new(move |_| matches!(signed_in.me(), Some(Me::Staff { role, .. }) if Role::sees_letters(role)));
    view! {
        <main class="books" id="case" tabindex="-1">
            <h1>{say(crate::words::LETTERS)}</h1>
            <Show when=move || may.get() fallback=|| view! { <p>{say(words::WHO_SEES)}</p> }>
                <Letters />
            </Show>
        </main>
    }
}

/// What can be done to letters.
#[derive(Clone, Copy, PartialEq)]
enum Deed {
    Again,
    Drop,
}

impl Deed {
    const fn path(self) -> &'static str {
        match self {
            Self::Again => "again",
            Self::Drop => "drop",
        }
    }
}

/// The list, and what was done to it last.
#[derive(Clone, Copy)]
struct Desk {
    api: Api,
    load: Loader<DeadLetters>,
    done: RwSignal<Option<(Deed, u32)>>,
    failure: RwSignal<Option<Failure>>,
}

impl Desk {
    fn ask(self) -> impl Future<Output = Result<DeadLetters, Failure>> + 'static {
        let api = self.api;
        async move { api.get(PATH).await }
    }

    /// Does something to one letter, or to all.
    fn does(self, deed: Deed, id: Option<String>) {
        self.failure.set(None);
        self.done.set(None);
        let which = LetterIds {
            ids: id.map(|id| vec![id]),
        };
        spawn_local(async move {
            let answer = self
                .api
                .post::<LettersDone>(&format!("{PATH}/{}", deed.path()), &which)
                .await;
            // Where the page was left meanwhile there is nobody to be told.
            match answer {
                Ok(told) => {
                    if self.done.try_set(Some((deed, told.done))).is_none() {
                        self.load.renew(self.ask(), |_, newer| newer);
                    }
                }
                Err(refused) => drop(self.failure.try_set(Some(refused))),
            }
        });
    }
}

#[component]
fn Letters() -> impl IntoView {
    let language = Language::here();
    let desk = Desk {
        api: Api::here(),
        load: Loader::default(),
        done: RwSignal::new(None),
        failure: RwSignal::new(None),
    };
    desk.load.fetch(desk.ask());
    let letters = move || desk.load.get().map(|list| list.letters).unwrap_or_default();
    let total = move || desk.load.get().map_or(0, |list| list.total);
    let said = move || {
        let lang = language.get();
        desk.done.get().map(|(deed, count)| match deed {
            Deed::Again => words::sent(count, lang),
            Deed::Drop => words::dropped(count, lang),
        })
    };
    view! {
        <Faces load=desk.load happening=words::FETCHING retry=move |()| desk.load.fetch(desk.ask())>
            <section aria-label=say(crate::words::LETTERS)>
                <p>
                    <small>{say(words::ABOUT)}</small>
                </p>
                <p role="status">{said}</p>
                <p class="flaw" role="alert">
                    {move || desk.failure.get().map(|failure| failure.say(language.get()))}
                </p>
                <Show when=move || !letters().is_empty() fallback=|| view! { <p>{say(words::NONE)}</p> }>
                    <p class="undelivered-all">
                        <b>{move || words::total(total(), language.get())}</b>
                        <button type="button" on:click=move |_| desk.does(Deed::Again, None)>
                            {say(words::ALL_AGAIN)}
                        </button>
                    </p>
                    <table class="books-days undelivered">
                        <thead>
                            <tr>
                                <th scope="col">{say(words::KIND)}</th>
                                <th scope="col">{say(words::WRITTEN)}</th>
                                <th scope="col">{say(words::PHONE)}</th>
                                <th scope="col">{say(words::CASE)}</th>
                                <th scope="col">{say(words::WHY)}</th>
                                <th scope="col">{say(words::TRIES)}</th>
                                <th scope="col">{say(words::DO)}</th>
                            </tr>
                        </thead>
                        <tbody>
                            <For
                                each=letters
                                key=|letter| letter.id.clone()
                                children=move |letter| view! { <Row letter desk /> }
                            />
                        </tbody>
                    </table>
                </Show>
            </section>
        </Faces>
    }
}

#[component]
fn Row(letter: DeadLetter, desk: Desk) -> impl IntoView {
    let language = Language::here();
    let DeadLetter {
        id,
        at,
        kind,
        phone,
        number,
        why,
        tries,
    } = letter;
    let id = StoredValue::new(id);
    let shown = phone.clone();
    let button = move |deed: Deed, verb| {
        let phone = shown.clone();
        let label = move || words::of(verb, kind.label(), &phone, language.get());
        view! {
            <button type="button" aria-label=label on:click=move |_| desk.does(deed, Some(id.get_value()))>
                {say(verb)}
            </button>
        }
    };
    let case = number.map(|number| {
        let said = number.to_string();
        view! { <a href=format!("/desk/cases/{number}")>{said}</a> }
    });
    view! {
        <tr>
            <th scope="row">{say(kind.label())}</th>
            <td>{exact(at)}</td>
            <td>{phone}</td>
            <td>{case}</td>
            <td>{say(why.label())}</td>
            <td>{tries}</td>
            <td class="undelivered-do">{button(Deed::Again, words::AGAIN)} {button(Deed::Drop, words::DROP)}</td>
        </tr>
    }
}
