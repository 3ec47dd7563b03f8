//! What was begun and not sent: a row a draft, to go on with it or to delete it.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::waiting::Sending;

use super::about::about;
use super::{DraftId, Drafts, Outbox, way, words};
use crate::ask::AskFirst;
use crate::notice::Notices;
use crate::services::icon;

/// Drafts one under the other; nothing where there are none.
#[component]
pub(crate) fn DraftRows(
    /// Which.
    ids: Memo<Vec<DraftId>>,
) -> impl IntoView {
    let asked = RwSignal::new(None::<DraftId>);
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <ul class="rows" role="list">
                <For each=move || ids.get() key=|id| *id let:id>
                    <DraftRow id asked />
                </For>
            </ul>
        </Show>
        {move || asked.get().map(|id| view! { <DeleteSheet id asked /> })}
    }
}

#[component]
fn DraftRow(
    id: DraftId,
    /// Which is to be deleted, where that is asked.
    asked: RwSignal<Option<DraftId>>,
) -> impl IntoView {
    let (outbox, language) = (Outbox::here(), Language::here());
    let state = Memo::new(move |_| outbox.state(id));
    let said = line(id, state);
    let href = href(id);
    let name = move || words::delete(language.say(id.service.label()), &said.get(), language.get());
    view! {
        <li class="row-pair">
            <a class="row" href=href>
                <span class="row-icon">
                    <Icon name=icon(id.service) />
                </span>
                <span class="row-body">
                    <span>{say(words::GO_ON)}<b>{say(id.service.label())}</b></span>
                    " "
                    <span class="small">{said}</span>
                </span>
                <Icon name="chevron" />
            </a>
            // What is being sent may have arrived: it is no longer to be deleted here.
            <Show when=move || !state.with(Sending::goes_on)>
                <button type="button" class="row-tool" aria-label=name on:click=move |_| asked.set(Some(id))>
                    <Icon name="cross" />
                </button>
            </Show>
        </li>
    }
}

/// Asks before a draft is deleted.
#[component]
fn DeleteSheet(id: DraftId, asked: RwSignal<Option<DraftId>>) -> impl IntoView {
    let (drafts, notices, outbox) = (Drafts::here(), Notices::here(), Outbox::here());
    let said = line(id, Memo::new(move |_| outbox.state(id)));
    let delete = move |()| {
        asked.set(None);
        drafts.forget(id);
        notices.tell(words::TOLD_DELETED);
    };
    view! {
        <AskFirst
            title=words::DELETE_TITLE
            yes=words::DELETE
            no=words::DELETE_NOT
            on_yes=delete
            on_close=move |()| asked.set(None)
        >
            <p>
                <b>{say(id.service.label())}</b>
                " "
                {said}
            </p>
            <p>{say(words::DELETE_MEANS)}</p>
        </AskFirst>
    }
}

/// How far a draft has come, and where it is about.
fn line(id: DraftId, state: Memo<Sending>) -> Memo<String> {
    let (drafts, language, clock, household) = (Drafts::here(), Language::here(), Clock::here(), Household::here());
    Memo::new(move |_| {
        let lang = language.get();
        let (page, refused, about) = drafts.with(id, |draft| {
            let town = |code: &str| household.town(code, lang);
            (
                draft.page.clone(),
                draft.is_refused(),
                about(draft, town, clock.get(), lang),
            )
        });
        let how_far = state.with(|state| match state {
            Sending::UnderWay => words::IS_SENT.get(lang).to_owned(),
            Sending::Waiting(_) => words::WAITS_FOR_NETWORK.get(lang).to_owned(),
            Sending::Not | Sending::Stopped(_) if refused => words::WAS_REFUSED.get(lang).to_owned(),
            Sending::Not | Sending::Stopped(_) => {
                let (place, all) = id.service.form().map_or((0, 0), |form| way::progress(form, &page));
                words::step(place, all, lang)
            }
        });
        format!("{how_far} · {about}")
    })
}

/// Where one goes on with a draft.
fn href(id: DraftId) -> Memo<String> {
    let drafts = Drafts::here();
    Memo::new(move |_| match id.service.form() {
        Some(form) => drafts.with(id, |draft| way::onward(form, id, &draft.page)),
        None => way::intro(id.service),
    })
}
