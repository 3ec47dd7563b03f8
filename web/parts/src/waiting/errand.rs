//! Something that was done on the spot and is told to the server once there is a network. Plain data.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Text;

/// What kind of thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    /// A volunteer has come or gone.
    Turn,
    /// People or services were counted.
    Count,
    /// Something else, also of a release that is newer than this one.
    #[serde(other)]
    Other,
}

impl Kind {
    /// Its icon.
    pub(crate) const fn icon(self) -> &'static str {
        match self {
            Self::Turn => "clock",
            Self::Count => "plus",
            Self::Other => "list",
        }
    }
}

/// Something to be told to the server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Errand {
    /// What kind of thing it is.
    pub(crate) kind: Kind,
    /// What it is, for the person who waits for it.
    pub(crate) title: Text,
    /// Where it is posted: `/api/v1/…`.
    pub(crate) path: String,
    /// What is posted there.
    pub(crate) body: Value,
    /// The page where it can be done anew, should the server refuse it.
    #[serde(default)]
    pub(crate) mend: Option<String>,
}

/// An errand as it waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Waiting {
    /// What is to be told.
    pub(crate) errand: Errand,
    /// The key that is the same for each try, and its name on this phone.
    pub(crate) key: String,
    /// When it was done.
    pub(crate) done: Moment,
    /// Its place among the others: they go in the order in which they were made, whatever the clock did meanwhile.
    pub(crate) place: u64,
    /// The phone of whoever did it; none where nobody was signed in.
    #[serde(default)]
    pub(crate) whose: Option<String>,
    /// Why the server would not have it: what is wrong, and what to do.
    #[serde(default)]
    pub(crate) refused: Option<String>,
}

impl Waiting {
    /// Whether it may be sent by whoever has this phone: what somebody else did is not told in their name.
    pub(crate) fn is_of(&self, phone: Option<&str>) -> bool {
        self.whose.is_none() || self.whose.as_deref() == phone
    }
}

/// All that waits, in the order in which it was made.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line(Vec<Waiting>);

impl Line {
    /// Adds something at the end; gives it as it waits.
    pub(crate) fn add(&mut self, errand: Errand, key: String, done: Moment, whose: Option<String>) -> Waiting {
        let place = self.0.last().map_or(0, |last| last.place + 1);
        let waiting = Waiting {
            errand,
            key,
            done,
            place,
            whose,
            refused: None,
        };
        self.0.push(waiting.clone());
        waiting
    }

    /// Takes in what was kept, in place of what is here of it.
    pub(crate) fn take_in(&mut self, kept: Waiting) {
        self.remove(&kept.key);
        self.0.push(kept);
        self.0
            .sort_by(|one, other| (one.place, one.done, &one.key).cmp(&(other.place, other.done, &other.key)));
    }

    /// Takes something out.
    pub(crate) fn remove(&mut self, key: &str) {
        self.0.retain(|waiting| waiting.key != key);
    }

    /// Changes something, and gives it as it is now; nothing where it is gone.
    pub(crate) fn change(&mut self, key: &str, change: impl FnOnce(&mut Waiting)) -> Option<Waiting> {
        let waiting = self.0.iter_mut().find(|waiting| waiting.key == key)?;
        change(waiting);
        Some(waiting.clone())
    }

    /// The first that may go, for whoever has this phone.
    pub(crate) fn first(&self, phone: Option<&str>) -> Option<&Waiting> {
        self.0
            .iter()
            .find(|waiting| waiting.refused.is_none() && waiting.is_of(phone))
    }

    /// All of it.
    pub(crate) fn all(&self) -> &[Waiting] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn errand(path: &str) -> Errand {
        Errand {
            kind: Kind::Turn,
            title: Text::default(),
            path: path.into(),
            body: Value::Null,
            mend: None,
        }
    }

    fn paths(line: &Line) -> Vec<&str> {
        line.all().iter().map(|waiting| &*waiting.errand.path).collect()
    }

    #[test]
    fn they_go_in_the_order_in_which_they_were_made() {
        let mut line = Line::default();
        let later = Moment::default() + Duration::from_secs(60);
        let one = line.add(errand("one"), "z".into(), later, None);
        let two = line.add(errand("two"), "a".into(), Moment::default(), None);
        assert_eq!(paths(&line), ["one", "two"], "the clock was set back between them");

        let mut again = Line::default();
        again.take_in(two);
        again.take_in(one);
        assert_eq!(again, line, "kept, and found in another order");
        assert_eq!(again.first(None).map(|first| &*first.key), Some("z"));
        again.remove("z");
        assert_eq!(again.first(None).map(|first| &*first.key), Some("a"));
    }

    #[test]
    fn what_was_refused_holds_nobody_up() {
        let mut line = Line::default();
        line.add(errand("one"), "a".into(), Moment::default(), None);
        line.add(errand("two"), "b".into(), Moment::default(), None);
        line.change("a", |waiting| waiting.refused = Some("why".into()));
        assert_eq!(line.first(None).map(|first| &*first.key), Some("b"));
        assert_eq!(line.all().len(), 2, "it stays, with the reason");
    }

    #[test]
    fn nobody_tells_what_somebody_else_did() {
        let mut line = Line::default();
        line.add(errand("one"), "a".into(), Moment::default(), Some("13800001234".into()));
        assert_eq!(line.first(None), None);
        assert_eq!(line.first(Some("13800005678")), None);
        assert!(line.first(Some("13800001234")).is_some());
    }

    #[test]
    fn what_another_release_kept_is_read() {
        let kept = r#"{"errand":{"kind":"poem","title":{"zh":"诗","en":"A poem"},"path":"/p","body":{"n":1},"new":1},
            "key":"k","done":"2026-11-28T02:00:00Z","place":7}"#;
        let waiting: Waiting = serde_json::from_str(kept).unwrap();
        assert_eq!((waiting.errand.kind, waiting.place), (Kind::Other, 7));
        let again: Waiting = serde_json::from_str(&serde_json::to_string(&waiting).unwrap()).unwrap();
        assert_eq!(again, waiting);
    }
}
