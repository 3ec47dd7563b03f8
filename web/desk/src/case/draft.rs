//! What a clerk has typed and not yet sent. It outlives the dialog, the case being closed, and a sign-in that has run
//! out; it ends with the sign-out.

use std::collections::BTreeMap;

use leptos::prelude::*;
use shuiting_shared::case::{Item, Verb};
use shuiting_shared::number::CaseNumber;

/// A part that was used up, as it is typed.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct TypedPart {
    /// What.
    pub(crate) name: String,
    /// How many.
    pub(crate) count: String,
}

/// What is typed at one case.
#[derive(Clone, Default, PartialEq)]
pub(crate) struct Draft {
    /// Reasons for refusing a material, by its key.
    pub(crate) refusals: BTreeMap<String, String>,
    /// What is to be sent back for, and why.
    pub(crate) asks: BTreeMap<Item, String>,
    /// Why it is rejected.
    pub(crate) reject: String,
    /// To which unit it goes.
    pub(crate) unit: Option<String>,
    /// A word to that unit.
    pub(crate) dispatch: String,
    /// To which colleague it goes, by user name.
    pub(crate) assign: String,
    /// A note.
    pub(crate) note: String,
    /// Whether the resident sees the note.
    pub(crate) to_resident: bool,
    /// What was done; the photos of it are kept with all uploads.
    pub(crate) result: String,
    /// What was used up.
    pub(crate) parts: Vec<TypedPart>,
    /// What was done in a step.
    pub(crate) advance: String,
    /// The price or fee, as it is typed.
    pub(crate) amount: String,
    /// What is in the price.
    pub(crate) quote: String,
    /// The number of the receipt.
    pub(crate) receipt: String,
    /// The key of what has come out.
    pub(crate) outcome: String,
    /// By how much the meter is wrong, as it is typed.
    pub(crate) deviation: String,
    /// The figures of what has come out.
    pub(crate) conclude: String,
    /// The key of the step that is done again.
    pub(crate) redo_to: String,
    /// Why it is done again.
    pub(crate) redo: String,
    /// To which unit a part goes; empty where none is chosen.
    pub(crate) split_unit: String,
    /// What that unit is to do.
    pub(crate) split: String,
    /// The number of the order to join with, as it is typed.
    pub(crate) join: String,
    /// The words of acts that need nothing else.
    pub(crate) said: BTreeMap<Verb, String>,
}

impl Draft {
    /// Forgets what has been sent.
    pub(crate) fn sent(&mut self, verb: Verb, material: Option<&str>) {
        match verb {
            Verb::Check => {
                if let Some(material) = material {
                    self.refusals.remove(material);
                }
            }
            Verb::SendBack => self.asks.clear(),
            Verb::Reject => self.reject.clear(),
            Verb::Dispatch => {
                self.unit = None;
                self.dispatch.clear();
            }
            Verb::Assign => self.assign.clear(),
            Verb::Note => {
                self.note.clear();
                self.to_resident = false;
            }
            Verb::Finish => {
                self.result.clear();
                self.parts.clear();
            }
            Verb::Split => {
                self.split_unit.clear();
                self.split.clear();
            }
            Verb::Join => self.join.clear(),
            Verb::Advance => self.advance.clear(),
            Verb::Quote => {
                self.amount.clear();
                self.quote.clear();
            }
            Verb::Paid => self.receipt.clear(),
            Verb::Conclude => {
                self.outcome.clear();
                self.amount.clear();
                self.deviation.clear();
                self.conclude.clear();
            }
            Verb::Redo => {
                self.redo_to.clear();
                self.redo.clear();
            }
            other => drop(self.said.remove(&other)),
        }
    }
}

/// The drafts of all cases, and the user name of whoever typed them; they stand in the context.
#[derive(Clone, Copy)]
pub(crate) struct Drafts {
    kept: StoredValue<BTreeMap<CaseNumber, Draft>>,
    whose: StoredValue<Option<String>>,
}

impl Drafts {
    /// Puts them into the context.
    pub(crate) fn provide() -> Self {
        let drafts = Self {
            kept: StoredValue::new(BTreeMap::new()),
            whose: StoredValue::new(None),
        };
        provide_context(drafts);
        drafts
    }

    /// They, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// The draft of a case, kept for as long as the component that asks is there, and put back when it goes.
    pub(crate) fn of(self, number: CaseNumber) -> RwSignal<Draft> {
        let kept = self.kept.with_value(|drafts| drafts.get(&number).cloned());
        let draft = RwSignal::new(kept.unwrap_or_default());
        Effect::new(move || {
            let draft = draft.get();
            self.kept.update_value(|drafts| {
                if draft == Draft::default() {
                    drafts.remove(&number);
                } else {
                    drafts.insert(number, draft);
                }
            });
        });
        draft
    }

    /// Somebody is signed in. Says whether that is somebody else than before, whose drafts are then forgotten.
    pub(crate) fn meet(self, name: &str) -> bool {
        let another = self
            .whose
            .with_value(|whose| whose.as_ref().is_some_and(|whose| whose != name));
        if another {
            self.clear();
        }
        self.whose.set_value(Some(name.to_owned()));
        another
    }

    /// Forgets all.
    pub(crate) fn clear(self) {
        self.kept.set_value(BTreeMap::new());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_sent_is_forgotten() {
        let mut draft = Draft {
            reject: "demolition area".into(),
            note: "called".into(),
            to_resident: true,
            refusals: [
                ("id_card".into(), "blurred".into()),
                ("property".into(), "expired".into()),
            ]
            .into(),
            ..Draft::default()
        };
        draft.sent(Verb::Note, None);
        draft.sent(Verb::Check, Some("id_card"));
        assert_eq!(draft.reject, "demolition area");
        assert!(draft.note.is_empty() && !draft.to_resident);
        assert_eq!(draft.refusals.keys().collect::<Vec<_>>(), ["property"]);
    }
}
