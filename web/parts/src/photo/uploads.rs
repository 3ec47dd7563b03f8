//! Uploading, which goes on whichever page is shown.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_shared::problem::Code;
use web_sys::File;

use super::queue::{Place, Queue, State};
use super::{send, shrink};
use crate::api::{Api, Failure, Side};

/// Under which key a browser keeps the photos: residents and staff may share one, and have photos of their own.
const fn stored(side: Side) -> &'static str {
    match side {
        Side::Hall => "shuiting-photos",
        Side::Desk => "shuiting-photos-desk",
    }
}

type Ready = Pin<Box<dyn Future<Output = Result<(), Failure>>>>;

/// The photos of whoever is here; it stands in the context, above all pages.
#[derive(Clone, Copy)]
pub struct Uploads {
    api: Api,
    queue: RwSignal<Queue>,
    files: StoredValue<HashMap<u32, File>, LocalStorage>,
    ready: StoredValue<Rc<dyn Fn() -> Ready>, LocalStorage>,
    working: StoredValue<bool>,
}

impl Uploads {
    /// Puts it into the context, with the photos of last time. `ready` is run before each upload, and sees to it that
    /// the server knows whose photo it is.
    pub fn provide<F>(ready: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = Result<(), Failure>> + 'static,
    {
        let api = Api::here();
        let stored = stored(api.side());
        let kept = storage().and_then(|storage| storage.get_item(stored).ok().flatten());
        let kept = kept
            .and_then(|kept| serde_json::from_str(&kept).ok())
            .unwrap_or_default();
        let ready: Rc<dyn Fn() -> Ready> = Rc::new(move || Box::pin(ready()));
        let uploads = Self {
            api,
            queue: RwSignal::new(Queue::restored(kept)),
            files: StoredValue::new_local(HashMap::new()),
            ready: StoredValue::new_local(ready),
            working: StoredValue::new(false),
        };
        provide_context(uploads);
        let kept = Memo::new(move |_| uploads.queue.with(Queue::kept));
        Effect::new(move || {
            let text = serde_json::to_string(&kept.get()).unwrap_or_default();
            if let Some(storage) = storage() {
                // Where nothing may be stored, photos hold until the page is closed.
                drop(storage.set_item(stored, &text));
            }
        });
        uploads
    }

    /// It, from the context.
    pub fn here() -> Self {
        use_context().unwrap_or_else(|| Self::provide(|| async { Ok(()) }))
    }

    /// Reads the queue; whoever asks is told when it changes.
    pub fn with<T>(self, read: impl FnOnce(&Queue) -> T) -> T {
        self.queue.with(read)
    }

    /// Reads the queue as it is now.
    pub fn with_untracked<T>(self, read: impl FnOnce(&Queue) -> T) -> T {
        self.queue.with_untracked(read)
    }

    /// Takes a photo in and uploads it as soon as it is its turn.
    pub fn add(self, place: Place, file: File) {
        let n = self.queue.try_update(|queue| queue.add(place));
        if let Some(n) = n {
            self.files.update_value(|files| drop(files.insert(n, file)));
            self.work();
        }
    }

    /// Uploads a photo again that did not get there.
    pub fn again(self, n: u32) {
        self.queue.update(|queue| queue.set(n, State::Waiting));
        self.work();
    }

    /// Uploads all of an owner's photos again that did not get there.
    pub fn all_again(self, owner: &str) {
        self.queue.update(|queue| queue.retry(owner));
        self.work();
    }

    /// Removes a photo.
    pub fn remove(self, n: u32) {
        self.queue.update(|queue| queue.remove(n));
        self.files.update_value(|files| drop(files.remove(&n)));
    }

    /// Forgets the photos of a draft or a case.
    pub fn forget(self, owner: &str) {
        self.queue.update(|queue| queue.forget(owner));
        self.tidy();
    }

    /// Forgets the photos at a place.
    pub fn forget_at(self, place: &Place) {
        self.queue.update(|queue| queue.forget_at(place));
        self.tidy();
    }

    /// Forgets all photos.
    pub fn forget_all(self) {
        self.queue.set(Queue::default());
        self.tidy();
    }

    fn tidy(self) {
        self.queue.with_untracked(|queue| {
            self.files
                .update_value(|files| files.retain(|n, _| queue.tile(*n).is_some()));
        });
    }

    /// Uploads what waits, one after the other: phones have little memory, and a slow line is not helped by sharing it.
    fn work(self) {
        if self.working.get_value() {
            return;
        }
        self.working.set_value(true);
        spawn_local(async move {
            while let Some(n) = self.queue.with_untracked(Queue::next) {
                let Some(file) = self.files.with_value(|files| files.get(&n).cloned()) else {
                    self.remove(n);
                    continue;
                };
                self.set(n, State::Shrinking);
                let small = shrink::shrink(&file).await;
                self.set(n, State::Sending(0));
                match self.upload(n, &small).await {
                    Ok(id) => {
                        self.files.update_value(|files| drop(files.remove(&n)));
                        self.set(n, State::Here(id));
                    }
                    Err(failure) => self.set(n, State::Failed(failure)),
                }
            }
            self.working.set_value(false);
        });
    }

    async fn upload(self, n: u32, photo: &web_sys::Blob) -> Result<String, Failure> {
        let ready = self.ready.get_value();
        ready().await?;
        let progress = move |percent| self.set(n, State::Sending(percent));
        let sent = match send::send(self.api, photo, progress).await {
            Err(failure) if failure.code() == Some(Code::Expired) => {
                self.api.refresh().await?;
                send::send(self.api, photo, progress).await
            }
            sent => sent,
        };
        sent.map(|attachment| attachment.id)
    }

    fn set(self, n: u32, state: State) {
        self.queue.update(|queue| queue.set(n, state));
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
