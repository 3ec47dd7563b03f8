//! The water account that a service is begun on: the one that the address names, or one of one's own.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shuiting_parts::api::Api;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_parts::session::{Known as Caller, SignedIn};
use shuiting_shared::api::{Me, ReadyView, WaterAccountView};
use shuiting_shared::form::{AccountNumber, Form, Kind};
use shuiting_shared::service::Service;

use super::{bars, path, words};
use crate::filing::way;
use crate::water::{Known, MINE_PATH, title};

/// What stands in an address before the number of an account.
const ACCOUNT: &str = "account";

/// The account, and what is known of it; without one, one begins without.
#[derive(Clone, Copy)]
pub(crate) struct Chosen {
    service: Service,
    number: RwSignal<Option<String>>,
    /// My own accounts; nobody's, where nobody is signed in. A service can be begun without.
    mine: Loader<Vec<WaterAccountView>>,
    ready: Loader<Option<ReadyView>>,
}

impl Chosen {
    /// The one that the address names, at first. A form that is about no account has none.
    pub(crate) fn here(form: &'static Form) -> Self {
        let (api, signed_in) = (Api::here(), SignedIn::here());
        let about_account = form.fields().any(|field| field.kind == Kind::Account);
        let named = use_query_map().with_untracked(|query| AccountNumber::read(query.get_str(ACCOUNT)?).ok());
        let chosen = Self {
            service: form.service,
            number: RwSignal::new(named.filter(|_| about_account).map(|number| number.digits().to_owned())),
            mine: Loader::default(),
            ready: Loader::default(),
        };
        let who = Memo::new(move |_| match signed_in.get() {
            Caller::Asking => None,
            Caller::Somebody(Me::Resident { .. }) => Some(about_account),
            _ => Some(false),
        });
        Effect::new(move || match who.get() {
            Some(true) => chosen
                .mine
                .follow(async move { Ok(api.get(MINE_PATH).await.unwrap_or_default()) }),
            Some(false) => chosen.mine.put(Vec::new()),
            None => {}
        });
        Effect::new(move || match (who.get(), chosen.number.get()) {
            (Some(true), Some(number)) => {
                let path = path(chosen.service, &number);
                // Where it does not come, the server tells when the filing is sent.
                chosen.ready.fetch(async move { Ok(api.get(&path).await.ok()) });
            }
            (None, Some(_)) => {}
            _ => chosen.ready.put(None),
        });
        chosen
    }

    /// Whether it is not known yet what stands in the way on the account that is chosen.
    pub(crate) fn waits(self) -> bool {
        let here = self.mine.state.with(|state| state.here().is_some());
        self.number.with(Option::is_some) && !(here && self.ready.state.with(|state| state.here().is_some()))
    }

    /// What stands in the way, and what is good to know.
    pub(crate) fn ready(self) -> Option<ReadyView> {
        self.ready.get().flatten()
    }

    /// Whether the form cannot be begun on this account.
    pub(crate) fn barred(self) -> bool {
        self.ready().is_some_and(|view| bars(&view))
    }

    /// The number; blank where none is chosen.
    pub(crate) fn number(self) -> String {
        self.number.get().unwrap_or_default()
    }

    /// Where one comes back to once what is in the way has been seen to.
    pub(crate) fn then(self) -> String {
        format!("{}?{ACCOUNT}={}", way::intro(self.service), self.number())
    }

    /// What is known of the account, where it is mine.
    pub(crate) fn known(self) -> Option<Known> {
        let number = self.number.get_untracked()?;
        let mut mine = self.mine.get_untracked()?.into_iter();
        mine.find(|account| account.number == number).map(Known::from)
    }
}

/// My accounts to choose from, where there are any; pressed again, none is chosen.
#[component]
pub(crate) fn Accounts(chosen: Chosen) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let mine = Memo::new(move |_| chosen.mine.get().unwrap_or_default());
    let chip = move |account: WaterAccountView| {
        let number = StoredValue::new(account.number.clone());
        let taken = Memo::new(move |_| {
            chosen
                .number
                .with(|chosen| number.with_value(|own| chosen.as_ref() == Some(own)))
        });
        let tap = move |_| {
            let now = (!taken.get_untracked()).then(|| number.get_value());
            chosen.number.set(now);
        };
        let called = move || {
            let lang = language.get();
            title(&account, &household.town(&account.town, lang), lang)
        };
        view! {
            <button
                type="button"
                class="chip prefill"
                aria-pressed=move || taken.get().to_string()
                on:click=tap
            >
                {called}
            </button>
        }
    };
    view! {
        <Show when=move || mine.with(|mine| !mine.is_empty())>
            <section class="part" aria-labelledby="ready-which">
                <h2 id="ready-which">{say(words::WHICH)}</h2>
                <div class="prefills" role="group" aria-labelledby="ready-which">
                    <For each=move || mine.get() key=|account| account.number.clone() children=chip />
                </div>
            </section>
        </Show>
    }
}
