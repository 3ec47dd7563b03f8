//! Taking back what has just been done: for ten seconds the header offers it. The act itself is done at once, so that
//! closing the page loses nothing.

mod words;

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::{chance, clock};
use shuiting_shared::api::{BulkAct, BulkDone};
use shuiting_shared::case::{Action, UNDO_SECONDS, Verb};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::problem::Problem;
use shuiting_shared::time::Moment;

use crate::keys::{Command, Hint, Keys};

/// What is done to many cases is sent here.
pub(crate) const PATH: &str = "/api/v1/desk/cases/acts";

const SECOND: Duration = Duration::from_secs(1);
/// So long what has come of taking back can be read.
const READ_SECONDS: i64 = 8;

/// What has been done, and to which cases.
#[derive(Clone, Debug, PartialEq)]
struct Done {
    verb: Verb,
    numbers: Vec<CaseNumber>,
    at: Moment,
    /// Under which it is taken back, however often that is tried.
    key: String,
}

/// What the header says of it.
#[derive(Clone, Debug, PartialEq)]
enum Face {
    Nothing,
    /// It can be taken back.
    Offered(Done),
    /// It is being taken back.
    Going(Done),
    /// It was, at this moment, but for those that were refused.
    Undone(Done, Vec<Problem>, Moment),
    /// Nobody knows whether it was; it can be tried again.
    Failed(Done, Failure, Moment),
}

/// What can be taken back; it stands in the context.
#[derive(Clone, Copy)]
pub(crate) struct Undo {
    api: Api,
    face: RwSignal<Face>,
    /// How often cases were changed from elsewhere than their own page.
    pub(crate) touched: RwSignal<u32>,
    /// How often something was taken back.
    pub(crate) undone: RwSignal<u32>,
}

impl Undo {
    /// Puts it into the context.
    pub(crate) fn provide() {
        provide_context(Self::new());
    }

    fn new() -> Self {
        Self {
            api: Api::here(),
            face: RwSignal::new(Face::Nothing),
            touched: RwSignal::new(0),
            undone: RwSignal::new(0),
        }
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::new)
    }

    /// Offers to take back what has just been done.
    pub(crate) fn offer(self, verb: Verb, numbers: Vec<CaseNumber>) {
        self.face.set(Face::Offered(Done {
            verb,
            numbers,
            at: clock::now(),
            key: chance::key(),
        }));
    }

    /// Something else has been done, after which nothing can be taken back.
    pub(crate) fn withdraw(self) {
        self.face.set(Face::Nothing);
    }

    /// Cases were changed from elsewhere than their own page.
    pub(crate) fn touch(self) {
        self.touched.update(|touched| *touched = touched.wrapping_add(1));
    }

    /// Takes it back.
    fn take_back(self) {
        let Some(done) = self.face.with_untracked(|face| offered(face).cloned()) else {
            return;
        };
        let act = BulkAct {
            numbers: done.numbers.clone(),
            action: Action::Undo,
        };
        let going = Face::Going(done.clone());
        self.face.set(going.clone());
        spawn_local(async move {
            let answer = self.api.post_once::<BulkDone>(PATH, &done.key, &act).await;
            // Whoever has done something else meanwhile is offered to take that back.
            // Whoever has left is told nothing any more.
            let Some(face) = self.face.try_get_untracked() else {
                return;
            };
            if face == going {
                self.face.set(come_of(done, answer, clock::now()));
            }
            self.undone.update(|undone| *undone = undone.wrapping_add(1));
            self.touch();
        });
    }

    /// Time passes.
    fn pass(self, now: Moment) {
        if self.face.with_untracked(|face| is_over(face, now)) {
            self.face.set(Face::Nothing);
        }
    }
}

/// What has come of taking back.
fn come_of(done: Done, answer: Result<BulkDone, Failure>, now: Moment) -> Face {
    match answer {
        Ok(BulkDone { outcomes }) => {
            let gone = outcomes.iter().filter(|outcome| outcome.refused.is_none());
            let numbers = gone.map(|outcome| outcome.number).collect();
            let refused = outcomes.into_iter().filter_map(|outcome| outcome.refused).collect();
            Face::Undone(Done { numbers, ..done }, refused, now)
        }
        Err(failure) => Face::Failed(done, failure, now),
    }
}

/// What can be taken back, or be tried to.
fn offered(face: &Face) -> Option<&Done> {
    match face {
        Face::Offered(done) | Face::Failed(done, ..) => Some(done),
        Face::Nothing | Face::Going(_) | Face::Undone(..) => None,
    }
}

/// Seconds that are left to take something back.
fn left(at: Moment, now: Moment) -> i64 {
    i64::from(UNDO_SECONDS) - (now - at).num_seconds()
}

