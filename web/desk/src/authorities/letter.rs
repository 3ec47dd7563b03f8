//! One letter of authority: who brought it, its photos, and what can be done with it.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{AuthorityAccount, AuthorityAsked, AuthorityVerdict};
use shuiting_shared::time::say_day;
use shuiting_shared::water::AuthorityState;
use shuiting_shared::words::{Bi, Lang};

use super::{PATH, words};

/// The letter.
#[component]
pub(super) fn Letter(one: AuthorityAsked, again: Callback<()>) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let AuthorityAsked {
        letter,
        name,
        phone,
        photos,
        licence,
        account,
    } = one;
    let title = format!("authority-{}", letter.id);
    let labelled = title.clone();
    let known = account.is_some();
    let about = move || match &account {
        Some(AuthorityAccount {
            holder,
            town,
            address,
            use_type,
        }) => {
            let lang = language.get();
            let town = household.town(town, lang);
            format!("{holder} · {town} {address} · {}", use_type.label().get(lang))
        }
        None => words::NO_ACCOUNT.get(language.get()).to_owned(),
    };
    let until = letter.until;
    let last = move || until.map(|day| words::until(&say_day(day, language.get()), language.get()));
    let id = letter.id.clone();
    let asked = letter.state == AuthorityState::Asked;
    view! {
        <li>
            <section class="letter" aria-labelledby=labelled>
                <h2 id=title>{letter.number.clone()} " · " {name} " " {phone}</h2>
                <p class:owing=!known>{about}</p>
                <p>{last}</p>
                <Photos label=words::LETTER photos />
                <Photos label=words::LICENCE photos=licence />
                {if asked {
                    view! { <Decide id known again /> }.into_any()
                } else {
                    view! { <End id again /> }.into_any()
                }}
            </section>
        </li>
    }
}

/// Photos, each of which opens large in a tab of its own.
#[component]
fn Photos(label: Bi, photos: Vec<String>) -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let one = move |(at, id): (usize, String)| {
        let alt = move || format!("{} {}", language.say(label), at + 1);
        view! {
            <li>
                <a href=api.photo(&id) target="_blank" rel="noopener">
                    <img src=api.thumbnail(&id) alt=alt loading="lazy" />
                </a>
            </li>
        }
    };
    view! {
        <p>{say(label)}</p>
        <ul class="thumbnails" role="list">
            {photos.into_iter().enumerate().map(one).collect_view()}
        </ul>
    }
}

/// What is wrong with the day or the reason, else with all of it.
fn wrong(failure: &Failure, lang: Lang) -> String {
    let field = failure.fields().first();
    field.map_or_else(|| failure.say(lang), |field| field.detail.clone())
}

/// Lets somebody in until a day, or refuses with a reason.
#[component]
fn Decide(id: String, known: bool, again: Callback<()>) -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let (day, why) = (NodeRef::<html::Input>::new(), NodeRef::<html::Textarea>::new());
    let (day_id, why_id) = (format!("until-{id}"), format!("reason-{id}"));
    let failure = RwSignal::new(None::<Failure>);
    let said = move || failure.with(|failure| failure.as_ref().map(|failure| wrong(failure, language.get())));
    let path = StoredValue::new(format!("{PATH}/{id}/verdict"));
    let send = move |verdict: AuthorityVerdict| {
        failure.set(None);
        spawn_local(async move {
            let answer = api.post::<()>(&path.get_value(), &verdict).await;
            // The page may have been left meanwhile.
            if failure.try_set(answer.as_ref().err().cloned()).is_none() && answer.is_ok() {
                again.run(());
            }
        });
    };
    let grant = move |_| {
        let typed = day.get_untracked().map(|day| day.value()).unwrap_or_default();
        match typed.parse() {
            Ok(until) => send(AuthorityVerdict::Grant { until }),
            Err(_) => {
                if let Some(day) = day.get_untracked() {
                    // Where the focus cannot go, the label is there all the same.
                    drop(day.focus());
                }
            }
        }
    };
    let refuse = move |_| {
        let reason = why.get_untracked().map(|why| why.value()).unwrap_or_default();
        send(AuthorityVerdict::Refuse { reason });
    };
    view! {
        <div class="decide">
            {known
                .then(|| {
                    view! {
                        <p>
                            <label for=day_id.clone()>{say(words::UNTIL)}</label>
                            <input id=day_id type="date" node_ref=day />
                            <button type="button" class="main" on:click=grant>
                                {say(words::GRANT)}
                            </button>
                        </p>
                    }
                })}
            <p>
                <label for=why_id.clone()>{say(words::REASON)}</label>
                <textarea id=why_id rows="2" node_ref=why></textarea>
                <button type="button" on:click=refuse>
                    {say(words::REFUSE)}
                </button>
            </p>
            <p class="owing" role="alert">
                {said}
            </p>
        </div>
    }
}

/// Ends one that holds.
#[component]
fn End(id: String, again: Callback<()>) -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let failure = RwSignal::new(None::<Failure>);
    let said = move || failure.with(|failure| failure.as_ref().map(|failure| failure.say(language.get())));
    let path = StoredValue::new(format!("{PATH}/{id}"));
    let end = move |_| {
        failure.set(None);
        spawn_local(async move {
            let answer = api.delete(&path.get_value()).await;
            // The page may have been left meanwhile.
            if failure.try_set(answer.as_ref().err().cloned()).is_none() && answer.is_ok() {
                again.run(());
            }
        });
    };
    view! {
        <p>
            <button type="button" on:click=end>
                {say(words::END)}
            </button>
        </p>
        <p class="owing" role="alert">
            {said}
        </p>
    }
}
