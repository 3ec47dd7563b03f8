//! What is known near by, told before a leak is sent: where water is off, and leaks that others have reported. Whoever
//! has the same one says so with one press; nobody has to, and nothing here stands in the way of the report.

mod leak;
mod words;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::form::{Others, Question, QuestionRow};
use shuiting_parts::lang::say;
use shuiting_parts::load::Loader;
use shuiting_parts::session::SignedIn;
use shuiting_parts::store;
use shuiting_shared::api::{Following, Me, MeToo, NearLeak, NearQuery, OutageView};
use shuiting_shared::form::Answers;
use shuiting_shared::service::Service;

use super::Filing;
use crate::notice::Notices;
use crate::outage::OutageLine;
use crate::trouble::Troubles;
use leak::LeakLine;

/// Where it is kept that what is near is not the same.
const PASSED: &str = "shuiting-not-the-same";
/// The question that a guest is asked.
const PHONE: &str = "phone";

/// Where the answers so far say that the leak is.
fn spot(answers: &Answers) -> NearQuery {
    let given = |key: &str| answers.get(key).map(str::to_owned);
    NearQuery {
        point: given("point"),
        town: given("town"),
        address: given("address"),
    }
}

/// Whether that is enough to look for what is near.
fn whole(spot: &NearQuery) -> bool {
    spot.point.is_some() || spot.town.is_some() && spot.address.is_some()
}

/// What is known near by; for other services, and where nothing is, nothing.
#[component]
pub(super) fn Near(filing: Filing) -> impl IntoView {
    if filing.service() != Service::Leak {
        return ().into_any();
    }
    let spot = untrack(|| spot(&filing.answers()));
    // Who says that they have it too says so of themselves, and not of whom they help.
    let own = !untrack(|| filing.helps());
    let leaks = own.then(|| view! { <Leaks filing spot=spot.clone() /> });
    view! {
        <Outages filing spot />
        {leaks}
    }
    .into_any()
}

/// Outages that concern the place.
#[component]
fn Outages(filing: Filing, spot: NearQuery) -> impl IntoView {
    let api = Api::here();
    let load = Loader::<Vec<OutageView>>::default();
    let town = spot.town.unwrap_or_default();
    if !town.is_empty() {
        let town = town.clone();
        load.fetch(async move { api.get(&format!("/api/v1/outages?town={town}")).await });
    }
    let address = spot.address.unwrap_or_default();
    let concern = Memo::new(move |_| {
        let mut outages = load.get().unwrap_or_default();
        outages.retain(|view| {
            filing
                .household
                .read(|house| view.outage.concerns(&town, &address, house))
        });
        outages
    });
    view! {
        <For each=move || concern.get() key=|view| view.id.clone() let:view>
            <OutageLine view />
        </For>
    }
}

/// Leaks that others have reported. Where they do not come, the report goes on without.
#[component]
fn Leaks(filing: Filing, spot: NearQuery) -> impl IntoView {
    let (api, signed_in) = (Api::here(), SignedIn::here());
    let whole = whole(&spot);
    // It holds nothing but texts, which always can be written.
    let query = serde_urlencoded::to_string(&spot).unwrap_or_default();
    let load = Loader::<Vec<NearLeak>>::default();
    let passed = RwSignal::new(store::get_here(PASSED).as_deref() == Some(query.as_str()));
    let path = format!("/api/v1/leaks/near?{query}");
    if whole && !passed.get_untracked() {
        load.fetch(async move {
            signed_in.or_guest().await?;
            api.get(&path).await
        });
    }
    let leaks = Memo::new(move |_| load.get().unwrap_or_default());
    let press = MeTooPress::new(filing);
    let pass = move |_| {
        store::put_here(PASSED, &query);
        passed.set(true);
    };
    let pass = StoredValue::new_local(pass);
    view! {
        <Show when=move || !passed.get() && leaks.with(|leaks| !leaks.is_empty())>
            <section class="card near" aria-labelledby="near-title">
                <h2 id="near-title">{say(words::TITLE)}</h2>
                <p>{say(words::WHAT_FOR)}</p>
                <PhoneAsked filing press />
                <ul class="near-leaks" role="list">
                    <For each=move || leaks.get() key=|leak| leak.token.clone() let:leak>
                        <LeakLine leak busy=press.busy me_too=Callback::new(move |token| press.follow(token)) />
                    </For>
                </ul>
                <Troubles said=Signal::derive(move || press.trouble().into_iter().collect()) />
                <button
                    type="button"
                    class="button-plain"
                    on:click=move |event| pass.with_value(|pass| pass(event))
                >
                    {say(words::NOT_THE_SAME)}
                </button>
            </section>
        </Show>
    }
}

