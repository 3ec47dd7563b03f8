//! What happened, newest first.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{By, ByKind, CaseView, EntryView, Vetted};
use shuiting_shared::case::{Event, Seen};
use shuiting_shared::service::Service;
use shuiting_shared::time;
use shuiting_shared::words::{Bi, Lang};

use super::item_name;
use super::order_words;
use super::photos::Thumbnails;
use crate::words;

/// Who did something, by name where there is one.
pub(crate) fn by_whom(by: &By, lang: Lang) -> String {
    match by.kind {
        ByKind::Filer => words::APPLICANT.get(lang).to_owned(),
        ByKind::Party => words::OTHER_SIDE.get(lang).to_owned(),
        ByKind::House => words::BY_ITSELF.get(lang).to_owned(),
        ByKind::Staff => {
            let role = by.role.map(|role| role.label().get(lang).to_owned());
            let parts = [by.name.clone(), role];
            let said = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            if said.is_empty() {
                words::STAFF.get(lang).to_owned()
            } else {
                said
            }
        }
    }
}

/// The timeline under the case.
#[component]
pub(crate) fn Timeline(case: Memo<CaseView>) -> impl IntoView {
    let service = Memo::new(move |_| case.with(|case| case.line.service));
    // Timelines only grow, so an entry is known by how many stand below it, whether it still holds, and what is thought of it.
    let entries = move || {
        let timeline = case.with(|case| case.timeline.clone());
        let count = timeline.len();
        let below = move |(at, entry): (usize, EntryView)| (count - at, entry);
        timeline.into_iter().enumerate().map(below).collect::<Vec<_>>()
    };
    view! {
        <section class="timeline" aria-labelledby="timeline-title">
            <h2 id="timeline-title">{say(words::TIMELINE)}</h2>
            <ol>
                <For
                    each=entries
                    key=|(below, entry)| (*below, entry.undone, entry.vetted)
                    children=move |(_, entry)| view! { <Entry entry service=service.get_untracked() /> }
                />
            </ol>
        </section>
    }
}

/// What somebody wrote; what WeChat doubts is read by who wants to.
#[component]
fn Said(said: String, covered: bool) -> impl IntoView {
    if covered {
        view! {
            <details class="said">
                <summary>{say(words::SHOW_WORDS)}</summary>
                {said}
            </details>
        }
        .into_any()
    } else {
        view! { <p class="said">{said}</p> }.into_any()
    }
}

/// The photos of an event, those of one kind together, by a name of their own where there are several kinds.
fn albums(event: &Event) -> Vec<(Option<Bi>, Vec<String>)> {
    let albums = match event {
        Event::Finished { before, after, .. } => {
            vec![
                (Some(words::BEFORE), before.clone()),
                (Some(words::AFTER), after.clone()),
            ]
        }
        other => vec![(None, other.photos().into_iter().map(str::to_owned).collect())],
    };
    albums.into_iter().filter(|(_, photos)| !photos.is_empty()).collect()
}

#[component]
fn Entry(entry: EntryView, service: Service) -> impl IntoView {
    let language = Language::here();
    let household = Household::here();
    let clock = Clock::here();
    let at = entry.at;
    let helped = entry.helped();
    let by_call = entry.by_call();
    let inside = entry.seen == Seen::Inside;
    let gone = entry.undone;
    let small = gone || matches!(entry.event, Event::Undone { .. });
    let words_said = entry.event.words().map(str::to_owned);
    let doubtful = entry.vetted == Some(Vetted::Doubtful);
    let photos = albums(&entry.event);
    let event = StoredValue::new(entry.event);
    let by = StoredValue::new(entry.by);
    let title = move || {
        let lang = language.get();
        event.with_value(|event| household.read(|house| event.title(service, house, lang)))
    };
    let who = move || {
        let lang = language.get();
        let who = by.with_value(|by| by_whom(by, lang));
        if helped { words::helped(&who, lang) } else { who }
    };
    let asks = move || {
        let lang = language.get();
        event.with_value(|event| match event {
            Event::SentBack { asks } => asks
                .iter()
                .map(|ask| format!("{} {}", item_name(service, &ask.item, lang), ask.reason))
                .collect::<Vec<_>>(),
            Event::Completed { items } => items.iter().map(|item| item_name(service, item, lang)).collect(),
            _ => Vec::new(),
        })
    };
    let used = move || {
        let lang = language.get();
        event.with_value(|event| {
            let Event::Finished { parts, .. } = event else {
                return None;
            };
            let parts: Vec<_> = parts
                .iter()
                .map(|part| format!("{} ×{}", part.name, part.count))
                .collect();
            (!parts.is_empty()).then(|| format!("{} {}", order_words::USED.get(lang), parts.join("; ")))
        })
    };
    let list = move || {
        let asks = asks();
        let rows = asks.iter().map(|ask| view! { <li>{ask.clone()}</li> }).collect_view();
        (!asks.is_empty()).then(|| view! { <ul>{rows}</ul> })
    };
    let albums = photos.into_iter().map(|(name, photos)| {
        let title = Signal::derive(move || name.map_or_else(title, |name| language.say(name).to_owned()));
        view! {
            {name.map(|name| view! { <p class="help">{say(name)}</p> })}
            <Thumbnails title photos=Signal::derive(move || photos.clone()) />
        }
    });
    let albums = albums.collect_view();
    view! {
        <li class:inside=inside class:small=small class:gone=gone>
            <p class="entry-facts">
                <time datetime=at.to_rfc3339() title=time::exact(at)>
                    {move || time::say(at, clock.get(), language.get())}
                </time>
                <b>{title}</b>
                <span>{who}</span>
                {by_call.then(|| view! { <em class="mark">{say(words::BY_CALL)}</em> })}
                {inside.then(|| view! { <em class="mark">{say(words::INSIDE)}</em> })}
                {gone.then(|| view! { <em class="mark">{say(words::UNDONE)}</em> })}
                {doubtful.then(|| view! { <em class="mark">{say(Vetted::Doubtful.label())}</em> })}
            </p>
            {words_said.map(|said| view! { <Said said covered=doubtful /> })}
            {move || used().map(|used| view! { <p class="said">{used}</p> })}
            {list}
            {albums}
        </li>
    }
}
