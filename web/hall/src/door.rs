//! Pages for residents alone: whoever is not signed in is offered to, and led back.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shuiting_parts::lang::say;
use shuiting_parts::load::{Failed, Waiting};
use shuiting_parts::session::{Known, SignedIn};
use shuiting_shared::api::Me;
use shuiting_shared::words::{Bi, bi};

use crate::sign_in;

const ASKING: Bi = bi("正在确认登录", "Checking your sign-in");
const SIGN_IN: Bi = bi("登录", "Sign in");

/// Shows something to whoever is signed in.
#[component]
pub(crate) fn ForResidents(
    /// What signing in is good for here.
    about: Bi,
    /// What is shown.
    children: ChildrenFn,
) -> impl IntoView {
    let signed_in = SignedIn::here();
    let location = use_location();
    let here = Signal::derive(move || sign_in::here(&location));
    // A resident who changes something of theirs is still the same, and their page is not built anew.
    let known = Memo::new(move |_| match signed_in.get() {
        Known::Somebody(Me::Resident { .. }) => None,
        Known::Somebody(_) => Some(Known::Nobody),
        other => Some(other),
    });
    let children = StoredValue::new(children);
    move || match known.get() {
        None => children.with_value(|children| children()),
        Some(Known::Asking) => view! { <Waiting happening=ASKING /> }.into_any(),
        Some(Known::Failed(failure)) => view! { <Failed failure retry=move |()| signed_in.ask() /> }.into_any(),
        Some(_) => view! {
            <p>{say(about)}</p>
            <a class="button-main" href=move || sign_in::path(&here.get())>
                {say(SIGN_IN)}
            </a>
        }
        .into_any(),
    }
}
