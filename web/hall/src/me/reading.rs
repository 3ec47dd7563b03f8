//! How one wants to read and be told; what is chosen goes along to other phones.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{Me, MeChange};
use shuiting_shared::preference::{TextSize, Told};
use shuiting_shared::words::Lang;

use super::words;
use crate::letters::Letters;
use crate::trouble::Trouble;

/// Whoever tells the server what was chosen.
#[derive(Clone, Copy)]
struct Teller {
    api: Api,
    signed_in: SignedIn,
}

impl Teller {
    fn here() -> Self {
        Self {
            api: Api::here(),
            signed_in: SignedIn::here(),
        }
    }

    /// Tells it, where somebody is signed in; nothing is lost where it does not get there, but that this phone alone knows.
    fn tell(self, change: MeChange, failed: impl FnOnce(Failure) + 'static) {
        if !matches!(untrack(|| self.signed_in.me()), Some(Me::Resident { .. })) {
            return;
        }
        spawn_local(async move {
            match self.api.patch::<Me>("/api/v1/me", &change).await {
                Ok(me) => self.signed_in.welcome(me),
                Err(failure) => failed(failure),
            }
        });
    }
}

/// The language and the size of the letters.
#[component]
pub(super) fn Reading() -> impl IntoView {
    let (teller, language, letters) = (Teller::here(), Language::here(), Letters::here());
    let speak = move |lang: Lang| {
        language.set(lang);
        let change = MeChange {
            lang: Some(lang),
            ..MeChange::default()
        };
        // Where it does not get there, only the SMS stay in the other language.
        teller.tell(change, drop);
    };
    let lang = move |lang: Lang| {
        view! {
            <button
                type="button"
                class="chip"
                lang=lang.tag()
                aria-pressed=move || (language.get() == lang).to_string()
                on:click=move |_| speak(lang)
            >
                {words::LANGUAGE_NAME.get(lang)}
            </button>
        }
    };
    let write = move |size: TextSize| {
        letters.set(size);
        let change = MeChange {
            text_size: Some(size),
            ..MeChange::default()
        };
        // Where it does not get there, only other phones keep their size.
        teller.tell(change, drop);
    };
    let size = move |size: &TextSize| {
        let size = *size;
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=move || (letters.get() == size).to_string()
                on:click=move |_| write(size)
            >
                {say(size.label())}
            </button>
        }
    };
    view! {
        <section class="card" aria-labelledby="me-reading">
            <h2 id="me-reading">{say(words::READING)}</h2>
            <div class="setting" role="group" aria-labelledby="me-language">
                <span id="me-language">{say(words::LANGUAGE)}</span>
                <span class="setting-choices">{[Lang::Zh, Lang::En].map(lang).collect_view()}</span>
            </div>
            <div class="setting" role="group" aria-labelledby="me-size">
                <span id="me-size">{say(words::SIZE)}</span>
                <span class="setting-choices">{TextSize::ALL.iter().map(size).collect_view()}</span>
            </div>
        </section>
    }
}

/// Of what one wants to hear by SMS.
#[component]
pub(super) fn Hearing() -> impl IntoView {
    let (teller, signed_in) = (Teller::here(), SignedIn::here());
    let failure = RwSignal::new(None::<Failure>);
    let told = Memo::new(move |_| match signed_in.me() {
        Some(Me::Resident { told, .. }) => Some(told),
        _ => None,
    });
    // What the server has not taken must not look chosen.
    let round = RwSignal::new(0_u32);
    let choose = move |told: Told| {
        failure.set(None);
        let change = MeChange {
            told: Some(told),
            ..MeChange::default()
        };
        teller.tell(change, move |refused| {
            // The page may have been left meanwhile.
            let _ = failure.try_set(Some(refused));
            let _ = round.try_update(|round| *round += 1);
        });
    };
    let row = move |one: &Told| {
        let one = *one;
        let chosen = move || {
            round.track();
            told.get() == Some(one)
        };
        view! {
            <label class="weui-cell choice">
                <input
                    type="radio"
                    class="choice-input"
                    name="told"
                    value=one.code()
                    prop:checked=chosen
                    on:change=move |_| choose(one)
                />
                <span class="choice-mark" aria-hidden="true"></span>
                <span class="weui-cell__bd">{say(one.label())}</span>
            </label>
        }
    };
    view! {
        <section class="card" aria-labelledby="me-hearing">
            <h2 id="me-hearing">{say(words::HEARING)}</h2>
            <div class="choices" role="radiogroup" aria-labelledby="me-hearing">
                {Told::ALL.iter().map(row).collect_view()}
            </div>
            <Trouble failure />
            <p class="small">{say(words::HEARING_ABOUT)}</p>
        </section>
    }
}
