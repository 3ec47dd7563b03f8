//! The inbox: views, filters, the list, and beside them the case.

mod bulk;
mod filters;
mod list;
mod passing;
mod picked;
mod picks;
pub(crate) mod query;
mod row;
mod said;
mod settle;
mod trail;
mod views;
pub(crate) mod walk;
mod words;

use std::future::Future;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::NavigateOptions;
use leptos_router::components::Outlet;
use leptos_router::hooks::{use_location, use_navigate};
use shuiting_parts::api::Api;
use shuiting_parts::clock::Clock;
use shuiting_parts::live::{Live, Paced};
use shuiting_parts::load::{Load, Loader};
use shuiting_shared::api::{Filter, Inbox, Views};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time::Moment;

use web_sys::HtmlElement;

use crate::undo::Undo;
use bulk::{Bulk, BulkBar};
use filters::Filters;
use list::List;
pub(crate) use list::Stale;
pub(crate) use row::due_clock;
use settle::{Held, settle};
use trail::Trail;
use views::ViewLinks;
pub(crate) use views::named_views;

/// The id of the list's title.
const TITLE_ID: &str = "inbox-title";

/// The inbox; it stands in the context of its pages.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    api: Api,
    /// The filter in the address bar.
    pub(crate) filter: Memo<Filter>,
    /// The page of cases that the filter finds.
    pub(crate) list: Loader<Inbox>,
    /// How many cases stand in each view.
    pub(crate) views: Loader<Views>,
    /// The order in which cases are gone through.
    trail: RwSignal<Trail>,
    /// A newer page that would move rows under the pointer.
    held: RwSignal<Option<Held>>,
    pace: Paced,
    /// Whether the pointer is on the list.
    pointed: StoredValue<bool>,
    /// Whether the focus is on the list.
    focused: StoredValue<bool>,
}

impl Desk {
    fn provide() -> Self {
        let search = use_location().search;
        let desk = Self {
            api: Api::here(),
            filter: Memo::new(move |_| search.with(|search| query::read(search))),
            list: Loader::default(),
            views: Loader::default(),
            trail: RwSignal::new(Trail::default()),
            held: RwSignal::new(None),
            pace: Paced::default(),
            pointed: StoredValue::new(false),
            focused: StoredValue::new(false),
        };
        provide_context(desk);
        desk
    }

    /// It, from the context; a case that is shown without the inbox has one of its own.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Looks again, without a sign on the screen.
    pub(crate) fn renew(self) {
        self.pace.want(move || self.look_again());
    }

    fn look_again(self) -> impl Future<Output = ()> {
        let path = query::with("/api/v1/desk/cases", &self.filter.get_untracked());
        let list = self
            .list
            .renewal(async move { self.api.get(&path).await }, move |shown, fresh| {
                let (now, held) = settle(shown, fresh, self.busy());
                self.held.set(held);
                now
            });
        let views = self
            .views
            .renewal(async move { self.api.get("/api/v1/desk/views").await }, |_, fresh| {
                fresh
            });
        async move {
            list.await;
            views.await;
        }
    }

    /// Time passes.
    fn pass(self, before: Moment, now: Moment) {
        let shown = |state: &Load<Inbox>| state.here().is_some_and(|shown| passing::changes(shown, before, now));
        if self.list.state.with_untracked(shown) {
            self.renew();
        }
    }

    /// Fetches the list anew after it failed.
    fn retry(self) {
        let path = query::with("/api/v1/desk/cases", &self.filter.get_untracked());
        self.list.fetch(async move { self.api.get(&path).await });
    }

    fn follow(self, filter: &Filter) {
        let path = query::with("/api/v1/desk/cases", filter);
        self.held.set(None);
        self.list.follow(async move { self.api.get(&path).await });
    }

    /// Shows what was held back.
    fn let_in(self) {
        if let Some(held) = self.held.get_untracked() {
            self.held.set(None);
            self.list.put(held.fresh);
        }
    }

    /// The pointer comes to the list, or leaves it.
    fn point(self, on: bool) {
        self.pointed.set_value(on);
        self.settled();
    }

    /// The focus comes to the list, or leaves it.
    fn focus(self, on: bool) {
        self.focused.set_value(on);
        self.settled();
    }

    /// The list is gone, and whatever was on it.
    fn left(self) {
        self.pointed.set_value(false);
        self.focused.set_value(false);
    }

    fn numbers(self) -> Vec<CaseNumber> {
        let read = |inbox: &Inbox| inbox.cases.iter().map(|line| line.number).collect();
        self.list.state.with(|state| state.here().map(read).unwrap_or_default())
    }

    /// Goes along the list with a case, for as long as the component that asks is there.
    pub(crate) fn walk_with(self, here: CaseNumber) {
        Effect::new(move || {
            let list = self.numbers();
            self.trail.update(|trail| trail.meet(here, &list));
        });
    }

    /// The case after the open one.
    pub(crate) fn next(self) -> Option<CaseNumber> {
        let list = self.numbers();
        self.trail.with(|trail| trail.next(&list))
    }

    /// The case before the open one.
    pub(crate) fn previous(self) -> Option<CaseNumber> {
        let list = self.numbers();
        self.trail.with(|trail| trail.previous(&list))
    }

    fn busy(self) -> bool {
        self.pointed.get_value() || self.focused.get_value()
    }

    fn settled(self) {
        if !self.busy() {
            self.let_in();
        }
    }
}

/// Goes to another filter; the case beside the list stays.
pub(crate) fn use_filter() -> impl Fn(Filter) + Clone + 'static {
    let navigate = use_navigate();
    let pathname = use_location().pathname;
    move |filter: Filter| {
        let path = query::with(&pathname.get_untracked(), &filter);
        navigate(
            &path,
            NavigateOptions {
                scroll: false,
                ..NavigateOptions::default()
            },
        );
    }
}

/// Brings whoever has lost the focus back to the list.
fn focus_title() {
    // A dialog that goes gives the focus back to its button, which goes as well.
    request_animation_frame(|| {
        let title = document().get_element_by_id(TITLE_ID);
        if let Some(title) = title.and_then(|title| title.dyn_into::<HtmlElement>().ok()) {
            // Without the focus all is done all the same.
            drop(title.focus());
        }
    });
}

/// The three panes.
#[component]
pub(crate) fn InboxPage() -> impl IntoView {
    let desk = Desk::provide();
    Effect::new(move || desk.follow(&desk.filter.get()));
    desk.views
        .fetch(async move { desk.api.get("/api/v1/desk/views").await });
    Live::here().listen(move |_| desk.renew());
    let clock = Clock::here();
    Effect::watch(
        move || clock.get(),
        move |now, before, _| desk.pass(*before.unwrap_or(now), *now),
        false,
    );
    let undo = Undo::here();
    Effect::watch(move || undo.touched.get(), move |_, _, _| desk.renew(), false);
    // Whoever goes on to another list has chosen nothing there yet.
    let bulk = Bulk::provide();
    Effect::watch(move || desk.filter.get(), move |_, _, _| bulk.clear(), false);
    Effect::watch(move || undo.undone.get(), move |_, _, _| bulk.forget(), false);

    let pathname = use_location().pathname;
    let with_case = move || pathname.with(|path| path.trim_end_matches('/') != "/desk/cases");
    view! {
        <div class="panes" class:with-case=with_case>
            <ViewLinks />
            <section class="inbox" aria-labelledby=TITLE_ID>
                <Filters />
                <List />
                <BulkBar />
            </section>
            <main class="case" id="case" tabindex="-1">
                <Outlet />
            </main>
        </div>
    }
}
