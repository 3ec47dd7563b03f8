//! Who may come in: crews, by the sign-in of the staff. It opens without a network for whoever was in last.

use leptos::prelude::*;
use leptos_router::components::{Outlet, Redirect};
use leptos_router::hooks::{use_location, use_query_map};
use shuiting_parts::api::Failure;
use shuiting_parts::household::Household;
use shuiting_parts::lang::say;
use shuiting_parts::load::{Faces, Failed, Waiting};
use shuiting_parts::session::{Known, SignedIn};
use shuiting_parts::sign_in::SignInForm;
use shuiting_parts::sign_in::words::{ASKING_WHO, SIGN_IN};
use shuiting_shared::api::Me;
use shuiting_shared::case::Role;

use crate::app::{PAGES, instead};
use crate::orders::Orders;
use crate::page::{Page, entitle};
use crate::words;

/// The sign-in.
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    let signed_in = SignedIn::here();
    let query = use_query_map();
    entitle(Signal::derive(move || say(SIGN_IN)().to_owned()));
    let inside = Memo::new(move |_| matches!(signed_in.me(), Some(Me::Staff { .. })));
    move || {
        if inside.get() {
            let next = query.with_untracked(|query| PAGES.onward(query.get_str("next")));
            view! { <Redirect path=next options=instead() /> }.into_any()
        } else {
            view! { <SignInForm title=words::CREW /> }.into_any()
        }
    }
}

/// Who stands at the door.
#[derive(Clone, PartialEq)]
enum Face {
    Asking,
    Nobody,
    /// One of the staff whose work is at the desk.
    Other,
    Crew,
    Failed(Failure),
}

/// Lets crews in and sends whoever is not signed in to the sign-in.
#[component]
pub(crate) fn Door() -> impl IntoView {
    let (signed_in, household, location) = (SignedIn::here(), Household::here(), use_location());
    let again = move |()| {
        household.fetch();
        signed_in.ask();
    };
    let face = Memo::new(move |_| match signed_in.get() {
        Known::Asking => Face::Asking,
        Known::Somebody(Me::Staff { role: Role::Crew, .. }) => Face::Crew,
        Known::Somebody(Me::Staff { .. }) => Face::Other,
        Known::Nobody | Known::Somebody(_) => Face::Nobody,
        Known::Failed(failure) => Face::Failed(failure),
    });
    move || match face.get() {
        Face::Asking => view! {
            <Page title=say(words::CREW)>
                <Waiting happening=ASKING_WHO />
            </Page>
        }
        .into_any(),
        Face::Failed(failure) => view! {
            <Page title=say(words::CREW)>
                <Failed failure retry=again />
            </Page>
        }
        .into_any(),
        Face::Other => view! {
            <Page title=say(words::CREW)>
                <p>{say(words::FOR_CREWS)}</p>
                <a class="button-main" href="/desk" rel="external">
                    {say(words::TO_DESK)}
                </a>
            </Page>
        }
        .into_any(),
        Face::Nobody => {
            let path = location.pathname.get_untracked();
            let search = location.search.get_untracked();
            view! { <Redirect path=PAGES.sign_in_for(&path, &search) options=instead() /> }.into_any()
        }
        Face::Crew => view! { <Inside /> }.into_any(),
    }
}

/// The pages, once the house is known.
#[component]
fn Inside() -> impl IntoView {
    let household = Household::here();
    Orders::provide();
    view! {
        <Faces load=household.load happening=words::FETCHING retry=move |()| household.fetch()>
            <Outlet />
        </Faces>
    }
}
