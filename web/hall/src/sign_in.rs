//! Signing in with a phone and a code from an SMS, or by WeChat.

mod countdown;
mod form;
mod hand;
mod wechat;
mod words;
mod wrong;

use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_query_map;
use leptos_router::location::Location;
use shuiting_parts::lang::say;
use shuiting_parts::realm;
use shuiting_parts::session::{SignedIn, address};
use shuiting_shared::address::is_ours;
use shuiting_shared::api::{Me, WhySignIn};

use crate::page::{Page, instead};
use form::SignInForm;
pub(crate) use wechat::ByWeChat;
use wechat::Why;

/// Where whoever came by no other page is led to.
const ONWARD: &str = "/me";

/// The path of the page that is shown, with all that it asks for; whoever asks is told when another is.
pub(crate) fn here(location: &Location) -> String {
    address(realm::here().path(&location.pathname.get()), &location.search.get())
}

/// The address of the sign-in that leads back to a page.
pub(crate) fn path(next: &str) -> String {
    let query = serde_urlencoded::to_string([("next", next)]).unwrap_or_default();
    format!("/sign-in?{query}")
}

/// The same for something that wants a phone, and why.
pub(crate) fn path_because(next: &str, why: WhySignIn) -> String {
    let query = serde_urlencoded::to_string([("next", next), ("why", why.code())]).unwrap_or_default();
    format!("/sign-in?{query}")
}

/// Where to go afterwards: only to the hall's own pages, whatever the address says.
fn onward(next: Option<&str>) -> String {
    let further = |next: &&str| is_ours(next) && !next.starts_with("/sign-in");
    next.filter(further).unwrap_or(ONWARD).to_owned()
}

/// The page.
#[component]
pub(crate) fn SignInPage() -> impl IntoView {
    let signed_in = SignedIn::here();
    let query = use_query_map();
    let next = Memo::new(move |_| query.with(|query| onward(query.get_str("next"))));
    let inside = Memo::new(move |_| matches!(signed_in.me(), Some(Me::Resident { .. })));
    move || {
        if inside.get() {
            return view! { <Redirect path=next.get_untracked() options=instead() /> }.into_any();
        }
        view! {
            <Page title=say(words::SIGN_IN) back="/">
                <Why />
                <ByWeChat next />
                <SignInForm />
            </Page>
        }
        .into_any()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_in_leads_back() {
        assert_eq!(path("/file/TRANS/account"), "/sign-in?next=%2Ffile%2FTRANS%2Faccount");
        assert_eq!(
            path_because("/events/1", WhySignIn::Follow),
            "/sign-in?next=%2Fevents%2F1&why=follow"
        );
        assert_eq!(onward(Some("/file/TRANS/account")), "/file/TRANS/account");
        assert_eq!(onward(Some("/cases?open=1")), "/cases?open=1");
    }

    #[test]
    fn the_sign_in_leads_nowhere_else() {
        for other in [
            None,
            Some(""),
            Some("me"),
            Some("https://example.com"),
            Some("//example.com"),
            Some("/\\example.com"),
            Some("/\t/example.com"),
            Some("/sign-in"),
            Some("javascript:alert(1)"),
        ] {
            assert_eq!(onward(other), ONWARD, "{other:?}");
        }
    }
}
