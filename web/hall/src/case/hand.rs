//! The case in hand: what is shown of it, what is typed, what is being sent.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::live::{News, Paced};
use shuiting_parts::load::Loader;
use shuiting_shared::api::{Act, CaseView, Conflict};
use shuiting_shared::case::{Action, Event, Verb};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::problem::Code;

use super::echo;
use super::kept::{Draft, Kept};
use super::moved::moved;
use super::photos::Album;

/// What was refused, and why.
#[derive(Clone, PartialEq)]
pub(super) struct Refused {
    pub(super) verb: Verb,
    pub(super) failure: Failure,
}

/// The case in hand; it stands in the context of its page.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    api: Api,
    kept: Kept,
    pace: Paced,
    /// Whether it has changed while something was being written.
    missed: StoredValue<bool>,
    /// What others have done last while the page was open.
    pub(super) moved: RwSignal<Option<Event>>,
    /// Its number.
    pub(super) number: CaseNumber,
    /// The case.
    pub(super) load: Loader<CaseView>,
    /// What is typed.
    pub(super) draft: RwSignal<Draft>,
    /// The dialog that is open.
    pub(super) dialog: RwSignal<Option<Verb>>,
    /// What is being sent.
    pub(super) busy: RwSignal<Option<Verb>>,
    /// What was refused last.
    pub(super) refused: RwSignal<Option<Refused>>,
    /// What others did meanwhile.
    pub(super) conflict: RwSignal<Option<Conflict>>,
    /// The photos that are shown large.
    pub(super) album: RwSignal<Option<Album>>,
}

impl Hand {
    /// Takes a case in hand.
    pub(super) fn provide(number: CaseNumber) -> Self {
        let kept = Kept::here();
        let hand = Self {
            api: Api::here(),
            kept,
            pace: Paced::default(),
            missed: StoredValue::new(false),
            moved: RwSignal::new(None),
            number,
            load: Loader::default(),
            draft: kept.draft(number),
            dialog: RwSignal::new(None),
            busy: RwSignal::new(None),
            refused: RwSignal::new(None),
            conflict: RwSignal::new(None),
            album: RwSignal::new(None),
        };
        provide_context(hand);
        hand
    }

    /// It, from the context.
    pub(super) fn here() -> Self {
        use_context().unwrap_or_else(|| Self::provide(CaseNumber::from_index(0)))
    }

    /// Whose photos those are that complete it.
    pub(super) fn owner(self) -> String {
        self.number.to_string()
    }

    /// Asks for the case.
    pub(super) async fn ask(self) -> Result<CaseView, Failure> {
        self.api.get(&format!("/api/v1/cases/{}", self.number)).await
    }

    /// Looks again where this case has changed: at once, or as soon as nothing is being written. What its writer has
    /// seen may only change with a word to them.
    pub(super) fn hear(self, news: &News) {
        let version = |case: &CaseView| case.version;
        let shown = self.load.state.with_untracked(|state| state.here().map(version));
        if !news.concerns(self.number, shown) {
            return;
        }
        if untrack(|| self.writes()) {
            self.missed.set_value(true);
        } else {
            self.renew();
        }
    }

    /// Looks again once nothing is being written any more; within an effect.
    pub(super) fn catch_up(self) {
        if !self.writes() && self.missed.get_value() {
            self.missed.set_value(false);
            self.renew();
        }
    }

    fn writes(self) -> bool {
        let dialog = self.dialog.with(Option::is_some);
        self.busy.with(Option::is_some) || dialog
    }

    fn renew(self) {
        self.pace.want(move || {
            self.load.renewal(self.ask(), move |shown, fresh| {
                if let Some(event) = moved(&shown.timeline, &fresh.timeline) {
                    self.moved.set(Some(event));
                }
                fresh
            })
        });
    }

    /// The case, once it is here; it stays as it was last seen while it is fetched anew.
    pub(super) fn case(self) -> Option<Memo<CaseView>> {
        let first = self.load.get_untracked()?;
        Some(Memo::new(move |before: Option<&CaseView>| {
            let now = self.load.get();
            now.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
        }))
    }

    /// Opens the dialog of a verb.
    pub(super) fn open(self, verb: Verb) {
        self.refused.set(None);
        self.dialog.set(Some(verb));
    }

    /// Closes the dialog; what was typed stays.
    pub(super) fn close(self) {
        self.refused.set(None);
        self.dialog.set(None);
    }

    /// Does something to the version of the case that is shown, and then what comes next.
    pub(super) fn act(self, action: Action, then: impl FnOnce() + 'static) {
        let Some(case) = self.load.get_untracked() else { return };
        if self.busy.get_untracked().is_some() {
            return;
        }
        let verb = action.verb();
        self.busy.set(Some(verb));
        self.refused.set(None);
        self.conflict.set(None);
        let path = format!("/api/v1/cases/{}/acts", self.number);
        spawn_local(async move {
            let act = Act {
                version: Some(case.version),
                action,
            };
            let answer = match self.api.post::<CaseView>(&path, &act).await {
                Err(failure) if own(&failure, &act.action, &case) => self.ask().await,
                answer => answer,
            };
            // The signal takes nothing any more where the page was left meanwhile.
            if self.busy.try_set(None).is_some() {
                return;
            }
            match answer {
                Ok(case) => {
                    self.load.put(case);
                    self.draft.update(|draft| draft.sent(verb));
                    self.kept.sent(self.number, verb);
                    self.dialog.set(None);
                    then();
                }
                Err(failure) => self.refuse(verb, failure),
            }
        });
    }

    fn refuse(self, verb: Verb, failure: Failure) {
        if let Some(conflict) = failure.conflict() {
            self.conflict.set(Some(conflict));
            self.renew();
            return;
        }
        if matches!(failure.code(), Some(Code::NotNow | Code::RatingOver)) {
            self.renew();
        }
        self.refused.set(Some(Refused { verb, failure }));
    }

    /// What is wrong with a field of what was sent.
    pub(super) fn flaw(self, verb: Verb, field: &str) -> Option<String> {
        self.refused.with(|refused| {
            let refused = refused.as_ref().filter(|refused| refused.verb == verb)?;
            refused.failure.field(field).map(str::to_owned)
        })
    }
}

/// Whether the act was refused only because it had been done: its first answer was lost on the way.
fn own(failure: &Failure, action: &Action, case: &CaseView) -> bool {
    let conflict = failure.conflict();
    conflict.is_some_and(|conflict| echo::done_before(action, case.you, &conflict))
}
