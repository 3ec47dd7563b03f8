//! What else is reported of the street, and what the order may become with it.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{CaseLine, StreetView};
use shuiting_shared::time;

use super::desk::{Desk, Joining};
use super::words;
use crate::keys::{Command, Hint, Keys};

/// What the new order is to join: what is known to be a burst, or else the first that was reported.
fn join(view: &StreetView) -> Option<Joining> {
    let burst = view.burst.as_ref().map(|burst| burst.lead);
    let first = || view.orders.first().map(|line| line.number);
    burst.or_else(first).map(Joining::Join)
}

/// The burst that all of them are to become, where they are none yet.
fn burst(view: &StreetView) -> Option<Joining> {
    let burst = view.burst.as_ref().filter(|burst| !burst.known)?;
    Some(Joining::Burst(burst.lead, burst.others.clone()))
}

/// What is reported, told while the address is typed.
#[component]
pub(super) fn Street(desk: Desk) -> impl IntoView {
    let language = Language::here();
    let place = Memo::new(move |_| {
        desk.draft
            .taken
            .with(|taken| (taken.town.clone(), taken.address.clone()))
    });
    Effect::new(move |_| {
        place.with(|(town, address)| {
            if town.is_empty() || address.trim().is_empty() {
                desk.street.put(StreetView::default());
            } else {
                desk.look_round(town, address);
            }
        });
    });
    let view = Memo::new(move |_| desk.street.get().unwrap_or_default());
    let file = move |way: fn(&StreetView) -> Option<Joining>| {
        let with = view.with_untracked(way);
        let there = with.is_some();
        if let Some(with) = with {
            desk.file(with);
        }
        there
    };
    let keys = Keys::here();
    keys.on_if(Command::CallJoin, move || file(join));
    keys.on_if(Command::CallBurst, move || file(burst));
    let (joins, bursts) = (Hint::of(Command::CallJoin), Hint::of(Command::CallBurst));
    let into = move || match view.with(join) {
        Some(Joining::Join(number)) => Some(words::join(number, language.get())),
        _ => None,
    };
    let all = move || view.with(|view| view.burst.as_ref().map(|burst| (burst.known, burst.count)));
    let said = move || all().map(|(known, count)| words::burst(known, count, language.get()));
    let make = move || {
        all()
            .filter(|(known, _)| !known)
            .map(|(_, count)| words::make_burst(count + 1, language.get()))
    };
    view! {
        <section class="calls-street" aria-label=say(words::STREET)>
            <Show
                when=move || view.with(|view| !view.orders.is_empty())
                fallback=|| view! { <p class="help">{say(words::STREET_HELP)}</p> }
            >
                <h2>{move || view.with(|view| words::on_street(view, language.get()))}</h2>
                <p class="calls-burst" role="status">
                    {said}
                </p>
                <ul>
                    <For each=move || view.get().orders key=|line| line.number let:line>
                        <Report line />
                    </For>
                </ul>
                <button
                    type="button"
                    aria-keyshortcuts=move || joins.aria()
                    data-key=move || joins.said()
                    on:click=move |_| {
                        file(join);
                    }
                >
                    {into}
                </button>
                <Show when=move || make().is_some()>
                    <button
                        type="button"
                        aria-keyshortcuts=move || bursts.aria()
                        data-key=move || bursts.said()
                        on:click=move |_| {
                            file(burst);
                        }
                    >
                        {make}
                    </button>
                </Show>
            </Show>
        </section>
    }
}

#[component]
fn Report(line: CaseLine) -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let filed = line.filed;
    let what = move || {
        language.say(
            line.order
                .as_ref()
                .map_or(line.service.label(), |order| order.kind.label()),
        )
    };
    view! {
        <li>
            <b>{what}</b>
            " "
            <span class="number">{line.number.to_string()}</span>
            " "
            <time datetime=filed.to_rfc3339() title=time::exact(filed)>
                {move || time::say(filed, clock.get(), language.get())}
            </time>
            <span class="calls-place" lang="zh-CN">
                {line.address}
            </span>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::call::street::Burst;
    use shuiting_shared::number::CaseNumber;

    use super::*;

    #[test]
    fn what_is_known_is_joined_and_what_is_not_is_made() {
        let number = CaseNumber::from_index;
        let view = |known| StreetView {
            burst: Some(Burst {
                lead: number(1),
                known,
                others: vec![number(2)],
                count: 3,
            }),
            ..StreetView::default()
        };
        assert_eq!(join(&view(true)), Some(Joining::Join(number(1))));
        assert_eq!(burst(&view(true)), None);
        assert_eq!(burst(&view(false)), Some(Joining::Burst(number(1), vec![number(2)])));
        assert_eq!(
            (join(&StreetView::default()), burst(&StreetView::default())),
            (None, None)
        );
    }
}
