//! It was filed: the number, the promise, and what one will hear.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shuiting_parts::api::Api;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{CaseView, Filed, Me};
use shuiting_shared::case::Status;
use shuiting_shared::form::Answers;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::person::Phone;
use shuiting_shared::preference::Told;
use shuiting_shared::service::Service;
use shuiting_shared::time::{self, Moment};

use super::consent::Consent;
use super::drawing::Drawing;
use super::{Outbox, words};
use crate::case::Number;
use crate::page::Page;
use crate::words::TO_HOME;

/// What a person is given for their filing.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Receipt {
    service: Service,
    status: Status,
    promised: Option<Moment>,
    phone: Option<String>,
}

impl Receipt {
    /// For what was filed just now.
    pub(super) fn new(service: Service, filed: &Filed, answers: &Answers) -> Self {
        let phone = answers.get("phone");
        Self {
            service,
            status: filed.status,
            promised: filed.promised,
            phone: phone.map(masked),
        }
    }

    fn of(case: &CaseView) -> Self {
        Self {
            service: case.line.service,
            status: case.line.status,
            promised: case.promised,
            phone: Some(masked(&case.phone)),
        }
    }
}

/// A phone as it is shown; one that the server has masked stays as it is.
fn masked(phone: &str) -> String {
    Phone::read(phone).map_or_else(|_| phone.to_owned(), |phone| phone.to_string())
}

/// The page.
#[component]
pub(crate) fn FiledPage() -> impl IntoView {
    let params = use_params_map();
    let number = Memo::new(move |_| params.with(|params| params.get("number").and_then(|said| said.parse().ok())));
    move || match number.get() {
        Some(number) => view! { <FiledOne number /> }.into_any(),
        None => view! {
            <Page title=say(words::BAD_NUMBER) back="/">
                <a class="button-main" href="/cases">
                    {say(words::TO_CASES)}
                </a>
            </Page>
        }
        .into_any(),
    }
}

#[component]
fn FiledOne(number: CaseNumber) -> impl IntoView {
    let api = Api::here();
    let load = Loader::<Receipt>::default();
    let ask = move || async move {
        let case = api.get::<CaseView>(&format!("/api/v1/cases/{number}")).await?;
        Ok(Receipt::of(&case))
    };
    match Outbox::here().receipt(number) {
        Some(receipt) => load.put(receipt),
        None => load.fetch(ask()),
    }
    let bar = view! {
        <a class="button-main" href=format!("/cases/{number}")>
            {say(words::SEE_PROGRESS)}
        </a>
        <a class="button-plain" href="/">
            {say(TO_HOME)}
        </a>
    }
    .into_any();
    view! {
        <Page title=say(words::FILED_TITLE) bar>
            <div class="filed">
                <Drawing />
                <Number number />
                <p class="small">{say(words::FILED_NUMBER)}</p>
            </div>
            <Faces load happening=words::FILED_HAPPENING retry=move |()| load.fetch(ask())>
                {move || load.get().map(|receipt| view! { <Promise receipt /> })}
            </Faces>
            <Consent />
        </Page>
    }
}

/// The promise, before how it goes.
#[component]
fn Promise(receipt: Receipt) -> impl IntoView {
    let (language, clock, household) = (Language::here(), Clock::here(), Household::here());
    let signed_in = SignedIn::here();
    let Receipt {
        service,
        status,
        promised,
        phone,
    } = receipt;
    let promise = move || {
        let lang = language.get();
        match (status, promised) {
            (Status::Confirming, _) => Some(words::confirming(lang)),
            (_, Some(promised)) => Some(words::promised(&time::say(promised, clock.get(), lang), lang)),
            _ => None,
        }
    };
    // What they want to hear is known of whoever is signed in, and holds for their own phone.
    let told = move |phone: &str| match signed_in.me() {
        Some(Me::Resident { phone: own, told, .. }) if masked(&own) == phone => told,
        _ => Told::All,
    };
    let exact = promised.filter(|_| status != Status::Confirming).map(time::exact);
    let rate = move || {
        let days = household.read(|house| Some(house.rating_days))?;
        let said = words::ask_rate(days, language.get());
        Some(view! { <li><Icon name="star" /><span>{said}</span></li> })
    };
    view! {
        <section class="card" aria-labelledby="filed-next">
            <h2 id="filed-next">{say(service.label())} " · " {say(words::WHAT_NEXT)}</h2>
            <ul class="next-steps">
                <li>
                    <Icon name="clock" />
                    <span>
                        <b>{promise}</b>
                        {exact.map(|exact| view! { " " <span class="small">{exact}</span> })}
                    </span>
                </li>
                {phone
                    .map(|phone| {
                        view! {
                            <li>
                                <Icon name="phone" />
                                <span>{move || words::hears(&phone, told(&phone), language.get())}</span>
                            </li>
                        }
                    })}
                {rate}
            </ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phone_is_shown_masked() {
        assert_eq!(masked("13800001234"), "138****1234");
        assert_eq!(masked("138****1234"), "138****1234");
    }
}
