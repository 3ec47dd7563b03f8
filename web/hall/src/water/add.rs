//! A water account comes among mine: I show that I know whose it is.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::Api;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{NewBinding, WaterAccountView};
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::water::{Proof, given_name};

use super::owed::PATH;
use super::words;
use super::wrong::{FIELDS, Wrong};
use crate::door::ForResidents;
use crate::line_field::{LineField, fill, look_at, typed};
use crate::notice::Notices;
use crate::page::{Page, instead};
use crate::trouble::Troubles;
use crate::wechat::ScanButton;

/// The page.
#[component]
pub(crate) fn AddPage() -> impl IntoView {
    view! {
        <Page title=say(words::ADD) back="/water">
            <ForResidents about=words::SIGN_IN_ABOUT>
                <AddForm />
            </ForResidents>
        </Page>
    }
}

/// What is wrong with what was typed, found without asking the server.
fn flaws(new: &NewBinding) -> Vec<FieldFlaw> {
    let mut flaws = Proof::read(new).err().unwrap_or_default();
    let name = given_name(new.name.as_deref().unwrap_or_default()).err();
    flaws.extend(name.map(|flaw| FieldFlaw::new("name", flaw)));
    flaws
}

#[component]
fn AddForm() -> impl IntoView {
    let (api, language, notices) = (Api::here(), Language::here(), Notices::here());
    let inputs: [NodeRef<html::Input>; 4] = FIELDS.map(|_| NodeRef::new());
    let [number, name_end, last_four, name] = inputs;
    let (busy, wrong) = (RwSignal::new(false), RwSignal::new(None::<Wrong>));
    let navigate = use_navigate();
    let tell = move |found: Wrong| {
        let first = found.first(language.get_untracked());
        wrong.set(Some(found));
        let place = FIELDS.iter().position(|field| Some(*field) == first);
        if let Some(input) = place.and_then(|place| inputs.get(place)) {
            look_at(*input);
        }
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let new = NewBinding {
            number: typed(number),
            name_end: typed(name_end),
            last_four: typed(last_four),
            name: Some(typed(name)).filter(|name| !name.is_empty()),
        };
        let flaws = flaws(&new);
        if !flaws.is_empty() {
            return tell(Wrong::Here(flaws));
        }
        busy.set(true);
        wrong.set(None);
        let navigate = navigate.clone();
        spawn_local(async move {
            let answer = api.post::<WaterAccountView>(PATH, &new).await;
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(account) => {
                    notices.tell(words::ADDED);
                    navigate(&format!("/water/{}", account.number), instead());
                }
                Err(refused) => tell(Wrong::Told(refused)),
            }
        });
    };
    let beside = move |field: &'static str| {
        Signal::derive(move || wrong.with(|wrong| wrong.as_ref()?.beside(field, language.get())))
    };
    let whole = Signal::derive(move || {
        let said = wrong.with(|wrong| wrong.as_ref()?.whole(language.get()));
        said.into_iter().collect::<Vec<_>>()
    });
    let main = move || language.say(if busy.get() { words::ADDING } else { words::ADD });
    view! {
        <form class="card" novalidate on:submit=submit>
            <p class="small">{say(words::ADD_ABOUT)}</p>
            <LineField
                id="water-number"
                label=words::NUMBER
                help=words::NUMBER_HELP
                mode="numeric"
                input=number
                flaw=beside("number")
            />
            <ScanButton take=move |scanned: String| fill(number, &scanned) />
            <LineField
                id="water-name-end"
                label=words::NAME_END
                help=words::NAME_END_HELP
                input=name_end
                flaw=beside("name_end")
            />
            <LineField
                id="water-last-four"
                label=words::LAST_FOUR
                help=words::LAST_FOUR_HELP
                input=last_four
                flaw=beside("last_four")
            />
            <LineField
                id="water-name"
                label=words::CALL_IT
                help=words::CALL_IT_HELP
                input=name
                flaw=beside("name")
            />
            <Troubles said=whole />
            <button type="submit" class="button-main" aria-disabled=move || busy.get().to_string()>
                {main}
            </button>
        </form>
    }
}
