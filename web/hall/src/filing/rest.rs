//! Waiting, which can be cut short.

use std::collections::BTreeMap;
use std::time::Duration;

use futures::channel::oneshot;
use leptos::prelude::*;
use shuiting_shared::service::Service;

/// Who is waiting.
#[derive(Clone, Copy)]
pub(super) struct Rest(StoredValue<BTreeMap<Service, oneshot::Sender<()>>, LocalStorage>);

impl Rest {
    /// Nobody is.
    pub(super) fn new() -> Self {
        Self(StoredValue::new_local(BTreeMap::new()))
    }

    /// Waits for so long, or until it is woken.
    pub(super) async fn rest(self, service: Service, pause: Duration) {
        let (wake, woken) = oneshot::channel();
        self.0.update_value(|resting| drop(resting.insert(service, wake)));
        set_timeout(move || self.wake(service), pause);
        // Where whoever should wake it is gone, the waiting is over too.
        let _ = woken.await;
    }

    /// Cuts the waiting short.
    pub(super) fn wake(self, service: Service) {
        let wake = self.0.try_update_value(|resting| resting.remove(&service)).flatten();
        if let Some(wake) = wake {
            let _ = wake.send(());
        }
    }

    /// Cuts all waiting short.
    pub(super) fn wake_all(self) {
        for service in Service::ALL {
            self.wake(*service);
        }
    }
}
