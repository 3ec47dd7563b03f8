//! Who I am, how I want to read, and the way out.

mod words;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Failed, Waiting};
use shuiting_parts::session::{Known, SignedIn};
use shuiting_shared::api::{Me, MeChange};
use shuiting_shared::person::Phone;
use shuiting_shared::words::Lang;

use crate::elder::Elder;
use crate::filing::Drafts;
use crate::hotline::Hotline;
use crate::page::{Page, Tab};
use crate::services::forget_used;
use crate::shared_phone::SharedPhone;

/// The page.
#[component]
pub(crate) fn MePage() -> impl IntoView {
    let signed_in = SignedIn::here();
    let inside = Memo::new(move |_| matches!(signed_in.me(), Some(Me::Resident { .. })));
    view! {
        <Page title=say(words::ME) tab=Tab::Me>
            <Who />
            <Reading />
            <section class="card" aria-labelledby="me-phone">
                <h2 id="me-phone">{say(words::PHONE)}</h2>
                <SharedPhone />
            </section>
            <Show when=move || inside.get()>
                <WayOut />
            </Show>
            <p class="hotline">
                <Hotline said=words::hotline class="button-link" />
            </p>
        </Page>
    }
}

/// Who is signed in; or the way in.
#[component]
fn Who() -> impl IntoView {
    let signed_in = SignedIn::here();
    let face = move || match signed_in.get() {
        Known::Asking => view! { <Waiting happening=words::ASKING /> }.into_any(),
        Known::Failed(failure) => view! { <Failed failure retry=move |()| signed_in.ask() /> }.into_any(),
        Known::Somebody(Me::Resident { phone, .. }) => {
            let phone = Phone::read(&phone).map_or(phone, |phone| phone.to_string());
            view! {
                <p class="me-who">
                    <Icon name="person" />
                    <b>{phone}</b>
                </p>
            }
            .into_any()
        }
        Known::Nobody | Known::Somebody(_) => view! {
            <p>{say(words::SIGN_IN_ABOUT)}</p>
            <a class="button-main" href="/sign-in?next=/me">
                {say(words::SIGN_IN)}
            </a>
        }
        .into_any(),
    };
    view! { <section class="card" aria-label=say(words::WHO)>{face}</section> }
}

/// The language and the size of the letters.
#[component]
fn Reading() -> impl IntoView {
    let (api, language, signed_in, elder) = (Api::here(), Language::here(), SignedIn::here(), Elder::here());
    let choose = move |lang: Lang| {
        language.set(lang);
        if let Some(Me::Resident { .. }) = untrack(|| signed_in.me()) {
            spawn_local(async move {
                // Where it does not get there, only the SMS stay in the other language.
                if let Ok(me) = api.patch::<Me>("/api/v1/me", &MeChange { lang }).await {
                    signed_in.welcome(me);
                }
            });
        }
    };
    let lang = move |lang: Lang| {
        view! {
            <button
                type="button"
                class="chip"
                lang=lang.tag()
                aria-pressed=move || (language.get() == lang).to_string()
                on:click=move |_| choose(lang)
            >
                {words::LANGUAGE_NAME.get(lang)}
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
            <div class="setting">
                <span>
                    {say(words::ELDER)} <span class="small setting-help">{say(words::ELDER_ABOUT)}</span>
                </span>
                <button
                    type="button"
                    class="switch"
                    role="switch"
                    aria-label=say(words::ELDER)
                    aria-checked=move || elder.get().to_string()
                    on:click=move |_| elder.set(!untrack(|| elder.get()))
                >
                    <span class="switch-mark" aria-hidden="true"></span>
                </button>
            </div>
        </section>
    }
}

/// Signing out: drafts and photos on this phone go, since the next one to hold it may be somebody else.
#[component]
fn WayOut() -> impl IntoView {
    let (language, signed_in) = (Language::here(), SignedIn::here());
    let drafts = Drafts::here();
    let failure = RwSignal::new(None::<Failure>);
    let sign_out = move |everywhere| {
        failure.set(None);
        spawn_local(async move {
            match signed_in.sign_out(everywhere).await {
                Ok(()) => {
                    drafts.forget_all();
                    forget_used();
                }
                Err(refused) => {
                    // The page may have been left meanwhile.
                    let _ = failure.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <section class="card" aria-labelledby="me-out">
            <h2 id="me-out">{say(words::OUT)}</h2>
            <p class="small">{say(words::OUT_ABOUT)}</p>
            <div role="alert">
                {move || {
                    failure
                        .get()
                        .map(|failure| {
                            let said = failure.say(language.get());
                            view! { <p class="field-flaw"><Icon name="warning" />{said}</p> }
                        })
                }}
            </div>
            <button type="button" class="button-plain" on:click=move |_| sign_out(false)>
                {say(words::SIGN_OUT)}
            </button>
            <button type="button" class="button-plain" on:click=move |_| sign_out(true)>
                {say(words::SIGN_OUT_EVERYWHERE)}
            </button>
        </section>
    }
}