/// Whether there is nothing more to be said.
fn is_over(face: &Face, now: Moment) -> bool {
    match face {
        Face::Offered(done) => left(done.at, now) <= 0,
        Face::Undone(_, _, since) | Face::Failed(_, _, since) => (now - *since).num_seconds() >= READ_SECONDS,
        Face::Nothing | Face::Going(_) => false,
    }
}

/// Says in the header what has been done, and takes it back.
#[component]
pub(crate) fn UndoBar() -> impl IntoView {
    let undo = Undo::here();
    let language = Language::here();
    let told = move || {
        let lang = language.get();
        undo.face.with(|face| match face {
            Face::Nothing => String::new(),
            Face::Offered(done) => words::done(done.verb, &done.numbers, lang),
            Face::Going(_) => words::UNDOING.get(lang).to_owned(),
            Face::Failed(_, failure, _) => failure.say(lang),
            Face::Undone(done, refused, _) => {
                let undone = (!done.numbers.is_empty()).then(|| words::undone(done.verb, &done.numbers, lang));
                let why = refused.first().map(|problem| problem.detail.as_str());
                let kept = why.map(|why| words::kept(refused.len(), why, lang));
                undone.into_iter().chain(kept).collect::<Vec<_>>().join(" ")
            }
        })
    };
    let open = Memo::new(move |_| undo.face.with(|face| *face != Face::Nothing));
    let button = Memo::new(move |_| undo.face.with(|face| offered(face).is_some()));
    view! {
        <div class="undo">
            <span role="status">{told}</span>
            <Show when=move || button.get()>
                <Offer />
            </Show>
            <Show when=move || open.get()>
                <Passing />
            </Show>
        </div>
    }
}

/// Lets time pass for as long as there is something to be said.
#[component]
fn Passing() -> impl IntoView {
    let undo = Undo::here();
    clock::every(SECOND, move || undo.pass(clock::now()));
}

/// The button, its key and the seconds that are left.
#[component]
fn Offer() -> impl IntoView {
    let undo = Undo::here();
    let now = RwSignal::new(clock::now());
    clock::every(SECOND, move || now.set(clock::now()));
    Keys::here().on(Command::Undo, move || undo.take_back());
    let hint = Hint::of(Command::Undo);
    let seconds = move || {
        let left = undo
            .face
            .with(|face| offered(face).map(|done| left(done.at, now.get())));
        left.unwrap_or_default().clamp(0, i64::from(UNDO_SECONDS))
    };
    view! {
        <button
            type="button"
            aria-keyshortcuts=move || hint.aria()
            data-key=move || hint.said()
            on:click=move |_| undo.take_back()
        >
            {say(words::UNDO)}
            <span aria-hidden="true">" (" {seconds} ")"</span>
        </button>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::api::Outcome;
    use shuiting_shared::problem::Code;
    use shuiting_shared::words::Lang;

    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment::from_timestamp(1_795_000_000 + seconds, 0).unwrap()
    }

    fn number(index: u32) -> CaseNumber {
        CaseNumber::from_index(index)
    }

    fn done(numbers: &[u32]) -> Done {
        Done {
            verb: Verb::Take,
            numbers: numbers.iter().map(|index| number(*index)).collect(),
            at: at(0),
            key: "key".into(),
        }
    }

    #[test]
    fn it_is_offered_for_ten_seconds() {
        let face = Face::Offered(done(&[1]));
        assert_eq!((left(at(0), at(0)), left(at(0), at(9))), (10, 1));
        assert!(!is_over(&face, at(9)));
        assert!(is_over(&face, at(10)));
        assert!(!is_over(&Face::Going(done(&[1])), at(60)), "the answer is waited for");
    }

    #[test]
    fn what_was_refused_is_told_apart() {
        let outcome = |index, refused| Outcome {
            number: number(index),
            refused,
        };
        let problem = Problem::new(Code::NotNow, Lang::Zh);
        let answer = Ok(BulkDone {
            outcomes: vec![outcome(1, None), outcome(2, Some(problem.clone()))],
        });
        let Face::Undone(undone, refused, since) = come_of(done(&[1, 2]), answer, at(3)) else {
            panic!("it was answered");
        };
        assert_eq!((undone.numbers, since), (vec![number(1)], at(3)));
        assert_eq!(refused, [problem]);
    }

    #[test]
    fn what_did_not_arrive_is_tried_again_under_its_key() {
        let face = come_of(done(&[1]), Err(Failure::Offline), at(3));
        assert_eq!(offered(&face), Some(&done(&[1])));
        assert!(!is_over(&face, at(10)) && is_over(&face, at(11)));
    }
}
