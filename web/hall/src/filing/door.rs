//! Who may file: anybody where the service lets anybody, else whoever is signed in with a phone.

use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_location;
use shuiting_parts::api::Failure;
use shuiting_parts::household::Household;
use shuiting_parts::load::{Faces, Failed, Waiting};
use shuiting_parts::session::{Known, SignedIn};
use shuiting_shared::api::Me;
use shuiting_shared::service::{Service, Who};

use super::words;
use crate::page::instead;
use crate::sign_in;

#[derive(Clone, PartialEq)]
enum Door {
    Asking,
    Open,
    Closed,
    Failed(Failure),
}

fn door(service: Service, signed_in: SignedIn) -> Door {
    if service.facts().who == Who::Anyone {
        return Door::Open;
    }
    match signed_in.get() {
        Known::Asking => Door::Asking,
        Known::Somebody(Me::Resident { .. }) => Door::Open,
        Known::Nobody | Known::Somebody(_) => Door::Closed,
        Known::Failed(failure) => Door::Failed(failure),
    }
}

/// Whether the filing can be gone on with: the person may, and the house is here.
pub(super) fn ready(service: Service) -> Memo<bool> {
    let (signed_in, household) = (SignedIn::here(), Household::here());
    Memo::new(move |_| {
        door(service, signed_in) == Door::Open && household.load.state.with(|state| state.here().is_some())
    })
}

/// Lets in whoever may file, and leads everybody else to the sign-in and back.
#[component]
pub(super) fn Admitted(service: Service, children: ChildrenFn) -> impl IntoView {
    let (signed_in, household) = (SignedIn::here(), Household::here());
    let location = use_location();
    let door = Memo::new(move |_| door(service, signed_in));
    let here = move || untrack(|| sign_in::here(&location));
    // What else did not come stayed away for the same reason.
    let again = move |()| {
        household.fetch();
        signed_in.ask();
    };
    let children = StoredValue::new(children);
    move || match door.get() {
        Door::Asking => view! { <Waiting happening=words::ASKING_WHO /> }.into_any(),
        Door::Failed(failure) => view! { <Failed failure retry=again /> }.into_any(),
        Door::Closed => view! { <Redirect path=sign_in::path(&here()) options=instead() /> }.into_any(),
        Door::Open => view! {
            <Faces load=household.load happening=words::HAPPENING retry=move |()| household.fetch()>
                {children.with_value(|children| children())}
            </Faces>
        }
        .into_any(),
    }
}
