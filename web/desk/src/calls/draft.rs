//! What is typed for a caller, and what is wrong with it.

use leptos::prelude::*;
use shuiting_parts::clock::today;
use shuiting_parts::form::Marks;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_shared::api::CallView;
use shuiting_shared::call::taken::Taken;
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::order::Kind;
use shuiting_shared::person::Phone;

/// What was typed for a caller, while another one calls.
pub(super) type Kept = (Taken, Option<Kind>);

/// What is typed for one caller.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    household: Household,
    language: Language,
    /// The order, as it is typed.
    pub(super) taken: RwSignal<Taken>,
    /// Its kind, once that is chosen.
    pub(super) kind: RwSignal<Option<Kind>>,
    /// What the agent has been through.
    pub(super) marks: RwSignal<Marks>,
}

/// What is known beforehand of whoever calls. A landline hears no SMS, so another number is asked for.
fn known(call: &CallView) -> Taken {
    let Some(caller) = &call.caller else {
        return Taken::default();
    };
    let account = caller.accounts.first();
    Taken {
        town: account.map(|account| account.town.clone()).unwrap_or_default(),
        address: account.map(|account| account.address.clone()).unwrap_or_default(),
        phone: Phone::read(&caller.phone)
            .map(|phone| phone.reveal().to_owned())
            .unwrap_or_default(),
        name: caller.name.clone().unwrap_or_default(),
        words: String::new(),
    }
}

/// One of the texts, by the key of its question.
pub(super) fn part<'a>(taken: &'a mut Taken, key: &str) -> Option<&'a mut String> {
    Some(match key {
        "town" => &mut taken.town,
        "address" => &mut taken.address,
        "words" => &mut taken.words,
        "phone" => &mut taken.phone,
        "name" => &mut taken.name,
        _ => return None,
    })
}

impl Draft {
    pub(super) fn new() -> Self {
        Self {
            household: Household::here(),
            language: Language::here(),
            taken: RwSignal::default(),
            kind: RwSignal::new(None),
            marks: RwSignal::default(),
        }
    }

    /// Begins anew, for whoever calls now; or goes on with what was typed for them before.
    pub(super) fn begin(self, call: Option<&CallView>, kept: Option<Kept>) {
        let (taken, kind) = kept.unwrap_or_else(|| (call.map(known).unwrap_or_default(), None));
        self.taken.set(taken);
        self.kind.set(kind);
        self.marks.set(Marks::default());
    }

    /// What is typed.
    pub(super) fn kept(self) -> Kept {
        (self.taken.get_untracked(), self.kind.get_untracked())
    }

    /// The answer to the question with this key.
    pub(super) fn answer(self, key: &str) -> String {
        let mut taken = self.taken.get();
        part(&mut taken, key).cloned().unwrap_or_default()
    }

    /// Answers the question with this key; says whether it is one that is asked.
    pub(super) fn takes(self, key: &str, answer: String) -> bool {
        let mut asked = false;
        self.taken.update(|taken| {
            if let Some(part) = part(taken, key) {
                (*part, asked) = (answer, true);
            }
        });
        asked
    }

    /// The first question that nobody has answered yet, in the order in which they stand.
    pub(super) fn first_blank(self) -> &'static str {
        let blank = |key: &&&str| {
            let mut taken = self.taken.get_untracked();
            part(&mut taken, key).is_some_and(|text| text.trim().is_empty())
        };
        ["town", "address"].iter().find(blank).copied().unwrap_or("words")
    }

    /// What is wrong with it as an order of its kind.
    pub(super) fn flaws(self) -> Vec<FieldFlaw> {
        let Some(kind) = self.kind.get() else {
            return Vec::new();
        };
        let taken = self.taken.get();
        self.household.read(|house| taken.flaws(kind, house, today()))
    }

    /// What is said beside a question, where anything is.
    pub(super) fn said(self, path: &str, flaws: &[FieldFlaw]) -> Option<String> {
        let lang = self.language.get();
        self.marks.with(|marks| marks.say(path, flaws, lang))
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::api::{CallerAccount, CallerView};
    use shuiting_shared::call::{State, Times};

    use super::*;

    fn call(phone: &str) -> CallView {
        CallView {
            id: "1".into(),
            state: State::Ringing,
            times: Times::default(),
            caller: Some(CallerView {
                phone: phone.into(),
                name: Some("张伟".into()),
                accounts: vec![CallerAccount {
                    number: "0769123456".into(),
                    holder: "张*".into(),
                    town: "nancheng".into(),
                    address: "鸿福路1号".into(),
                }],
                cases: Vec::new(),
                calls: Vec::new(),
                outages: Vec::new(),
            }),
        }
    }

    #[test]
    fn what_is_known_need_not_be_typed() {
        let typed = known(&call("13800000004"));
        assert_eq!((typed.town.as_str(), typed.address.as_str()), ("nancheng", "鸿福路1号"));
        assert_eq!((typed.phone.as_str(), typed.name.as_str()), ("13800000004", "张伟"));
        assert_eq!(known(&call("076922000000")).phone, "", "no SMS reaches a landline");
        let withheld = CallView {
            caller: None,
            ..call("")
        };
        assert_eq!(known(&withheld), Taken::default());
    }
}