/// A guest has to say which phone is to hear of it; it is the same answer as on the form.
#[component]
fn PhoneAsked(filing: Filing, press: MeTooPress) -> impl IntoView {
    let signed_in = SignedIn::here();
    let guest = move || !matches!(signed_in.me(), Some(Me::Resident { .. }));
    let question = filing.form.field(PHONE).map(|field| Question {
        field,
        value: Signal::derive(move || press.phone().unwrap_or_default()),
        required: Signal::stored(true),
        flaw: Signal::derive(move || press.flaw()),
        set: Callback::new(move |answer| {
            press.failed.set(None);
            filing.drafts.update(filing.id, |draft| draft.answer(PHONE, answer));
        }),
        left: Callback::new(|()| ()),
        others: Others {
            get: Callback::new(|_| String::new()),
            set: Callback::new(|_| false),
        },
    });
    let house = filing.household.load.get_untracked();
    let asked = StoredValue::new(question.zip(house));
    view! {
        <Show when=guest>
            {asked.get_value().map(|(question, house)| view! { <QuestionRow question house /> })}
        </Show>
    }
}

/// Goes to an address.
type Navigate = Box<dyn Fn(&str)>;

/// The press of "me too", while it is on its way and when it was refused.
#[derive(Clone, Copy)]
struct MeTooPress {
    api: Api,
    filing: Filing,
    notices: Notices,
    navigate: StoredValue<Navigate, LocalStorage>,
    busy: RwSignal<bool>,
    failed: RwSignal<Option<Failure>>,
}

impl MeTooPress {
    fn new(filing: Filing) -> Self {
        let navigate = use_navigate();
        Self {
            api: Api::here(),
            filing,
            notices: Notices::here(),
            navigate: StoredValue::new_local(Box::new(move |path| navigate(path, NavigateOptions::default()))),
            busy: RwSignal::new(false),
            failed: RwSignal::new(None),
        }
    }

    fn phone(self) -> Option<String> {
        let phone = |answers: &Answers| answers.get(PHONE).map(str::to_owned);
        self.filing.drafts.with(self.filing.id, |draft| phone(&draft.answers))
    }

    /// What is wrong with the phone.
    fn flaw(self) -> Option<String> {
        let field = |failure: &Option<Failure>| failure.as_ref()?.field(PHONE).map(str::to_owned);
        self.failed.with(field)
    }

    /// What else is wrong.
    fn trouble(self) -> Option<String> {
        let failure = self.failed.get()?;
        failure
            .field(PHONE)
            .is_none()
            .then(|| failure.say(self.filing.language.get()))
    }

    /// Follows the leak; what was begun is not needed any more.
    fn follow(self, token: String) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failed.set(None);
        let me_too = MeToo {
            token,
            phone: untrack(|| self.phone()),
        };
        spawn_local(async move {
            let answer = self.api.post::<Following>("/api/v1/leaks/me-too", &me_too).await;
            // The page may be gone by now.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(Following { number }) => {
                    self.filing.drafts.forget(self.filing.id);
                    self.notices.tell(words::FOLLOWED);
                    self.navigate
                        .with_value(|navigate| navigate(&format!("/cases/{number}")));
                }
                Err(failure) => self.failed.set(Some(failure)),
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_looked_for_before_a_place_is_named() {
        let at = |answers: &[(&str, &str)]| whole(&spot(&answers.iter().copied().collect()));
        assert!(!at(&[]));
        assert!(!at(&[("town", "nancheng")]));
        assert!(!at(&[("address", "鸿福路1号")]));
        assert!(at(&[("town", "nancheng"), ("address", "鸿福路1号")]));
        assert!(at(&[("point", "23.02,113.75")]));
    }
}
