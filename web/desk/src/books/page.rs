//! The page of the books.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{Me, PayBooks, PayDay};
use shuiting_shared::case::Role;
use shuiting_shared::time::say_day;

use super::difference::Difference;
use super::words;
use crate::title;

/// Where the books are fetched.
const PATH: &str = "/api/v1/desk/pay/books";

/// The page; only those who keep the books are led to it.
#[component]
pub(crate) fn BooksPage() -> impl IntoView {
    title::set(say(crate::words::BOOKS));
    let signed_in = SignedIn::here();
    let may = Memo::new(move |_| matches!(signed_in.me(), Some(Me::Staff { role, .. }) if Role::keeps_books(role)));
    view! {
        <main class="books" id="case" tabindex="-1">
            <h1>{say(crate::words::BOOKS)}</h1>
            <Show when=move || may.get() fallback=|| view! { <p>{say(words::WHO_KEEPS)}</p> }>
                <Books />
            </Show>
        </main>
    }
}

#[component]
fn Books() -> impl IntoView {
    let api = Api::here();
    let load = Loader::<PayBooks>::default();
    let ask = move || async move { api.get(PATH).await };
    load.fetch(ask());
    let differences = move || load.get().map(|books| books.differences).unwrap_or_default();
    let days = move || load.get().map(|books| books.days).unwrap_or_default();
    view! {
        <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
            <section aria-labelledby="books-differences">
                <h2 id="books-differences">{say(words::DIFFERENCES)}</h2>
                <Show
                    when=move || !differences().is_empty()
                    fallback=|| view! { <p>{say(words::NO_DIFFERENCES)}</p> }
                >
                    <ul class="books-differences">
                        // One that somebody has seen to is another row.
                        <For
                            each=differences
                            key=|difference| (difference.id.clone(), difference.resolved.is_some())
                            children=move |difference| view! { <Difference difference load /> }
                        />
                    </ul>
                </Show>
            </section>
            <section aria-labelledby="books-days">
                <h2 id="books-days">{say(words::DAYS)}</h2>
                <p>
                    <small>{say(words::DAYS_ABOUT)}</small>
                </p>
                <Show when=move || !days().is_empty() fallback=|| view! { <p>{say(words::NO_DAYS)}</p> }>
                    <table class="books-days">
                        <thead>
                            <tr>
                                <th scope="col">{say(words::DAY)}</th>
                                <th scope="col">{say(words::PAYMENTS)}</th>
                                <th scope="col">{say(words::PAID)}</th>
                                <th scope="col">{say(words::REFUNDS)}</th>
                                <th scope="col">{say(words::REFUNDED)}</th>
                                <th scope="col">{say(words::DIFFERENCES)}</th>
                            </tr>
                        </thead>
                        <tbody>
                            <For each=days key=|day| day.day let:day>
                                <Day day />
                            </For>
                        </tbody>
                    </table>
                </Show>
            </section>
        </Faces>
    }
}

#[component]
fn Day(day: PayDay) -> impl IntoView {
    let language = Language::here();
    let PayDay {
        day,
        payments,
        paid,
        refunds,
        refunded,
        differences,
    } = day;
    view! {
        <tr>
            <th scope="row">{move || say_day(day, language.get())}</th>
            <td>{payments}</td>
            <td>{move || paid.say(language.get())}</td>
            <td>{refunds}</td>
            <td>{move || refunded.say(language.get())}</td>
            <td>{differences}</td>
        </tr>
    }
}
