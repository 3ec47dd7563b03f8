//! What is done to many cases at once: the chosen rows, the bar under the list, and what has come of it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::session::SignedIn;
use shuiting_parts::{chance, clock};
use shuiting_shared::api::{BulkAct, BulkDone, Me};
use shuiting_shared::case::{Action, Role, Verb};
use shuiting_shared::form::{Flaw, Words};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::problem::Problem;

use super::focus_title;
use super::picked::{Picked, Sent};
use super::words as texts;
use crate::colleagues::ColleagueField;
use crate::field::WordsField;
use crate::sheet::Sheet;
use crate::undo::{self, Undo};
use crate::words;

/// What has come of an act of which some were refused.
#[derive(Clone, PartialEq)]
struct Outcome {
    verb: Verb,
    done: usize,
    refused: Vec<(CaseNumber, Problem)>,
}

/// The chosen rows and what is done to them; it stands in the context of the inbox.
#[derive(Clone, Copy)]
pub(super) struct Bulk {
    api: Api,
    undo: Undo,
    /// The chosen rows.
    pub(super) picked: RwSignal<Picked>,
    dialog: RwSignal<Option<Verb>>,
    busy: RwSignal<Option<Verb>>,
    failure: RwSignal<Option<Failure>>,
    flaw: RwSignal<Option<Flaw>>,
    outcome: RwSignal<Option<Outcome>>,
    sent: StoredValue<Option<Sent>>,
    to: RwSignal<String>,
    note: RwSignal<String>,
}

impl Bulk {
    pub(super) fn provide() -> Self {
        let bulk = Self::new();
        provide_context(bulk);
        bulk
    }

    fn new() -> Self {
        Self {
            api: Api::here(),
            undo: Undo::here(),
            picked: RwSignal::new(Picked::default()),
            dialog: RwSignal::new(None),
            busy: RwSignal::new(None),
            failure: RwSignal::new(None),
            flaw: RwSignal::new(None),
            outcome: RwSignal::new(None),
            sent: StoredValue::new(None),
            to: RwSignal::new(String::new()),
            note: RwSignal::new(String::new()),
        }
    }

    /// It, from the context.
    pub(super) fn here() -> Self {
        use_context().unwrap_or_else(Self::new)
    }

    /// Chooses other rows.
    pub(super) fn pick(self, change: impl FnOnce(&mut Picked)) {
        self.outcome.set(None);
        self.failure.set(None);
        self.picked.update(change);
    }

    /// Chooses none.
    pub(super) fn clear(self) {
        self.pick(|picked| *picked = Picked::default());
    }

    /// What has come of an act says nothing any more once it was taken back.
    pub(super) fn forget(self) {
        self.outcome.set(None);
    }

    fn open(self, verb: Verb) {
        self.flaw.set(None);
        self.failure.set(None);
        self.dialog.set(Some(verb));
    }

    /// Does it to all that are chosen.
    fn send(self, action: Action) {
        if self.busy.get_untracked().is_some() {
            return;
        }
        let flaw = match &action {
            Action::Assign { to } if to.is_empty() => Some(Flaw::Missing),
            Action::Note { words, .. } => Words::read(words).err(),
            _ => None,
        };
        self.flaw.set(flaw);
        if flaw.is_some() {
            return;
        }
        let verb = action.verb();
        let numbers = self.picked.with_untracked(Picked::numbers);
        let sent = Sent::next(self.sent.get_value(), numbers, action, chance::key);
        let act = BulkAct {
            numbers: sent.numbers.clone(),
            action: sent.action.clone(),
        };
        let key = sent.key.clone();
        self.sent.set_value(Some(sent));
        self.busy.set(Some(verb));
        self.failure.set(None);
        spawn_local(async move {
            let answer = self.api.post_once::<BulkDone>(undo::PATH, &key, &act).await;
            // The signal takes nothing any more where the clerk has left the inbox meanwhile.
            if self.busy.try_set(None).is_some() {
                return;
            }
            match answer {
                Ok(done) => self.done(verb, done),
                Err(failure) => self.failure.set(Some(failure)),
            }
        });
    }

    fn done(self, verb: Verb, BulkDone { outcomes }: BulkDone) {
        let (mut done, mut refused) = (Vec::new(), Vec::new());
        for outcome in outcomes {
            match outcome.refused {
                None => done.push(outcome.number),
                Some(problem) => refused.push((outcome.number, problem)),
            }
        }
        self.sent.set_value(None);
        self.dialog.set(None);
        let kept: Vec<_> = refused.iter().map(|(number, _)| *number).collect();
        self.picked.update(|picked| picked.keep(&kept));
        if refused.is_empty() {
            self.outcome.set(None);
            self.to.set(String::new());
            self.note.set(String::new());
            // The bar that held the focus goes.
            focus_title();
        } else {
            let done = done.len();
            self.outcome.set(Some(Outcome { verb, done, refused }));
        }
        if !done.is_empty() {
            self.undo.offer(verb, done);
        }
        self.undo.touch();
    }
}

