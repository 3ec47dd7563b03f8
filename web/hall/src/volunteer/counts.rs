//! Counting by taps: people served, pipes and taps, services shown. What is not sent yet counts too.

use leptos::prelude::*;
use serde_json::json;
use shuiting_parts::api::Api;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_parts::waiting::{Errand, Errands, Kind, Waiting};
use shuiting_shared::api::{NewOnsiteAct, OnsiteCount};
use shuiting_shared::event::ActKind;
use shuiting_shared::service::Service;
use shuiting_shared::words::{Bi, Text};

use super::words;

/// What is counted by one tap.
const TAPPED: [ActKind; 4] = [ActKind::Served, ActKind::Pipe, ActKind::Tap, ActKind::Swapped];

/// How often something was done, by all and by me: as the server knows it, and what waits on this phone. What was refused
/// does not count.
fn counted(known: &[OnsiteCount], waits: &[Waiting], kind: ActKind, subject: Option<&str>) -> (i64, i64) {
    let known = known
        .iter()
        .filter(|count| count.kind == kind && (subject.is_none() || count.subject.as_deref() == subject));
    let (all, mine) = known.fold((0, 0), |(all, mine), count| (all + count.count, mine + count.mine));
    let waits: i64 = waits
        .iter()
        .filter(|waiting| waiting.refused.is_none())
        .filter_map(|waiting| serde_json::from_value::<NewOnsiteAct>(waiting.errand.body.clone()).ok())
        .filter(|act| act.kind == kind && (subject.is_none() || act.subject.as_deref() == subject))
        .map(|act| i64::from(act.count))
        .sum();
    (all + waits, mine + waits)
}

/// Where acts of an event are told.
pub(super) fn path(id: &str) -> String {
    format!("/api/v1/events/{id}/acts")
}

/// Something to be counted, as it waits.
pub(super) fn errand(id: &str, title: Bi, count: i32, body: serde_json::Value) -> Errand {
    Errand {
        kind: Kind::Count,
        title: Text {
            zh: words::errand(title.zh, count),
            en: words::errand(title.en, count),
        },
        path: path(id),
        body,
        mend: Some(format!("/events/{id}/work")),
        ..Errand::default()
    }
}

/// The taps.
#[component]
pub(super) fn Counts(id: String) -> impl IntoView {
    let (api, errands) = (Api::here(), Errands::here());
    let id = StoredValue::new(id);
    let load = Loader::<Vec<OnsiteCount>>::default();
    let ask = move || async move { api.get(&path(&id.get_value())).await };
    load.fetch(ask());
    Effect::new(move |before: Option<usize>| {
        let answered = errands.answered();
        if before.is_some_and(|before| before != answered) {
            load.follow(ask());
        }
        answered
    });
    let waits = Memo::new(move |_| errands.at(&path(&id.get_value())));
    let count = move |kind, subject: Option<String>| {
        let known = load.get().unwrap_or_default();
        waits.with(|waits| counted(&known, waits, kind, subject.as_deref()))
    };
    view! {
        <section class="card" aria-labelledby="counts-title">
            <h2 id="counts-title">{say(words::COUNTS)}</h2>
            <p class="small">{say(words::COUNTS_ABOUT)}</p>
            <ul class="counts" role="list">
                {TAPPED
                    .map(|kind| view! { <Tap id kind count=Signal::derive(move || count(kind, None)) /> })
                    .collect_view()}
            </ul>
            <Shown id count=Signal::derive(move || count(ActKind::Shown, None)) />
        </section>
    }
}

#[component]
fn Tap(id: StoredValue<String>, kind: ActKind, count: Signal<(i64, i64)>) -> impl IntoView {
    let (language, errands) = (Language::here(), Errands::here());
    let add = move |by: i32| {
        let body = json!({ "kind": kind, "count": by });
        errands.add(errand(&id.get_value(), kind.label(), by, body));
    };
    let said = move || {
        let (all, mine) = count.get();
        words::counted(all, mine, language.get())
    };
    let none = move || count.get().1 <= 0;
    let label = say(kind.label());
    view! {
        <li class="count">
            <button type="button" class="button-plain count-more" on:click=move |_| add(1)>
                <span>{label}</span>
                <span class="small">{said}</span>
            </button>
            <button
                type="button"
                class="button-link"
                aria-disabled=move || none().to_string()
                on:click=move |_| {
                    if !untrack(none) {
                        add(-1);
                    }
                }
            >
                {say(words::LESS)}
                <span class="hidden">" " {label}</span>
            </button>
        </li>
    }
}

/// Which service was shown.
#[component]
fn Shown(id: StoredValue<String>, count: Signal<(i64, i64)>) -> impl IntoView {
    let (language, errands) = (Language::here(), Errands::here());
    let chosen = RwSignal::new(None::<Service>);
    let add = move |_| {
        if let Some(service) = chosen.get_untracked() {
            let body = json!({ "kind": ActKind::Shown, "subject": service.code(), "count": 1 });
            errands.add(errand(&id.get_value(), service.label(), 1, body));
        }
    };
    let option = |service: Service| view! { <option value=service.code()>{say(service.label())}</option> };
    let said = move || {
        let (all, mine) = count.get();
        words::counted(all, mine, language.get())
    };
    view! {
        <div class="field">
            <label class="field-label" for="shown-service">
                {say(words::SHOWN)}
            </label>
            <select
                class="field-input field-select"
                id="shown-service"
                on:change=move |event| chosen.set(Service::from_code(&event_target_value(&event)))
            >
                <option value="">{say(words::CHOOSE)}</option>
                {Service::all().map(option).collect_view()}
            </select>
            <button
                type="button"
                class="button-plain"
                aria-disabled=move || chosen.with(Option::is_none).to_string()
                on:click=add
            >
                <span>{say(words::SHOWN_ONE)}</span>
                <span class="small">{said}</span>
            </button>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(kind: ActKind, subject: Option<&str>, count: i64, mine: i64) -> OnsiteCount {
        OnsiteCount {
            kind,
            subject: subject.map(str::to_owned),
            count,
            mine,
        }
    }

    fn waits(body: serde_json::Value, refused: bool) -> Waiting {
        Waiting {
            errand: errand("1", ActKind::Served.label(), 1, body),
            key: "k".into(),
            done: Default::default(),
            place: 0,
            whose: None,
            refused: refused.then(|| "no".into()),
        }
    }

    #[test]
    fn what_waits_counts_and_what_was_refused_does_not() {
        let known = [
            known(ActKind::Served, None, 7, 2),
            known(ActKind::Shown, Some("LEAK"), 3, 1),
            known(ActKind::Shown, Some("TRANS"), 1, 0),
        ];
        let served = json!({ "kind": "served", "count": 1 });
        let waits = [
            waits(served.clone(), false),
            waits(json!({ "kind": "served", "count": -2 }), false),
            waits(served, true),
        ];
        assert_eq!(counted(&known, &waits, ActKind::Served, None), (6, 1));
        assert_eq!(counted(&known, &[], ActKind::Shown, None), (4, 1));
        assert_eq!(counted(&known, &[], ActKind::Shown, Some("TRANS")), (1, 0));
    }
}
