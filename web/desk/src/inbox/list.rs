//! The list: one dense row a case.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shuiting_parts::api::Failure;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::lasting;
use shuiting_parts::live::Live;
use shuiting_parts::load::Faces;
use shuiting_shared::api::{CaseLine, Filter};
use shuiting_shared::number::CaseNumber;

use super::bulk::Bulk;
use super::row::Row;
use super::words as texts;
use super::{Desk, TITLE_ID, query, walk};
use crate::keys::{Command, Keys};
use crate::{title, words};

/// The middle pane.
#[component]
pub(crate) fn List() -> impl IntoView {
    let desk = Desk::here();
    let language = Language::here();
    let pathname = use_location().pathname;
    let total = Memo::new(move |_| desk.list.state.with(|state| state.here().map(|inbox| inbox.total)));
    let counted = move || total.get().map(|total| words::cases(total, language.get()));
    let held = Memo::new(move |_| desk.held.with(|held| held.as_ref().map(|held| held.changes)));
    let alone = move || pathname.with(|path| path.trim_end_matches('/') == "/desk/cases");
    // The page is about the case, where there is one.
    let alone = Memo::new(move |_| alone());
    let heading = move || {
        if alone.get() {
            view! { <h1 id=TITLE_ID tabindex="-1">{say(words::INBOX)}</h1> }.into_any()
        } else {
            view! { <h2 id=TITLE_ID tabindex="-1">{say(words::INBOX)}</h2> }.into_any()
        }
    };
    Keys::here().on(Command::Renew, move || {
        desk.let_in();
        desk.renew();
    });
    Effect::new(move || {
        if alone.get() {
            let name = language.say(words::INBOX);
            let counted = counted().unwrap_or_default();
            title::show(&format!("{name} {counted} · {}", language.say(words::DESK)));
        }
    });
    view! {
        <header class="list-head">
            {heading}
            <span role="status">{counted}</span>
            <Stale stale=desk.list.stale />
            <span class="newer" role="status">
                <Show when=move || held.get().is_some()>
                    <button type="button" class="plain" on:click=move |_| desk.let_in()>
                        {move || held.get().map(|count| words::newer(count, language.get()))}
                    </button>
                </Show>
            </span>
            <Pages />
        </header>
        <Faces load=desk.list happening=words::FETCHING_LIST retry=move |()| desk.retry()>
            <Rows />
        </Faces>
    }
}

/// Says that what is shown could not be made newer.
#[component]
pub(crate) fn Stale(
    /// Why.
    stale: RwSignal<Option<Failure>>,
) -> impl IntoView {
    let language = Language::here();
    let live = Live::here();
    // Where the line is cut the header says so already.
    let told = move || {
        stale
            .get()
            .filter(|_| !live.is_cut())
            .map(|_| language.say(words::STALE))
    };
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
    let bulk = Bulk::here();
    let lines = Memo::new(move |_| desk.list.get().map(|inbox| inbox.cases).unwrap_or_default());
    let numbers = move || lines.with(|lines| lines.iter().map(|line| line.number).collect::<Vec<_>>());
    let none = Memo::new(move |_| lines.with(Vec::is_empty));
    let row = move |number: CaseNumber| {
        let find = move || {
            let same = |lines: &Vec<CaseLine>| lines.iter().find(|line| line.number == number).cloned();
            lasting::read(lines, same)
        };
        // A row that is about to go keeps its last face.
        let line = Memo::new(move |before: Option<&Option<CaseLine>>| find().or_else(|| before.cloned().flatten()));
        view! { <Row number line lines /> }
    };
    let picked = move || {
        bulk.picked
            .with(|picked| lines.with(|lines| lines.iter().filter(|line| picked.has(line.number)).count()))
    };
    let all = move || picked() == lines.with(Vec::len);
    let some = move || !all() && picked() > 0;
    walk::by_keys();
    // A list that is taken away tells nobody that the pointer has left it.
    on_cleanup(move || desk.left());
    view! {
        <Show when=move || !none.get() fallback=Empty>
            <div class="line line-names">
                <label class="pick-row" title=say(texts::PICK_ALL)>
                    <input
                        type="checkbox"
                        aria-label=say(texts::PICK_ALL)
                        prop:checked=all
                        prop:indeterminate=some
                        on:change=move |event| {
                            let on = event_target_checked(&event);
                            bulk.pick(|picked| lines.with_untracked(|lines| picked.pick_all(lines, on)));
                        }
                    />
                </label>
                <div class="row row-names" aria-hidden="true">
                    <span>{say(words::NUMBER)}</span>
                    <span>{say(words::SERVICE)}</span>
                    <span class="who">{say(words::WHO)}</span>
                    <span class="where">{say(words::WHERE)}</span>
                    <span class="status">{say(words::STATUS)}</span>
                    <span>{say(words::DUE)}</span>
                </div>
            </div>
            <ul
                class="rows"
                role="list"
                on:pointerenter=move |_| desk.point(true)
                on:pointerleave=move |_| desk.point(false)
                on:focusin=move |_| desk.focus(true)
                on:focusout=move |_| desk.focus(false)
            >
                <For each=numbers key=|number| *number children=row />
            </ul>
        </Show>
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
