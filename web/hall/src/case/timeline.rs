//! What happened, newest first.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{By, ByKind, CaseView, EntryView, Viewer};
use shuiting_shared::case::{Event, Item};
use shuiting_shared::service::Service;
use shuiting_shared::time;
use shuiting_shared::words::Lang;

use super::photos::Thumbnails;
use super::rated::tag;
use super::words;

/// Who did something, as told to whoever looks.
pub(super) fn by_whom(by: &By, you: Viewer, lang: Lang) -> String {
    let said = match (by.kind, you) {
        (ByKind::Filer, Viewer::Filer) | (ByKind::Party, Viewer::Party) => words::YOU,
        (ByKind::Filer, _) => words::APPLICANT,
        (ByKind::Party, _) => words::OTHER_SIDE,
        (ByKind::House, _) => words::BY_ITSELF,
        (ByKind::Staff, _) => {
            let staff = words::STAFF.get(lang);
            return match by.role {
                Some(role) => format!("{staff} · {}", role.label().get(lang)),
                None => staff.to_owned(),
            };
        }
    };
    said.get(lang).to_owned()
}

/// What people call a field or a material of a service.
pub(super) fn item_name(service: Service, item: &Item, lang: Lang) -> String {
    let (key, label) = match item {
        Item::Field(key) => {
            let field = service.form().and_then(|form| form.field(key));
            (key, field.map(|field| field.label))
        }
        Item::Material(key) => (key, service.material(key).map(|material| material.label)),
    };
    label.map_or_else(|| key.clone(), |label| label.get(lang).to_owned())
}

/// What an event names one by one.
fn details(event: &Event, service: Service, lang: Lang) -> Vec<String> {
    match event {
        Event::SentBack { asks } => asks
            .iter()
            .map(|ask| words::named(&item_name(service, &ask.item, lang), &ask.reason, lang))
            .collect(),
        Event::Completed { items } => items.iter().map(|item| item_name(service, item, lang)).collect(),
        Event::Rated { tags, .. } => tags.iter().map(|zh| tag(service, zh, lang)).collect(),
        _ => Vec::new(),
    }
}

/// The timeline of the case.
#[component]
pub(super) fn Timeline(case: Memo<CaseView>) -> impl IntoView {
    // An entry is known by how many stand below it, and by its moment: what the desk takes back goes away again.
    let entries = move || {
        let timeline = case.with(|case| case.timeline.clone());
        let count = timeline.len();
        let below = move |(at, entry): (usize, EntryView)| (count - at, entry);
        timeline.into_iter().enumerate().map(below).collect::<Vec<_>>()
    };
    let (service, you) = case.with_untracked(|case| (case.line.service, case.you));
    view! {
        <section class="case-part" aria-labelledby="case-timeline">
            <h2 id="case-timeline">{say(words::TIMELINE)}</h2>
            <ol class="case-timeline" role="list">
                <For
                    each=entries
                    key=|(below, entry)| (*below, entry.at, entry.vetted)
                    children=move |(_, entry)| view! { <Entry entry service you /> }
                />
            </ol>
        </section>
    }
}

#[component]
fn Entry(entry: EntryView, service: Service, you: Viewer) -> impl IntoView {
    let language = Language::here();
    let household = Household::here();
    let clock = Clock::here();
    let helped = entry.helped();
    let EntryView {
        at, by, event, vetted, ..
    } = entry;
    let said = event.words().map(str::to_owned);
    let photos = event.photos().into_iter().map(str::to_owned).collect::<Vec<_>>();
    let event = StoredValue::new(event);
    let by = StoredValue::new(by);
    let title = move || {
        let lang = language.get();
        event.with_value(|event| household.read(|house| event.title(service, house, lang)))
    };
    let who = move || {
        let lang = language.get();
        let who = by.with_value(|by| by_whom(by, you, lang));
        if helped { words::helped(&who, lang) } else { who }
    };
    let list = move || {
        let details = event.with_value(|event| details(event, service, language.get()));
        let rows = details.iter().map(|detail| view! { <li>{detail.clone()}</li> });
        let rows = rows.collect_view();
        (!details.is_empty()).then(|| view! { <ul class="case-details">{rows}</ul> })
    };
    view! {
        <li class="case-entry">
            <p class="case-entry-title">{title}</p>
            {said.map(|said| view! { <p class="case-said">{said}</p> })}
            {vetted.map(|vetted| view! { <p class="case-small">{say(words::vetted(vetted))}</p> })}
            {list}
            <Thumbnails title=Signal::derive(title) photos />
            <p class="case-small">
                {who} " · "
                <time datetime=at.to_rfc3339()>
                    {move || words::exactly(&time::say(at, clock.get(), language.get()), &time::exact(at), language.get())}
                </time>
            </p>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::case::{Ask, Role};

    use super::*;

    #[test]
    fn everybody_is_called_as_the_reader_knows_them() {
        let by = |kind| By {
            kind,
            role: None,
            name: None,
        };
        let said = |kind, you| by_whom(&by(kind), you, Lang::Zh);
        assert_eq!(said(ByKind::Filer, Viewer::Filer), "您");
        assert_eq!(said(ByKind::Party, Viewer::Filer), "对方");
        assert_eq!(said(ByKind::Filer, Viewer::Party), "申请人");
        assert_eq!(said(ByKind::Party, Viewer::Party), "您");
        let crew = By {
            role: Some(Role::Crew),
            ..by(ByKind::Staff)
        };
        assert_eq!(by_whom(&crew, Viewer::Filer, Lang::Zh), "工作人员 · 维修人员");
    }

    #[test]
    fn what_is_asked_for_is_named_with_its_reason() {
        let asks = vec![Ask {
            item: Item::Material("id_card".into()),
            reason: "照片看不清".into(),
        }];
        let said = details(&Event::SentBack { asks }, Service::Trans, Lang::Zh);
        assert_eq!(said, ["身份证:照片看不清"]);
    }
}
