//! One of my water accounts: what is owed, its bills, and all that can be done with it.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shuiting_parts::api::Api;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Load, Loader};
use shuiting_shared::api::{WaterAccountView, WaterDetails};
use shuiting_shared::problem::Code;
use shuiting_shared::time::say_day;
use shuiting_shared::water::{Right, WaterState};
use shuiting_shared::words::Bi;

use super::authority::{ACTS, Acting};
use super::bills::Bills;
use super::debit::{ByBank, Debit};
use super::file::Services;
use super::leave::Leave;
use super::list::title;
use super::name::Rename;
use super::owed::{self, PATH};
use super::shares::Shares;
use super::words;
use crate::door::ForResidents;
use crate::page::Page;
use crate::pay::PAY;

/// The page of the account that the address names.
#[component]
pub(crate) fn AccountPage() -> impl IntoView {
    let params = use_params_map();
    let number = Memo::new(move |_| params.with(|params| params.get("number").unwrap_or_default()));
    move || view! { <OnePage number=number.get() /> }
}

#[component]
fn OnePage(number: String) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let load = Loader::<WaterAccountView>::default();
    let called = {
        let number = number.clone();
        move || {
            let lang = language.get();
            let account = load.get();
            account.map_or_else(
                || words::account(&number, lang),
                |account| title(&account, &household.town(&account.town, lang), lang),
            )
        }
    };
    view! {
        <Page title=Signal::derive(called) back="/water">
            <ForResidents about=words::SIGN_IN_ABOUT>
                <One load number=number.clone() />
            </ForResidents>
        </Page>
    }
}

#[component]
fn One(load: Loader<WaterAccountView>, number: String) -> impl IntoView {
    let (api, household) = (Api::here(), Household::here());
    let number = StoredValue::new(number);
    let ask = move || {
        let path = number.with_value(|number| format!("{PATH}/{number}"));
        async move { api.get(&path).await }
    };
    load.fetch(ask());
    let gone = move || {
        load.state
            .with(|state| matches!(state, Load::Failed(failure) if failure.code() == Some(Code::NotFound)))
    };
    view! {
        <Show when=move || !gone() fallback=move || view! { <Nowhere said=words::NOT_MINE /> }>
            <Faces load=household.load happening=words::FETCHING retry=move |()| household.fetch()>
                <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
                    {move || load.get().map(|account| view! { <Head account /> })}
                    <Bills number=number.get_value() />
                    <Details load />
                    <Leave load />
                </Faces>
            </Faces>
        </Show>
    }
}

/// Something that is not there, and the way to what is.
#[component]
pub(crate) fn Nowhere(said: Bi) -> impl IntoView {
    view! {
        <div class="case-empty">
            <p>
                <b>{say(said)}</b>
            </p>
            <a class="button-plain" href="/water">
                {say(words::TO_MINE)}
            </a>
        </div>
    }
}

/// What is owed, and how it stands.
#[component]
fn Head(account: WaterAccountView) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let (state, late, shared) = (account.state, account.overdue.owed(), account.right == Right::Read);
    let acts = account.right == Right::Act;
    let (late_fee, credit, debit_on) = (account.late_fee, account.credit, account.debit_on);
    let credit_said = Signal::derive(move || credit.say(language.get()));
    let fee = Signal::derive(move || late_fee.say(language.get()));
    let account = StoredValue::new(account);
    let owed = move || {
        let said = account.with_value(|account| owed::said(std::slice::from_ref(account), language.get()));
        said.unwrap_or_else(|| language.say(words::PAID_ALL).to_owned())
    };
    let owes = account.with_value(|account| account.owed.owed());
    let pay = account.with_value(|account| format!("/water/{}/pay", account.number));
    let stands = move || {
        let lang = language.get();
        let since = account.with_value(|account| account.suspended_from);
        let since = since.map(|day| words::since(&say_day(day, lang), lang));
        [Some(language.say(state.label()).to_owned()), since]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let place = move || {
        let lang = language.get();
        account.with_value(|account| format!("{} {}", household.town(&account.town, lang), account.address))
    };
    view! {
        <section class="card" aria-label=say(words::ABOUT_IT)>
            <p class="water-sum" class:water-owed=owes class:water-late=late>
                {owed}
            </p>
            {owes.then(|| view! { <ByBank debit_on /> })}
            {owes
                .then(|| {
                    view! {
                        <a class="button-main" href=pay>
                            {say(PAY)}
                        </a>
                    }
                })}
            {shared.then(|| view! { <p class="small">{say(words::READ_ONLY)}</p> })}
            {acts.then(|| view! { <p class="small">{say(ACTS)}</p> })}
            <dl class="facts">
                <Fact name=words::NUMBER said=Signal::derive(move || account.with_value(|account| account.number.clone())) />
                <Fact name=words::ADDRESS said=Signal::derive(place) />
                {credit.owed().then(|| view! { <Fact name=words::CREDIT said=credit_said /> })}
                {late_fee.owed().then(|| view! { <Fact name=words::LATE_FEE said=fee /> })}
                {(state != WaterState::Active).then(|| view! { <Fact name=words::STATE said=Signal::derive(stands) /> })}
            </dl>
        </section>
    }
}

/// A fact with its name.
#[component]
pub(crate) fn Fact(name: Bi, #[prop(into)] said: Signal<String>) -> impl IntoView {
    view! {
        <div>
            <dt>{say(name)}</dt>
            <dd>{said}</dd>
        </div>
    }
}

/// What an owner sees and does besides.
#[component]
fn Details(load: Loader<WaterAccountView>) -> impl IntoView {
    let details = Memo::new(move |_| load.get().and_then(|account| account.details));
    let owns = move || load.get().is_some_and(|account| account.right == Right::Own);
    view! {
        <Show when=move || details.with(Option::is_some)>
            <Debit load />
            <Services load />
            {move || details.get().map(|details| view! { <Facts details /> })}
            <Rename load />
            <Acting load />
            <Show when=owns>
                <Shares load />
            </Show>
        </Show>
        <Show when=move || details.with(Option::is_none)>
            <Rename load />
        </Show>
    }
}

#[component]
fn Facts(details: WaterDetails) -> impl IntoView {
    let language = Language::here();
    let WaterDetails {
        holder,
        use_type,
        persons,
        persons_until,
        hardship_until,
        meter,
        meter_size,
        ..
    } = details;
    let counted = move || {
        let lang = language.get();
        let persons = words::persons(persons, lang);
        match persons_until {
            Some(day) => words::until(&persons, &say_day(day, lang), lang),
            None => persons,
        }
    };
    let discount = move |day| {
        let lang = language.get();
        words::until(language.say(words::WITH_HARDSHIP), &say_day(day, lang), lang)
    };
    view! {
        <dl class="card facts">
            <Fact name=words::HOLDER said=holder />
            <Fact name=words::USE said=Signal::derive(move || language.say(use_type.label()).to_owned()) />
            <Fact name=words::PERSONS said=Signal::derive(counted) />
            <Fact name=words::METER said=format!("{meter} DN{}", meter_size.code()) />
            {hardship_until
                .map(|day| view! { <Fact name=words::HARDSHIP said=Signal::derive(move || discount(day)) /> })}
        </dl>
    }
}
