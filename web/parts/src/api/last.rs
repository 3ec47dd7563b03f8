//! Answers of last time, for pages that are opened without a network.
//!
//! What is about nobody in particular is kept on every phone. What is about whoever is signed in is kept on their own phone
//! alone, and until they sign out.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shuiting_shared::time::Moment;

use super::Side;
use crate::{clock, keep, store};

/// Before the path of what is about nobody, where it is kept.
const fn open(side: Side) -> &'static str {
    match side {
        Side::Hall | Side::Desk => "shuiting-open-",
        Side::Crew => "shuiting-crew-open-",
    }
}

/// Before the path of what is about whoever is signed in: a resident and a crew may be, in one browser.
const fn own(side: Side) -> &'static str {
    match side {
        Side::Hall | Side::Desk => "shuiting-own-",
        Side::Crew => "shuiting-crew-own-",
    }
}

/// Who is signed in.
const ME: &str = "/api/v1/me";
/// So many days an answer serves.
const DAYS: i64 = 7;
/// What is longer, in bytes, is not worth the room.
const MOST: usize = 200_000;

/// Whom an answer is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    Nobody,
    Me,
}

/// What a page needs to open. Bills, cases in full and what has to be of this minute are not among it.
const KEPT: [(&str, About); 7] = [
    ("/api/v1/house", About::Nobody),
    ("/api/v1/tariffs", About::Nobody),
    (ME, About::Me),
    ("/api/v1/cases", About::Me),
    ("/api/v1/me/volunteer", About::Me),
    ("/api/v1/crew/orders", About::Me),
    ("/api/v1/crew/deliveries", About::Me),
];
/// The same, and all below it.
const KEPT_BELOW: [(&str, About); 2] = [("/api/v1/events", About::Me), ("/api/v1/outages", About::Me)];

thread_local! {
    /// When the oldest answer was given that is shown since the network went.
    static AS_OF: ArcRwSignal<Option<Moment>> = ArcRwSignal::new(None);
}

#[derive(Serialize, Deserialize)]
struct Kept {
    at: Moment,
    body: String,
}

/// When what is shown was true, where there is no network and it comes from last time; whoever asks is told when that
/// changes.
pub fn as_of() -> Option<Moment> {
    AS_OF.with(ArcRwSignal::clone).get()
}

/// An answer has come.
pub(super) fn keep(side: Side, path: &str, body: &str) {
    let Some((name, about)) = name(side, path) else { return };
    let shared = about == About::Me && keep::is_shared();
    if shared || body.len() > MOST {
        return;
    }
    let kept = Kept {
        at: clock::now(),
        body: body.to_owned(),
    };
    if let Ok(text) = serde_json::to_string(&kept) {
        // Where there is no room, nothing is lost that does not come again.
        store::put(&name, &text);
    }
}

/// The answer of last time, where there is one that still serves.
pub(super) fn find(side: Side, path: &str) -> Option<String> {
    let kept: Kept = serde_json::from_str(&store::get(&name(side, path)?.0)?).ok()?;
    if (clock::now() - kept.at).num_days() >= DAYS {
        return None;
    }
    let as_of = AS_OF.with(ArcRwSignal::clone);
    let oldest = as_of.get_untracked().map_or(kept.at, |oldest| oldest.min(kept.at));
    if as_of.get_untracked() != Some(oldest) {
        as_of.set(Some(oldest));
    }
    Some(kept.body)
}

/// The network is there.
pub(super) fn reached() {
    let as_of = AS_OF.with(ArcRwSignal::clone);
    if as_of.get_untracked().is_some() {
        as_of.set(None);
    }
}

/// Forgets what is about whoever was signed in here.
pub(super) fn forget_own(side: Side) {
    for name in store::names(own(side)) {
        store::remove(&name);
    }
}

/// Forgets it where somebody was, so that nobody else sees it. What is kept beside nobody is about nobody.
pub(super) fn forget_owner(side: Side) {
    if store::get(&format!("{}{ME}", own(side))).is_some() {
        forget_own(side);
    }
}

/// Forgets what no longer serves.
pub(super) fn sweep(side: Side) {
    for name in [open(side), own(side)].into_iter().flat_map(store::names) {
        let kept = store::get(&name).and_then(|text| serde_json::from_str::<Kept>(&text).ok());
        if kept.is_none_or(|kept| (clock::now() - kept.at).num_days() >= DAYS) {
            store::remove(&name);
        }
    }
}

/// Under which name the answer of a path is kept, and whom it is about; nothing where it is not.
fn name(side: Side, path: &str) -> Option<(String, About)> {
    let exact = KEPT.iter().find(|(kept, _)| *kept == path);
    let below = || {
        KEPT_BELOW.iter().find(|(kept, _)| {
            path.strip_prefix(kept)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
        })
    };
    let (_, about) = exact.or_else(below)?;
    let before = match about {
        About::Nobody => open(side),
        About::Me => own(side),
    };
    Some((format!("{before}{path}"), *about))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_page_needs_to_open_is_kept_by_whom_it_is_about() {
        let about = |path| name(Side::Hall, path).map(|(_, about)| about);
        assert_eq!(about("/api/v1/house"), Some(About::Nobody));
        assert_eq!(about("/api/v1/me"), Some(About::Me));
        assert_eq!(about("/api/v1/events/7?lang=en"), Some(About::Me));
        assert_eq!(about("/api/v1/events?past=true"), Some(About::Me));
        assert_eq!(about("/api/v1/outages"), Some(About::Me));
        for path in [
            "/api/v1/me/export",
            "/api/v1/cases/7F2-0391",
            "/api/v1/eventsx",
            "/api/v1/me/profile",
        ] {
            assert_eq!(about(path), None, "{path}");
        }
    }

    #[test]
    fn a_crew_s_are_not_a_resident_s() {
        let kept = |side| name(side, ME).map(|(name, _)| name);
        assert_ne!(kept(Side::Hall), kept(Side::Crew));
        for own in [own(Side::Hall), open(Side::Hall)] {
            assert!(!own.starts_with("shuiting-crew"), "what one forgets is not the other's");
        }
    }
}
