//! How staff sign in, at the desk and on a crew's phone.

pub mod words;

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_shared::api::{Session, StaffSignIn};
use shuiting_shared::problem::Code;
use shuiting_shared::words::Bi;

use crate::api::{Api, Failure};
use crate::lang::{Language, LanguageSwitch, say};
use crate::session::{SignedIn, address};

/// Where the pages of a program for staff are.
#[derive(Clone, Copy, Debug)]
pub struct Pages {
    /// What all their addresses begin with.
    pub base: &'static str,
    /// The first page.
    pub first: &'static str,
    /// The sign-in.
    pub sign_in: &'static str,
}

impl Pages {
    /// The address of the sign-in that leads back to a page.
    pub fn sign_in_for(self, pathname: &str, search: &str) -> String {
        let query = serde_urlencoded::to_string([("next", address(pathname, search))]).unwrap_or_default();
        format!("{}?{query}", self.sign_in)
    }

    /// Where to go afterwards: only to pages of the same program, whatever the address says.
    pub fn onward(self, next: Option<&str>) -> String {
        let within = |next: &&str| {
            let below = next.strip_prefix(self.base);
            below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) && !next.starts_with(self.sign_in)
        };
        next.filter(within).unwrap_or(self.first).to_owned()
    }
}

/// The form: a user name and a password.
#[component]
pub fn SignInForm(
    /// What one signs in to.
    title: Bi,
) -> impl IntoView {
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
                <h1>{say(title)}</h1>
                <Line id="name" label=words::NAME kind="text" autocomplete="username" input=name flaw=about_name />
                <Line
                    id="password"
                    label=words::PASSWORD
                    kind="password"
                    autocomplete="current-password"
                    input=password
                    flaw=about_password
                />
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

/// A line that is typed, and what is wrong with it.
#[component]
fn Line(
    id: &'static str,
    label: Bi,
    kind: &'static str,
    autocomplete: &'static str,
    input: NodeRef<html::Input>,
    flaw: Memo<Option<String>>,
) -> impl IntoView {
    let flaw_id = format!("about-{id}");
    let described = flaw_id.clone();
    view! {
        <label for=id>{say(label)}</label>
        <input
            id=id
            type=kind
            node_ref=input
            aria-required="true"
            autocomplete=autocomplete
            autocapitalize="off"
            aria-invalid=move || flaw.with(Option::is_some).to_string()
            aria-describedby=described
        />
        <p id=flaw_id class="flaw" role="alert">
            {flaw}
        </p>
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

    const DESK: Pages = Pages {
        base: "/desk",
        first: "/desk/cases",
        sign_in: "/desk/sign-in",
    };

    #[test]
    fn the_sign_in_leads_back() {
        assert_eq!(
            DESK.sign_in_for("/desk/cases/7F2-0391", "?due=late"),
            "/desk/sign-in?next=%2Fdesk%2Fcases%2F7F2-0391%3Fdue%3Dlate"
        );
    }

    #[test]
    fn the_sign_in_leads_nowhere_else() {
        assert_eq!(DESK.onward(Some("/desk/cases?due=late")), "/desk/cases?due=late");
        assert_eq!(DESK.onward(Some("/desk")), "/desk");
        for other in [
            None,
            Some("https://example.com"),
            Some("//example.com"),
            Some("/desk/sign-in"),
            Some("/deskx"),
        ] {
            assert_eq!(DESK.onward(other), DESK.first, "{other:?}");
        }
    }
}
