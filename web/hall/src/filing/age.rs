//! How long what was begun is kept.

use shuiting_shared::time::Moment;

use super::draft_id::DraftId;

/// So many days are untouched drafts kept, and photos that wait for a case.
const DAYS: i64 = 30;

/// Whether what was last touched then is to be forgotten by now. A clock that was set back forgets nothing.
pub(super) fn over(touched: Moment, now: Moment) -> bool {
    (now - touched).num_days() >= DAYS
}

/// Whether a photo of this owner belongs to nobody any more: to a draft that is gone, or to a case for too long.
pub(super) fn lost(owner: &str, picked: Moment, there: impl Fn(DraftId) -> bool, now: Moment) -> bool {
    match owner.parse() {
        Ok(draft) => !there(draft),
        Err(_) => over(picked, now),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use shuiting_shared::service::Service;

    use super::*;

    const DAY: Duration = Duration::from_secs(24 * 60 * 60);

    #[test]
    fn it_is_kept_for_thirty_days() {
        let touched = Moment::default();
        let last = touched + 30 * DAY - Duration::from_millis(1);
        assert!(!over(touched, last));
        assert!(over(touched, touched + 30 * DAY));
        assert!(!over(touched + DAY, touched), "the clock was set back");
    }

    #[test]
    fn photos_go_with_their_draft_and_wait_for_a_case() {
        let (then, draft) = (Moment::default(), DraftId::marked(Service::Leak, "3f").unwrap());
        let late = then + 40 * DAY;
        let owner = draft.to_string();
        assert!(
            !lost(&owner, then, |id| id == draft, late),
            "the draft was touched since"
        );
        assert!(lost(&owner, then, |_| false, then));
        assert!(!lost("7F2-0391", then, |_| false, then + DAY));
        assert!(lost("7F2-0391", then, |_| false, late));
    }
}
