//! The list: one dense row a case.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::hooks::use_location;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Faces;
use shuiting_shared::api::{CaseLine, Filter};
use shuiting_shared::case::Status;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::Lang;
use web_sys::HtmlElement;

use super::{Desk, query};
use crate::words;

/// The middle pane.
#[component]
pub(crate) fn List() -> impl IntoView {
    let desk = Desk::here();
    let language = Language::here();
    let pathname = use_location().pathname;
    let total = Memo::new(move |_| desk.list.state.with(|state| state.here().map(|inbox| inbox.total)));
    let counted = move || total.get().map(|total| words::cases(total, language.get()));
    let alone = move || pathname.with(|path| path.trim_end_matches('/') == "/desk/cases");
    Effect::new(move || {
        if alone() {
            let name = language.say(words::INBOX);
            let counted = counted().unwrap_or_default();
            document().set_title(&format!("{name} {counted} · {}", language.say(words::DESK)));
        }
    });
    view! {
        <header class="list-head">
            <h2 id="inbox-title">{say(words::INBOX)}</h2>
            <span role="status">{counted}</span>
            <Stale />
            <Show when=move || desk.held.with(Option::is_some)>
                <button type="button" class="plain" on:click=move |_| desk.let_in()>
                    {say(words::NEWER)}
                </button>
            </Show>
            <Pages />
        </header>
        <Faces load=desk.list happening=words::FETCHING_LIST retry=move |()| desk.retry()>
            <Rows />
        </Faces>
    }
}

/// Says that what is shown could not be made newer.
#[component]
fn Stale() -> impl IntoView {
    let desk = Desk::here();
    let language = Language::here();
    let told = move || desk.list.stale.get().map(|_| language.say(words::STALE));
    view! {
        <span class="stale" role="status">
            {told}
        </span>
    }
}

#[component]
fn Pages() -> impl IntoView {
    let desk = Desk::here();
    let language = Language::here();
    let pathname = use_location().pathname;
    let pages = Memo::new(move |_| {
        desk.list.state.with(|state| {
            state.here().map_or((1, 1), |inbox| {
                let per_page = i64::from(inbox.per_page.max(1));
                let last = inbox.total.max(1).saturating_add(per_page - 1) / per_page;
                (inbox.page, u32::try_from(last).unwrap_or(u32::MAX))
            })
        })
    });
    let to = move |page: u32| {
        let filter = Filter {
            page: Some(page).filter(|page| *page > 1),
            ..desk.filter.get()
        };
        query::with(&pathname.get(), &filter)
    };
    let link = move |text, page: Option<u32>| match page {
        Some(page) => view! { <a href=to(page)>{say(text)}</a> }.into_any(),
        None => view! { <span class="off">{say(text)}</span> }.into_any(),
    };
    move || {
        let (page, last) = pages.get();
        (last > 1).then(|| {
            view! {
                <nav class="pages" aria-label=say(words::PAGES)>
                    {link(words::EARLIER, (page > 1).then(|| page - 1))}
                    <span>{words::page(page, last, language.get())}</span>
                    {link(words::LATER, (page < last).then_some(page + 1))}
                </nav>
            }
        })
    }
}

#[component]
fn Rows() -> impl IntoView {
    let desk = Desk::here();
    let lines = Memo::new(move |_| desk.list.get().map(|inbox| inbox.cases).unwrap_or_default());
    let numbers = move || lines.with(|lines| lines.iter().map(|line| line.number).collect::<Vec<_>>());
    let none = Memo::new(move |_| lines.with(Vec::is_empty));
    let row = move |number: CaseNumber| {
        let find = move || lines.with(|lines| lines.iter().find(|line| line.number == number).cloned());
        // A row that is about to go keeps its last face.
        let line = Memo::new(move |before: Option<&Option<CaseLine>>| find().or_else(|| before.cloned().flatten()));
        view! { <Row number line /> }
    };
    view! {
        <Show when=move || !none.get() fallback=Empty>
            <div class="row row-names" aria-hidden="true">
                <span>{say(words::NUMBER)}</span>
                <span>{say(words::SERVICE)}</span>
                <span class="who">{say(words::WHO)}</span>
                <span class="where">{say(words::WHERE)}</span>
                <span>{say(words::STATUS)}</span>
                <span>{say(words::DUE)}</span>
            </div>
            <ul
                class="rows"
                role="list"
                on:keydown=walk
                on:pointerenter=move |_| desk.touch(true)
                on:pointerleave=move |_| desk.touch(false)
                on:focusin=move |_| desk.touch(true)
                on:focusout=move |_| desk.touch(false)
            >
                <For each=numbers key=|number| *number children=row />
            </ul>
        </Show>
    }
}

