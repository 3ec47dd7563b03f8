//! The errands of whoever is here: kept as soon as they are made, and sent by the one queue.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;
use shuiting_shared::api::Me;
use shuiting_shared::time::Moment;

use super::errand::{Errand, Line, Pictures, Waiting};
use super::queue::{Queue, Sent, Source, call};
use super::sending::{self, Next};
use crate::api::{Api, Failure, Side};
use crate::keep::{Item, Keep};
use crate::lang::Language;
use crate::photo::Uploads;
use crate::session::{Known, SignedIn};
use crate::{chance, clock};

/// Before an errand's key, where it is kept: residents and staff may share a browser, and send by their own sign-in.
const fn prefix(side: Side) -> &'static str {
    match side {
        Side::Hall => "shuiting-errand-",
        Side::Desk => "shuiting-desk-errand-",
        Side::Crew => "shuiting-crew-errand-",
    }
}

/// The errands; they stand in the context.
#[derive(Clone, Copy)]
pub struct Errands {
    api: Api,
    keep: Keep,
    language: Language,
    queue: Queue,
    signed_in: SignedIn,
    uploads: Uploads,
    line: RwSignal<Line>,
    arrived: RwSignal<Vec<Waiting>>,
    /// Whether the server wants somebody to sign in first.
    held: RwSignal<bool>,
}

