//! What a person has filled in and not yet sent. Plain data.

use serde::{Deserialize, Serialize};
use shuiting_shared::form::Answers;
use shuiting_shared::time::Moment;

/// What a signed-in person need not type is no sign that they have begun.
const FILLED_IN: &str = "phone";

/// A filing that is not filed yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Draft {
    /// What was answered.
    pub(crate) answers: Answers,
    /// The key of the page where the person is.
    pub(crate) page: String,
    /// How many photos there are, also of those that only this page has; after a reload some may be lost.
    pub(crate) photos: usize,
    /// Whether the person has pressed send, and no answer has come yet.
    pub(crate) sending: bool,
    /// When the person has pressed send, where they have.
    pub(crate) pressed: Moment,
    /// When the person last had it in hand.
    pub(crate) touched: Moment,
    /// For whom somebody else it is filled in, where a volunteer helps.
    pub(crate) help: Option<Help>,
    key: String,
    refused: bool,
}

/// That a draft is not about whoever fills it in, but about a resident whom they help.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Help {
    /// The event at which they help, by its id.
    pub(crate) event: Option<String>,
}

impl Draft {
    /// Whether there is anything to go on with.
    pub(crate) fn begun(&self) -> bool {
        let typed = |(key, _): (&String, &String)| key != FILLED_IN && self.answers.get(key).is_some();
        self.photos > 0 || self.answers.0.iter().any(typed)
    }

    /// Takes an answer.
    pub(crate) fn answer(&mut self, key: &str, answer: String) {
        self.answers.set(key, answer);
        self.change();
    }

    /// Takes notice of how many photos there are now.
    pub(crate) fn count(&mut self, photos: usize) {
        self.photos = photos;
        self.change();
    }

    /// It was kept in this state too: the later one holds.
    pub(crate) fn meet(&mut self, kept: Self) {
        if kept.touched > self.touched {
            *self = kept;
        }
    }

    /// The key under which it is sent: the same for each try, so that several tries file it once.
    ///
    /// Whoever changes it while nobody knows what became of the last try keeps the key too: had that try arrived, the
    /// server would say so instead of filing it twice.
    pub(crate) fn key(&mut self, fresh: impl FnOnce() -> String) -> &str {
        if self.key.is_empty() {
            self.key = fresh();
        }
        &self.key
    }

    /// The person has pressed send.
    pub(crate) fn press(&mut self, now: Moment) {
        self.sending = true;
        self.pressed = now;
    }

    /// Whether the server would not have it as it is.
    pub(crate) fn is_refused(&self) -> bool {
        self.refused
    }

    /// The server has read it and will not have it as it is.
    pub(crate) fn refuse(&mut self) {
        self.refused = true;
        self.sending = false;
    }

    fn change(&mut self) {
        self.sending = false;
        if self.refused {
            self.refused = false;
            self.key.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn key(draft: &mut Draft, fresh: &str) -> String {
        draft.key(|| fresh.to_owned()).to_owned()
    }

    #[test]
    fn each_try_has_the_same_key() {
        let mut draft = Draft::default();
        assert_eq!(key(&mut draft, "one"), "one");
        assert_eq!(key(&mut draft, "two"), "one");
        draft.answer("address", "Hongfu Road 1".into());
        assert_eq!(
            key(&mut draft, "two"),
            "one",
            "the first try may have arrived: this must not become a second case"
        );
    }

    #[test]
    fn what_was_refused_and_then_mended_is_another_filing() {
        let mut draft = Draft::default();
        key(&mut draft, "one");
        draft.refuse();
        assert_eq!(key(&mut draft, "two"), "one", "unchanged it is the same");
        draft.count(2);
        assert_eq!(key(&mut draft, "two"), "two");
    }

    #[test]
    fn a_change_takes_the_wish_to_send_back() {
        let mut draft = Draft {
            sending: true,
            ..Draft::default()
        };
        draft.answer("words", "worse".into());
        assert!(!draft.sending);
    }

    #[test]
    fn the_later_one_holds() {
        let at = |seconds, words: &str| {
            let mut draft = Draft::default();
            draft.answer("words", words.into());
            draft.touched = Moment::default() + Duration::from_secs(seconds);
            draft
        };
        let mut draft = at(2, "here");
        draft.meet(at(1, "before"));
        assert_eq!(draft, at(2, "here"));
        draft.meet(at(3, "in another tab"));
        assert_eq!(draft, at(3, "in another tab"));
    }

    #[test]
    fn a_phone_that_was_filled_in_is_no_beginning() {
        let mut draft = Draft::default();
        draft.answer("phone", "13800001234".into());
        draft.answer("address", "  ".into());
        assert!(!draft.begun());
        draft.answer("address", "Hongfu Road 1".into());
        assert!(draft.begun());
    }

    #[test]
    fn it_is_read_back_as_it_was_kept() {
        let mut draft = Draft::default();
        draft.answer("severity", "flood".into());
        key(&mut draft, "one");
        let kept = serde_json::to_string(&draft).unwrap();
        let mut again: Draft = serde_json::from_str(&kept).unwrap();
        assert_eq!(again, draft);
        assert_eq!(key(&mut again, "two"), "one");
        assert_eq!(serde_json::from_str::<Draft>("{}").unwrap(), Draft::default());
    }
}
