//! The faces of loading: waiting, failed, offline, and at last the thing itself.

use std::future::Future;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_shared::words::Bi;

use crate::api::Failure;
use crate::lang::{Language, say};
use crate::live::Live;
use crate::words;

/// Before this nobody notices that they wait.
const SHAPE: Duration = Duration::from_millis(300);
/// After this they want to know why.
const REASON: Duration = Duration::from_secs(3);

/// How far something has come from the server.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// On its way.
    Waiting,
    /// Here.
    Here(T),
    /// It did not come.
    Failed(Failure),
}

impl<T> Load<T> {
    /// The thing, where it is here.
    pub fn here(&self) -> Option<&T> {
        match self {
            Self::Here(thing) => Some(thing),
            Self::Waiting | Self::Failed(_) => None,
        }
    }
}

/// Something that is fetched, shown and fetched again. Of two answers that overtake each other the later question counts.
#[derive(Debug)]
pub struct Loader<T: Send + Sync + 'static> {
    /// How far it has come.
    pub state: RwSignal<Load<T>>,
    /// Why what is here could not be made newer.
    pub stale: RwSignal<Option<Failure>>,
    turn: StoredValue<u32>,
    /// Whether something else has been asked for in the place of what is here.
    left: StoredValue<bool>,
}

impl<T: Send + Sync + 'static> Clone for Loader<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Loader<T> {}

impl<T: Send + Sync + 'static> Default for Loader<T> {
    fn default() -> Self {
        Self {
            state: RwSignal::new(Load::Waiting),
            stale: RwSignal::new(None),
            turn: StoredValue::new(0),
            left: StoredValue::new(false),
        }
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Loader<T> {
    /// Fetches it and shows that it is on its way.
    pub fn fetch(self, question: impl Future<Output = Result<T, Failure>> + 'static) {
        self.state.set(Load::Waiting);
        self.follow(question);
    }

    /// Fetches something else in its place; what is here stays until it comes.
    pub fn follow(self, question: impl Future<Output = Result<T, Failure>> + 'static) {
        self.left.set_value(true);
        spawn_local(self.ask(question, move |answer| match answer {
            Ok(thing) => self.show(Load::Here(thing)),
            Err(failure) => self.show(Load::Failed(failure)),
        }));
    }

    /// Fetches it again without a sign on the screen. `meet` decides what comes of what is here and what is newer;
    /// where nothing comes, what is here stays and is known to be stale.
    pub fn renew(
        self,
        question: impl Future<Output = Result<T, Failure>> + 'static,
        meet: impl FnOnce(&T, T) -> T + 'static,
    ) {
        spawn_local(self.renewal(question, meet));
    }

    /// As [`Loader::renew`], for whoever waits for its end.
    pub fn renewal(
        self,
        question: impl Future<Output = Result<T, Failure>> + 'static,
        meet: impl FnOnce(&T, T) -> T + 'static,
    ) -> impl Future<Output = ()> + 'static {
        self.ask(question, move |answer| {
            // Where it overtakes the answer for something else, what is here has nothing to do with it.
            let here = self.get_untracked().filter(|_| !self.left.get_value());
            match (answer, here) {
                (Ok(thing), Some(here)) => self.show(Load::Here(meet(&here, thing))),
                (Ok(thing), None) => self.show(Load::Here(thing)),
                (Err(failure), Some(_)) => self.stale.set(Some(failure)),
                (Err(failure), None) => self.show(Load::Failed(failure)),
            }
        })
    }

    /// Puts it there, newer than all that is on its way.
    pub fn put(self, thing: T) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.show(Load::Here(thing));
    }

    /// The thing, where it is here; whoever asks is told when it changes.
    pub fn get(self) -> Option<T> {
        self.state.with(|state| state.here().cloned())
    }

    /// The thing now, where it is here.
    pub fn get_untracked(self) -> Option<T> {
        self.state.with_untracked(|state| state.here().cloned())
    }

    fn ask(
        self,
        question: impl Future<Output = Result<T, Failure>> + 'static,
        then: impl FnOnce(Result<T, Failure>) + 'static,
    ) -> impl Future<Output = ()> + 'static {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        let asked = self.turn.get_value();
        async move {
            let answer = question.await;
            // The page may be gone by now, or something newer may have been asked for.
            if self.turn.try_get_value() == Some(asked) {
                then(answer);
            }
        }
    }

    /// Tells nobody where nothing has changed.
    fn show(self, state: Load<T>) {
        self.left.set_value(false);
        if self.stale.with_untracked(Option::is_some) {
            self.stale.set(None);
        }
        if self.state.with_untracked(|now| *now != state) {
            self.state.set(state);
        }
    }
}

