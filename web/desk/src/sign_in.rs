//! Signing in at the desk.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::Redirect;
use leptos_router::hooks::use_query_map;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::session::{SignedIn, address};
use shuiting_shared::api::{Me, Session, StaffSignIn};
use shuiting_shared::problem::Code;
use shuiting_shared::words::Bi;

use crate::app::instead;
use crate::staff::LanguageSwitch;
use crate::{title, words};

const INBOX: &str = "/desk/cases";

/// The address of the sign-in that leads back to a page.
pub(crate) fn path(pathname: &str, search: &str) -> String {
    let query = serde_urlencoded::to_string([("next", address(pathname, search))]).unwrap_or_default();
    format!("/desk/sign-in?{query}")
}

/// Where to go afterwards: only to the desk's own pages, whatever the address says.
fn onward(next: Option<&str>) -> String {
    next.filter(|next| *next == "/desk" || next.starts_with("/desk/") && !next.starts_with("/desk/sign-in"))
        .unwrap_or(INBOX)
        .to_owned()
}

/// The page.
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    title::set(say(words::SIGN_IN));
    let signed_in = SignedIn::here();
    let query = use_query_map();
    let inside = Memo::new(move |_| matches!(signed_in.me(), Some(Me::Staff { .. })));
    move || {
        if inside.get() {
            let next = query.with_untracked(|query| onward(query.get_str("next")));
            view! { <Redirect path=next options=instead() /> }.into_any()
        } else {
            view! { <SignInForm /> }.into_any()
        }
    }
}

#[component]
fn SignInForm() -> impl IntoView {
    let api = Api::here();
    let language = Language::here();
    let signed_in = SignedIn::here();
    let name = NodeRef::<html::Input>::new();
    let password = NodeRef::<html::Input>::new();
    name.on_load(move |input| {
        // The node is loaded before it stands in the page, where alone it can take the focus.
        request_animation_frame(move || drop(input.focus()));
    });
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);

    let blank = RwSignal::new((false, false));

    // What is wrong stands beside the field that it is about.
    let about = move |field: &'static str, codes: &'static [Code]| {
        failure.with(|failure| {
            let failure = failure.as_ref()?;
            let here = failure.code().is_some_and(|code| codes.contains(&code));
            let flaw = failure.field(field).map(str::to_owned);
            flaw.or_else(|| here.then(|| failure.say(language.get())))
        })
    };
    let missing = move |is: bool, text: Bi| is.then(|| language.say(text).to_owned());
    let about_name =
        Memo::new(move |_| missing(blank.get().0, words::NAME_MISSING).or_else(|| about("name", &[Code::Locked])));
    let about_password = Memo::new(move |_| {
        missing(blank.get().1, words::PASSWORD_MISSING).or_else(|| about("password", &[Code::WrongPassword]))
    });
    let about_all = Memo::new(move |_| {
        let told = about_name.get().is_some() || about_password.get().is_some();
        failure.with(|failure| {
            failure
                .as_ref()
                .filter(|_| !told)
                .map(|failure| failure.say(language.get()))
        })
    });

    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let value = |input: NodeRef<html::Input>| input.get_untracked().map(|input| input.value()).unwrap_or_default();
        let body = StaffSignIn {
            name: value(name),
            password: value(password),
            bearer: false,
        };
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        blank.set((body.name.trim().is_empty(), body.password.is_empty()));
        match blank.get_untracked() {
            (true, _) => return focus(name),
            (false, true) => return focus(password),
            (false, false) => busy.set(true),
        }
        spawn_local(async move {
            let answer = api.post::<Session>("/api/v1/sessions/staff", &body).await;
            busy.set(false);
            match answer {
                Ok(session) => signed_in.welcome(session.me),
                Err(refused) => {
                    let locked = refused.code() == Some(Code::Locked);
                    failure.set(Some(refused));
                    focus(if locked { name } else { password });
                }
            }
        });
    };
    view! {
        <main class="sign-in">
            <form on:submit=submit novalidate>
                <h1>{say(words::DESK)}</h1>
                <label for="name">{say(words::NAME)}</label>
                <input
                    id="name"
                    node_ref=name
                    aria-required="true"
                    autocomplete="username"
                    autocapitalize="off"
                    aria-invalid=move || about_name.get().is_some().to_string()
                    aria-describedby="about-name"
                />
                <p id="about-name" class="flaw" role="alert">
                    {about_name}
                </p>
                <label for="password">{say(words::PASSWORD)}</label>
                <input
                    id="password"
                    type="password"
                    node_ref=password
                    aria-required="true"
                    autocomplete="current-password"
                    aria-invalid=move || about_password.get().is_some().to_string()
                    aria-describedby="about-password"
                />
                <p id="about-password" class="flaw" role="alert">
                    {about_password}
                </p>
                <p class="flaw" role="alert">
                    {about_all}
                </p>
                <button type="submit" class="main" aria-disabled=move || busy.get().to_string()>
                    {move || language.say(if busy.get() { words::SIGNING_IN } else { words::SIGN_IN })}
                </button>
            </form>
            <LanguageSwitch />
        </main>
    }
}

/// Takes the focus to an input, with what stands there chosen.
fn focus(input: NodeRef<html::Input>) {
    if let Some(input) = input.get_untracked() {
        // An input without the focus can still be typed into.
        drop(input.focus());
        input.select();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_in_leads_back() {
        assert_eq!(
            path("/desk/cases/7F2-0391", "?due=late"),
            "/desk/sign-in?next=%2Fdesk%2Fcases%2F7F2-0391%3Fdue%3Dlate"
        );
    }

    #[test]
    fn the_sign_in_leads_nowhere_else() {
        assert_eq!(onward(Some("/desk/cases?due=late")), "/desk/cases?due=late");
        for other in [
            None,
            Some("https://example.com"),
            Some("//example.com"),
            Some("/desk/sign-in"),
            Some("/deskx"),
        ] {
            assert_eq!(onward(other), INBOX, "{other:?}");
        }
    }
}
