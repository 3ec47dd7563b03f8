//! One difference between the books, and saying what was done about it.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::form::described_by;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::{PayBooks, PayDifference, Resolve, Resolved};
use shuiting_shared::money::Fen;
use shuiting_shared::pay::resolution;
use shuiting_shared::time::{exact, say_day};
use shuiting_shared::words::Lang;

use super::words;

/// An amount that one side may not have.
fn amount(amount: Option<Fen>, lang: Lang) -> String {
    amount.map_or_else(|| words::NONE.get(lang).to_owned(), |amount| amount.say(lang))
}

/// One of them.
#[component]
pub(super) fn Difference(difference: PayDifference, load: Loader<PayBooks>) -> impl IntoView {
    let language = Language::here();
    let PayDifference {
        id,
        day,
        order,
        moved,
        differs,
        ours,
        theirs,
        resolved,
    } = difference;
    let open = resolved.is_none();
    let said = move || {
        let lang = language.get();
        words::both(&amount(ours, lang), &amount(theirs, lang), lang)
    };
    view! {
        <li class:books-open=open>
            <p>
                <b>{say(differs.label())}</b>
                " · "
                {say(moved.label())}
                " · "
                {move || say_day(day, language.get())}
            </p>
            <p>{said}</p>
            <p>
                <small>{order}</small>
            </p>
            {resolved.map(|resolved| view! { <SeenTo resolved /> })}
            {open.then(|| view! { <SeeTo id load /> })}
        </li>
    }
}

/// What was done about it, by whom and when.
#[component]
fn SeenTo(resolved: Resolved) -> impl IntoView {
    let language = Language::here();
    let Resolved { at, by, words: done } = resolved;
    let who = move || {
        by.clone()
            .unwrap_or_else(|| language.say(crate::words::BY_ITSELF).to_owned())
    };
    view! {
        <p>
            {done} " " <small>{who} " " {exact(at)}</small>
        </p>
    }
}

/// Says what was done about it.
#[component]
fn SeeTo(id: String, load: Loader<PayBooks>) -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let input = NodeRef::<html::Input>::new();
    let failure = RwSignal::new(None::<Failure>);
    let blank = RwSignal::new(None);
    let input_id = format!("seen-{id}");
    let path = StoredValue::new(format!("/api/v1/desk/pay/differences/{id}"));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        failure.set(None);
        blank.set(resolution(&typed).err());
        if blank.with_untracked(Option::is_some) {
            return;
        }
        spawn_local(async move {
            match api.post(&path.get_value(), &Resolve { words: typed }).await {
                Ok(books) => load.put(books),
                // Where the page was left meanwhile there is nobody to be told.
                Err(refused) => drop(failure.try_set(Some(refused))),
            }
        });
    };
    let flaw = Signal::derive(move || {
        let lang = language.get();
        let here = blank.with(|flaw| flaw.as_ref().map(|flaw| flaw.say(lang)));
        here.or_else(|| failure.with(|failure| failure.as_ref().map(|failure| failure.say(lang))))
    });
    let described = described_by(input_id.clone(), false, flaw);
    let flaw_id = format!("{input_id}-flaw");
    view! {
        <form class="books-see" novalidate on:submit=submit>
            <label for=input_id.clone()>{say(words::WHAT_WAS_DONE)}</label>
            <input
                id=input_id
                type="text"
                autocomplete="off"
                node_ref=input
                aria-invalid=move || flaw.with(Option::is_some).then_some("true")
                aria-describedby=described
            />
            <button type="submit">{say(words::SEEN_TO)}</button>
            <p class="flaw" id=flaw_id role="alert">
                {flaw}
            </p>
        </form>
    }
}
