//! What a resident has typed at their cases and not yet sent. It outlives a dialog, a page and a sign-in that has run
//! out; it ends when somebody else signs in.

use std::collections::BTreeMap;

use leptos::prelude::*;
use shuiting_parts::session::{Known, SignedIn};
use shuiting_shared::api::Me;
use shuiting_shared::case::Verb;
use shuiting_shared::form::Answers;
use shuiting_shared::number::CaseNumber;

use super::rated::Rating;

/// What is typed at one case.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Draft {
    /// Why the other side does not agree.
    pub(super) decline: String,
    /// Why it is withdrawn.
    pub(super) withdraw: String,
    /// What is added.
    pub(super) add: String,
    /// The answers that were asked again; none where nothing was typed yet.
    pub(super) complete: Option<Answers>,
    /// The rating; none where nothing was picked yet.
    pub(super) rate: Option<Rating>,
}

impl Draft {
    /// Forgets what has been sent.
    pub(super) fn sent(&mut self, verb: Verb) {
        match verb {
            Verb::Decline => self.decline.clear(),
            Verb::Withdraw => self.withdraw.clear(),
            Verb::Add => self.add.clear(),
            Verb::Complete => self.complete = None,
            Verb::Rate => self.rate = None,
            _ => {}
        }
    }
}

/// The drafts of all cases; they stand in the context.
#[derive(Clone, Copy)]
pub(crate) struct Kept(StoredValue<BTreeMap<CaseNumber, Draft>>);

impl Kept {
    /// Puts them into the context. Needs [`SignedIn::provide`] before it.
    pub(crate) fn provide() -> Self {
        let kept = Self(StoredValue::new(BTreeMap::new()));
        provide_context(kept);
        let signed_in = SignedIn::here();
        Effect::new(move |before: Option<Option<Me>>| {
            let before = before.flatten();
            match signed_in.get() {
                Known::Somebody(me) => {
                    if before.is_some_and(|before| !same(&before, &me)) {
                        kept.0.set_value(BTreeMap::new());
                    }
                    Some(me)
                }
                // Whoever signs in again finds what they typed.
                Known::Asking | Known::Nobody | Known::Failed(_) => before,
            }
        });
        kept
    }

    /// They, from the context.
    pub(super) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// The draft of a case, kept for as long as the component that asks is there, and put back when it goes.
    pub(super) fn draft(self, number: CaseNumber) -> RwSignal<Draft> {
        let kept = self.0.with_value(|drafts| drafts.get(&number).cloned());
        let draft = RwSignal::new(kept.unwrap_or_default());
        Effect::new(move || {
            let draft = draft.get();
            self.0.update_value(|drafts| {
                if draft == Draft::default() {
                    drafts.remove(&number);
                } else {
                    drafts.insert(number, draft);
                }
            });
        });
        draft
    }

    /// Forgets what has been sent, also where its page is about to go.
    pub(super) fn sent(self, number: CaseNumber, verb: Verb) {
        self.0.update_value(|drafts| {
            if let Some(draft) = drafts.get_mut(&number) {
                draft.sent(verb);
            }
        });
    }
}

/// Whether it is the same person: how they want to read and to be told does not make them another one.
fn same(one: &Me, other: &Me) -> bool {
    match (one, other) {
        (Me::Resident { phone, .. }, Me::Resident { phone: other, .. }) => phone == other,
        // A guest who signs in goes on with what they began.
        (Me::Guest, _) => true,
        (one, other) => one == other,
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::preference::{TextSize, Told};
    use shuiting_shared::words::Lang;

    use super::*;

    #[test]
    fn only_what_was_sent_is_forgotten() {
        let mut draft = Draft {
            decline: "not sold".into(),
            add: "worse".into(),
            complete: Some(Answers::default()),
            ..Draft::default()
        };
        draft.sent(Verb::Add);
        draft.sent(Verb::Complete);
        assert_eq!(draft.decline, "not sold");
        assert!(draft.add.is_empty() && draft.complete.is_none());
    }

    #[test]
    fn drafts_stay_with_the_person() {
        let me = |phone: &str, lang| Me::Resident {
            phone: phone.into(),
            lang,
            text_size: TextSize::Normal,
            told: Told::All,
        };
        assert!(same(&me("13800000001", Lang::Zh), &me("13800000001", Lang::En)));
        assert!(!same(&me("13800000001", Lang::Zh), &me("13800000002", Lang::Zh)));
        assert!(same(&Me::Guest, &me("13800000001", Lang::Zh)));
        assert!(!same(&me("13800000001", Lang::Zh), &Me::Guest));
    }
}
