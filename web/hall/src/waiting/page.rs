//! All that waits, on one page.

use std::collections::BTreeSet;

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::photo::{State, Uploads};
use shuiting_parts::waiting::{Errands, Queue};

use super::row::ErrandRow;
use super::words;
use crate::filing::{DraftId, DraftRows, Outbox};
use crate::page::Page;

/// The page.
#[component]
pub(crate) fn WaitingPage() -> impl IntoView {
    let (errands, outbox, queue, uploads) = (Errands::here(), Outbox::here(), Queue::here(), Uploads::here());
    let filings = Memo::new(move |_| outbox.unsent());
    let waiting = Memo::new(move |_| errands.all());
    // Whose photos are not there yet.
    let owners = Memo::new(move |_| {
        uploads.with(|queue| {
            let missing = queue.all().filter(|tile| !matches!(tile.state, State::Here(_)));
            let owners: BTreeSet<_> = missing.map(|tile| tile.place.owner.clone()).collect();
            owners.into_iter().collect::<Vec<_>>()
        })
    });
    let some = move || {
        filings.with(|filings| !filings.is_empty())
            || waiting.with(|waiting| !waiting.is_empty())
            || owners.with(|owners| !owners.is_empty())
    };
    let cut = move || queue.trouble().is_some() || uploads.any_failed();
    let now = move |_| {
        uploads.unreached_again();
        queue.wake();
    };
    view! {
        <Page title=say(words::TITLE) back="/me">
            <Show
                when=some
                fallback=|| {
                    view! {
                        <div class="case-empty">
                            <p>
                                <b>{say(words::NOTHING)}</b>
                            </p>
                            <p>{say(words::NOTHING_ABOUT)}</p>
                        </div>
                    }
                }
            >
                <p>{say(words::ABOUT)}</p>
                <Show when=move || filings.with(|filings| !filings.is_empty())>
                    <section class="part">
                        <h2>{say(words::FILINGS)}</h2>
                        <DraftRows ids=filings />
                    </section>
                </Show>
                <Show when=move || waiting.with(|waiting| !waiting.is_empty())>
                    <section class="part">
                        <h2>{say(words::ERRANDS)}</h2>
                        <ul class="rows" role="list">
                            <For
                                each=move || waiting.get()
                                key=|waiting| (waiting.key.clone(), waiting.refused.clone())
                                let:waiting
                            >
                                <ErrandRow waiting />
                            </For>
                        </ul>
                    </section>
                </Show>
                <Show when=move || owners.with(|owners| !owners.is_empty())>
                    <section class="part">
                        <h2>{say(words::PHOTOS)}</h2>
                        <ul class="rows" role="list">
                            <For each=move || owners.get() key=Clone::clone let:owner>
                                <PhotosRow owner />
                            </For>
                        </ul>
                    </section>
                </Show>
                <Show when=cut>
                    <button type="button" class="button-plain" on:click=now>
                        {say(words::NOW)}
                    </button>
                </Show>
            </Show>
        </Page>
    }
}

/// The photos of a draft or a case that are not there yet.
#[component]
fn PhotosRow(owner: String) -> impl IntoView {
    let (uploads, language) = (Uploads::here(), Language::here());
    let draft: Option<DraftId> = owner.parse().ok();
    let href = draft.map_or_else(|| format!("/cases/{owner}"), DraftId::address);
    let number = owner.clone();
    let name = move || draft.map_or_else(|| number.clone(), |id| language.say(id.service.label()).to_owned());
    let owner = StoredValue::new(owner);
    let counts =
        Memo::new(move |_| uploads.with(|queue| owner.with_value(|owner| (queue.busy(owner), queue.failed(owner)))));
    let said = move || words::photos(counts.get().0 + counts.get().1, language.get());
    view! {
        <li class="row-pair">
            <a class="row" href=href>
                <span class="row-icon">
                    <Icon name="photo" />
                </span>
                <span class="row-body">
                    <b>{name}</b>
                    <span class="small">{said}</span>
                </span>
            </a>
            <Show when=move || { counts.get().1 > 0 }>
                <button
                    type="button"
                    class="row-tool"
                    on:click=move |_| owner.with_value(|owner| uploads.all_again(owner))
                >
                    {say(words::UPLOAD_AGAIN)}
                </button>
            </Show>
        </li>
    }
}