/// Down and up in the list with the arrows, or j and k.
fn walk(event: KeyboardEvent) {
    let down = match event.key().as_str() {
        "ArrowDown" | "j" => true,
        "ArrowUp" | "k" => false,
        _ => return,
    };
    let row = document()
        .active_element()
        .and_then(|link| link.closest("li").ok().flatten());
    let next = row.and_then(|row| {
        if down {
            row.next_element_sibling()
        } else {
            row.previous_element_sibling()
        }
    });
    let link = next.and_then(|row| row.query_selector("a").ok().flatten());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        // Where the focus does not move, the key has done nothing, which the person sees.
        drop(link.focus());
    }
}

#[component]
fn Row(number: CaseNumber, line: Memo<Option<CaseLine>>) -> impl IntoView {
    let desk = Desk::here();
    let language = Language::here();
    let household = Household::here();
    let clock = Clock::here();
    let pathname = use_location().pathname;
    let own = format!("/desk/cases/{number}");
    let here = move || pathname.with(|path| *path == own).then_some("page");
    let of = move |read: fn(&CaseLine) -> Option<String>| line.with(|line| line.as_ref().and_then(read));
    let service = move || line.with(|line| line.as_ref().map(|line| language.say(line.service.label())));
    let status = move || line.with(|line| line.as_ref().map(|line| language.say(line.status.label())));
    let urgent = move || line.with(|line| line.as_ref().is_some_and(|line| line.urgent));
    let place = move || {
        let town = of(|line| line.town.clone()).map(|town| household.town(&town, language.get()));
        [town, of(|line| line.address.clone())]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let due = move || {
        let clock = line.with(|line| {
            line.as_ref()
                .map(|line| due_clock(line.status, line.due, clock.get(), language.get()))
        });
        clock.map(|(colour, said, exact)| view! { <span class=format!("due {colour}") title=exact>{said}</span> })
    };
    view! {
        <li>
            <a class="row" href=move || query::case(number, &desk.filter.get()) aria-current=here>
                <b class="number">{number.to_string()}</b>
                <span class="service">
                    <Show when=urgent>
                        <em class="urgent">{say(words::URGENT)}</em>
                    </Show>
                    {service}
                </span>
                <span class="who">{move || of(|line| line.name.clone())}</span>
                <span class="where">{place}</span>
                <span class="status">{status}</span>
                {due}
            </a>
        </li>
    }
}

/// The colour, the words and the exact moment of a due clock.
fn due_clock(status: Status, due: Option<Moment>, now: Moment, lang: Lang) -> (&'static str, String, String) {
    let Some(due) = due.filter(|_| status.waits()) else {
        return ("", String::new(), String::new());
    };
    let said = time::say(due, now, lang);
    let exact = time::exact(due);
    if due < now {
        ("late", words::late(&said, lang), exact)
    } else if due < time::day_of(now).1 {
        ("soon", said, exact)
    } else {
        ("", said, exact)
    }
}

/// Says what would appear, and how to see more.
#[component]
fn Empty() -> impl IntoView {
    let desk = Desk::here();
    let filtered = move || {
        desk.filter
            .with(|filter| !query::same(filter, &Filter::default()) || filter.page.is_some())
    };
    view! {
        <div class="empty">
            <Show
                when=filtered
                fallback=move || view! { <p>{say(words::NO_CASES)}</p> }
            >
                <p>{say(words::NO_MATCH)}</p>
                <a href="/desk/cases">{say(words::CLEAR_FILTERS)}</a>
            </Show>
        </div>
    }
}
