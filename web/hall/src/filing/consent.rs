//! Being told by WeChat: asked inside the mini-program, once something was filed.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Api;
use shuiting_parts::lang::say;
use shuiting_parts::load::Loader;
use shuiting_shared::api::ConsentOffer;

use super::words;
use crate::wechat::{Env, WeChat};

/// The kinds that somebody has not agreed to yet.
fn wanted(offers: &[ConsentOffer]) -> Vec<&'static str> {
    let open = offers.iter().filter(|offer| offer.left == 0);
    open.map(|offer| offer.kind.code()).collect()
}

/// The card; nothing outside of the mini-program, and where there is nothing to ask for.
#[component]
pub(super) fn Consent() -> impl IntoView {
    (WeChat::here().env() == Env::Mini).then(|| view! { <Asked /> })
}

#[component]
fn Asked() -> impl IntoView {
    let (api, wechat) = (Api::here(), WeChat::here());
    let load = Loader::<Vec<ConsentOffer>>::default();
    load.fetch(async move { api.get("/api/v1/consents").await });
    let failed = RwSignal::new(false);
    let offers = move || load.get().unwrap_or_default();
    let ask = move |_| {
        spawn_local(async move {
            let kinds = wanted(&offers());
            if !wechat.ask_consent(&kinds).await {
                // The page may have been left meanwhile.
                let _ = failed.try_set(true);
            }
        });
    };
    let open = move || !wanted(&offers()).is_empty();
    view! {
        <Show when=move || !offers().is_empty()>
            <section class="card" aria-labelledby="filed-consent">
                <h2 id="filed-consent">{say(words::CONSENT)}</h2>
                <Show when=open fallback=|| view! { <p>{say(words::CONSENT_GIVEN)}</p> }>
                    <p>{say(words::CONSENT_ABOUT)}</p>
                    <button type="button" class="button-plain" on:click=ask>
                        {say(words::CONSENT_ASK)}
                    </button>
                    <p role="status">{move || failed.get().then(|| say(words::CONSENT_FAILED))}</p>
                </Show>
            </section>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::message::Kind;

    use super::*;

    #[test]
    fn what_is_agreed_to_is_not_asked_again() {
        let offer = |kind, left| ConsentOffer {
            kind,
            template: "T".to_owned(),
            left,
        };
        let offers = [offer(Kind::Finished, 0), offer(Kind::Dispatched, 2)];
        assert_eq!(wanted(&offers), ["finished"]);
    }
}
