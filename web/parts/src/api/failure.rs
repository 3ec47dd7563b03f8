//! What can come back instead of an answer.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use shuiting_shared::api::Conflict;
use shuiting_shared::problem::{Code, FieldProblem, Problem};
use shuiting_shared::words::Lang;

use crate::words;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The server says what is wrong; beside it all members of its answer, for those of one problem only.
    Problem(Box<Problem>, Box<Value>),
    /// The server cannot be reached.
    Offline,
    /// What came back is neither an answer nor a problem.
    Nonsense,
}

impl Failure {
    /// Reads an answer of the server: what was asked for, or why not. An empty body reads as `()`.
    pub fn read<T: DeserializeOwned>(status: u16, body: &str) -> Result<T, Self> {
        if (200..300).contains(&status) {
            let body = if body.trim().is_empty() { "null" } else { body };
            return serde_json::from_str(body).map_err(|_| Self::Nonsense);
        }
        let members: Value = serde_json::from_str(body).map_err(|_| Self::Nonsense)?;
        let problem = Problem::deserialize(&members).map_err(|_| Self::Nonsense)?;
        Err(Self::Problem(Box::new(problem), Box::new(members)))
    }

    /// The problem's code, where the server gave one.
    pub fn code(&self) -> Option<Code> {
        self.problem().map(|problem| problem.code)
    }

    /// The problem, where the server gave one.
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Problem(problem, _) => Some(problem),
            Self::Offline | Self::Nonsense => None,
        }
    }

    /// What is wrong with the field of this path (`answers.phone`), and what to do.
    pub fn field(&self, path: &str) -> Option<&str> {
        self.fields()
            .iter()
            .find(|error| error.field == path)
            .map(|error| error.detail.as_str())
    }

    /// What is wrong with single fields.
    pub fn fields(&self) -> &[FieldProblem] {
        self.problem().map_or(&[], |problem| &problem.errors)
    }

    /// What others did meanwhile, where that is why.
    pub fn conflict(&self) -> Option<Conflict> {
        match self {
            Self::Problem(problem, members) if problem.code == Code::Changed => Conflict::deserialize(&**members).ok(),
            _ => None,
        }
    }

    /// Whether nobody is signed in (any more).
    pub fn signed_out(&self) -> bool {
        matches!(self.code(), Some(Code::SignIn | Code::Expired))
    }

    /// What is wrong, and what to do.
    pub fn say(&self, lang: Lang) -> String {
        let (title, remedy) = match self {
            Self::Problem(problem, _) => (problem.title.as_str(), problem.detail.as_str()),
            Self::Offline => (words::OFFLINE.get(lang), words::OFFLINE_REMEDY.get(lang)),
            Self::Nonsense => (words::NONSENSE.get(lang), words::NONSENSE_REMEDY.get(lang)),
        };
        match lang {
            Lang::Zh => format!("{title}。{remedy}"),
            Lang::En => format!("{title}. {remedy}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(body: &Value) -> Failure {
        Failure::read::<()>(409, &body.to_string()).unwrap_err()
    }

    #[test]
    fn an_answer_is_read_and_an_empty_one_is_nothing() {
        assert_eq!(Failure::read::<u32>(200, "7"), Ok(7));
        assert_eq!(Failure::read::<()>(204, ""), Ok(()));
        assert_eq!(Failure::read::<u32>(200, "<html>"), Err(Failure::Nonsense));
        assert_eq!(Failure::read::<u32>(502, "<html>"), Err(Failure::Nonsense));
    }

    #[test]
    fn a_problem_keeps_its_own_members() {
        let mut body = serde_json::to_value(Problem::new(Code::Changed, Lang::En)).unwrap();
        body["version"] = 7.into();
        body["changes"] = Value::Array(Vec::new());
        let failure = refused(&body);
        assert_eq!(failure.code(), Some(Code::Changed));
        assert_eq!(failure.conflict().unwrap().version, 7);
        assert!(
            failure
                .say(Lang::En)
                .starts_with("Somebody has just changed this case. ")
        );
    }

    #[test]
    fn flaws_are_found_by_their_field() {
        let mut problem = Problem::new(Code::Invalid, Lang::En);
        problem.errors.push(FieldProblem {
            field: "reason".into(),
            code: "missing".into(),
            detail: "Please fill this in".into(),
        });
        let failure = refused(&serde_json::to_value(problem).unwrap());
        assert_eq!(failure.field("reason"), Some("Please fill this in"));
        assert_eq!(failure.field("unit"), None);
        assert_eq!(failure.conflict(), None);
    }
}
