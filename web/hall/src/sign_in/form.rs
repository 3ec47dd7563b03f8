//! The phone, the code, and what is wrong with either.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{CodeRequest, CodeSent, Session, SignIn};
use shuiting_shared::form::Flaw;
use shuiting_shared::person::Phone;
use shuiting_shared::problem::Code;
use shuiting_shared::words::Lang;

use super::countdown::Countdown;
use super::words;

const INBOX: &str = "/demo/inbox";

/// What is wrong: found here, or told by the server.
#[derive(Clone, PartialEq)]
enum Wrong {
    Phone(Flaw),
    Code(Flaw),
    NoCodeYet,
    Told(Failure),
}

/// Where it is said.
#[derive(Clone, Copy, PartialEq)]
enum Beside {
    Phone,
    Code,
    All,
}

impl Wrong {
    fn beside(&self) -> Beside {
        match self {
            Self::Phone(_) => Beside::Phone,
            Self::Code(_) | Self::NoCodeYet => Beside::Code,
            Self::Told(failure) => match failure.code() {
                Some(Code::CodesTooOften) => Beside::Phone,
                Some(Code::WrongCode) => Beside::Code,
                _ if failure.field("phone").is_some() => Beside::Phone,
                _ if failure.field("code").is_some() => Beside::Code,
                _ => Beside::All,
            },
        }
    }

    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Phone(flaw) | Self::Code(flaw) => flaw.say(lang),
            Self::NoCodeYet => words::CODE_FIRST.get(lang).to_owned(),
            Self::Told(failure) => {
                let field = failure.field("phone").or_else(|| failure.field("code"));
                field.map_or_else(|| failure.say(lang), str::to_owned)
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Busy {
    No,
    Sending,
    SigningIn,
}

/// The form.
#[component]
pub(super) fn SignInForm() -> impl IntoView {
    let (api, language, signed_in) = (Api::here(), Language::here(), SignedIn::here());
    let (phone, code) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let countdown = Countdown::new();
    let sent = RwSignal::new(None::<CodeSent>);
    let busy = RwSignal::new(Busy::No);
    let wrong = RwSignal::new(None::<Wrong>);
    let value = |input: NodeRef<html::Input>| input.get_untracked().map(|input| input.value()).unwrap_or_default();
    let look_at = move |input: NodeRef<html::Input>| {
        if let Some(input) = input.get_untracked() {
            // Where the focus cannot go, the words are there all the same.
            drop(input.focus());
        }
    };
    let tell = move |found: Wrong| {
        match found.beside() {
            Beside::Phone => look_at(phone),
            Beside::Code => look_at(code),
            Beside::All => {}
        }
        wrong.set(Some(found));
    };
    let read_phone = move || {
        let typed = value(phone);
        let read = if typed.trim().is_empty() {
            Err(Flaw::Missing)
        } else {
            Phone::read(&typed)
        };
        read.map_err(|flaw| tell(Wrong::Phone(flaw))).ok()
    };
    let get_code = move || {
        if busy.get_untracked() != Busy::No || untrack(|| countdown.left()) > 0 {
            return;
        }
        let Some(phone) = read_phone() else { return };
        busy.set(Busy::Sending);
        wrong.set(None);
        spawn_local(async move {
            let body = CodeRequest {
                phone: phone.reveal().to_owned(),
            };
            let answer = api.post::<CodeSent>("/api/v1/codes", &body).await;
            // The page may have been left meanwhile.
            if busy.try_set(Busy::No).is_some() {
                return;
            }
            match answer {
                Ok(answer) => {
                    countdown.begin(answer.again_in);
                    sent.set(Some(answer));
                    look_at(code);
                }
                Err(failure) => tell(Wrong::Told(failure)),
            }
        });
    };
    let sign_in = move || {
        if busy.get_untracked() != Busy::No {
            return;
        }
        let Some(phone) = read_phone() else { return };
        let typed = value(code).trim().to_owned();
        if typed.is_empty() {
            let asked = sent.with_untracked(Option::is_some);
            tell(if asked {
                Wrong::Code(Flaw::Missing)
            } else {
                Wrong::NoCodeYet
            });
            return;
        }
        busy.set(Busy::SigningIn);
        wrong.set(None);
        spawn_local(async move {
            let body = SignIn {
                phone: phone.reveal().to_owned(),
                code: typed,
                bearer: false,
            };
            let answer = api.post::<Session>("/api/v1/sessions", &body).await;
            if busy.try_set(Busy::No).is_some() {
                return;
            }
            match answer {
                Ok(session) => signed_in.welcome(session.me),
                Err(failure) => tell(Wrong::Told(failure)),
            }
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let asked = sent.with_untracked(Option::is_some);
        if asked || !value(code).trim().is_empty() {
            sign_in();
        } else {
            get_code();
        }
    };
    let said = move |beside: Beside| {
        wrong.with(|wrong| {
            let wrong = wrong.as_ref().filter(|wrong| wrong.beside() == beside)?;
            Some(wrong.say(language.get()))
        })
    };
    let invalid = move |beside: Beside| said(beside).is_some().then_some("true");
    let code_button = move || {
        let lang = language.get();
        match (busy.get(), countdown.left(), sent.with(Option::is_some)) {
            (Busy::Sending, ..) => words::GETTING.get(lang).to_owned(),
            (_, 0, false) => words::GET_CODE.get(lang).to_owned(),
            (_, 0, true) => words::GET_ANOTHER.get(lang).to_owned(),
            (_, left, _) => words::again_in(left, lang),
        }
    };
    let held = move || (countdown.left() > 0 || busy.get() == Busy::Sending).to_string();
    let main = move || {
        language.say(if busy.get() == Busy::SigningIn {
            words::SIGNING_IN
        } else {
            words::SIGN_IN
        })
    };
    view! {
        <form class="card sign-in" novalidate on:submit=submit>
            <p class="small">{say(words::ABOUT)}</p>
            <div class="field">
                <label class="field-label" for="phone">{say(words::PHONE)}</label>
                <input
                    class="field-input"
                    id="phone"
                    name="phone"
                    type="tel"
                    inputmode="tel"
                    autocomplete="tel"
                    node_ref=phone
                    aria-invalid=move || invalid(Beside::Phone)
                    aria-describedby="about-phone"
                />
                <FlawText id="about-phone" said=Signal::derive(move || said(Beside::Phone)) />
            </div>
            <button type="button" class="button-plain" aria-disabled=held on:click=move |_| get_code()>
                {code_button}
            </button>
            <p class="small" role="status">
                {move || sent.get().map(|sent| words::sent(sent.minutes, language.get()))}
            </p>
            <DemoInbox />
            <div class="field">
                <label class="field-label" for="code">{say(words::CODE)}</label>
                <input
                    class="field-input field-code"
                    id="code"
                    name="code"
                    inputmode="numeric"
                    autocomplete="one-time-code"
                    maxlength="8"
                    node_ref=code
                    aria-invalid=move || invalid(Beside::Code)
                    aria-describedby="about-code"
                />
                <FlawText id="about-code" said=Signal::derive(move || said(Beside::Code)) />
            </div>
            <FlawText id="about-all" said=Signal::derive(move || said(Beside::All)) />
            <button type="submit" class="button-main" aria-disabled=move || (busy.get() == Busy::SigningIn).to_string()>
                {main}
            </button>
        </form>
    }
}

#[component]
fn FlawText(id: &'static str, said: Signal<Option<String>>) -> impl IntoView {
    view! {
        <div id=id role="alert">
            {move || said.get().map(|said| view! { <p class="field-flaw"><Icon name="warning" />{said}</p> })}
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
                {say(words::DEMO_ABOUT)} " " <a href=INBOX rel="external">{say(words::DEMO)}</a>
            </p>
        </Show>
    }
}
