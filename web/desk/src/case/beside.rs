//! What else there is of the same person, the same water account and the same address.

mod water;
mod words;

use leptos::prelude::*;
use serde::de::DeserializeOwned;
use shuiting_parts::api::Api;
use shuiting_parts::clock::Clock;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::lasting;
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{CaseView, RelatedCase};
use shuiting_shared::time;

use crate::inbox::{Desk, query};
pub(crate) use water::Water;

/// So many are shown before one asks for the rest.
const FEW: usize = 5;

/// The related cases, beside the documents.
#[component]
pub(crate) fn Beside(case: Memo<CaseView>) -> impl IntoView {
    let (load, ask) = found::<Vec<RelatedCase>>(case, "history");
    view! {
        <section class="beside" aria-labelledby="beside-title">
            <h2 id="beside-title">{say(words::RELATED)}</h2>
            <Faces load happening=words::FETCHING retry=move |()| ask()>
                <Related load />
            </Faces>
        </section>
    }
}

/// What is found about a case below its address, and how it is asked for again. A case that is completed may be about
/// another address or account than before, so then it is.
fn found<T>(case: Memo<CaseView>, what: &'static str) -> (Loader<T>, impl Fn() + Copy + Send + Sync + 'static)
where
    T: Clone + PartialEq + DeserializeOwned + Send + Sync + 'static,
{
    let api = Api::here();
    let number = case.with_untracked(|case| case.line.number);
    let load = Loader::<T>::default();
    let question = move || async move { api.get(&format!("/api/v1/desk/cases/{number}/{what}")).await };
    load.fetch(question());
    let version = Memo::new(move |_| case.with(|case| case.version));
    Effect::watch(
        move || version.get(),
        move |_, _, _| load.renew(question(), |_, fresh| fresh),
        false,
    );
    (load, move || load.fetch(question()))
}

/// The list, at first its newest.
#[component]
fn Related(load: Loader<Vec<RelatedCase>>) -> impl IntoView {
    let language = Language::here();
    let all = RwSignal::new(false);
    let count = move || load.get().map_or(0, |related| related.len());
    let shown = move || {
        let related = load.get().unwrap_or_default();
        let most = if all.get() { related.len() } else { FEW };
        related.into_iter().take(most).collect::<Vec<_>>()
    };
    view! {
        <Show when=move || count() != 0 fallback=move || view! { <p class="help">{say(words::NONE)}</p> }>
            <ul>
                <For each=shown key=|related| (related.number, related.status, related.shares.len()) let:related>
                    <OneRelated related />
                </For>
            </ul>
            <Show when=move || { count() > FEW && !all.get() }>
                <button type="button" class="plain" on:click=move |_| all.set(true)>
                    {move || words::rest(count() - FEW, language.get())}
                </button>
            </Show>
        </Show>
    }
}

#[component]
fn OneRelated(related: RelatedCase) -> impl IntoView {
    let (language, clock, desk) = (Language::here(), Clock::here(), Desk::here());
    let RelatedCase {
        number,
        service,
        status,
        filed,
        shares,
    } = related;
    let marks = shares
        .into_iter()
        .map(|bond| view! { <em class="mark">{say(bond.label())}</em> });
    view! {
        <li>
            <a href=move || lasting::read(desk.filter, |filter| query::case(number, filter))>
                <b>{number.to_string()}</b>
                " "
                {say(service.label())}
            </a>
            <span>{say(status.label())}</span>
            <time datetime=filed.to_rfc3339() title=time::exact(filed)>
                {move || time::say(filed, clock.get(), language.get())}
            </time>
            <span class="marks">{marks.collect_view()}</span>
        </li>
    }
}