#[derive(Clone, PartialEq)]
enum Face {
    Waiting,
    Here,
    Failed(Failure),
}

/// Shows how far something has come; where the line to the server is back after a cut, it tries again by itself. The
/// children are built once it is here, and read it themselves.
#[component]
pub fn Faces<T: Clone + PartialEq + Send + Sync + 'static>(
    /// What is fetched.
    load: Loader<T>,
    /// What happens while one waits, said after three seconds.
    happening: Bi,
    /// Fetches it again.
    #[prop(into)]
    retry: Callback<()>,
    /// What is shown when it is here.
    children: ChildrenFn,
) -> impl IntoView {
    let face = Memo::new(move |_| {
        load.state.with(|state| match state {
            Load::Waiting => Face::Waiting,
            Load::Here(_) => Face::Here,
            Load::Failed(failure) => Face::Failed(failure.clone()),
        })
    });
    // What did not come for want of a network is asked for again as soon as there is one, or the line is back.
    let offline = move || {
        load.state
            .with_untracked(|state| matches!(state, Load::Failed(Failure::Offline)))
    };
    let online = window_event_listener_untyped("online", move |_| {
        if offline() {
            retry.run(());
        }
    });
    on_cleanup(move || online.remove());
    if let Some(live) = use_context::<Live>() {
        let heal = move |cut: &bool, before: Option<&bool>, _| {
            if before == Some(&true) && !cut && offline() {
                retry.run(());
            }
        };
        Effect::watch(move || live.is_cut(), heal, false);
    }
    let children = StoredValue::new(children);
    move || match face.get() {
        Face::Waiting => view! { <Waiting happening /> }.into_any(),
        Face::Here => children.with_value(|children| children()),
        Face::Failed(failure) => view! { <Failed failure retry /> }.into_any(),
    }
}

/// The shape of what is coming, and after a while what is happening.
#[component]
pub fn Waiting(
    /// What happens while one waits.
    happening: Bi,
) -> impl IntoView {
    let shape = after(SHAPE);
    let reason = after(REASON);
    view! {
        <div class="waiting" role="status">
            <Show when=move || shape.get()>
                <span class="waiting-line"></span>
                <span class="waiting-line"></span>
                <span class="waiting-line"></span>
            </Show>
            <Show when=move || reason.get()>
                <p>{say(happening)}</p>
            </Show>
        </div>
    }
}

/// What is wrong, what is kept and what to press.
#[component]
pub fn Failed(
    /// What is wrong.
    failure: Failure,
    /// Tries again.
    #[prop(into)]
    retry: Callback<()>,
) -> impl IntoView {
    let language = Language::here();
    view! {
        <div class="failed" role="alert">
            <p>{move || failure.say(language.get())}</p>
            <button type="button" on:click=move |_| retry.run(())>{say(words::AGAIN)}</button>
        </div>
    }
}

/// Turns true after a while.
fn after(wait: Duration) -> RwSignal<bool> {
    let passed = RwSignal::new(false);
    let handle = set_timeout_with_handle(move || passed.set(true), wait);
    on_cleanup(move || {
        if let Ok(handle) = handle {
            handle.clear();
        }
    });
    passed
}
