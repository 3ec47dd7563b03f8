//! Of another kind: each kind has a letter of its own, which chooses and sends it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::say;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::order::Kind;

use super::super::hand::Hand;
use super::{ActForm, words};

/// The letter of a kind: its own first one where no other has it.
const fn letter(kind: Kind) -> &'static str {
    match kind {
        Kind::Burst => "b",
        Kind::Leak => "l",
        Kind::NoWater => "n",
        Kind::Press => "p",
        Kind::Qual => "q",
        Kind::Second => "s",
        Kind::Cover => "c",
        Kind::Meter => "m",
        Kind::Fee => "f",
        Kind::Consult => "z",
        Kind::Complaint => "t",
        Kind::Tank => "w",
    }
}

/// The kind that a letter means.
fn meant(key: &str) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| letter(*kind) == key)
}

/// The dialog.
#[component]
pub(super) fn Sort(case: Memo<CaseView>) -> impl IntoView {
    let (hand, household) = (Hand::here(), Household::here());
    let now = case.with_untracked(|case| case.work_order.as_ref().map(|order| order.order.kind));
    let picked = RwSignal::new(now.unwrap_or(Kind::Leak));
    let action = move || Action::Sort {
        kind: picked.get_untracked(),
    };
    let known = move |kind: Kind| household.read(|house| house.orders.kinds.contains_key(&kind));
    let by_key = move |event: KeyboardEvent| {
        let plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
        if let Some(kind) = meant(&event.key()).filter(|kind| plain && known(*kind)) {
            event.prevent_default();
            picked.set(kind);
            hand.act(action());
        }
    };
    let row = move |kind: &'static Kind| {
        let kind = *kind;
        view! {
            <label>
                <input
                    type="radio"
                    name="kind"
                    autofocus={now == Some(kind)}
                    prop:checked=move || picked.get() == kind
                    on:change=move |_| picked.set(kind)
                />
                {say(kind.label())}
                " "
                <kbd>{letter(kind)}</kbd>
            </label>
        }
    };
    let rows = move || Kind::ALL.iter().filter(|kind| known(**kind)).map(row).collect_view();
    view! {
        <ActForm verb=Verb::Sort action fields=&["kind"]>
            <fieldset class="kinds" on:keydown=by_key>
                <legend>{say(words::KINDS)}</legend>
                {rows}
            </fieldset>
            <p class="flaw" role="alert">
                {move || hand.flaw(Verb::Sort, "kind")}
            </p>
        </ActForm>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_a_letter_of_its_own() {
        for kind in Kind::ALL {
            assert_eq!(meant(letter(*kind)), Some(*kind));
        }
        assert_eq!(meant("Enter"), None);
    }
}
