//! What the pages of one case have in common: its number stands in the address, and it is fetched before it is shown.

use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::number::CaseNumber;

use super::door::{Nowhere, Opened};
use super::hand::Hand;
use super::{number, words};
use crate::page::Page;

/// The page of the case whose number stands in the address.
#[component]
pub(super) fn Addressed(
    /// Makes the page of a number.
    of: fn(CaseNumber) -> AnyView,
) -> impl IntoView {
    let number = number::in_address();
    move || match number.get() {
        Some(number) => of(number),
        None => view! { <Unknown /> }.into_any(),
    }
}

/// The page of a number that is none.
#[component]
fn Unknown() -> impl IntoView {
    view! {
        <Page title=say(words::CASE) back="/cases">
            <Nowhere />
        </Page>
    }
}

/// Fetches the case in hand, and shows what is inside once it has come.
#[component]
pub(super) fn Come(
    /// What is shown then.
    children: ChildrenFn,
) -> impl IntoView {
    let hand = Hand::here();
    hand.load.fetch(hand.ask());
    view! {
        <Opened
            load=hand.load
            happening=words::FETCHING_CASE
            retry=move |()| hand.load.fetch(hand.ask())
        >
            {children()}
        </Opened>
    }
}
