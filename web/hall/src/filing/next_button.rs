//! The button that goes on to the next page.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::Api;
use shuiting_parts::form::focus;
use shuiting_shared::api::ReadyView;
use shuiting_shared::form::Page;

use super::leave::Kept;
use super::{Filing, way, words};

/// So long one waits for what the server knows; after that one goes on, and the server looks again when it is sent.
const PATIENCE: Duration = Duration::from_secs(3);

/// Goes on where nothing is wrong; else tells all that is, and leads to the first.
#[component]
pub(super) fn NextButton(filing: Filing, page: &'static Page, barred: RwSignal<Option<ReadyView>>) -> impl IntoView {
    let (form, id, language, api) = (filing.form, filing.id, filing.language, Api::here());
    let busy = RwSignal::new(false);
    let next = way::next(form, page.key);
    let navigate = use_navigate();
    let onward = StoredValue::new_local(move || {
        navigate(
            &way::address(id, next.map_or(way::CHECK, |next| next.key)),
            NavigateOptions::default(),
        );
    });
    let ask_first = move || {
        busy.set(true);
        barred.set(None);
        let waited = move || busy.try_get_untracked() == Some(true);
        let patience = set_timeout_with_handle(
            move || {
                if waited() {
                    busy.set(false);
                    onward.with_value(|onward| onward());
                }
            },
            PATIENCE,
        );
        spawn_local(async move {
            let kept = filing.kept_on(api, page).await;
            // The page may have been left meanwhile, by patience or by the person.
            if !waited() {
                return;
            }
            busy.set(false);
            if let Ok(patience) = patience {
                patience.clear();
            }
            match kept {
                Some(Kept::Barred(view)) => barred.set(Some(view)),
                Some(Kept::Flawed(flaw)) => {
                    filing.tell(&flaw);
                    focus(&flaw.field);
                }
                None => onward.with_value(|onward| onward()),
            }
        });
    };
    let go_on = move |_| {
        if busy.get_untracked() {
            return;
        }
        let asks = filing.asks_on_leaving(page);
        let flaws = untrack(|| filing.flaws(page));
        filing.drafts.mark(id, |marks| marks.show(&flaws));
        let told: Vec<_> = untrack(|| {
            filing
                .drafts
                .marks(id, |marks| marks.told().map(|(path, _)| path.to_owned()).collect())
        });
        let paths = flaws.iter().map(|flaw| flaw.field.as_str());
        let paths = paths.chain(told.iter().map(String::as_str));
        let here = |path: &&str| way::page_of(form, path).is_some_and(|of| of.key == page.key);
        let wrong: Vec<_> = paths.filter(here).collect();
        match way::first(form, &wrong) {
            Some((_, path)) => focus(path),
            None if asks => ask_first(),
            None => onward.with_value(|onward| onward()),
        }
    };
    let name = move || {
        if busy.get() {
            return language.say(words::ASKING_READY).to_owned();
        }
        let title = next.map_or(words::CHECK, |next| next.title);
        words::next(language.say(title), language.get())
    };
    view! {
        <button
            type="button"
            class=move || if barred.with(Option::is_some) { "button-plain" } else { "button-main" }
            aria-disabled=move || busy.get().to_string()
            on:click=go_on
        >
            {name}
        </button>
    }
}
