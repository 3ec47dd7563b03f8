//! My open cases: those that wait for me first.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_parts::live::{Live, Paced};
use shuiting_parts::load::{Load, Loader};
use shuiting_parts::session::{Known, SignedIn};
use shuiting_shared::api::CaseLine;

use super::words;
use crate::case::{Rows, focus};
use crate::filing::Outbox;
use crate::last_town::LastTown;

const CASES: &str = "/api/v1/cases";
/// More than these are a tap away: what is used most must stay in reach.
const MOST: usize = 3;

/// What is shown of my cases on the first page.
fn first(mut lines: Vec<CaseLine>) -> Vec<CaseLine> {
    lines.retain(|line| line.waits_for_you || line.status.waits());
    // The order of the server, newest first, stays within each half.
    lines.sort_by_key(|line| !line.waits_for_you);
    lines
}

/// The cases of whoever is here; nothing for whoever has none.
#[component]
pub(super) fn Cases() -> impl IntoView {
    let (api, signed_in, household) = (Api::here(), SignedIn::here(), Household::here());
    let outbox = Outbox::here();
    let load = Loader::<Vec<CaseLine>>::default();
    let ask = move || async move { api.get::<Vec<CaseLine>>(CASES).await };
    let somebody = Memo::new(move |_| signed_in.me());
    Effect::new(move || {
        outbox.filed();
        if somebody.get().is_some() {
            load.follow(ask());
        } else {
            load.put(Vec::new());
        }
    });
    let pace = Paced::default();
    let renew = move || {
        load.renewal(ask(), |_, fresh| {
            focus::stay();
            fresh
        })
    };
    Live::here().listen(move |_| pace.want(renew));
    let failed = move || {
        matches!(signed_in.get(), Known::Failed(_))
            || load.state.with(|state| matches!(state, Load::Failed(_)))
            || household.load.state.with(|state| matches!(state, Load::Failed(_)))
    };
    let retry = move |_| {
        if household.load.get_untracked().is_none() {
            household.fetch();
        }
        if somebody.get_untracked().is_some() {
            load.fetch(ask());
        } else {
            signed_in.ask();
        }
    };
    let lines = Memo::new(move |_| first(load.get().unwrap_or_default()));
    let last_town = LastTown::here();
    Effect::new(move || {
        let town = load
            .state
            .with(|state| state.here()?.iter().find_map(|line| line.town.clone()));
        if let Some(town) = town {
            last_town.guess(&town);
        }
    });
    // The rows name towns.
    let ready = move || household.load.state.with(|state| state.here().is_some());
    let shown = Memo::new(move |_| lines.with(|lines| lines.iter().take(MOST).cloned().collect::<Vec<_>>()));
    view! {
        <Show when=move || ready() && lines.with(|lines| !lines.is_empty())>
            <section aria-label=say(words::MINE)>
                <ul class="rows" role="list">
                    <Rows lines=shown />
                    <Show when=move || lines.with(|lines| lines.len() > MOST)>
                        <li>
                            <a class="row" href="/cases">
                                <span class="row-body">{say(words::ALL_CASES)}</span>
                                <Icon name="chevron" />
                            </a>
                        </li>
                    </Show>
                </ul>
            </section>
        </Show>
        <div role="status">
            <Show when=failed>
                <p class="card card-warn">
                    {say(words::CASES_FAILED)}
                    <button type="button" class="button-link" on:click=retry>
                        {say(words::AGAIN)}
                    </button>
                </p>
            </Show>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::case::Status;
    use shuiting_shared::number::CaseNumber;
    use shuiting_shared::service::Service;

    use super::*;

    fn line(index: u32, status: Status, waits_for_you: bool) -> CaseLine {
        CaseLine {
            waits_for_you,
            ..CaseLine::example(index, Service::Leak, status)
        }
    }

    #[test]
    fn what_waits_for_me_comes_first_and_what_has_ended_not_at_all() {
        let lines = vec![
            line(1, Status::Taken, false),
            line(2, Status::SentBack, true),
            line(3, Status::Finished, false),
            line(4, Status::Finished, true),
        ];
        let shown: Vec<_> = first(lines).iter().map(|line| line.number).collect();
        let expected = [2, 4, 1].map(CaseNumber::from_index);
        assert_eq!(shown, expected);
    }
}
