//! The browser's end of the line.

use shuiting_shared::api::Changed;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventSource, MessageEvent};

use super::line::Said;
use crate::realm;

/// An open line, until it is dropped.
pub(super) struct Source {
    inner: EventSource,
    said: Closure<dyn FnMut(MessageEvent)>,
    // Called for as long as it is held.
    _broke: Closure<dyn FnMut()>,
}

/// The events that the feed has.
const EVENTS: [&str; 3] = ["here", "change", "reset"];

impl Source {
    /// Opens it. `broke` is told whether it has ended, or whether the browser tries again by itself. Nothing where the
    /// browser refuses.
    pub(super) fn open(
        address: &str,
        mut said: impl FnMut(Said) + 'static,
        mut broke: impl FnMut(bool) + 'static,
    ) -> Option<Self> {
        let inner = EventSource::new(&realm::here().address(address)).ok()?;
        let said = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data().as_string().unwrap_or_default();
            if let Some(heard) = read(&event.type_(), &event.last_event_id(), &data) {
                said(heard);
            }
        });
        let state = inner.clone();
        let broke = Closure::<dyn FnMut()>::new(move || broke(state.ready_state() == EventSource::CLOSED));
        for event in EVENTS {
            inner
                .add_event_listener_with_callback(event, said.as_ref().unchecked_ref())
                .ok()?;
        }
        inner.set_onerror(Some(broke.as_ref().unchecked_ref()));
        Some(Self {
            inner,
            said,
            _broke: broke,
        })
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        self.inner.close();
        // The closures go with this; nothing may call them any more.
        self.inner.set_onerror(None);
        for event in EVENTS {
            let callback = self.said.as_ref().unchecked_ref();
            // What was never added need not be removed.
            drop(self.inner.remove_event_listener_with_callback(event, callback));
        }
    }
}

/// What the server says, as far as it is understood: a newer server may say more.
fn read(event: &str, id: &str, data: &str) -> Option<Said> {
    let id = id.parse().ok()?;
    match event {
        "here" => Some(Said::Here(id)),
        "change" => serde_json::from_str::<Changed>(data)
            .ok()
            .map(|changed| Said::Changed(id, changed)),
        "reset" => Some(Said::Reset(id)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::number::CaseNumber;

    use super::*;

    #[test]
    fn what_the_server_says_is_read_and_what_is_strange_passed_over() {
        let number = CaseNumber::from_index(1);
        let changed = Changed { number, version: 3 };
        let data = serde_json::to_string(&changed).unwrap();
        assert_eq!(read("change", "5", &data), Some(Said::Changed(5, changed)));
        assert_eq!(read("here", "5", "null"), Some(Said::Here(5)));
        assert_eq!(read("reset", "5", "null"), Some(Said::Reset(5)));
        assert_eq!(read("change", "5", "null"), None);
        assert_eq!(read("here", "", "null"), None);
        assert_eq!(read("party", "5", "null"), None);
    }
}
