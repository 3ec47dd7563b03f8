//! The phone, the code, and what is wrong beside either.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Api;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};

use super::hand::{Busy, Hand};
use super::words;
use super::wrong::Beside;
use crate::line_field::typed;
use crate::practice::PlayedCode;
use crate::shared_phone::SharedPhone;

const INBOX: &str = "/demo/inbox";

/// The form.
#[component]
pub(super) fn SignInForm() -> impl IntoView {
    let (hand, language) = (Hand::new(), Language::here());
    let signing_in = move || hand.busy.get() == Busy::SigningIn;
    let main = move || {
        language.say(if signing_in() {
            words::SIGNING_IN
        } else {
            words::SIGN_IN
        })
    };
    let asked = Signal::derive(move || hand.sent.get().map(|_| typed(hand.phone)));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        hand.go_on();
    };
    view! {
        <form class="card sign-in" novalidate on:submit=submit>
            <p class="small">{say(words::ABOUT)}</p>
            <PhoneField hand />
            <GetCode hand />
            <DemoInbox />
            <PlayedCode asked />
            <CodeField hand />
            <SharedPhone />
            <FlawOf hand beside=Beside::All id="about-all" />
            <button type="submit" class="button-main" aria-disabled=move || signing_in().to_string()>
                {main}
            </button>
        </form>
    }
}

#[component]
fn PhoneField(hand: Hand) -> impl IntoView {
    view! {
        <div class="field">
            <label class="field-label" for="phone">
                {say(words::PHONE)}
            </label>
            <input
                class="field-input"
                id="phone"
                name="phone"
                type="tel"
                inputmode="tel"
                autocomplete="tel"
                node_ref=hand.phone
                aria-invalid=move || invalid(hand, Beside::Phone)
                aria-describedby="about-phone"
            />
            <FlawOf hand beside=Beside::Phone id="about-phone" />
        </div>
    }
}

#[component]
fn CodeField(hand: Hand) -> impl IntoView {
    view! {
        <div class="field">
            <label class="field-label" for="code">
                {say(words::CODE)}
            </label>
            <input
                class="field-input field-code"
                id="code"
                name="code"
                inputmode="numeric"
                autocomplete="one-time-code"
                maxlength="8"
                node_ref=hand.code
                aria-invalid=move || invalid(hand, Beside::Code)
                aria-describedby="about-code"
            />
            <FlawOf hand beside=Beside::Code id="about-code" />
        </div>
    }
}

/// Asks for a code, and counts until another may be asked for.
#[component]
fn GetCode(hand: Hand) -> impl IntoView {
    let language = Language::here();
    let name = move || {
        let lang = language.get();
        match (hand.busy.get(), hand.countdown.left(), hand.sent.with(Option::is_some)) {
            (Busy::Asking, ..) => words::GETTING.get(lang).to_owned(),
            (_, 0, false) => words::GET_CODE.get(lang).to_owned(),
            (_, 0, true) => words::GET_ANOTHER.get(lang).to_owned(),
            (_, left, _) => words::again_in(left, lang),
        }
    };
    let held = move || (hand.countdown.left() > 0 || hand.busy.get() == Busy::Asking).to_string();
    let sent = move || hand.sent.get().map(|sent| words::sent(sent.minutes, language.get()));
    view! {
        <button type="button" class="button-plain" aria-disabled=held on:click=move |_| hand.get_code()>
            {name}
        </button>
        <p class="small" role="status">
            {sent}
        </p>
    }
}

fn said(hand: Hand, beside: Beside, language: Language) -> Option<String> {
    hand.wrong.with(|wrong| {
        let wrong = wrong.as_ref().filter(|wrong| wrong.beside() == beside)?;
        Some(wrong.say(language.get()))
    })
}

fn invalid(hand: Hand, beside: Beside) -> Option<&'static str> {
    let wrong = hand.wrong.read();
    wrong
        .as_ref()
        .is_some_and(|wrong| wrong.beside() == beside)
        .then_some("true")
}

/// What is wrong, where it can be mended.
#[component]
fn FlawOf(hand: Hand, beside: Beside, id: &'static str) -> impl IntoView {
    let language = Language::here();
    view! {
        <div id=id role="alert">
            {move || {
                said(hand, beside, language)
                    .map(|said| {
                        view! {
                            <p class="field-flaw">
                                <Icon name="warning" />
                                {said}
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// Where there is one, the way to the demo city's SMS.
#[component]
fn DemoInbox() -> impl IntoView {
    let api = Api::here();
    let there = RwSignal::new(false);
    spawn_local(async move {
        if api.is_there(INBOX).await {
            // The page may have been left meanwhile.
            let _ = there.try_set(true);
        }
    });
    view! {
        <Show when=move || there.get()>
            <p class="small">
                {say(words::DEMO_ABOUT)} " "
                <a href=INBOX rel="external">
                    {say(words::DEMO)}
                </a>
            </p>
        </Show>
    }
}
