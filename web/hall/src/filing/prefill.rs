//! What was given before, in one tap.

mod offer;
mod words;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Failure;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_shared::api::ProfileChange;
use shuiting_shared::form::Page;
use shuiting_shared::profile::ID_NUMBER;

use super::Filing;
use crate::profile::Profile;
use crate::trouble::Trouble;
use offer::{Offer, offers};

/// A tap for each thing that is known, above the questions.
#[component]
pub(super) fn Prefill(filing: Filing, page: &'static Page) -> impl IntoView {
    let (profile, id, language) = (Profile::here(), filing.id, filing.language);
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    profile.follow();
    let offered = Memo::new(move |_| {
        // What is known is about the volunteer, not about whom they help.
        let profile = profile.get().filter(|_| !filing.helps());
        profile.map_or_else(Vec::new, |profile| {
            filing.drafts.with(id, |draft| offers(page, &draft.answers, &profile))
        })
    });
    let fill = move |fills: Vec<(&'static str, String)>| {
        for (key, answer) in fills {
            filing.answer(key, answer);
        }
    };
    let fetch = move || {
        let blank = move || {
            filing
                .drafts
                .with_untracked(id, |draft| draft.answers.get(ID_NUMBER).is_none())
        };
        if busy.get_untracked() || !blank() {
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = profile.id_number().await;
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                // What was typed meanwhile stays.
                Ok(number) if blank() => fill(vec![(ID_NUMBER, number)]),
                Ok(_) => {}
                Err(refused) => failure.set(Some(refused)),
            }
        });
    };
    let said = move |offer: &Offer| {
        let lang = language.get();
        let what = match offer {
            Offer::Place(place) => format!("{} {}", filing.household.town(&place.town, lang), place.address),
            Offer::Name(name) => name.clone(),
            Offer::IdNumber(_) if busy.get() => return language.say(words::FETCHING).to_owned(),
            Offer::IdNumber(masked) => masked.clone(),
        };
        words::last(&what, lang)
    };
    let chip = move |offer: Offer| {
        let offer = StoredValue::new(offer);
        let taken = move || {
            let answers = filing.answers();
            offer.with_value(|offer| offer.taken(&answers)).to_string()
        };
        let tap = move |_| match offer.get_value() {
            Offer::IdNumber(_) => fetch(),
            offer => fill(offer.fills()),
        };
        view! {
            <button type="button" class="chip prefill" aria-pressed=taken on:click=tap>
                {move || offer.with_value(said)}
            </button>
        }
    };
    view! {
        <div class="prefills" class:gone=move || offered.with(Vec::is_empty) role="group" aria-label=say(words::OFFERS)>
            <For each=move || offered.get() key=Offer::clone children=chip />
            <Show when=move || failure.with(Option::is_some)>
                <Trouble failure />
            </Show>
        </div>
    }
}

/// Asks whether the identity number may be kept, below the question for it. It is not by itself.
#[component]
pub(super) fn Consent(filing: Filing, page: &'static Page) -> impl IntoView {
    let (profile, id) = (Profile::here(), filing.id);
    let failure = RwSignal::new(None::<Failure>);
    let asks = Memo::new(move |_| {
        let field = page.fields.iter().find(|field| field.key == ID_NUMBER);
        filing
            .drafts
            .with(id, |draft| field.is_some_and(|field| field.asked.holds(&draft.answers)))
    });
    let remembers = Memo::new(move |_| profile.get().is_some_and(|profile| profile.remembers));
    let keeps = Memo::new(move |_| profile.get().is_some_and(|profile| profile.keeps_id_number));
    let change = move |keeps| {
        failure.set(None);
        spawn_local(async move {
            let change = ProfileChange {
                remembers: None,
                keeps_id_number: Some(keeps),
            };
            if let Err(refused) = profile.change(change).await {
                // The page may have been left meanwhile.
                let _ = failure.try_set(Some(refused));
            }
        });
    };
    view! {
        <Show when=move || asks.get() && remembers.get() && !filing.helps()>
            <div class="card">
                <label class="consent">
                    <input
                        type="checkbox"
                        prop:checked=keeps
                        aria-describedby="consent-about"
                        on:change=move |event| change(event_target_checked(&event))
                    />
                    <span class="consent-mark" aria-hidden="true">
                        <Icon name="check" />
                    </span>
                    <span>{say(words::CONSENT)}</span>
                </label>
                <p class="small" id="consent-about">
                    {say(words::CONSENT_ABOUT)}
                </p>
                <Show when=move || failure.with(Option::is_some)>
                <Trouble failure />
            </Show>
            </div>
        </Show>
    }
}
