//! Uploading, which goes on whichever page is shown.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;
use web_sys::{Blob, File};

use super::kept::Kept;
use super::queue::{Place, Queue, State, Tile};
use super::{send, shrink};
use crate::api::{Api, Failure, Side};
use crate::keep::{Item, Keep};
use crate::waiting::Rest;
use crate::{chance, clock};

/// How often one looks whether photos have got there.
const LOOK: Duration = Duration::from_millis(300);

/// Under which names a browser keeps the photos: residents and staff may share one, and have photos of their own.
const fn prefix(side: Side) -> &'static str {
    match side {
        Side::Hall => "shuiting-hall-photo-",
        Side::Desk => "shuiting-desk-photo-",
        Side::Crew => "shuiting-crew-photo-",
    }
}

fn key<'a>(name: &'a str, prefix: &str) -> &'a str {
    name.strip_prefix(prefix).unwrap_or(name)
}

type Ready = Pin<Box<dyn Future<Output = Result<(), Failure>>>>;

/// The photos of whoever is here; it stands in the context, above all pages.
#[derive(Clone, Copy)]
pub struct Uploads {
    api: Api,
    keep: Keep,
    queue: RwSignal<Queue>,
    files: StoredValue<HashMap<u32, Blob>, LocalStorage>,
    ready: StoredValue<Rc<dyn Fn() -> Ready>, LocalStorage>,
    found: RwSignal<Option<bool>>,
    working: StoredValue<bool>,
}

