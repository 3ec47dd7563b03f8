//! Waiting, which can be cut short.

use std::collections::BTreeMap;
use std::time::Duration;

use futures::channel::oneshot;
use leptos::prelude::*;

use super::draft_id::DraftId;

/// Who is waiting.
#[derive(Clone, Copy)]
pub(super) struct Rest(StoredValue<BTreeMap<DraftId, oneshot::Sender<()>>, LocalStorage>);

impl Rest {
    /// Nobody is.
    pub(super) fn new() -> Self {
        Self(StoredValue::new_local(BTreeMap::new()))
    }

    /// Waits for so long, or until it is woken.
    pub(super) async fn rest(self, id: DraftId, pause: Duration) {
        let (wake, woken) = oneshot::channel();
        self.0.update_value(|resting| drop(resting.insert(id, wake)));
        set_timeout(move || self.wake(id), pause);
        // Where whoever should wake it is gone, the waiting is over too.
        let _ = woken.await;
    }

    /// Cuts the waiting short.
    pub(super) fn wake(self, id: DraftId) {
        let wake = self.0.try_update_value(|resting| resting.remove(&id)).flatten();
        if let Some(wake) = wake {
            let _ = wake.send(());
        }
    }

    /// Cuts all waiting short.
    pub(super) fn wake_all(self) {
        let resting = self.0.with_value(|resting| resting.keys().copied().collect::<Vec<_>>());
        for id in resting {
            self.wake(id);
        }
    }
}
