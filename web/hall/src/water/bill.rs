//! One bill: what the meter showed, what it comes to, and whether it is paid.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shuiting_parts::api::Api;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Load, Loader};
use shuiting_shared::api::BillView;
use shuiting_shared::money::Fen;
use shuiting_shared::problem::Code;
use shuiting_shared::time::say_day;
use shuiting_shared::water::{BillState, Metered, Metering};

use super::account::{Fact, Nowhere};
use super::bills::tone;
use super::charge::HowItComesAbout;
use super::debit::ByBank;
use super::owed::PATH;
use super::usage::{Usage, months as months_of};
use super::words;
use crate::door::ForResidents;
use crate::page::Page;
use crate::pay::PAY;

/// The page of the bill that the address names.
#[component]
pub(crate) fn BillPage() -> impl IntoView {
    let params = use_params_map();
    let named = Memo::new(move |_| {
        params.with(|params| {
            let of = |key| params.get(key).unwrap_or_default();
            (of("number"), of("period"))
        })
    });
    move || {
        let (number, period) = named.get();
        view! { <OnePage number period /> }
    }
}

#[component]
fn OnePage(number: String, period: String) -> impl IntoView {
    let api = Api::here();
    let back = format!("/water/{number}");
    let pay = StoredValue::new(format!("{back}/pay"));
    let path = StoredValue::new(format!("{PATH}/{number}/bills/{period}"));
    let others = StoredValue::new(format!("{PATH}/{number}/bills"));
    let load = Loader::<BillView>::default();
    let known = Loader::<Vec<BillView>>::default();
    let ask = move || async move { api.get(&path.get_value()).await };
    let one = move || {
        load.fetch(ask());
        // Those before it; the bill is of use without.
        known.fetch(async move { api.get(&others.get_value()).await });
        let gone = move || {
            load.state
                .with(|state| matches!(state, Load::Failed(failure) if failure.code() == Some(Code::NotFound)))
        };
        view! {
            <Show when=move || !gone() fallback=move || view! { <Nowhere said=words::NO_SUCH_BILL /> }>
                <Faces load happening=words::FETCHING_BILLS retry=move |()| load.fetch(ask())>
                    {move || load.get().map(|bill| view! { <Bill bill known pay=pay.get_value() /> })}
                </Faces>
            </Show>
        }
    };
    view! {
        <Page title=say(words::BILL) back>
            <ForResidents about=words::SIGN_IN_ABOUT>{one()}</ForResidents>
        </Page>
    }
}

#[component]
fn Bill(bill: BillView, known: Loader<Vec<BillView>>, pay: String) -> impl IntoView {
    let language = Language::here();
    let BillView {
        period,
        months,
        total,
        paid,
        state,
        debit_on,
        ..
    } = bill;
    let over = move || {
        let lang = language.get();
        let months = (months > 1).then(|| words::months(months, lang));
        [Some(period.say(lang)), months]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · ")
    };
    let sum = move |amount: Fen| Signal::derive(move || amount.say(language.get()));
    let day = move |day| Signal::derive(move || say_day(day, language.get()));
    let left = total - paid;
    let credit = paid - total;
    view! {
        <section class="card" aria-label=over>
            <p class="small">{over}</p>
            <p class="water-sum">{sum(total)}</p>
            <p>
                <span class=tone(state)>{say(state.label())}</span>
            </p>
            <ByBank debit_on />
            {(state != BillState::Paid && debit_on.is_none())
                .then(|| {
                    view! {
                        <a class="button-main" href=pay>
                            {say(PAY)}
                        </a>
                    }
                })}
        </section>
        <section class="card" aria-labelledby="bill-readings">
            <h2 id="bill-readings">{say(words::READINGS)}</h2>
            <Readings bill=bill.clone() />
        </section>
        <section class="card" aria-labelledby="bill-amounts">
            <h2 id="bill-amounts">{say(words::AMOUNTS)}</h2>
            <dl class="facts">
                <Fact name=words::TOTAL said=sum(total) />
                <Fact name=words::PAID said=sum(paid) />
                {(state != BillState::Paid).then(|| view! { <Fact name=words::LEFT said=sum(left) /> })}
                {credit.owed().then(|| view! { <Fact name=words::CREDIT said=sum(credit) /> })}
                {bill.late_fee.owed().then(|| view! { <Fact name=words::LATE_FEE said=sum(bill.late_fee) /> })}
                <Fact name=words::ISSUED said=day(bill.issued) />
                <Fact name=words::DUE said=day(bill.due) />
                {bill.paid_on.map(|paid_on| view! { <Fact name=words::PAID_ON said=day(paid_on) /> })}
            </dl>
        </section>
        <HowItComesAbout bill />
        {move || known.get().map(|bills| view! { <Usage months=months_of(&bills, Some(period)) /> })}
    }
}

/// What the meter showed, and for whom the bill is.
#[component]
fn Readings(bill: BillView) -> impl IntoView {
    let language = Language::here();
    let BillView {
        previous,
        reading,
        new_meter,
        volume,
        persons,
        hardship,
        use_type,
        ..
    } = bill;
    let metering = Metering {
        previous,
        reading,
        new_meter,
        volume,
    };
    let corrected = matches!(metering.check(), Err(Metered::Volume(_)));
    let water = move |volume| Signal::derive(move || words::cubic(volume, language.get()));
    let used_for = move || language.say(use_type.label()).to_owned();
    let counted = move || words::persons(persons, language.get());
    view! {
        <dl class="facts">
            <Fact name=words::PREVIOUS said=previous.to_string() />
            <Fact name=words::READING said=reading.to_string() />
            <Fact name=words::VOLUME said=water(volume) />
            <Fact name=words::USE said=Signal::derive(used_for) />
            <Fact name=words::PERSONS said=Signal::derive(counted) />
            {hardship
                .then(|| {
                    let said = Signal::derive(move || language.say(words::WITH_HARDSHIP).to_owned());
                    view! { <Fact name=words::HARDSHIP said /> }
                })}
        </dl>
        {corrected
            .then(|| {
                view! {
                    <p class="small">
                        <Icon name="again" />
                        " "
                        {say(words::CORRECTED)}
                    </p>
                }
            })}
        {new_meter
            .then(|| {
                view! {
                    <p class="small">
                        <Icon name="again" />
                        " "
                        {say(words::NEW_METER)}
                    </p>
                }
            })}
    }
}
