//! How long whoever has done something too often has to wait.

use chrono::{NaiveDateTime, TimeDelta};
use shuiting_shared::time::Moment;

/// Seconds until fewer than `most` of what was done at `times`, oldest first, lie within the last `span`; none where that
/// is so already.
pub fn wait(times: &[NaiveDateTime], most: usize, span: TimeDelta, now: Moment) -> Option<u32> {
    let over = times.len().checked_sub(most)?;
    let left = *times.get(over)? + span - now.naive_utc();
    let seconds = u32::try_from(left.num_seconds().max(0)).unwrap_or(u32::MAX);
    (seconds > 0).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_waits_until_the_oldest_that_counts_is_past() {
        let now: Moment = "2026-11-24T02:00:00Z".parse().unwrap();
        let times = [50, 30, 10].map(|minutes| (now - TimeDelta::minutes(minutes)).naive_utc());
        let wait = |most, minutes| wait(&times, most, TimeDelta::minutes(minutes), now);
        assert_eq!(wait(4, 60), None, "there are fewer");
        assert_eq!(wait(3, 60), Some(600));
        assert_eq!(wait(1, 60), Some(3000), "the last one has to be past");
        assert_eq!(wait(3, 40), None, "the oldest is past already");
        assert_eq!(wait(0, 60), None, "what may never be done is not told by waiting");
    }
}
