//! The call that is mine, and what is done about it.

use std::collections::HashMap;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::chance;
use shuiting_parts::clock::every;
use shuiting_parts::form::focus;
use shuiting_parts::load::Loader;
use shuiting_shared::api::{Act, CallOutcome, CallView, CaseView, Filed, MyCalls, NewBurst, PastCall, StreetView};
use shuiting_shared::call::Outcome;
use shuiting_shared::case::Action;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::order::Kind;

use super::draft::{Draft, Kept};

const PATH: &str = "/api/v1/desk/calls";
/// How often it is looked whether somebody calls: nobody says hello sooner than a second after it rings.
const PERIOD: Duration = Duration::from_secs(1);
/// The field in which knowledge is looked for.
pub(super) const SEARCH: &str = "calls-search";

/// What the right side shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Side {
    /// Knowledge.
    #[default]
    Search,
    /// The work order.
    Order,
}

/// What becomes of an order beside being filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Joining {
    /// Nothing.
    Alone,
    /// It joins another one.
    Join(CaseNumber),
    /// It becomes one burst with these, the first of which leads.
    Burst(CaseNumber, Vec<CaseNumber>),
}

/// What was done last, to be said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Done {
    pub(super) outcome: Outcome,
    pub(super) number: Option<CaseNumber>,
    /// The order was filed, but not joined.
    pub(super) apart: bool,
}

/// The agent's desk.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    api: Api,
    /// How far what is known has come.
    pub(super) load: Loader<MyCalls>,
    /// The call.
    pub(super) call: Memo<Option<CallView>>,
    /// Its id.
    pub(super) id: Memo<Option<String>>,
    pub(super) draft: Draft,
    pub(super) side: RwSignal<Side>,
    /// What else is reported of the street.
    pub(super) street: Loader<StreetView>,
    /// The place of the case that is chosen, among the caller's.
    pub(super) chosen: RwSignal<usize>,
    pub(super) busy: RwSignal<bool>,
    pub(super) done: RwSignal<Option<Done>>,
    pub(super) failure: RwSignal<Option<Failure>>,
    /// The key under which the order of this call is filed, so that it is filed once.
    key: StoredValue<String>,
    /// What was typed for calls that wait while another one came, by their ids, each with its key.
    kept: StoredValue<HashMap<String, (Kept, String)>>,
}

impl Desk {
    /// Looks for calls as long as the page is there.
    pub(super) fn open() -> Self {
        let load = Loader::<MyCalls>::default();
        let call = Memo::new(move |_| load.state.with(|state| state.here().and_then(|mine| mine.call.clone())));
        let desk = Self {
            api: Api::here(),
            load,
            call,
            id: Memo::new(move |_| call.with(|call| call.as_ref().map(|call| call.id.clone()))),
            draft: Draft::new(),
            side: RwSignal::default(),
            street: Loader::default(),
            chosen: RwSignal::new(0),
            busy: RwSignal::new(false),
            done: RwSignal::new(None),
            failure: RwSignal::new(None),
            key: StoredValue::new(String::new()),
            kept: StoredValue::default(),
        };
        desk.look();
        every(PERIOD, move || desk.look());
        // Another call: what was typed for the last one is not theirs, and waits until that is shown again.
        Effect::new(move |before: Option<Option<String>>| {
            let id = desk.id.get();
            if before.as_ref() != Some(&id) {
                if let Some(before) = before.flatten() {
                    let typed = (desk.draft.kept(), desk.key.get_value());
                    desk.kept.update_value(|kept| drop(kept.insert(before, typed)));
                }
                desk.begin(id.as_ref());
            }
            id
        });
        desk
    }

    fn look(self) {
        let api = self.api;
        self.load
            .renew(async move { api.get(&format!("{PATH}/mine")).await }, |_, fresh| fresh);
    }

    fn begin(self, id: Option<&String>) {
        let call = self.call.get_untracked();
        let kept = id.and_then(|id| self.kept.try_update_value(|kept| kept.remove(id)).flatten());
        let (typed, key) = kept.unzip();
        let ordering = typed.as_ref().is_some_and(|(_, kind)| kind.is_some());
        self.draft.begin(call.as_ref(), typed);
        self.side.set(if ordering { Side::Order } else { Side::Search });
        self.chosen.set(0);
        self.key.set_value(key.unwrap_or_else(chance::key));
        if call.is_some() {
            self.done.set(None);
            self.failure.set(None);
            focus_soon(if ordering { "answers-words" } else { SEARCH });
        } else {
            focus_soon("case");
        }
    }

