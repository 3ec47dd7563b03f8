//! Who may see a case, and what is shown to those who may not.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shuiting_parts::household::Household;
use shuiting_parts::lang::say;
use shuiting_parts::load::{Faces, Load, Loader};
use shuiting_shared::problem::Code;
use shuiting_shared::words::Bi;

use super::words;
use crate::sign_in;

#[derive(Clone, Copy, PartialEq)]
enum Door {
    SignIn,
    Gone,
    Open,
}

/// Shows how far something has come; whoever is not signed in is offered to, and what does not exist is said not to.
#[component]
pub(crate) fn Opened<T: Clone + PartialEq + Send + Sync + 'static>(
    /// What is fetched.
    load: Loader<T>,
    /// What happens while one waits.
    happening: Bi,
    /// Fetches it again.
    #[prop(into)]
    retry: Callback<()>,
    /// What is shown when it is here.
    children: ChildrenFn,
) -> impl IntoView {
    let door = Memo::new(move |_| {
        load.state.with(|state| match state {
            Load::Failed(failure) if failure.signed_out() => Door::SignIn,
            Load::Failed(failure) if failure.code() == Some(Code::NotFound) => Door::Gone,
            _ => Door::Open,
        })
    });
    let household = Household::here();
    let children = StoredValue::new(children);
    let stale = move || load.stale.with(Option::is_some);
    // What else did not come stayed away for the same reason.
    let again = move |()| {
        household.fetch();
        retry.run(());
    };
    move || match door.get() {
        Door::SignIn => view! { <SignInOffer /> }.into_any(),
        Door::Gone => view! { <Nowhere /> }.into_any(),
        Door::Open => view! {
            <div role="status">
                <Show when=stale>
                    <p class="case-notice case-tone-wait">{say(words::STALE)}</p>
                </Show>
            </div>
            <Faces load=household.load happening=words::FETCHING_HOUSE retry=again>
                <Faces load happening retry>
                    {children.with_value(|children| children())}
                </Faces>
            </Faces>
        }
        .into_any(),
    }
}

/// Where signing in leads back to this page.
#[component]
fn SignInOffer() -> impl IntoView {
    let location = use_location();
    let here = move || sign_in::path(&sign_in::here(&location));
    view! {
        <div class="case-empty">
            <p>{say(words::SIGN_IN_FIRST)}</p>
            <a class="button-main" href=here>
                {say(words::SIGN_IN)}
            </a>
        </div>
    }
}

/// A number under which nothing is found.
#[component]
pub(super) fn Nowhere() -> impl IntoView {
    view! {
        <div class="case-empty">
            <p>
                <b>{say(words::NO_SUCH_NUMBER)}</b>
            </p>
            <p>{say(words::NO_SUCH_NUMBER_HELP)}</p>
            <a class="button-plain" href="/cases">
                {say(words::TO_MY_CASES)}
            </a>
        </div>
    }
}
