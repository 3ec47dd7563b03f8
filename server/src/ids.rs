//! Ids of rows: UUID v7, so that they sort by time and neither engine has to make them.

use shuiting_shared::time::Moment;
use uuid::{NoContext, Timestamp, Uuid};

/// A new id without hyphens, 32 letters and digits, as gateways take them.
pub fn compact(now: Moment) -> String {
    new(now).replace('-', "")
}

/// A new id.
pub fn new(now: Moment) -> String {
    let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
    Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos())).to_string()
}
