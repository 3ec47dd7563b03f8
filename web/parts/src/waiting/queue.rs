//! The one queue of all that waits for the network: what was done first goes first, and the next only when the server
//! has answered. Two tabs have one queue.

use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use shuiting_shared::time::Moment;

use super::rest::Rest;
use super::sending;
use crate::alone::alone;
use crate::api::{Call, Failure, Method};
use crate::clock;
use crate::keep::Keep;

/// The name under which no two tabs send.
const TURN: &str = "shuiting-queue";

/// What comes of sending one thing: nothing is left to be done about it, or the same again later.
pub type Sent = Pin<Box<dyn Future<Output = Result<(), Failure>>>>;

/// Somebody who has things that wait.
pub trait Source {
    /// When the first of them was done; none where nothing waits. Nobody is told when that changes.
    fn oldest(&self) -> Option<Moment>;
    /// Sends that one.
    fn send(&self) -> Sent;
}

/// The queue; it stands in the context.
#[derive(Clone, Copy)]
pub struct Queue {
    sources: StoredValue<Vec<Rc<dyn Source>>, LocalStorage>,
    trouble: RwSignal<Option<Failure>>,
    running: StoredValue<bool>,
    rest: Rest,
    keep: Keep,
}

impl Queue {
    /// Puts it into the context. It tries again whenever there may be a network again, and when the page comes to the eye.
    pub fn provide() -> Self {
        let queue = Self {
            sources: StoredValue::new_local(Vec::new()),
            trouble: RwSignal::new(None),
            running: StoredValue::new(false),
            rest: Rest::new(),
            keep: Keep::here(),
        };
        provide_context(queue);
        for event in ["online", "pageshow", "visibilitychange"] {
            let listener = window_event_listener_untyped(event, move |_| {
                if !document().hidden() {
                    queue.wake();
                }
            });
            on_cleanup(move || listener.remove());
        }
        queue
    }

    /// It, from the context.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Sends what this source has, too.
    pub fn serve(self, source: impl Source + 'static) {
        self.sources.update_value(|sources| sources.push(Rc::new(source)));
        self.wake();
    }

    /// Why the last try did not get through, as long as the next one is waited for; whoever asks is told when that
    /// changes.
    pub fn trouble(self) -> Option<Failure> {
        self.trouble.get()
    }

    /// Something is to be sent, or may get through now: nobody waits any longer.
    pub fn wake(self) {
        self.rest.wake();
        if !self.running.get_value() {
            self.running.set_value(true);
            spawn_local(self.run());
        }
    }

    async fn run(self) {
        let mut tries = 0;
        while self.first().is_some() {
            if self.trouble.with_untracked(Option::is_some) {
                self.trouble.set(None);
            }
            // By the time it is our turn, another tab may have sent it.
            let turn = async move {
                match self.first() {
                    Some(source) => source.send().await,
                    None => Ok(()),
                }
            };
            match alone(TURN, turn).await {
                Ok(()) => tries = 0,
                Err(failure) => {
                    if tries == 0 {
                        self.keep.persist();
                    }
                    tries += 1;
                    self.trouble.set(Some(failure));
                    self.rest.rest(sending::pause(tries)).await;
                }
            }
        }
        if self.trouble.with_untracked(Option::is_some) {
            self.trouble.set(None);
        }
        self.running.set_value(false);
    }

    /// Who has what was done first.
    fn first(self) -> Option<Rc<dyn Source>> {
        let sources = self.sources.with_value(Clone::clone);
        let waiting = sources
            .into_iter()
            .filter_map(|source| Some((source.oldest()?, source)));
        waiting.min_by_key(|(oldest, _)| *oldest).map(|(_, source)| source)
    }
}

/// The request that tells of something: the same for each try, but for how long ago it was done.
pub fn call(path: &str, key: &str, body: &impl Serialize, done: Moment) -> Result<Call, Failure> {
    let call = Call::new(Method::POST, path).json(body)?;
    let ago = sending::seconds_ago(done, clock::now());
    Ok(call
        .header("Idempotency-Key", key)
        .header("Acted-Ago", &ago.to_string()))
}
