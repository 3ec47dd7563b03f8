//! Wakes whoever works beside the requests; without it they look once in a while.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;

/// How often they look without being woken.
const LOOK: Duration = Duration::from_secs(2);

/// Wakes whoever works beside the requests. A copy wakes the same one.
#[derive(Clone, Default)]
pub struct Wake(Arc<Notify>);

impl Wake {
    /// There is something to do.
    pub fn wake(&self) {
        self.0.notify_one();
    }

    /// Waits until there is something to do, or a while: either way it is time to look again.
    pub(crate) async fn woken(&self) {
        drop(tokio::time::timeout(LOOK, self.0.notified()).await);
    }

    /// Waits a while, since looking has failed.
    pub(crate) async fn pause(&self) {
        tokio::time::sleep(LOOK).await;
    }
}
