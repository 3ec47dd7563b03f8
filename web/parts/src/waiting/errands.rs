//! The errands of whoever is here: kept as soon as they are made, and sent by the one queue.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::keep::{Item, Keep};
use shuiting_parts::lang::Language;
use shuiting_parts::session::{Known, SignedIn};
use shuiting_parts::{chance, clock};
use shuiting_shared::api::Me;
use shuiting_shared::time::Moment;

use super::errand::{Errand, Line, Waiting};
use super::queue::{Queue, Sent, Source, call};
use super::sending::{self, Next};

/// Before an errand's key, where it is kept.
const KEPT: &str = "shuiting-errand-";

/// The errands; they stand in the context.
#[derive(Clone, Copy)]
pub(crate) struct Errands {
    api: Api,
    keep: Keep,
    language: Language,
    queue: Queue,
    signed_in: SignedIn,
    line: RwSignal<Line>,
    answered: RwSignal<usize>,
    /// Whether the server wants somebody to sign in first.
    held: RwSignal<bool>,
}

impl Errands {
    /// Puts them into the context, as they were kept. Needs [`Queue::provide`] and all that it sends by before it.
    pub(crate) fn provide() -> Self {
        let errands = Self {
            api: Api::here(),
            keep: Keep::here(),
            language: Language::here(),
            queue: Queue::here(),
            signed_in: SignedIn::here(),
            line: RwSignal::default(),
            answered: RwSignal::new(0),
            held: RwSignal::new(false),
        };
        provide_context(errands);
        for name in errands.keep.names(KEPT) {
            errands.take_in(&errands.keep.get(&name).unwrap_or_default());
        }
        errands.keep.elsewhere(KEPT, move |key, text| match text {
            Some(text) => errands.take_in(&text),
            None => errands.drop_out(key),
        });
        errands.queue.serve(errands);
        spawn_local(async move {
            for item in errands.keep.recall(KEPT).await.unwrap_or_default() {
                // What stands in the plain storage too was read from there, and may be newer.
                if errands.keep.get(&item.name).is_none() {
                    errands.take_in(&item.text);
                }
            }
            errands.queue.wake();
        });
        let me = Memo::new(move |_| errands.signed_in.me());
        Effect::new(move || {
            if me.with(Option::is_some) {
                errands.held.set(false);
                errands.queue.wake();
            }
        });
        errands
    }

    /// They, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Keeps an errand, and sends it as soon as its turn comes: at once where there is a network.
    pub(crate) fn add(self, errand: Errand) {
        let waiting = self
            .line
            .try_update(|line| line.add(errand, chance::key(), clock::now(), self.phone()));
        if let Some(waiting) = waiting {
            self.keep(&waiting);
            self.queue.wake();
        }
    }

    /// All that waits, in its order; whoever asks is told when that changes.
    pub(crate) fn all(self) -> Vec<Waiting> {
        self.line.with(|line| line.all().to_vec())
    }

    /// Those that are to be posted at this path; whoever asks is told when that changes.
    pub(crate) fn at(self, path: &str) -> Vec<Waiting> {
        let mut all = self.all();
        all.retain(|waiting| waiting.errand.path == path);
        all
    }

    /// How many the server has answered well since the program came; whoever asks is told with each.
    pub(crate) fn answered(self) -> usize {
        self.answered.get()
    }

    /// Whether somebody has to sign in before any can be sent; whoever asks is told when that changes.
    pub(crate) fn held(self) -> bool {
        self.held.get()
    }

    /// Whether this one is somebody else's than of whoever is signed in; whoever asks is told when that changes.
    pub(crate) fn is_strange(self, waiting: &Waiting) -> bool {
        match self.signed_in.get() {
            Known::Somebody(me) => !waiting.is_of(phone(&me)),
            Known::Asking | Known::Nobody | Known::Failed(_) => false,
        }
    }

    /// Sends one again that the server has refused.
    pub(crate) fn again(self, key: &str) {
        let waiting = self
            .line
            .try_update(|line| line.change(key, |waiting| waiting.refused = None));
        if let Some(waiting) = waiting.flatten() {
            self.keep(&waiting);
            self.queue.wake();
        }
    }

    /// Throws one away.
    pub(crate) fn forget(self, key: &str) {
        self.keep.remove(&name(key));
        self.drop_out(key);
    }

    /// Throws all away, wherever they are kept.
    pub(crate) fn forget_all(self) {
        self.keep.remove_all(KEPT);
        self.line.set(Line::default());
    }

    /// Keeps all as they are now to be kept.
    pub(crate) fn keep_all(self) {
        self.line
            .with_untracked(|line| line.all().iter().for_each(|waiting| self.keep(waiting)));
    }

    fn keep(self, waiting: &Waiting) {
        if let Ok(text) = serde_json::to_string(waiting) {
            self.keep.put(Item::new(name(&waiting.key), text));
        }
    }

    fn take_in(self, text: &str) {
        if let Ok(kept) = serde_json::from_str(text) {
            self.line.update(|line| line.take_in(kept));
        }
    }

    fn drop_out(self, key: &str) {
        self.line.update(|line| line.remove(key));
    }

    fn phone(self) -> Option<String> {
        untrack(|| self.signed_in.me())
            .as_ref()
            .and_then(phone)
            .map(str::to_owned)
    }

    /// The first that may go. As long as nobody knows who is here, the first of anybody's may be the one.
    fn first(self) -> Option<Waiting> {
        let known = untrack(|| self.signed_in.get());
        self.line.with_untracked(|line| match known {
            Known::Somebody(me) => line.first(phone(&me)).cloned(),
            Known::Nobody => line.first(None).cloned(),
            Known::Asking | Known::Failed(_) => line.all().iter().find(|waiting| waiting.refused.is_none()).cloned(),
        })
    }

    async fn attempt(self) -> Result<(), Failure> {
        self.signed_in.settle().await?;
        let Some(Waiting { errand, key, done, .. }) = self.first() else {
            return Ok(());
        };
        let answer = self
            .api
            .send::<Value>(call(&errand.path, &key, &errand.body, done)?)
            .await;
        let Err(failure) = answer else {
            self.arrived(&key);
            return Ok(());
        };
        match sending::next(&failure) {
            Next::Again => return Err(failure),
            Next::SignIn => self.held.set(true),
            Next::Arrived => self.arrived(&key),
            Next::Mend | Next::Stop => self.refuse(&key, &failure),
        }
        Ok(())
    }

    fn arrived(self, key: &str) {
        self.forget(key);
        self.answered.update(|answered| *answered += 1);
    }

    fn refuse(self, key: &str, failure: &Failure) {
        let said = sending::reasons(failure, self.language.get_untracked());
        let waiting = self
            .line
            .try_update(|line| line.change(key, |waiting| waiting.refused = Some(said)));
        if let Some(waiting) = waiting.flatten() {
            self.keep(&waiting);
        }
    }
}

impl Source for Errands {
    fn oldest(&self) -> Option<Moment> {
        if self.held.get_untracked() {
            return None;
        }
        self.first().map(|waiting| waiting.done)
    }

    fn send(&self) -> Sent {
        Box::pin(self.attempt())
    }
}

fn phone(me: &Me) -> Option<&str> {
    match me {
        Me::Resident { phone, .. } => Some(phone),
        Me::Guest | Me::Staff { .. } => None,
    }
}

fn name(key: &str) -> String {
    format!("{KEPT}{key}")
}
