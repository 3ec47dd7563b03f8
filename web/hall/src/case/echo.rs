//! An act whose answer was lost on the way: sent again it is refused, since the case has changed; by that very act.

use shuiting_shared::api::{ByKind, Conflict, Viewer};
use shuiting_shared::case::{Action, Event};

/// Whether what changed meanwhile is just what `you` wanted to do.
pub(super) fn done_before(action: &Action, you: Viewer, conflict: &Conflict) -> bool {
    let me = match you {
        Viewer::Filer => ByKind::Filer,
        Viewer::Party => ByKind::Party,
        Viewer::Staff => ByKind::Staff,
        // Whoever only follows a case does nothing to it.
        Viewer::Follower => return false,
    };
    let mine = conflict.changes.iter().filter(|entry| entry.by.kind == me);
    mine.into_iter().any(|entry| says(&entry.event, action))
}

fn says(event: &Event, action: &Action) -> bool {
    match (action, event) {
        (Action::Confirm, Event::Confirmed)
        | (Action::Urge, Event::Urged)
        | (Action::Complete { .. }, Event::Completed { .. }) => true,
        (Action::Decline { reason }, Event::Declined { reason: said })
        | (Action::Withdraw { reason }, Event::Withdrawn { reason: said }) => reason.trim() == said,
        (
            Action::Add { words, photos },
            Event::Added {
                words: said,
                photos: added,
            },
        ) => words.trim() == said && photos == added,
        (
            Action::Rate { level, tags, words },
            Event::Rated {
                level: given,
                tags: picked,
                words: said,
            },
        ) => level == given && tags == picked && words.trim() == said,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::api::{By, EntryView};
    use shuiting_shared::case::Seen;
    use shuiting_shared::time::Moment;

    use super::*;

    fn after(kind: ByKind, event: Event) -> Conflict {
        let by = By {
            kind,
            role: None,
            name: None,
        };
        Conflict {
            version: 2,
            changes: vec![EntryView {
                at: Moment::default(),
                by,
                event,
                seen: Seen::All,
                undone: false,
                vetted: None,
            }],
        }
    }

    fn add(words: &str) -> Action {
        Action::Add {
            words: words.into(),
            photos: vec!["a".into()],
        }
    }

    fn added(words: &str) -> Event {
        Event::Added {
            words: words.into(),
            photos: vec!["a".into()],
        }
    }

    #[test]
    fn one_s_own_act_is_known_again() {
        let mine = after(ByKind::Filer, added("it got worse"));
        assert!(done_before(&add(" it got worse "), Viewer::Filer, &mine));
        assert!(!done_before(&add("it got better"), Viewer::Filer, &mine));
        assert!(!done_before(&Action::Confirm, Viewer::Party, &mine));
    }

    #[test]
    fn what_others_did_is_not_mine() {
        assert!(done_before(
            &Action::Confirm,
            Viewer::Party,
            &after(ByKind::Party, Event::Confirmed)
        ));
        assert!(!done_before(
            &add("words"),
            Viewer::Filer,
            &after(ByKind::Staff, added("words"))
        ));
    }
}
