//! To a colleague.

use leptos::prelude::*;
use shuiting_parts::clock;
use shuiting_parts::household::Household;
use shuiting_parts::stand::stand;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Role, Verb, may_hold};

use super::super::hand::Hand;
use super::ActForm;
use crate::colleagues::ColleagueField;

/// The dialog: those are to choose from who can work on the case as it stands.
#[component]
pub(super) fn Assign(case: Memo<CaseView>) -> impl IntoView {
    let hand = Hand::here();
    let household = Household::here();
    let may = move |role: Role| {
        let stand = case.with(|case| household.read(|house| Some(stand(case, house))));
        stand.is_some_and(|stand| may_hold(&stand, role, clock::now()))
    };
    let chosen = move || hand.draft.with(|draft| draft.assign.clone());
    let action = move || Action::Assign {
        to: hand.draft.with_untracked(|draft| draft.assign.clone()),
    };
    view! {
        <ActForm verb=Verb::Assign action fields=&["to"]>
            <ColleagueField
                value=Signal::derive(chosen)
                on_pick=move |name| hand.draft.update(|draft| draft.assign = name)
                may
                flaw=Signal::derive(move || hand.flaw(Verb::Assign, "to"))
            />
        </ActForm>
    }
}
