//! What the server answers.

use std::fmt;

use reqwest::header::HeaderMap;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// An answer, read to its end.
pub struct Answer {
    /// What was asked, for when it comes out wrong.
    pub asked: String,
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {}", self.asked, self.status, self.text())
    }
}

impl Answer {
    /// A header's text; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map(|value| value.to_str().unwrap())
            .unwrap_or_default()
    }

    /// Every cookie that is set.
    pub fn cookies(&self) -> Vec<String> {
        self.headers
            .get_all("set-cookie")
            .iter()
            .map(|value| value.to_str().unwrap().to_owned())
            .collect()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Holds the status to be this one.
    #[track_caller]
    #[expect(clippy::return_self_not_must_use, reason = "often the status is all")]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}: {}", self.asked, self.text());
        self
    }

    /// The body as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        self.read()
    }

    /// The body as one of the types of the wire.
    #[track_caller]
    pub fn read<T: DeserializeOwned>(&self) -> T {
        match serde_json::from_slice(&self.body) {
            Ok(read) => read,
            Err(error) => panic!("{} answered {} {}: {error}", self.asked, self.status, self.text()),
        }
    }

    /// The code of the problem that this is; holds that it is told as problems are.
    #[track_caller]
    pub fn problem(&self) -> String {
        assert_eq!(
            self.header("content-type"),
            "application/problem+json",
            "{}: {}",
            self.asked,
            self.text()
        );
        let problem = self.json();
        assert_eq!(problem["status"], self.status, "{}", self.asked);
        for member in ["type", "title", "detail", "code"] {
            assert!(
                problem[member].as_str().is_some_and(|text| !text.is_empty()),
                "{} lacks {member}",
                self.text()
            );
        }
        problem["code"].as_str().unwrap().to_owned()
    }

    /// Holds it to be this problem, with its status.
    #[track_caller]
    #[expect(clippy::return_self_not_must_use, reason = "often the code is all")]
    pub fn fails(self, status: u16, code: &str) -> Self {
        let answer = self.is(status);
        assert_eq!(answer.problem(), code, "{}: {}", answer.asked, answer.text());
        answer
    }

    /// The flaws of a problem, each `field code`, sorted.
    #[track_caller]
    pub fn flaws(&self) -> Vec<String> {
        let problem = self.json();
        let flaws = problem["errors"].as_array().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let mut flaws: Vec<_> = flaws
            .iter()
            .map(|flaw| format!("{} {}", text(&flaw["field"]), text(&flaw["code"])))
            .collect();
        flaws.sort();
        flaws
    }
}
