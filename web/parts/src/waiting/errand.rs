//! Something that was done on the spot and is told to the server once there is a network. Plain data.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Text;

use crate::photo::Place;

/// What kind of thing it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A volunteer has come or gone.
    Turn,
    /// People or services were counted.
    Count,
    /// Something was done about a case.
    Act,
    /// Something else, also of a release that is newer than this one.
    #[default]
    #[serde(other)]
    Other,
}

impl Kind {
    /// Its icon.
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Turn => "clock",
            Self::Count => "plus",
            Self::Act | Self::Other => "list",
        }
    }
}

/// Photos of this phone that something tells of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pictures {
    /// Where in the body their ids go, as a JSON pointer.
    pub field: String,
    /// Where they are kept on this phone.
    pub place: Place,
}

/// Something to be told to the server.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Errand {
    /// What kind of thing it is.
    pub kind: Kind,
    /// What it is, for the person who waits for it.
    pub title: Text,
    /// Where it is posted: `/api/v1/…`.
    pub path: String,
    /// What is posted there.
    pub body: Value,
    /// The page where it can be done anew, should the server refuse it.
    #[serde(default)]
    pub mend: Option<String>,
    /// What it is one step of: where one was refused, those behind it wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<String>,
    /// Photos that the server is to have before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Pictures>,
}

/// An errand as it waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Waiting {
    /// What is to be told.
    pub errand: Errand,
    /// The key that is the same for each try, and its name on this phone.
    pub key: String,
    /// When it was done.
    pub done: Moment,
    /// Its place among the others: they go in the order in which they were made, whatever the clock did meanwhile.
    pub place: u64,
    /// Who did it: a resident's phone, or the name of one of the staff; none where nobody was signed in.
    #[serde(default)]
    pub whose: Option<String>,
    /// Why the server would not have it: what is wrong, and what to do.
    #[serde(default)]
    pub refused: Option<String>,
}

impl Waiting {
    /// Whether it may be sent by whoever is here: what somebody else did is not told in their name.
    pub fn is_of(&self, who: Option<&str>) -> bool {
        self.whose.is_none() || self.whose.as_deref() == who
    }
}

/// All that waits, in the order in which it was made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line(Vec<Waiting>);

impl Line {
    /// Adds something at the end; gives it as it waits.
    pub fn add(&mut self, errand: Errand, key: String, done: Moment, whose: Option<String>) -> Waiting {
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
    pub fn take_in(&mut self, kept: Waiting) {
        self.remove(&kept.key);
        self.0.push(kept);
        self.0
            .sort_by(|one, other| (one.place, one.done, &one.key).cmp(&(other.place, other.done, &other.key)));
    }

    /// Takes something out.
    pub fn remove(&mut self, key: &str) {
        self.0.retain(|waiting| waiting.key != key);
    }

    /// Changes something, and gives it as it is now; nothing where it is gone.
    pub fn change(&mut self, key: &str, change: impl FnOnce(&mut Waiting)) -> Option<Waiting> {
        let waiting = self.0.iter_mut().find(|waiting| waiting.key == key)?;
        change(waiting);
        Some(waiting.clone())
    }

    /// The first that may go, for whoever is here.
    pub fn first(&self, who: Option<&str>) -> Option<&Waiting> {
        self.0.iter().find(|waiting| waiting.is_of(who) && self.may_go(waiting))
    }

    /// The first that may go, whoever did it.
    pub fn first_of_any(&self) -> Option<&Waiting> {
        self.0.iter().find(|waiting| self.may_go(waiting))
    }

    fn may_go(&self, waiting: &Waiting) -> bool {
        waiting.refused.is_none() && !self.is_behind(waiting)
    }

    /// Whether a step before it was refused.
    pub fn is_behind(&self, waiting: &Waiting) -> bool {
        let before = self.0.iter().take_while(|before| before.key != waiting.key);
        let refused = |before: &Waiting| before.refused.is_some() && before.errand.chain == waiting.errand.chain;
        waiting.errand.chain.is_some() && before.into_iter().any(refused)
    }

    /// All of it.
    pub fn all(&self) -> &[Waiting] {
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
            ..Errand::default()
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
    fn steps_behind_a_refused_one_wait_for_it() {
        let step = |path: &str, chain: &str| Errand {
            chain: Some(chain.into()),
            ..errand(path)
        };
        let mut line = Line::default();
        for (key, chain) in [("a", "7F2-0391"), ("b", "7F2-0391"), ("c", "another")] {
            line.add(step(key, chain), key.into(), Moment::default(), None);
        }
        line.change("a", |waiting| waiting.refused = Some("why".into()));
        assert_eq!(
            line.first(None).map(|first| &*first.key),
            Some("c"),
            "another's are free"
        );
        let behind: Vec<_> = line.all().iter().map(|waiting| line.is_behind(waiting)).collect();
        assert_eq!(behind, [false, true, false]);
        line.remove("a");
        assert_eq!(line.first(None).map(|first| &*first.key), Some("b"));
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
