//! Services that no code speaks of: each is its definition, of which the program is told when it opens.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Facts, Service};
use crate::words::Bi;

/// All that there is to know of a service, in one place. Two with the same code are the same.
pub struct Definition {
    /// The code: capital letters, as in an address.
    pub code: &'static str,
    /// The name.
    pub title: Bi,
    /// What it is for, how it goes, and its form.
    pub facts: Facts,
    /// What people call it.
    pub words: Words,
}

/// What people call a service when they look for it.
pub struct Words {
    /// In characters, each with its sound: pinyin, a syllable a character, without tones. The first is the name.
    pub chinese: &'static [(&'static str, &'static str)],
    /// In English beside the name, in small letters.
    pub english: &'static [&'static str],
}

/// Those that this program was told of.
static BROUGHT: OnceLock<Vec<Service>> = OnceLock::new();

impl Service {
    /// Tells the program of services beside [`Service::ALL`], once, before it opens; hall, desk and server each are a program.
    /// Refused where a code is there already, or others were brought before.
    pub fn bring(definitions: &'static [Definition]) -> Result<(), String> {
        for (at, definition) in definitions.iter().enumerate() {
            let code = definition.code;
            if Self::from_code(code).is_some() || definitions[..at].contains(definition) {
                return Err(format!("there is a service {code} already"));
            }
        }
        let brought = definitions.iter().map(Self::Other).collect();
        BROUGHT
            .set(brought)
            .map_err(|_| "services were brought before".to_owned())
    }

    /// Every service, in the order people are shown.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::ALL.iter().chain(BROUGHT.get().into_iter().flatten()).copied()
    }

    /// The service whose code this is.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|service| service.code() == code)
    }
}

impl Serialize for Service {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Service {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::from_code(&code).ok_or_else(|| D::Error::custom("there is no such service"))
    }
}

#[cfg(feature = "server")]
impl utoipa::PartialSchema for Service {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::Type::String)
            .description(Some("A service of the hall, by its code."))
            .enum_values(Some(Self::all().map(Self::code)))
            .into()
    }
}

#[cfg(feature = "server")]
impl utoipa::ToSchema for Service {}

impl fmt::Debug for Definition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

impl PartialEq for Definition {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Definition {}

impl PartialOrd for Definition {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Definition {
    fn cmp(&self, other: &Self) -> Ordering {
        self.code.cmp(other.code)
    }
}

impl Hash for Definition {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}
