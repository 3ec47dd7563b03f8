//! The page where a letter of authority is brought.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::photo::{PhotoTiles, Place, Uploads};
use shuiting_shared::api::{AuthorityView, NewAuthority};
use shuiting_shared::words::Bi;

use super::super::words::{NUMBER, NUMBER_HELP, SIGN_IN_ABOUT};
use super::{PATH, words};
use crate::case::{Uploading, ready};
use crate::door::ForResidents;
use crate::line_field::{LineField, look_at, typed};
use crate::notice::Notices;
use crate::page::{Page, instead};
use crate::trouble::Trouble;

/// Photos of each document.
const MOST: usize = 3;
/// Whose photos they are until they are sent.
const OWNER: &str = "authority";
const LETTER: &str = "letter";
const LICENCE: &str = "licence";

/// The page.
#[component]
pub(crate) fn AuthorityPage() -> impl IntoView {
    view! {
        <Page title=say(words::ACT_FOR) back="/water">
            <ForResidents about=SIGN_IN_ABOUT>
                <Bring />
            </ForResidents>
        </Page>
    }
}

#[component]
fn Bring() -> impl IntoView {
    let (api, language, notices, uploads) = (Api::here(), Language::here(), Notices::here(), Uploads::here());
    let (number, name) = (NodeRef::<html::Input>::new(), NodeRef::<html::Input>::new());
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let navigate = use_navigate();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() || !ready(uploads, OWNER) {
            return;
        }
        let mut photos = uploads.with_untracked(|queue| queue.held(OWNER));
        let new = NewAuthority {
            number: typed(number),
            name: typed(name),
            letter: photos.remove(LETTER).unwrap_or_default(),
            licence: photos.remove(LICENCE).unwrap_or_default(),
        };
        busy.set(true);
        failure.set(None);
        let navigate = navigate.clone();
        spawn_local(async move {
            let answer = api.post::<AuthorityView>(PATH, &new).await;
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            if let Err(refused) = answer {
                let first = [("number", number), ("name", name)];
                let first = first.into_iter().find(|(field, _)| refused.field(field).is_some());
                failure.set(Some(refused));
                return first.into_iter().for_each(|(_, input)| look_at(input));
            }
            uploads.forget(OWNER);
            notices.tell(words::SENT);
            navigate("/water", instead());
        });
    };
    let flaw = move |field: &'static str| {
        Signal::derive(move || failure.with(|failure| failure.as_ref()?.field(field).map(str::to_owned)))
    };
    let elsewhere = move || failure.with(|failure| failure.as_ref().is_some_and(|failure| failure.fields().is_empty()));
    let main = move || language.say(if busy.get() { words::SENDING } else { words::SEND });
    let photos = move |material: &'static str, label: Bi, help: Bi| {
        view! {
            <PhotoTiles
                place=Place::new(OWNER, material)
                label
                help=Some(help)
                most=MOST
                required=true
                flaw=flaw(material)
                changed=|()| ()
            />
        }
    };
    view! {
        <form class="card" novalidate on:submit=submit>
            <p class="small">{say(words::ABOUT)}</p>
            <LineField
                id="authority-number"
                label=NUMBER
                help=NUMBER_HELP
                mode="numeric"
                input=number
                flaw=flaw("number")
            />
            <LineField
                id="authority-name"
                label=words::NAME
                help=words::NAME_HELP
                input=name
                flaw=flaw("name")
            />
            {photos(LETTER, words::LETTER, words::LETTER_HELP)}
            {photos(LICENCE, words::LICENCE, words::LICENCE_HELP)}
            <Uploading owner=OWNER.to_owned() />
            <Show when=elsewhere>
                <Trouble failure />
            </Show>
            <button type="submit" class="button-main" aria-disabled=move || busy.get().to_string()>
                {main}
            </button>
        </form>
    }
}
