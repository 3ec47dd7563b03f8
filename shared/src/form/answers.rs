//! What a person typed, as it travels and is stored.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// What a person typed, a string a field.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Answers(pub BTreeMap<String, String>);

impl Answers {
    /// The answer to a field, trimmed; none where it is blank.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(|raw| raw.trim()).filter(|raw| !raw.is_empty())
    }

    /// Sets an answer.
    pub fn set(&mut self, key: &str, answer: impl Into<String>) {
        self.0.insert(key.to_owned(), answer.into());
    }
}

impl fmt::Debug for Answers {
    /// Names the fields only: answers are personal and must not reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Answers {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Self(
            pairs
                .into_iter()
                .map(|(key, answer)| (key.into(), answer.into()))
                .collect(),
        )
    }
}

/// How many photos a filing brings for each material.
pub type Counts<'a> = BTreeMap<&'a str, usize>;
