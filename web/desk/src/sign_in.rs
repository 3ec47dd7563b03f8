//! Signing in at the desk.

use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_query_map;
use shuiting_parts::lang::say;
use shuiting_parts::session::SignedIn;
use shuiting_parts::sign_in::words::SIGN_IN;
use shuiting_parts::sign_in::{Pages, SignInForm};
use shuiting_shared::api::Me;

use crate::app::instead;
use crate::{title, words};

/// Where the desk's pages are.
pub(crate) const PAGES: Pages = Pages {
    base: "/desk",
    first: "/desk/cases",
    sign_in: "/desk/sign-in",
};

/// The page.
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    title::set(say(SIGN_IN));
    let signed_in = SignedIn::here();
    let query = use_query_map();
    let inside = Memo::new(move |_| matches!(signed_in.me(), Some(Me::Staff { .. })));
    move || {
        if inside.get() {
            let next = query.with_untracked(|query| PAGES.onward(query.get_str("next")));
            view! { <Redirect path=next options=instead() /> }.into_any()
        } else {
            view! { <SignInForm title=words::DESK /> }.into_any()
        }
    }
}
