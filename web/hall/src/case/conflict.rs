//! The case has changed under the reader's hands: who changed what, and when.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::Viewer;
use shuiting_shared::time;

use super::hand::Hand;
use super::timeline::by_whom;
use super::words;

/// Says what others did since the case was read, until that has been read.
#[component]
pub(super) fn ConflictBanner() -> impl IntoView {
    let hand = Hand::here();
    let language = Language::here();
    let household = Household::here();
    let clock = Clock::here();
    let rows = move || {
        let lang = language.get();
        let case = hand.load.state.with(|state| {
            let case = state.here();
            case.map(|case| (case.line.service, case.you))
        });
        let (service, you) = case.map_or((None, Viewer::Filer), |(service, you)| (Some(service), you));
        let changes = hand.conflict.get().map(|conflict| conflict.changes).unwrap_or_default();
        let rows = changes.into_iter().filter_map(|entry| {
            let service = service?;
            let title = household.read(|house| entry.event.title(service, house, lang));
            let at = time::say(entry.at, clock.get(), lang);
            let said = entry.event.words().map(str::to_owned);
            Some(view! {
                <li>
                    <b>{title}</b>
                    " "
                    {said}
                    " "
                    <span class="case-small">{by_whom(&entry.by, you, lang)} " · " {at}</span>
                </li>
            })
        });
        rows.collect_view()
    };
    view! {
        <Show when=move || hand.conflict.with(Option::is_some)>
            <div class="case-notice case-tone-wait" role="alert">
                <p>
                    <Icon name="warning" />
                    <b>{say(words::CHANGED)}</b>
                </p>
                <ul>{rows}</ul>
                <p>{say(words::CHANGED_REMEDY)}</p>
                <button type="button" class="button-link" on:click=move |_| hand.conflict.set(None)>
                    {say(words::SEEN)}
                </button>
            </div>
        </Show>
    }
}
