//! The keys of the desk: one table of what each does and where, and one listener that reads it.
//!
//! A component that can do what a command says registers for as long as it is there ([`Keys::on`]); a key of a command
//! that nobody has registered does nothing. Dialogs lie above the page, and take its keys away ([`Keys::layer`]).
//!
//! | module | subject |
//! |---|---|
//! | [`command`] | what can be done by a key |
//! | [`stroke`] | what is pressed, and whether it is the key of a command |
//! | [`table`] | all commands with their keys |
//! | [`find`] | which command a press means |
//! | [`list`] | the dialog that lists the keys, and turns single ones off |
//! | [`hint`] | what a button says of its key |

mod command;
mod find;
mod hint;
mod list;
mod stroke;
mod table;
mod words;

use std::rc::Rc;

use leptos::ev::{KeyboardEvent, keydown};
use leptos::prelude::*;
use shuiting_parts::lasting;
use shuiting_shared::words::Bi;

pub(crate) use command::{Command, Layer};
pub(crate) use hint::Hint;
pub(crate) use list::{KeyList, KeysButton};

use find::Found;
use stroke::Press;

/// Under this name the browser keeps whether single keys are off.
const STORED: &str = "shuiting-single-keys";
const OFF: &str = "off";
/// So long the second key of two is waited for, milliseconds.
const PATIENCE: f64 = 1500.0;

/// Does what a command says, with the digit that was pressed where it takes one; says whether there was something to do.
type Act = Rc<dyn Fn(u8) -> bool>;

/// The first of two keys, and when it was pressed.
type Begun = Option<(&'static str, f64)>;

#[derive(Clone)]
struct Doer {
    id: u32,
    command: Command,
    act: Act,
}

/// Who does what at which key; it stands in the context.
#[derive(Clone, Copy)]
pub(crate) struct Keys {
    doers: StoredValue<Vec<Doer>, LocalStorage>,
    layers: StoredValue<Vec<(u32, Layer)>>,
    begun: StoredValue<Begun>,
    count: StoredValue<u32>,
    single: RwSignal<bool>,
}

impl Keys {
    /// Puts it into the context, and listens.
    pub(crate) fn provide() -> Self {
        let keys = Self::new();
        provide_context(keys);
        let listener = window_event_listener(keydown, move |event| keys.meet(&event));
        on_cleanup(move || listener.remove());
        keys
    }

    fn new() -> Self {
        let stored = storage().and_then(|storage| storage.get_item(STORED).ok().flatten());
        Self {
            doers: StoredValue::new_local(Vec::new()),
            layers: StoredValue::new(Vec::new()),
            begun: StoredValue::new(None),
            count: StoredValue::new(0),
            single: RwSignal::new(stored.as_deref() != Some(OFF)),
        }
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::new)
    }

    /// Does something at a command's keys, for as long as the component that asks is there.
    pub(crate) fn on(self, command: Command, act: impl Fn() + 'static) {
        self.register(
            command,
            Rc::new(move |_| {
                act();
                true
            }),
        );
    }

    /// The same for what at times is not to be done: where `act` says so, the key stays the browser's.
    pub(crate) fn on_if(self, command: Command, act: impl Fn() -> bool + 'static) {
        self.register(command, Rc::new(move |_| act()));
    }

    /// The same for a command whose key is a digit, of which it is told.
    pub(crate) fn on_digit(self, command: Command, act: impl Fn(u8) -> bool + 'static) {
        self.register(command, Rc::new(act));
    }

    fn register(self, command: Command, act: Act) {
        let id = self.next();
        self.doers.update_value(|doers| doers.push(Doer { id, command, act }));
        on_cleanup(move || {
            // Where the whole desk goes, the list may have gone first.
            self.doers.try_update_value(|doers| doers.retain(|doer| doer.id != id));
        });
    }

    /// Lays a dialog above all that is there, for as long as the component that asks is.
    pub(crate) fn layer(self, layer: Layer) {
        let id = self.next();
        self.layers.update_value(|layers| layers.push((id, layer)));
        on_cleanup(move || {
            self.layers
                .try_update_value(|layers| layers.retain(|(known, _)| *known != id));
        });
    }

    fn next(self) -> u32 {
        self.count.update_value(|count| *count = count.wrapping_add(1));
        self.count.get_value()
    }

    fn top(self) -> Layer {
        let top = self.layers.with_value(|layers| layers.last().map(|(_, layer)| *layer));
        top.unwrap_or(Layer::Page)
    }

    /// What can be done now, as the palette offers it: commands, their names and their keys.
    pub(crate) fn offered(self) -> Vec<(Command, Bi, Option<String>)> {
        let rows = table::TABLE
            .iter()
            .filter(|row| row.command.offered() && self.can(row.command));
        let keys = |row: &table::Row| row.strokes.first().map(stroke::Stroke::said);
        rows.map(|row| (row.command, row.name, keys(row))).collect()
    }

    /// Whether a command can be done now.
    fn can(self, command: Command) -> bool {
        self.doers
            .with_value(|doers| doers.iter().any(|doer| doer.command == command))
    }

    /// Does what a command says; says whether there was something to do.
    pub(crate) fn run(self, command: Command, digit: u8) -> bool {
        let find = |doers: &Vec<Doer>| {
            let latest = doers.iter().rev().find(|doer| doer.command == command);
            latest.map(|doer| doer.act.clone())
        };
        // What is done may register and take away doers itself.
        let act = self.doers.with_value(find);
        act.is_some_and(|act| act(digit))
    }

    /// Whether single keys do something; whoever asks is told when that changes.
    pub(crate) fn single(self) -> bool {
        lasting::forget_reader(&self.single);
        self.single.get()
    }

    /// Turns single keys on or off, for this browser.
    fn set_single(self, on: bool) {
        self.single.set(on);
        if let Some(storage) = storage() {
            // Where nothing may be stored, the choice holds until the page is closed.
            drop(if on {
                storage.remove_item(STORED)
            } else {
                storage.set_item(STORED, OFF)
            });
        }
    }

    fn meet(self, event: &KeyboardEvent) {
        if event.default_prevented() {
            return;
        }
        let now = event.time_stamp();
        let begun = self.begun.get_value().filter(|(_, at)| now - at < PATIENCE);
        self.begun.set_value(None);
        let press = Press::of(event);
        let single = self.single.get_untracked();
        let found = find::find(&press, self.top(), single, begun.map(|(key, _)| key), |command| {
            self.can(command)
        });
        let taken = match found {
            Found::Nothing => false,
            Found::Begins(key) => {
                self.begun.set_value(Some((key, now)));
                true
            }
            Found::Command(command, digit) => self.run(command, digit),
        };
        if taken {
            event.prevent_default();
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
