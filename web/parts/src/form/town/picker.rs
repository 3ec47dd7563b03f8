//! What is typed and where one is in the list.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use shuiting_shared::house::House;

use super::offer::{Offer, step};
use crate::form::question::Question;
use crate::lang::Language;
use crate::sight;

/// The key of the address that belongs to a town.
const ADDRESS: &str = "address";

/// The combobox behind its view.
#[derive(Clone, Copy)]
pub(super) struct Picker {
    /// Whether the list is shown.
    pub(super) open: RwSignal<bool>,
    /// Where the keys are in the list.
    pub(super) at: RwSignal<usize>,
    /// The list.
    pub(super) offers: Memo<Vec<Offer>>,
    question: Question,
    house: StoredValue<Arc<House>>,
    language: Language,
    /// What is being typed; none while what was picked is shown.
    typed: RwSignal<Option<String>>,
}

impl Picker {
    /// A picker that answers a question.
    pub(super) fn new(question: Question, house: Arc<House>, language: Language) -> Self {
        let house = StoredValue::new(house);
        let typed = RwSignal::new(None::<String>);
        let offers = Memo::new(move |_| {
            let typed = typed.get().unwrap_or_default();
            house.with_value(|house| Offer::all(&typed, house, language.get()))
        });
        let picker = Self {
            open: RwSignal::new(false),
            at: RwSignal::new(0),
            offers,
            question,
            house,
            language,
            typed,
        };
        // The list is longer than its box: what the keys have reached is brought into sight.
        Effect::new(move || {
            let option = picker.active();
            if let Some(option) = option.and_then(|option| document().get_element_by_id(&option)) {
                sight::bring(&option);
            }
        });
        picker
    }

    /// What the input shows: what is being typed, or the name of what was picked.
    pub(super) fn shown(self) -> String {
        self.typed.get().unwrap_or_else(|| {
            let value = self.question.value.get();
            let name = |house: &Arc<House>| {
                let town = house.town(value.trim())?;
                Some(town.name.get(self.language.get()).to_owned())
            };
            self.house.with_value(name).unwrap_or(value)
        })
    }

    /// Whether nothing fits what is typed.
    pub(super) fn none(self) -> bool {
        self.offers.with(Vec::is_empty)
    }

    /// Whether this is the answer.
    pub(super) fn has(self, offer: &Offer) -> bool {
        offer.community.is_none() && self.question.value.with(|value| *value == offer.town)
    }

    /// The list's id.
    pub(super) fn list(self) -> String {
        format!("{}-list", self.question.id())
    }

    /// The id of a place in the list.
    pub(super) fn option(self, at: usize) -> String {
        format!("{}-{at}", self.list())
    }

    /// The id of where the keys are, while there is a list.
    pub(super) fn active(self) -> Option<String> {
        (self.open.get() && !self.none()).then(|| self.option(self.at.get()))
    }

    /// Something is typed.
    pub(super) fn types(self, text: String) {
        self.typed.set(Some(text));
        self.at.set(0);
        self.open.set(true);
    }

    /// This is meant.
    pub(super) fn picks(self, offer: &Offer) {
        self.typed.set(None);
        self.open.set(false);
        self.question.set.run(offer.town.clone());
        let others = self.question.others;
        if let Some(address) = offer.begin(&others.get.run(ADDRESS)) {
            others.set.run((ADDRESS, address));
        }
        self.question.left.run(());
    }

    /// A key is pressed.
    pub(super) fn key(self, event: &KeyboardEvent) {
        let open = self.open.get_untracked();
        match &*event.key() {
            "ArrowDown" => self.goes(1),
            "ArrowUp" => self.goes(-1),
            "Enter" if open => {
                let offer = self
                    .offers
                    .with_untracked(|offers| offers.get(self.at.get_untracked()).cloned());
                if let Some(offer) = offer {
                    self.picks(&offer);
                }
            }
            "Escape" if open => {
                event.stop_propagation();
                self.open.set(false);
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// The person goes on. What was typed and not picked is kept as it is: a name in full will do, anything else is told
    /// beside it.
    pub(super) fn leaves(self) {
        self.open.set(false);
        if let Some(typed) = self.typed.try_update(Option::take).flatten() {
            self.question.set.run(typed);
        }
        self.question.left.run(());
    }

    fn goes(self, by: isize) {
        if self.open.get_untracked() {
            let of = self.offers.with_untracked(Vec::len);
            self.at.update(|at| *at = step(*at, of, by));
        } else {
            self.open.set(true);
        }
    }
}
