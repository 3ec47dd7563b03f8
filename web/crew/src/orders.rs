//! The orders of the unit: fetched, kept for where there is no network, and shown as they are once all that waits has arrived.

use std::time::Duration;

use leptos::prelude::*;
use shuiting_parts::api::{Api, Failure, as_of};
use shuiting_parts::clock::{Clock, every};
use shuiting_parts::household::Household;
use shuiting_parts::load::Loader;
use shuiting_parts::waiting::{Errands, Waiting};
use shuiting_shared::api::CrewOrder;
use shuiting_shared::case::Action;
use shuiting_shared::form::Answer as _;
use shuiting_shared::house::House;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::order::Turn;
use shuiting_shared::place::Point;
use shuiting_shared::time::Moment;

use crate::queued::{self, Shown};

/// How often one looks whether something has come.
const LOOK: Duration = Duration::from_secs(30);

/// What the server told, and how many acts of this phone it had answered by then.
#[derive(Clone, PartialEq)]
pub(crate) struct Told {
    orders: Vec<CrewOrder>,
    answered: usize,
}

/// The orders; they stand in the context.
#[derive(Clone, Copy)]
pub(crate) struct Orders {
    api: Api,
    errands: Errands,
    household: Household,
    /// How far they have come.
    pub(crate) load: Loader<Told>,
}

impl Orders {
    /// Puts them into the context and fetches them, again and again.
    pub(crate) fn provide() {
        let orders = Self {
            api: Api::here(),
            errands: Errands::here(),
            household: Household::here(),
            load: Loader::default(),
        };
        provide_context(orders);
        orders.fetch();
        often(orders.errands, move || {
            orders.load.renew(orders.ask(), |_, newer| newer);
        });
    }

    /// They, from the context; no page behind the door is without.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(|| Self {
            api: Api::here(),
            errands: Errands::here(),
            household: Household::here(),
            load: Loader::default(),
        })
    }

    /// Fetches them.
    pub(crate) fn fetch(self) {
        self.load.fetch(self.ask());
    }

    fn ask(self) -> impl Future<Output = Result<Told, Failure>> + 'static {
        let answered = untrack(|| self.errands.answered());
        async move {
            let orders = self.api.get("/api/v1/crew/orders").await?;
            // What is of last time knows of nothing that was done since.
            let old = untrack(as_of).is_some();
            Ok(Told {
                orders,
                answered: if old { 0 } else { answered },
            })
        }
    }

    /// All of the unit, as they are once all that waits has arrived; whoever asks is told when any changes.
    pub(crate) fn all(self) -> Vec<Shown> {
        let told = self.load.get();
        let orders = told.iter().flat_map(|told| told.orders.iter().cloned());
        orders.map(|order| self.shown(order)).collect()
    }

    /// One of them; none where it is not, or no more, the unit's. Whoever asks is told when it changes.
    pub(crate) fn one(self, number: CaseNumber) -> Option<Shown> {
        let told = self.load.get()?;
        let order = told.orders.into_iter().find(|order| order.number == number)?;
        Some(self.shown(order))
    }

    /// All of this phone that waits about an order, in its order; whoever asks is told when that changes.
    pub(crate) fn waiting(self, number: CaseNumber) -> Vec<Waiting> {
        self.errands.at(&queued::path(number))
    }

    /// The numbers of orders about which something was refused.
    pub(crate) fn refused(self) -> Vec<CaseNumber> {
        let all = self.errands.all();
        let refused = all.iter().filter(|waiting| waiting.refused.is_some());
        let numbers = refused.filter_map(|waiting| waiting.errand.chain.as_deref()?.parse().ok());
        let mut numbers: Vec<_> = numbers.collect();
        numbers.dedup();
        numbers
    }

    /// Reads the house.
    pub(crate) fn house<T: Default>(self, read: impl FnOnce(&House) -> T) -> T {
        self.household.read(read)
    }

    fn shown(self, order: CrewOrder) -> Shown {
        let path = queued::path(order.number);
        let told = self
            .load
            .state
            .with_untracked(|state| state.here().map_or(0, |told| told.answered));
        let mut done = self.errands.answered_after(told);
        done.retain(|waiting| waiting.errand.path == path);
        let waiting = self.errands.at(&path);
        done.extend(waiting.into_iter().take_while(|waiting| waiting.refused.is_none()));
        let acts: Vec<(Action, Moment)> = done
            .iter()
            .filter_map(|waiting| Some((queued::action(&waiting.errand.body)?, waiting.done)))
            .collect();
        let left = order.clone();
        let shown = self.house(|house| Some(Shown::after(order, &acts, house)));
        shown.unwrap_or(Shown {
            order: left,
            left_by: None,
        })
    }
}

/// Looks whether something has come, again and again, where somebody looks at the page.
pub(crate) fn often(errands: Errands, look: impl Fn() + Copy + 'static) {
    let look = move || {
        if !document().hidden() {
            look();
        }
    };
    every(LOOK, look);
    for event in ["online", "visibilitychange"] {
        let listener = window_event_listener_untyped(event, move |_| look());
        on_cleanup(move || listener.remove());
    }
    Effect::new(move |before: Option<usize>| {
        let answered = errands.answered();
        if before.is_some_and(|before| before != answered) {
            look();
        }
        answered
    });
}

/// Where an order is, where that is known.
pub(crate) fn place(order: &CrewOrder, house: &House) -> Option<Point> {
    Point::parse(order.point.as_deref()?, house).ok()
}

/// Puts orders into the order in which they are to be done, by what is known of where this phone is.
pub(crate) fn sort(orders: &mut [Shown], here: Option<Point>, now: Moment, house: &House) {
    orders.sort_by_key(|shown| {
        let there = place(&shown.order, house);
        let metres = here.zip(there).map(|(here, there)| here.metres_to(there));
        (Turn::of(&shown.order.order, metres, now), shown.order.number)
    });
}

/// The clock of the page.
pub(crate) fn now() -> impl Fn() -> Moment + Copy + Send + 'static {
    let clock = Clock::here();
    move || clock.get()
}