    /// To the field in which knowledge is looked for.
    pub(super) fn search(self) {
        self.side.set(Side::Search);
        focus_soon(SEARCH);
    }

    /// To the work order.
    pub(super) fn order(self) {
        if self.id.get_untracked().is_some() {
            self.side.set(Side::Order);
            focus_soon("calls-kinds");
        }
    }

    /// The kind in this place is chosen; then the next question is asked.
    pub(super) fn pick(self, place: u8) {
        let kind = usize::from(place).checked_sub(1).and_then(|at| Kind::ALL.get(at));
        if let Some(kind) = kind.filter(|_| self.id.get_untracked().is_some()) {
            self.draft.kind.set(Some(*kind));
            self.side.set(Side::Order);
            focus_soon(&format!("answers-{}", self.draft.first_blank()));
        }
    }

    /// Looks what else is reported of the street.
    pub(super) fn look_round(self, town: &str, address: &str) {
        let query = [("town", town), ("address", address)];
        let query = serde_urlencoded::to_string(query).unwrap_or_default();
        let api = self.api;
        self.street
            .follow(async move { api.get(&format!("{PATH}/near?{query}")).await });
    }

    /// The case that is chosen among the caller's.
    fn case(self) -> Option<CaseNumber> {
        self.call.with_untracked(|call| {
            let cases = &call.as_ref()?.caller.as_ref()?.cases;
            cases.get(self.chosen.get_untracked()).map(|line| line.number)
        })
    }

    /// Says what became of the call, and nothing else.
    pub(super) fn conclude(self, outcome: Outcome, article: Option<String>) {
        let number = match outcome {
            Outcome::Urged | Outcome::Standing => match self.case() {
                Some(number) => Some(number),
                None => return,
            },
            _ => None,
        };
        self.work(async move |id: String| {
            if let (Outcome::Urged, Some(number)) = (outcome, number) {
                self.act(number, Action::Urge).await?;
            }
            self.end(&id, outcome, article, number, false).await
        });
    }

    /// Files the order, where nothing is wrong; else tells all that is, and leads to the first.
    pub(super) fn file(self, with: Joining) {
        let Some(kind) = self.draft.kind.get_untracked() else {
            self.order();
            return;
        };
        let flaws = untrack(|| self.draft.flaws());
        if let Some(first) = flaws.first() {
            self.draft.marks.update(|marks| marks.show(&flaws));
            focus(&first.field);
            return;
        }
        let (key, filing) = (
            self.key.get_value(),
            self.draft.taken.with_untracked(|taken| taken.filing(kind)),
        );
        self.work(async move |id: String| {
            let filed: Filed = self.api.post_once("/api/v1/desk/cases", &key, &filing).await?;
            // The order is there: what goes wrong now is said, and the call has its outcome all the same.
            let apart = match with {
                Joining::Alone => false,
                Joining::Join(into) => self.act(filed.number, Action::Join { into }).await.is_err(),
                Joining::Burst(lead, mut others) => {
                    others.push(filed.number);
                    let burst = NewBurst { lead, others };
                    self.api
                        .post::<NewBurst>(&format!("{PATH}/bursts"), &burst)
                        .await
                        .is_err()
                }
            };
            self.end(&id, Outcome::Order, None, Some(filed.number), apart).await
        });
    }

    async fn act(self, number: CaseNumber, action: Action) -> Result<(), Failure> {
        let act = Act { version: None, action };
        let path = format!("/api/v1/cases/{number}/acts");
        self.api.post::<CaseView>(&path, &act).await.map(drop)
    }

    async fn end(
        self,
        id: &str,
        outcome: Outcome,
        article: Option<String>,
        number: Option<CaseNumber>,
        apart: bool,
    ) -> Result<Done, Failure> {
        let said = CallOutcome {
            outcome,
            article,
            number,
        };
        let _: PastCall = self.api.post(&format!("{PATH}/{id}/outcome"), &said).await?;
        Ok(Done { outcome, number, apart })
    }

    /// Does something about the call, one thing at a time.
    fn work<F: Future<Output = Result<Done, Failure>> + 'static>(self, work: impl FnOnce(String) -> F + 'static) {
        let Some(id) = self.id.get_untracked().filter(|_| !self.busy.get_untracked()) else {
            return;
        };
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = work(id).await;
            // The page may have been left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(done) => {
                    self.done.set(Some(done));
                    self.look();
                }
                Err(failure) => {
                    self.draft.marks.update(|marks| marks.tell(failure.fields()));
                    self.failure.set(Some(failure));
                }
            }
        });
    }
}

/// Puts the focus there once it stands in the page.
fn focus_soon(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || focus(&id));
}
