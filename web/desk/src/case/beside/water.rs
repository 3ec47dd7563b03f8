//! The water account that a case names: whose it is, how it stands, what is owed.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Faces;
use shuiting_shared::api::{CaseView, WaterBeside};
use shuiting_shared::time::say_day;
use shuiting_shared::water::WaterState;

use super::{found, words};

/// The account; nothing where the case names none. What is answered again names one where one was named before.
#[component]
pub(crate) fn Water(case: Memo<CaseView>) -> impl IntoView {
    let named = case.with_untracked(|case| {
        let form = case.line.service.form();
        form.is_some_and(|form| form.account(&case.answers).is_some())
    });
    named.then(|| view! { <Named case /> })
}

/// The account that is named; nothing where the billing system does not know it.
#[component]
fn Named(case: Memo<CaseView>) -> impl IntoView {
    let (load, ask) = found::<Option<WaterBeside>>(case, "water-account");
    view! {
        <Faces load happening=words::FETCHING_WATER retry=move |()| ask()>
            {move || load.get().flatten().map(|account| view! { <Account account /> })}
        </Faces>
    }
}

#[component]
fn Account(account: WaterBeside) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let WaterBeside {
        number,
        holder,
        town,
        address,
        use_type,
        state,
        suspended_from,
        owed,
        overdue,
        late_fee,
        advice,
        debit,
    } = account;
    let stands = move || {
        let lang = language.get();
        let since = suspended_from.map(|day| words::since(&say_day(day, lang), lang));
        let parts = [Some(state.label().get(lang).to_owned()), since];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let owes = move || {
        let lang = language.get();
        if owed.owed() {
            words::owes(&owed.to_string(), &overdue.to_string(), &late_fee.to_string(), lang)
        } else {
            words::OWES_NOTHING.get(lang).to_owned()
        }
    };
    let place = move || format!("{} {address}", household.town(&town, language.get()));
    view! {
        <section class="beside" aria-labelledby="beside-water">
            <h2 id="beside-water">{say(words::WATER)}</h2>
            <ul>
                <li>
                    <b>{number}</b>
                    <span>{holder}</span>
                    <span>{say(use_type.label())}</span>
                </li>
                <li>
                    <span>{place}</span>
                </li>
                <li>
                    <em class="mark" class:owing=owed.owed()>
                        {owes}
                    </em>
                    <em class="mark" class:owing=state != WaterState::Active>
                        {stands}
                    </em>
                    {debit.map(|debit| view! { <em class="mark">{move || words::debit(&debit, language.get())}</em> })}
                </li>
                {advice
                    .map(|advice| {
                        view! {
                            <li>
                                <em class="mark owing">{move || advice.say(language.get())}</em>
                            </li>
                        }
                    })}
            </ul>
        </section>
    }
}
