//! What is wrong with a water account that is to be added, and beside which input that is said. Plain rules.

use shuiting_parts::api::Failure;
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::problem::Code;
use shuiting_shared::words::Lang;

/// What is wrong: found here, or told by the server.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wrong {
    /// Inputs that cannot be right.
    Here(Vec<FieldFlaw>),
    /// The server says so.
    Told(Failure),
}

/// The inputs, in their order.
pub(super) const FIELDS: [&str; 4] = ["number", "name_end", "last_four", "name"];

impl Wrong {
    /// What is wrong with one input, and what to do.
    pub(super) fn beside(&self, field: &str, lang: Lang) -> Option<String> {
        match self {
            Self::Here(flaws) => flaws
                .iter()
                .find(|flaw| flaw.field == field)
                .map(|flaw| flaw.flaw.say(lang)),
            // It is about all three of them, and must not look like being about one.
            Self::Told(failure) if failure.code() == Some(Code::WrongHolder) => None,
            Self::Told(failure) => failure.field(field).map(str::to_owned),
        }
    }

    /// What is wrong with all of it.
    pub(super) fn whole(&self, lang: Lang) -> Option<String> {
        match self {
            Self::Here(_) => None,
            Self::Told(failure) if failure.code() == Some(Code::WrongHolder) => {
                let told = failure.field("number").map(str::to_owned);
                Some(told.unwrap_or_else(|| failure.say(lang)))
            }
            Self::Told(failure) => failure.fields().is_empty().then(|| failure.say(lang)),
        }
    }

    /// The first input that something is said beside.
    pub(super) fn first(&self, lang: Lang) -> Option<&'static str> {
        FIELDS.into_iter().find(|field| self.beside(field, lang).is_some())
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::form::Flaw;
    use shuiting_shared::problem::{FieldProblem, Problem};

    use super::*;

    fn told(code: Code, flaw: Option<Flaw>) -> Wrong {
        let mut problem = Problem::new(code, Lang::En);
        problem
            .errors
            .extend(flaw.map(|flaw| FieldProblem::new("number", &flaw, Lang::En)));
        let body = serde_json::to_string(&problem).unwrap();
        Wrong::Told(Failure::read::<()>(code.status(), &body).unwrap_err())
    }

    #[test]
    fn what_does_not_go_together_is_said_of_no_single_input() {
        let flaw = Flaw::NotTheHolder { left: 3 };
        let wrong = told(Code::WrongHolder, Some(flaw));
        assert_eq!(wrong.first(Lang::En), None);
        assert_eq!(wrong.whole(Lang::En), Some(flaw.say(Lang::En)));
    }

    #[test]
    fn what_one_input_can_mend_is_said_beside_it() {
        let full = told(Code::Invalid, Some(Flaw::Full { most: 20 }));
        assert_eq!((full.first(Lang::En), full.whole(Lang::En)), (Some("number"), None));
        let here = Wrong::Here(vec![
            FieldFlaw::new("last_four", Flaw::Missing),
            FieldFlaw::new("name_end", Flaw::Missing),
        ]);
        assert_eq!((here.first(Lang::En), here.whole(Lang::En)), (Some("name_end"), None));
        let often = told(Code::TriedTooOften, None);
        assert!(often.whole(Lang::En).is_some_and(|said| said.contains("24 hours")));
    }
}
