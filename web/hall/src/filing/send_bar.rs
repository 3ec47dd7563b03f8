//! The button that sends, and what is happening while it does.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use shuiting_parts::api::Failure;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_parts::waiting::Sending;
use shuiting_shared::words::Lang;

use super::{Filing, Outbox, way, words};
use crate::trouble::Troubles;

/// Why the last try did not get through, in one sentence.
fn reason(failure: &Failure, lang: Lang) -> String {
    match failure {
        Failure::Problem(problem, _) => words::sentence(&problem.title, lang),
        Failure::Offline => words::OFFLINE.get(lang).to_owned(),
        Failure::Nonsense => words::NONSENSE.get(lang).to_owned(),
    }
}

/// The bar.
#[component]
pub(super) fn SendBar(filing: Filing) -> impl IntoView {
    let (id, language, outbox) = (filing.id, filing.language, Outbox::here());
    let state = Memo::new(move |_| outbox.state(id));
    let busy = Memo::new(move |_| filing.uploads().with(|queue| queue.busy(&filing.owner())));
    let not_yet = move || state.with(|state| !state.goes_on()) && busy.get() > 0;
    let held = move || not_yet() || state.with(|state| *state == Sending::UnderWay);
    let name = move || {
        let lang = language.get();
        if not_yet() {
            return words::uploading(busy.get(), lang);
        }
        let name = state.with(|state| match state {
            Sending::UnderWay => words::SENDING,
            Sending::Waiting(_) => words::SEND_NOW,
            Sending::Not | Sending::Stopped(_) => words::SEND,
        });
        name.get(lang).to_owned()
    };
    let stopped = move || {
        state.with(|state| match state {
            Sending::Stopped(failure) => vec![failure.say(language.get())],
            _ => Vec::new(),
        })
    };
    let navigate = use_navigate();
    let send = move |_| {
        if untrack(held) {
            return;
        }
        let flaws = untrack(|| filing.all_flaws());
        let paths: Vec<_> = flaws.iter().map(|flaw| flaw.field.as_str()).collect();
        let first = way::first(filing.form, &paths);
        match first {
            None => outbox.send(id),
            Some((page, path)) => {
                filing.drafts.mark(id, |marks| marks.show(&flaws));
                filing.drafts.seek(path);
                navigate(&way::address(id, page.key), NavigateOptions::default());
            }
        }
    };
    view! {
        <NotUploaded filing />
        <div role="status">
            {move || {
                state
                    .with(|state| match state {
                        Sending::Waiting(failure) => Some(reason(failure, language.get())),
                        _ => None,
                    })
                    .map(|reason| {
                        view! {
                            <p class="bar-note">
                                <Icon name="wifi-off" />
                                <span>
                                    <b>{reason}</b>
                                    " "
                                    {say(words::WAITING)}
                                </span>
                            </p>
                        }
                    })
            }}
        </div>
        <Troubles said=Signal::derive(stopped) />
        <button
            type="button"
            class="button-main"
            aria-disabled=move || held().to_string()
            aria-busy=move || state.with(|state| *state == Sending::UnderWay).to_string()
            on:click=send
        >
            {name}
        </button>
    }
}

/// Photos that did not get there, and another try.
#[component]
fn NotUploaded(filing: Filing) -> impl IntoView {
    let failed = Memo::new(move |_| filing.uploads().with(|queue| queue.failed(&filing.owner())));
    view! {
        <Show when=move || { failed.get() > 0 }>
            <p class="bar-note" role="status">
                <Icon name="warning" />
                <span>{move || words::not_uploaded(failed.get(), filing.language.get())}</span>
                <button
                    type="button"
                    class="button-link"
                    on:click=move |_| filing.uploads().all_again(&filing.owner())
                >
                    {say(words::UPLOAD_AGAIN)}
                </button>
            </p>
        </Show>
    }
}