impl Uploads {
    /// Puts it into the context, with the photos of last time. `ready` is run before each upload, and sees to it that
    /// the server knows whose photo it is. Needs [`Api::provide`] and [`Keep::provide`] before it.
    pub fn provide<F>(ready: impl Fn() -> F + 'static) -> Self
    where
        F: Future<Output = Result<(), Failure>> + 'static,
    {
        let ready: Rc<dyn Fn() -> Ready> = Rc::new(move || Box::pin(ready()));
        let uploads = Self {
            api: Api::here(),
            keep: Keep::here(),
            queue: RwSignal::default(),
            files: StoredValue::new_local(HashMap::new()),
            ready: StoredValue::new_local(ready),
            found: RwSignal::new(None),
            working: StoredValue::new(false),
        };
        provide_context(uploads);
        let online = window_event_listener_untyped("online", move |_| uploads.unreached_again());
        on_cleanup(move || online.remove());
        let prefix = prefix(uploads.api.side());
        for name in uploads.keep.names(prefix) {
            let kept = uploads.keep.get(&name);
            uploads.take_in(key(&name, prefix), &kept.unwrap_or_default());
        }
        uploads.keep.elsewhere(prefix, move |key, text| match text {
            Some(text) => uploads.meanwhile(key, &text),
            None => uploads.drop_out(|tile| tile.key == key),
        });
        spawn_local(async move { uploads.find().await });
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

    /// Whether all that was kept has been found: nothing as long as it is looked for, then whether the browser has
    /// answered; whoever asks is told when it has.
    pub fn found(self) -> Option<bool> {
        self.found.get()
    }

    /// Takes a photo in, keeps it, and uploads it as soon as it is its turn.
    pub fn add(self, place: Place, file: File) {
        let n = self
            .queue
            .try_update(|queue| queue.add(place, chance::key(), clock::now()));
        if let Some(n) = n {
            self.files.update_value(|files| drop(files.insert(n, file.into())));
            self.keep(n);
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

    /// Whether any photo did not get there; whoever asks is told when that changes.
    pub fn any_failed(self) -> bool {
        self.queue.with(Queue::any_failed)
    }

    /// Uploads all photos again that did not get there for want of a network.
    pub fn unreached_again(self) {
        self.queue.update(Queue::retry_unreached);
        self.work();
    }

    /// Waits until an owner's photos have got there; those that had not get another chance.
    pub async fn settle(self, owner: &str) -> Result<(), Failure> {
        self.all_again(owner);
        let open = || self.found.get_untracked().is_none() || self.with_untracked(|queue| queue.busy(owner)) > 0;
        while open() {
            Rest::new().rest(LOOK).await;
        }
        match self.with_untracked(|queue| queue.trouble(owner).cloned()) {
            Some(failure) => Err(failure),
            None => Ok(()),
        }
    }

    /// Removes a photo.
    pub fn remove(self, n: u32) {
        self.forget_where(|tile| tile.n == n);
    }

    /// Forgets the photos of a draft or a case.
    pub fn forget(self, owner: &str) {
        self.forget_where(|tile| tile.place.owner == owner);
    }

    /// Forgets the photos at a place.
    pub fn forget_at(self, place: &Place) {
        self.forget_where(|tile| tile.place == *place);
    }

    /// Forgets the photos that belong to nobody any more, told by their owner and by when they were picked.
    pub fn forget_lost(self, lost: impl Fn(&str, Moment) -> bool) {
        self.forget_where(|tile| lost(&tile.place.owner, tile.picked));
    }

    /// Forgets all photos, wherever they are kept.
    pub fn forget_all(self) {
        self.keep.remove_all(prefix(self.api.side()));
        self.drop_out(|_| true);
    }

    /// Keeps all photos as they are now to be kept.
    pub fn keep_all(self) {
        let all = self.with_untracked(|queue| queue.all().map(|tile| tile.n).collect::<Vec<_>>());
        for n in all {
            self.keep(n);
        }
    }

    fn name(self, tile: &Tile) -> String {
        format!("{}{}", prefix(self.api.side()), tile.key)
    }

    /// A photo that the server has is kept by its id; any other with its picture, where pictures are kept.
    fn keep(self, n: u32) {
        let Some(tile) = self.with_untracked(|queue| queue.tile(n).cloned()) else {
            return;
        };
        let kept = Kept::of(&tile);
        let blob = self.files.with_value(|files| files.get(&n).cloned());
        if kept.id.is_none() && !(self.keep.takes_blobs() && blob.is_some()) {
            return;
        }
        let text = serde_json::to_string(&kept).unwrap_or_default();
        let blob = blob.filter(|_| kept.id.is_none());
        self.keep.put(Item {
            blob,
            ..Item::new(self.name(&tile), text)
        });
    }

    fn take_in(self, key: &str, text: &str) -> Option<u32> {
        let kept: Kept = serde_json::from_str(text).ok()?;
        self.queue.try_update(|queue| queue.take_in(key.to_owned(), kept))?
    }

    /// Another tab has kept something. What the server has is news; the rest is uploaded over there.
    fn meanwhile(self, key: &str, text: &str) {
        let there = serde_json::from_str::<Kept>(text).is_ok_and(|kept| kept.id.is_some());
        if there {
            self.take_in(key, text);
        }
    }

    /// Finds the pictures that the server has not got. Photos whose picture is nowhere are lost.
    async fn find(self) {
        let prefix = prefix(self.api.side());
        let items = self.keep.recall(prefix).await;
        let answered = items.is_some();
        for item in items.unwrap_or_default() {
            let n = self.take_in(key(&item.name, prefix), &item.text);
            if let (Some(n), Some(blob)) = (n, item.blob) {
                self.files.update_value(|files| drop(files.insert(n, blob)));
            }
        }
        let lost = |tile: &Tile| {
            let pictured = self.files.with_value(|files| files.contains_key(&tile.n));
            !pictured && !matches!(tile.state, State::Here(_))
        };
        if answered {
            self.forget_where(lost);
        } else {
            self.drop_out(lost);
        }
        self.found.set(Some(answered));
        self.work();
    }

    fn forget_where(self, which: impl Fn(&Tile) -> bool) {
        let name = |tile: &Tile| which(tile).then(|| self.name(tile));
        let names = self.with_untracked(|queue| queue.all().filter_map(name).collect::<Vec<_>>());
        for name in names {
            self.keep.remove(&name);
        }
        self.drop_out(which);
    }

    /// Lets photos go from this page; what is kept stays as it is.
    fn drop_out(self, which: impl Fn(&Tile) -> bool) {
        if !self.with_untracked(|queue| queue.all().any(&which)) {
            return;
        }
        let gone = self.queue.try_update(|queue| queue.remove(which)).unwrap_or_default();
        self.files.update_value(|files| {
            for tile in gone {
                files.remove(&tile.n);
            }
        });
    }

    /// Uploads what waits, one after the other: phones have little memory, and a slow line is not helped by sharing it.
    fn work(self) {
        if self.working.get_value() || self.found.get_untracked().is_none() {
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
                        self.keep(n);
                    }
                    Err(failure) => self.set(n, State::Failed(failure)),
                }
            }
            self.working.set_value(false);
        });
    }

    async fn upload(self, n: u32, photo: &Blob) -> Result<String, Failure> {
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
