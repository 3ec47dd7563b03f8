//! Waiting, which can be cut short.

use std::time::Duration;

use futures::channel::oneshot;
use leptos::prelude::*;

/// A rest.
#[derive(Clone, Copy)]
pub(crate) struct Rest(StoredValue<Option<oneshot::Sender<()>>, LocalStorage>);

impl Rest {
    /// Nobody rests.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// Waits for so long, or until it is woken.
    pub(crate) async fn rest(self, pause: Duration) {
        let (wake, woken) = oneshot::channel();
        self.0.set_value(Some(wake));
        let timer = set_timeout_with_handle(move || self.wake(), pause);
        // Where whoever should wake it is gone, the waiting is over too.
        let _ = woken.await;
        if let Ok(timer) = timer {
            timer.clear();
        }
    }

    /// Cuts the waiting short.
    pub(crate) fn wake(self) {
        if let Some(wake) = self.0.try_update_value(Option::take).flatten() {
            let _ = wake.send(());
        }
    }
}
