//! Acting on an order from its row: the case is fetched, and the dialog of its page is opened over the board.

use leptos::prelude::*;
use shuiting_parts::lang::Language;
use shuiting_parts::load::{Faces, Load};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::number::CaseNumber;

use super::page::Looked;
use super::words;
use crate::case::{ActSheet, Hand};
use crate::inbox::walk;
use crate::keys::{Command, Keys};

/// What can be done from a row.
const VERBS: [Verb; 3] = [Verb::Dispatch, Verb::Urge, Verb::Supervise];

/// What is being done, to which order, and what was said of the one before.
#[derive(Clone, Copy)]
pub(super) struct Acting {
    now: RwSignal<Option<(CaseNumber, Verb)>>,
    said: RwSignal<Option<String>>,
}

impl Acting {
    /// Listens to the keys, for as long as the page is there.
    pub(super) fn provide() -> Self {
        let acting = Self {
            now: RwSignal::new(None),
            said: RwSignal::new(None),
        };
        for verb in VERBS {
            Keys::here().on_if(Command::Act(verb), move || {
                let number = walk::subject().and_then(|number| number.parse::<CaseNumber>().ok());
                if let Some(number) = number.filter(|_| acting.now.get_untracked().is_none()) {
                    acting.said.set(None);
                    acting.now.set(Some((number, verb)));
                }
                number.is_some()
            });
        }
        acting
    }

    /// It is over; where it could not be done, that is said.
    fn end(self, said: Option<String>) {
        self.said.set(said);
        self.now.set(None);
        if let Some(looked) = Looked::here() {
            looked.renew();
        }
    }
}

/// The dialog of what is being done, and what became of it.
#[component]
pub(super) fn ActOn(acting: Acting) -> impl IntoView {
    let doing = move || {
        acting
            .now
            .get()
            .map(|(number, verb)| view! { <One acting number verb /> })
    };
    view! {
        <p class="board-said" role="status">
            {move || acting.said.get()}
        </p>
        {doing}
    }
}

#[component]
fn One(acting: Acting, number: CaseNumber, verb: Verb) -> impl IntoView {
    let language = Language::here();
    let hand = Hand::provide(number);
    hand.load.fetch(hand.ask());
    let begun = StoredValue::new(false);
    // Once the case is here it is acted on, where that is possible; it is over when the dialog is closed, or nothing is
    // on its way any more.
    Effect::new(move || {
        let allowed = hand.load.state.with(|state| match state {
            Load::Failed(failure) => Some(Err(failure.say(language.get()))),
            state => state.here().map(|case| Ok(case.allowed.contains(&verb))),
        });
        let idle = hand.dialog.with(Option::is_none) && hand.busy.with(Option::is_none);
        match allowed {
            Some(Err(failure)) => acting.end(Some(failure)),
            Some(Ok(true)) if !begun.get_value() => {
                begun.set_value(true);
                if verb == Verb::Urge {
                    hand.act(Action::Urge);
                } else {
                    hand.open(verb);
                }
            }
            Some(Ok(false)) if !begun.get_value() => {
                let lang = language.get();
                acting.end(Some(words::not_now(verb.label().get(lang), &number.to_string(), lang)));
            }
            Some(_) if idle => {
                let refused = hand
                    .refused
                    .with(|refused| refused.as_ref().map(|it| it.failure.say(language.get())));
                acting.end(refused);
            }
            None | Some(_) => {}
        }
    });
    view! {
        <Faces
            load=hand.load
            happening=words::FETCHING_ORDER
            retry=move |()| hand.load.fetch(hand.ask())
        >
            <Dialog />
        </Faces>
    }
}

#[component]
fn Dialog() -> impl IntoView {
    let hand = Hand::here();
    let first = hand.load.get_untracked();
    first.map(|first| {
        let case = Memo::new(move |before: Option<&CaseView>| {
            let now = hand.load.get();
            now.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
        });
        view! { <ActSheet case /> }
    })
}
