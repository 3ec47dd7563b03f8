//! Which flaws a person is told of: those of fields that they have left, and those that the server found.

use std::collections::{BTreeMap, BTreeSet};

use shuiting_shared::form::FieldFlaw;
use shuiting_shared::problem::FieldProblem;
use shuiting_shared::words::Lang;

/// What a person has been through, by the fields' paths (`answers.phone`, `materials.id_card`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    left: BTreeSet<String>,
    told: BTreeMap<String, String>,
}

impl Marks {
    /// A field was left: from now on its flaw is told.
    pub fn leave(&mut self, path: &str) {
        self.left.insert(path.to_owned());
    }

    /// A field was changed: what the server said of it no longer holds.
    pub fn change(&mut self, path: &str) {
        self.told.remove(path);
    }

    /// The person wants to go on: all of these are told.
    pub fn show(&mut self, flaws: &[FieldFlaw]) {
        self.left.extend(flaws.iter().map(|flaw| flaw.field.clone()));
    }

    /// The server found something.
    pub fn tell(&mut self, errors: &[FieldProblem]) {
        for error in errors {
            self.told.insert(error.field.clone(), error.detail.clone());
        }
    }

    /// What the server said, by path.
    pub fn told(&self) -> impl Iterator<Item = (&str, &str)> {
        self.told.iter().map(|(path, said)| (path.as_str(), said.as_str()))
    }

    /// What is said beside a field, where anything is; `flaws` are those that there are.
    pub fn say(&self, path: &str, flaws: &[FieldFlaw], lang: Lang) -> Option<String> {
        let told = self.told.get(path).cloned();
        told.or_else(|| {
            let flaw = flaws.iter().find(|flaw| flaw.field == path)?;
            self.left.contains(path).then(|| flaw.flaw.say(lang))
        })
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::form::Flaw;

    use super::*;

    fn problem(field: &str) -> FieldProblem {
        FieldProblem {
            field: field.into(),
            code: "no_such_photo".into(),
            detail: "again".into(),
        }
    }

    #[test]
    fn a_flaw_is_told_once_its_field_is_left() {
        let mut marks = Marks::default();
        let flaws = [FieldFlaw::answer("phone", Flaw::Missing)];
        assert_eq!(marks.say("answers.phone", &flaws, Lang::En), None);
        marks.leave("answers.phone");
        assert_eq!(
            marks.say("answers.phone", &flaws, Lang::En).as_deref(),
            Some("Please fill this in")
        );
        assert_eq!(
            marks.say("answers.phone", &[], Lang::En),
            None,
            "once it is right nothing is said"
        );
    }

    #[test]
    fn what_the_server_said_holds_until_the_field_changes() {
        let mut marks = Marks::default();
        marks.tell(&[problem("materials.photos")]);
        assert_eq!(marks.say("materials.photos", &[], Lang::Zh).as_deref(), Some("again"));
        marks.change("materials.photos");
        assert_eq!(marks.say("materials.photos", &[], Lang::Zh), None);
    }

    #[test]
    fn wanting_to_go_on_tells_all() {
        let mut marks = Marks::default();
        let flaws = [
            FieldFlaw::answer("name", Flaw::Missing),
            FieldFlaw::material("id_card", Flaw::Missing),
        ];
        marks.show(&flaws);
        assert!(marks.say("answers.name", &flaws, Lang::Zh).is_some());
        assert!(marks.say("materials.id_card", &flaws, Lang::Zh).is_some());
    }
}
