//! Signing up: a name, and who one is.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::{NewVolunteer, VolunteerView};
use shuiting_shared::event::VolunteerKind;
use shuiting_shared::form::Flaw;
use shuiting_shared::person::PersonName;

use super::{API, words};
use crate::line_field::{LineField, look_at, typed};
use crate::notice::Notices;
use crate::trouble::Trouble;

/// The form.
#[component]
pub(super) fn SignUp(load: Loader<VolunteerView>) -> impl IntoView {
    let (api, language, notices) = (Api::here(), Language::here(), Notices::here());
    let name = NodeRef::<html::Input>::new();
    let kind = RwSignal::new(VolunteerKind::Public);
    let (busy, wrong) = (RwSignal::new(false), RwSignal::new(None::<Flaw>));
    let failure = RwSignal::new(None::<Failure>);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let typed = typed(name);
        let flaw = PersonName::read(&typed).err();
        wrong.set(flaw);
        failure.set(None);
        if flaw.is_some() {
            return look_at(name);
        }
        busy.set(true);
        let new = NewVolunteer {
            kind: kind.get_untracked(),
            name: typed,
        };
        spawn_local(async move {
            let answer = api.put::<VolunteerView>(API, &new).await;
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(view) => {
                    load.put(view);
                    notices.tell(words::SIGNED_UP);
                }
                Err(refused) => failure.set(Some(refused)),
            }
        });
    };
    let flaw = Signal::derive(move || wrong.get().map(|flaw| flaw.say(language.get())));
    let choice = move |one: &'static VolunteerKind| {
        view! {
            <label class="weui-cell choice">
                <input
                    type="radio"
                    class="choice-input"
                    name="volunteer-kind"
                    prop:checked=move || kind.get() == *one
                    on:change=move |_| kind.set(*one)
                />
                <span class="choice-mark" aria-hidden="true"></span>
                <span class="weui-cell__bd">{say(one.label())}</span>
            </label>
        }
    };
    let main = move || language.say(if busy.get() { words::SIGNING_UP } else { words::SIGN_UP });
    view! {
        <form class="card" novalidate on:submit=submit>
            <p class="small">{say(words::SIGN_UP_ABOUT)}</p>
            <LineField id="volunteer-own-name" label=words::NAME input=name flaw />
            <fieldset class="field field-choices">
                <legend class="field-label">{say(words::KIND)}</legend>
                <div class="choices">{VolunteerKind::ALL.iter().map(choice).collect_view()}</div>
            </fieldset>
            <Trouble failure />
            <button type="submit" class="button-main" aria-disabled=move || busy.get().to_string()>
                {main}
            </button>
        </form>
    }
}
