//! The board.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::live::{Live, Paced};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{Board, BoardLine, BoardQuery, BoardUnit, Filter, OrderList};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::words::{Bi, Lang};

use super::act::{ActOn, Acting};
use super::filters::Filters;
use super::line::Line;
use super::loads::Loads;
use super::{address, words};
use crate::inbox::{Desk, Stale, query as inbox, walk};
use crate::keys::{Command, Keys};
use crate::title;

/// The board that is looked at; it stands in the context of its page.
#[derive(Clone, Copy)]
pub(super) struct Looked {
    api: Api,
    /// What is looked at.
    pub(super) query: Memo<BoardQuery>,
    /// The board.
    pub(super) load: Loader<Board>,
    pace: Paced,
}

impl Looked {
    fn ask(self) -> impl Future<Output = Result<Board, Failure>> + 'static {
        let path = address::with("/api/v1/desk/board", &self.query.get_untracked());
        async move { self.api.get(&path).await }
    }

    /// Looks again, without a sign on the screen.
    pub(super) fn renew(self) {
        self.pace.want(move || self.load.renewal(self.ask(), |_, fresh| fresh));
    }

    /// It, from the context.
    pub(super) fn here() -> Option<Self> {
        use_context()
    }
}

/// What people call a unit of the board.
pub(super) fn name_of(unit: Option<&str>, household: Household, lang: Lang) -> String {
    let Some(code) = unit else {
        return words::DISPATCH.get(lang).to_owned();
    };
    let name = household.read(|house| house.unit(code).map(|unit| unit.name.get(lang).to_owned()));
    name.unwrap_or_else(|| code.to_owned())
}

/// The page.
#[component]
pub(crate) fn BoardPage() -> impl IntoView {
    title::set(say(crate::words::BOARD));
    let search = use_location().search;
    let looked = Looked {
        api: Api::here(),
        query: Memo::new(move |_| search.with(|search| address::read(search))),
        load: Loader::default(),
        pace: Paced::default(),
    };
    provide_context(looked);
    Effect::new(move || {
        looked.query.track();
        looked.load.follow(looked.ask());
    });
    Live::here().listen(move |_| looked.renew());
    // Clocks run out while nothing happens.
    let clock = Clock::here();
    Effect::watch(move || clock.get(), move |_, _, _| looked.renew(), false);
    Keys::here().on(Command::Renew, move || looked.renew());
    // The dialogs of cases tell a list of them; here it outlives each dialog.
    Desk::here();
    let acting = Acting::provide();
    walk::by_keys();
    view! {
        <main class="board" id="case" tabindex="-1">
            <header class="board-head">
                <h1>{say(crate::words::BOARD)}</h1>
                <Lists />
                <a href="/desk/board/figures">{say(words::FIGURES)}</a>
                <Stale stale=looked.load.stale />
            </header>
            <Filters looked />
            <Faces
                load=looked.load
                happening=words::FETCHING
                retry=move |()| looked.load.fetch(looked.ask())
            >
                <div class="board-panes">
                    <Loads looked />
                    <Units looked />
                </div>
            </Faces>
        </main>
        <ActOn acting />
    }
}

/// The ways to lists of the inbox that dispatch looks after.
#[component]
fn Lists() -> impl IntoView {
    let link = |name: Bi, order: OrderList| {
        let filter = Filter {
            order: Some(order),
            ..Filter::default()
        };
        view! { <a href=inbox::list(&filter)>{say(name)}</a> }
    };
    view! {
        <nav class="board-lists" aria-label=say(words::LISTS)>
            {link(crate::words::VIEW_UNHEARD, OrderList::Unheard)}
            {link(crate::words::VIEW_SUPERVISED, OrderList::Supervised)}
            {link(crate::words::VIEW_RETURNED, OrderList::Returned)}
        </nav>
    }
}

/// The orders that are due first, unit by unit.
#[component]
fn Units(looked: Looked) -> impl IntoView {
    let units = Memo::new(move |_| looked.load.get().map(|board| board.units).unwrap_or_default());
    let keys = move || units.with(|units| units.iter().map(|unit| unit.unit.clone()).collect::<Vec<_>>());
    let none = Memo::new(move |_| units.with(Vec::is_empty));
    let card = move |code: Option<String>| {
        let found = Memo::new(move |before: Option<&Option<BoardUnit>>| {
            let now = units.with(|units| units.iter().find(|unit| unit.unit == code).cloned());
            now.or_else(|| before.cloned().flatten())
        });
        view! { <Card unit=found /> }
    };
    view! {
        <section class="board-orders" aria-labelledby="board-orders">
            <h2 id="board-orders">{say(words::ORDERS)}</h2>
            <p class="help" hidden=move || none.get()>
                {say(words::KEYS)}
            </p>
            <p class="help" hidden=move || !none.get()>
                {say(words::NONE)}
            </p>
            <div class="cards" class:one=move || looked.query.with(|query| query.unit.is_some())>
                <For each=keys key=Clone::clone children=card />
            </div>
        </section>
    }
}

/// A unit with its orders.
#[component]
fn Card(unit: Memo<Option<BoardUnit>>) -> impl IntoView {
    let (language, household) = (Language::here(), Household::here());
    let code = unit.with_untracked(|unit| unit.as_ref().and_then(|unit| unit.unit.clone()));
    let id = format!("unit-{}", code.as_deref().unwrap_or(BoardQuery::NONE));
    let name = move || name_of(code.as_deref(), household, language.get());
    let shown = move || {
        unit.with(|unit| {
            let unit = unit.as_ref()?;
            let few = unit.next.len() < usize::try_from(unit.load.open).unwrap_or(usize::MAX);
            few.then(|| words::shown(unit.next.len(), unit.load.open, language.get()))
        })
    };
    let numbers = move || -> Vec<CaseNumber> {
        let read = |unit: &BoardUnit| unit.next.iter().map(|line| line.case.number).collect();
        unit.with(|unit| unit.as_ref().map(read).unwrap_or_default())
    };
    let row = move |number: CaseNumber| {
        let line = Memo::new(move |before: Option<&Option<BoardLine>>| {
            let now = unit.with(|unit| {
                let unit = unit.as_ref()?;
                unit.next.iter().find(|line| line.case.number == number).cloned()
            });
            now.or_else(|| before.cloned().flatten())
        });
        view! { <Line number line /> }
    };
    view! {
        <section class="card" aria-labelledby=id.clone()>
            <h3 id=id.clone()>{name} " " <small>{shown}</small></h3>
            <ul class="rows" role="list">
                <For each=numbers key=|number| *number children=row />
            </ul>
        </section>
    }
}
