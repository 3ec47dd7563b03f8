//! The browser's database. What stands there outlives a browser that is killed, and photos have room; but it answers
//! later, and some browsers refuse it.

use std::time::Duration;

use futures::StreamExt;
use futures::channel::{mpsc, oneshot};
use futures::future::{Either, select};
use idb::{Database, DatabaseEvent, Error, Factory, KeyRange, ObjectStoreParams, TransactionMode};
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use crate::realm;
use crate::room::{self, Place};

const DATABASE: &str = "shuiting";
const STORE: &str = "kept";
const TEXT: &str = "text";
const BLOB: &str = "blob";
/// Some browsers, when they have just been started, never open a database.
const PATIENCE: Duration = Duration::from_secs(3);
/// A connection that was open when the phone slept may be gone; the next try opens another.
const TRIES: usize = 2;

/// Something that is kept.
#[derive(Clone, Debug)]
pub struct Item {
    /// Under which name.
    pub name: String,
    /// What is said of it.
    pub text: String,
    /// What is too large to be said.
    pub blob: Option<Blob>,
}

impl Item {
    /// Something that can be said.
    pub fn new(name: String, text: String) -> Self {
        Self { name, text, blob: None }
    }

    fn value(&self) -> Result<JsValue, JsValue> {
        let value = Object::new();
        Reflect::set(&value, &TEXT.into(), &self.text.as_str().into())?;
        if let Some(blob) = &self.blob {
            Reflect::set(&value, &BLOB.into(), blob)?;
        }
        Ok(value.into())
    }

    fn read(name: &JsValue, value: &JsValue) -> Option<Self> {
        Some(Self {
            name: name.as_string()?,
            text: Reflect::get(value, &TEXT.into()).ok()?.as_string()?,
            blob: Reflect::get(value, &BLOB.into()).ok()?.dyn_into().ok(),
        })
    }
}

enum Wish {
    Put(Item),
    Remove(String),
    RemoveAll(String),
    Find(String),
}

struct Job {
    wish: Wish,
    found: Option<oneshot::Sender<Vec<Item>>>,
}

/// The shelf. What is asked of it is done one after the other, in the order of asking.
#[derive(Clone, Copy)]
pub(crate) struct Shelf(StoredValue<mpsc::UnboundedSender<Job>, LocalStorage>);

impl Shelf {
    /// Gets it ready.
    pub(crate) fn new() -> Self {
        let (jobs, mut waiting) = mpsc::unbounded::<Job>();
        spawn_local(async move {
            let mut keeper = Keeper { database: None };
            while let Some(Job { wish, found }) = waiting.next().await {
                let items = keeper.act(&wish).await;
                if let Some(found) = found {
                    // Whoever asked may have had no patience.
                    let _ = found.send(items);
                }
            }
        });
        Self(StoredValue::new_local(jobs))
    }

    /// Puts something there, in place of what stands under its name.
    pub(crate) fn put(self, item: Item) {
        self.ask(Wish::Put(item), None);
    }

    /// Takes something away.
    pub(crate) fn remove(self, name: &str) {
        self.ask(Wish::Remove(name.to_owned()), None);
    }

    /// Takes everything away whose name begins so.
    pub(crate) fn remove_all(self, prefix: &str) {
        self.ask(Wish::RemoveAll(prefix.to_owned()), None);
    }

    /// All whose names begin so; nothing where the browser does not answer in time.
    pub(crate) async fn find(self, prefix: &str) -> Option<Vec<Item>> {
        let (tell, found) = oneshot::channel();
        self.ask(Wish::Find(prefix.to_owned()), Some(tell));
        let (ring, over) = oneshot::channel::<()>();
        set_timeout(
            move || {
                // The answer may have come long ago.
                let _ = ring.send(());
            },
            PATIENCE,
        );
        match select(found, over).await {
            Either::Left((found, _)) => found.ok(),
            Either::Right(_) => None,
        }
    }

    fn ask(self, wish: Wish, found: Option<oneshot::Sender<Vec<Item>>>) {
        self.0.with_value(|jobs| {
            // The other end lives as long as the program.
            let _ = jobs.unbounded_send(Job { wish, found });
        });
    }
}

/// Who does what is asked, by one connection.
struct Keeper {
    database: Option<Database>,
}

impl Keeper {
    /// What was found, where that was asked. A browser that refuses keeps nothing and finds nothing.
    async fn act(&mut self, wish: &Wish) -> Vec<Item> {
        for _ in 0..TRIES {
            let database = match self.database.take() {
                Some(database) => database,
                None => match open().await {
                    Ok(database) => database,
                    Err(_) => return Vec::new(),
                },
            };
            if let Ok(found) = act(&database, wish).await {
                self.database = Some(database);
                note(wish, true);
                return found;
            }
            database.close();
        }
        // A database that opens and takes nothing has no room.
        note(wish, false);
        Vec::new()
    }
}

fn note(wish: &Wish, fits: bool) {
    if matches!(wish, Wish::Put(_)) {
        room::note(Place::Shelf, fits);
    }
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(&realm::here().keeps(DATABASE), Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // Without its store each wish fails, as in a browser without a database.
            drop(database.create_object_store(STORE, ObjectStoreParams::new()));
        }
    });
    request.await
}

async fn act(database: &Database, wish: &Wish) -> Result<Vec<Item>, Error> {
    let mode = match wish {
        Wish::Find(_) => TransactionMode::ReadOnly,
        Wish::Put(_) | Wish::Remove(_) | Wish::RemoveAll(_) => TransactionMode::ReadWrite,
    };
    let transaction = database.transaction(&[STORE], mode)?;
    let store = transaction.object_store(STORE)?;
    let mut found = Vec::new();
    match wish {
        Wish::Put(item) => {
            let value = item.value().map_err(Error::UpdateFailed)?;
            store.put(&value, Some(&item.name.as_str().into()))?.await?;
        }
        Wish::Remove(name) => store.delete(JsValue::from(name.as_str()))?.await?,
        Wish::RemoveAll(prefix) => store.delete(beginning(prefix)?)?.await?,
        Wish::Find(prefix) => {
            let names = store.get_all_keys(Some(beginning(prefix)?.into()), None)?.await?;
            let values = store.get_all(Some(beginning(prefix)?.into()), None)?.await?;
            let items = names.iter().zip(&values);
            found.extend(items.filter_map(|(name, value)| Item::read(name, value)));
        }
    }
    transaction.await?;
    Ok(found)
}

/// All names that begin so.
fn beginning(prefix: &str) -> Result<KeyRange, Error> {
    let end = format!("{prefix}\u{ffff}");
    KeyRange::bound(&prefix.into(), &end.into(), None, None)
}