impl Errands {
    /// Puts them into the context, as they were kept. Needs [`Queue::provide`] and all that it sends by before it.
    pub fn provide() -> Self {
        let errands = Self {
            api: Api::here(),
            keep: Keep::here(),
            language: Language::here(),
            queue: Queue::here(),
            signed_in: SignedIn::here(),
            uploads: Uploads::here(),
            line: RwSignal::default(),
            arrived: RwSignal::default(),
            held: RwSignal::new(false),
        };
        provide_context(errands);
        let prefix = prefix(errands.api.side());
        for name in errands.keep.names(prefix) {
            errands.take_in(&errands.keep.get(&name).unwrap_or_default());
        }
        errands.keep.elsewhere(prefix, move |key, text| match text {
            Some(text) => errands.take_in(&text),
            None => errands.drop_out(key),
        });
        errands.queue.serve(errands);
        spawn_local(async move {
            for item in errands.keep.recall(prefix).await.unwrap_or_default() {
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
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Keeps an errand, and sends it as soon as its turn comes: at once where there is a network.
    pub fn add(self, errand: Errand) {
        self.add_done(errand, clock::now());
    }

    /// The same for what was done a moment ago.
    pub fn add_done(self, errand: Errand, done: Moment) {
        let waiting = self
            .line
            .try_update(|line| line.add(errand, chance::key(), done, self.who()));
        if let Some(waiting) = waiting {
            self.keep(&waiting);
            self.queue.wake();
        }
    }

    /// All that waits, in its order; whoever asks is told when that changes.
    pub fn all(self) -> Vec<Waiting> {
        self.line.with(|line| line.all().to_vec())
    }

    /// Those that are to be posted at this path; whoever asks is told when that changes.
    pub fn at(self, path: &str) -> Vec<Waiting> {
        let mut all = self.all();
        all.retain(|waiting| waiting.errand.path == path);
        all
    }

    /// How many the server has answered well since the program came; whoever asks is told with each.
    pub fn answered(self) -> usize {
        self.arrived.with(Vec::len)
    }

    /// Whether this one waits for a step before it that was refused; whoever asks is told when that changes.
    pub fn is_behind(self, waiting: &Waiting) -> bool {
        self.line.with(|line| line.is_behind(waiting))
    }

    /// Those that were answered well, but for so many that were so first; whoever asks is told with each.
    pub fn answered_after(self, first: usize) -> Vec<Waiting> {
        self.arrived
            .with(|arrived| arrived.iter().skip(first).cloned().collect())
    }

    /// Whether somebody has to sign in before any can be sent; whoever asks is told when that changes.
    pub fn held(self) -> bool {
        self.held.get()
    }

    /// Whether this one is somebody else's than of whoever is signed in; whoever asks is told when that changes.
    pub fn is_strange(self, waiting: &Waiting) -> bool {
        match self.signed_in.get() {
            Known::Somebody(me) => !waiting.is_of(who(&me)),
            Known::Asking | Known::Nobody | Known::Failed(_) => false,
        }
    }

    /// Sends one again that the server has refused.
    pub fn again(self, key: &str) {
        let waiting = self
            .line
            .try_update(|line| line.change(key, |waiting| waiting.refused = None));
        if let Some(waiting) = waiting.flatten() {
            self.keep(&waiting);
            self.queue.wake();
        }
    }

    /// Throws one away, with its photos.
    pub fn forget(self, key: &str) {
        let pictures = self.line.with_untracked(|line| {
            let found = line.all().iter().find(|waiting| waiting.key == key);
            found.map(|waiting| waiting.errand.photos.clone()).unwrap_or_default()
        });
        for Pictures { place, .. } in pictures {
            self.uploads.forget_at(&place);
        }
        self.keep.remove(&self.name(key));
        self.drop_out(key);
    }

    /// Throws all away, wherever they are kept.
    pub fn forget_all(self) {
        self.keep.remove_all(prefix(self.api.side()));
        self.line.set(Line::default());
    }

    /// Keeps all as they are now to be kept.
    pub fn keep_all(self) {
        self.line
            .with_untracked(|line| line.all().iter().for_each(|waiting| self.keep(waiting)));
    }

    fn keep(self, waiting: &Waiting) {
        if let Ok(text) = serde_json::to_string(waiting) {
            self.keep.put(Item::new(self.name(&waiting.key), text));
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

    fn name(self, key: &str) -> String {
        format!("{}{key}", prefix(self.api.side()))
    }

    fn who(self) -> Option<String> {
        untrack(|| self.signed_in.me())
            .as_ref()
            .and_then(who)
            .map(str::to_owned)
    }

    /// The first that may go. As long as nobody knows who is here, the first of anybody's may be the one.
    fn first(self) -> Option<Waiting> {
        let known = untrack(|| self.signed_in.get());
        self.line.with_untracked(|line| match known {
            Known::Somebody(me) => line.first(who(&me)).cloned(),
            Known::Nobody => line.first(None).cloned(),
            Known::Asking | Known::Failed(_) => line.first_of_any().cloned(),
        })
    }

    async fn attempt(self) -> Result<(), Failure> {
        self.signed_in.settle().await?;
        let Some(Waiting { errand, key, done, .. }) = self.first() else {
            return Ok(());
        };
        let answer = match self.filled(&errand).await {
            Ok(body) => self.api.send::<Value>(call(&errand.path, &key, &body, done)?).await,
            Err(failure) => Err(failure),
        };
        let Err(failure) = answer else {
            self.arrive(&key);
            return Ok(());
        };
        match sending::next(&failure) {
            Next::Again => return Err(failure),
            Next::SignIn => self.held.set(true),
            Next::Arrived => self.arrive(&key),
            Next::Mend | Next::Stop => self.refuse(&key, &failure),
        }
        Ok(())
    }

    /// What is posted, with the ids of its photos, which are uploaded before.
    async fn filled(self, errand: &Errand) -> Result<Value, Failure> {
        let mut body = errand.body.clone();
        for Pictures { field, place } in &errand.photos {
            self.uploads.settle(&place.owner).await?;
            let held = self.uploads.with_untracked(|queue| queue.held(&place.owner));
            if let Some(field) = body.pointer_mut(field) {
                *field = Value::from(held.get(&place.material).cloned().unwrap_or_default());
            }
        }
        Ok(body)
    }

    fn arrive(self, key: &str) {
        let found = |line: &Line| line.all().iter().find(|waiting| waiting.key == key).cloned();
        let waiting = self.line.with_untracked(found);
        self.forget(key);
        self.arrived.update(|arrived| arrived.extend(waiting));
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

/// By what an errand knows who made it.
fn who(me: &Me) -> Option<&str> {
    match me {
        Me::Resident { phone, .. } => Some(phone),
        Me::Staff { name, .. } => Some(name),
        Me::Guest => None,
    }
}