/// The bar under the list. It is there while rows are chosen, and takes its room from below, so that no row moves.
#[component]
pub(super) fn BulkBar() -> impl IntoView {
    let bulk = Bulk::here();
    let language = Language::here();
    let signed_in = SignedIn::here();
    let role = move || match signed_in.me() {
        Some(Me::Staff { role, .. }) => Some(role),
        _ => None,
    };
    let verbs = move || {
        let role = role();
        bulk.picked
            .with(|picked| role.map(|role| picked.verbs(role, clock::now())).unwrap_or_default())
    };
    let some = Memo::new(move |_| bulk.picked.with(|picked| !picked.is_empty()));
    let count = move || {
        let count = bulk.picked.with(Picked::len);
        (count > 0).then(|| texts::picked(count, language.get()))
    };
    let trouble = move || bulk.failure.get().map(|failure| failure.say(language.get()));
    view! {
        <footer class="bulk" class:some=move || some.get()>
            <div class="bulk-outcome" role="alert">
                {trouble}
                <Refused />
            </div>
            <div class="bulk-acts" role="group" aria-label=say(texts::PICKED_ACTS)>
                <b role="status">{count}</b>
                <For each=verbs key=|verb| *verb children=move |verb| view! { <BulkButton verb /> } />
                <Show when=move || some.get()>
                    <button
                        type="button"
                        class="plain"
                        on:click=move |_| {
                            bulk.clear();
                            focus_title();
                        }
                    >
                        {say(texts::CLEAR_PICKED)}
                    </button>
                </Show>
            </div>
        </footer>
        {move || bulk.dialog.get().map(|verb| view! { <BulkSheet verb /> })}
    }
}

#[component]
fn BulkButton(verb: Verb) -> impl IntoView {
    let bulk = Bulk::here();
    let press = move |_| {
        if verb == Verb::Take {
            bulk.send(Action::Take);
        } else {
            bulk.open(verb);
        }
    };
    view! {
        <button
            type="button"
            aria-disabled=move || (bulk.busy.get().is_some()).to_string()
            aria-haspopup=(verb != Verb::Take).then_some("dialog")
            on:click=press
        >
            {say(verb.label())}
        </button>
    }
}

/// Which cases were refused, and why.
#[component]
fn Refused() -> impl IntoView {
    let bulk = Bulk::here();
    let language = Language::here();
    move || {
        let Outcome { verb, done, refused } = bulk.outcome.get()?;
        let lang = language.get();
        let count = refused.len();
        let row = |(number, problem): (CaseNumber, Problem)| {
            view! {
                <li>
                    <b>{number.to_string()}</b>
                    " "
                    {texts::why(&problem, lang)}
                </li>
            }
        };
        Some(view! {
            <p>{texts::outcome(verb, done, count, lang)}</p>
            <ul>{refused.into_iter().map(row).collect_view()}</ul>
        })
    }
}

/// The dialog of what needs more than a press.
#[component]
fn BulkSheet(verb: Verb) -> impl IntoView {
    let bulk = Bulk::here();
    let language = Language::here();
    let title = Signal::derive(move || {
        let count = bulk.picked.with(Picked::len);
        texts::on_many(verb, count, language.get())
    });
    let flaw = Signal::derive(move || bulk.flaw.get().map(|flaw| flaw.say(language.get())));
    let trouble = move || bulk.failure.get().map(|failure| failure.say(language.get()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        bulk.send(if verb == Verb::Assign {
            Action::Assign {
                to: bulk.to.get_untracked(),
            }
        } else {
            Action::Note {
                words: bulk.note.get_untracked(),
                to_resident: false,
            }
        });
    };
    let may = move |role: Role| bulk.picked.with(|picked| picked.may_hold(role, clock::now()));
    let busy = move || bulk.busy.get().is_some();
    let field = if verb == Verb::Assign {
        view! { <ColleagueField value=bulk.to on_pick=move |name| bulk.to.set(name) may flaw /> }.into_any()
    } else {
        view! {
            <WordsField
                id="words"
                label=texts::NOTE_INSIDE
                value=bulk.note.get_untracked()
                on_input=move |text| bulk.note.set(text)
                flaw
                autofocus=true
            />
        }
        .into_any()
    };
    view! {
        <Sheet title on_close=move |()| bulk.dialog.set(None)>
            <form on:submit=submit novalidate>
                <p class="flaw" role="alert">
                    {trouble}
                </p>
                {field}
                <footer>
                    <button type="submit" class="main" aria-disabled=move || busy().to_string()>
                        {move || language.say(if busy() { words::SENDING } else { verb.label() })}
                    </button>
                    <button type="button" class="plain" on:click=move |_| bulk.dialog.set(None)>
                        {say(words::CLOSE)}
                    </button>
                </footer>
            </form>
        </Sheet>
    }
}
