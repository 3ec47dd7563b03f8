//! What is wrong with a sign-in, and beside which input that is said.

use shuiting_parts::api::Failure;
use shuiting_shared::form::Flaw;
use shuiting_shared::problem::Code;
use shuiting_shared::words::Lang;

use super::words;

/// What is wrong: found here, or told by the server.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wrong {
    /// The phone.
    Phone(Flaw),
    /// The code.
    Code(Flaw),
    /// There was no code yet.
    NoCodeYet,
    /// The server says so.
    Told(Failure),
}

/// Where it is said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Beside {
    /// Beside the phone.
    Phone,
    /// Beside the code.
    Code,
    /// Above the button.
    All,
}

impl Wrong {
    /// Where it is said.
    pub(super) fn beside(&self) -> Beside {
        match self {
            Self::Phone(_) => Beside::Phone,
            Self::Code(_) | Self::NoCodeYet => Beside::Code,
            Self::Told(failure) => match failure.code() {
                Some(Code::CodesTooOften) => Beside::Phone,
                Some(Code::WrongCode) => Beside::Code,
                _ if failure.field("phone").is_some() => Beside::Phone,
                _ if failure.field("code").is_some() => Beside::Code,
                _ => Beside::All,
            },
        }
    }

    /// What is wrong, and what to do.
    pub(super) fn say(&self, lang: Lang) -> String {
        match self {
            Self::Phone(flaw) | Self::Code(flaw) => flaw.say(lang),
            Self::NoCodeYet => words::CODE_FIRST.get(lang).to_owned(),
            Self::Told(failure) => {
                let field = failure.field("phone").or_else(|| failure.field("code"));
                field.map_or_else(|| failure.say(lang), str::to_owned)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::problem::{FieldProblem, Problem};

    use super::*;

    fn told(code: Code, field: Option<(&str, Flaw)>) -> Wrong {
        let mut problem = Problem::new(code, Lang::En);
        problem
            .errors
            .extend(field.map(|(field, flaw)| FieldProblem::new(field, &flaw, Lang::En)));
        let body = serde_json::to_string(&problem).unwrap();
        Wrong::Told(Failure::read::<()>(code.status(), &body).unwrap_err())
    }

    #[test]
    fn it_is_said_where_it_can_be_mended() {
        assert_eq!(told(Code::CodesTooOften, None).beside(), Beside::Phone);
        assert_eq!(
            told(Code::WrongCode, Some(("code", Flaw::WrongCode))).beside(),
            Beside::Code
        );
        assert_eq!(
            told(Code::Invalid, Some(("phone", Flaw::NotAPhone))).beside(),
            Beside::Phone
        );
        assert_eq!(told(Code::Internal, None).beside(), Beside::All);
        assert_eq!(Wrong::Told(Failure::Offline).beside(), Beside::All);
    }

    #[test]
    fn the_field_s_own_words_come_first() {
        let said = told(Code::WrongCode, Some(("code", Flaw::WrongCode))).say(Lang::En);
        assert_eq!(said, Flaw::WrongCode.say(Lang::En));
    }
}
