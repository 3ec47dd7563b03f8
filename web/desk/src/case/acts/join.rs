//! With another order that is about the same.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::{Bond, CaseView, RelatedCase};
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::number::CaseNumber;

use super::super::hand::Hand;
use super::{ActForm, words};

/// Characters of a number, with room for how people write it.
const MOST: usize = 12;

/// The open orders at the same address, which are offered.
fn near(related: &[RelatedCase]) -> Vec<CaseNumber> {
    let same = |other: &&RelatedCase| {
        other.status.ours() && other.service.facts().work_order && other.shares.contains(&Bond::Place)
    };
    related.iter().filter(same).map(|other| other.number).collect()
}

/// The dialog: the number of the other one, or one of those near by.
#[component]
pub(super) fn Join(case: Memo<CaseView>) -> impl IntoView {
    let (hand, language, api) = (Hand::here(), Language::here(), Api::here());
    let number = case.with_untracked(|case| case.line.number);
    let load = Loader::<Vec<RelatedCase>>::default();
    load.fetch(async move { api.get(&format!("/api/v1/desk/cases/{number}/history")).await });
    let typed = move || hand.draft.with(|draft| draft.join.parse::<CaseNumber>().ok());
    let typed = Memo::new(move |_| typed());
    // What is no number is told before it is sent; what cannot be joined with the server tells.
    let first = Signal::derive(move || {
        typed
            .get()
            .is_none()
            .then(|| language.say(words::JOIN_FIRST).to_owned())
    });
    let action = move || Action::Join {
        into: typed.get_untracked().unwrap_or(number),
    };
    let flaw = move || hand.flaw(Verb::Join, "into");
    let pick = move |number: CaseNumber| {
        let picked = move || typed.get() == Some(number);
        view! {
            <button
                type="button"
                class="pick"
                aria-pressed=move || picked().to_string()
                on:click=move |_| hand.draft.update(|draft| draft.join = number.to_string())
            >
                {number.to_string()}
            </button>
        }
    };
    let picks = move || {
        let near = load.get().map(|related| near(&related)).unwrap_or_default();
        (!near.is_empty()).then(|| {
            view! {
                <div class="picks" role="group" aria-label=say(words::NEAR)>
                    <span class="help">{say(words::NEAR)}</span>
                    {near.into_iter().map(pick).collect_view()}
                </div>
            }
        })
    };
    view! {
        <ActForm verb=Verb::Join action fields=&["into"] first>
            <p class="help">{say(words::JOIN_HELP)}</p>
            <label for="into">{say(words::JOIN_INTO)}</label>
            <input
                id="into"
                type="text"
                maxlength=MOST
                autocomplete="off"
                autofocus
                prop:value=move || hand.draft.with(|draft| draft.join.clone())
                on:input=move |event| hand.draft.update(|draft| draft.join = event_target_value(&event))
                aria-invalid=move || flaw().is_some().to_string()
                aria-describedby="into-flaw"
            />
            <p id="into-flaw" class="flaw" role="alert">
                {flaw}
            </p>
            {picks}
        </ActForm>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::case::Status;
    use shuiting_shared::service::Service;

    use super::*;

    #[test]
    fn open_orders_at_the_same_address_are_offered() {
        let case = |index, service, status, bond| RelatedCase {
            number: CaseNumber::from_index(index),
            service,
            status,
            filed: chrono::DateTime::default(),
            shares: vec![bond],
        };
        let related = [
            case(1, Service::Leak, Status::Filed, Bond::Place),
            case(2, Service::Leak, Status::Finished, Bond::Place),
            case(3, Service::Leak, Status::Filed, Bond::Person),
            case(4, Service::New, Status::Filed, Bond::Place),
        ];
        assert_eq!(near(&related), [CaseNumber::from_index(1)]);
    }
}
