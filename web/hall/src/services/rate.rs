//! What was done and waits to be rated.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::lang::say;
use shuiting_parts::load::Loader;
use shuiting_shared::api::CaseLine;
use shuiting_shared::case::Status;

use super::words;
use crate::case::{Opened, Rows};

const CASES: &str = "/api/v1/cases";

/// Those that were done and that whoever looks may still rate.
fn unrated(lines: Vec<CaseLine>) -> Vec<CaseLine> {
    let waits = |line: &CaseLine| line.status == Status::Finished && line.waits_for_you;
    lines.into_iter().filter(waits).collect()
}

/// They, each leading to its case, where one rates.
#[component]
pub(super) fn Unrated() -> impl IntoView {
    let api = Api::here();
    let load = Loader::<Vec<CaseLine>>::default();
    let fetch = move || load.fetch(async move { api.get(CASES).await });
    fetch();
    view! {
        <Opened load happening=words::FETCHING_UNRATED retry=move |()| fetch()>
            <UnratedRows load />
        </Opened>
    }
}

#[component]
fn UnratedRows(load: Loader<Vec<CaseLine>>) -> impl IntoView {
    let lines = Memo::new(move |_| unrated(load.get().unwrap_or_default()));
    let none = || view! { <p class="card">{say(words::NOTHING_TO_RATE)}</p> };
    view! {
        <Show when=move || !lines.with(Vec::is_empty) fallback=none>
            <section class="case-group" aria-labelledby="unrated">
                <h2 id="unrated">{say(words::UNRATED)}</h2>
                <ul class="case-rows" role="list">
                    <Rows lines />
                </ul>
            </section>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::service::Service;

    use super::*;

    #[test]
    fn only_what_is_done_and_may_be_rated_waits() {
        let line = |index, status, waits_for_you| CaseLine {
            waits_for_you,
            ..CaseLine::example(index, Service::Trans, status)
        };
        let lines = vec![
            line(1, Status::Finished, true),
            line(2, Status::Finished, false),
            line(3, Status::SentBack, true),
        ];
        let left: Vec<_> = unrated(lines).iter().map(|line| line.number).collect();
        assert_eq!(left, [line(1, Status::Finished, true).number]);
    }
}
