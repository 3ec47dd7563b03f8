//! The services, as anybody may know them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::service::Service;

wire! {
    /// A service as the catalogue lists it.
    pub struct ServiceView {
        /// The code.
        pub code: Service,
        /// Title, by language.
        pub title: BTreeMap<String, String>,
        /// What it is for, by language.
        pub about: BTreeMap<String, String>,
        /// Its group.
        pub group: String,
        /// Who may file.
        pub who: String,
        /// What to bring.
        pub materials: Vec<MaterialFact>,
        /// How it goes.
        pub steps: Vec<BTreeMap<String, String>>,
        /// From a complete filing to its end, by language.
        pub limit: BTreeMap<String, String>,
        /// A word on the limit, by language.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub note: Option<BTreeMap<String, String>>,
        /// Whether it can be filed online.
        pub available: bool,
        /// The pages and questions of its form.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        pub pages: Vec<PageView>,
    }

    /// Something to bring.
    pub struct MaterialFact {
        /// The key.
        pub key: String,
        /// What it is, by language.
        pub title: BTreeMap<String, String>,
        /// Whether every filing needs it.
        pub always: bool,
        /// At least so many photos where it is asked for.
        pub least: usize,
        /// At most.
        pub most: usize,
    }

    /// One page of a form.
    pub struct PageView {
        /// The key.
        pub key: String,
        /// The subject, by language.
        pub title: BTreeMap<String, String>,
        /// The questions.
        pub fields: Vec<FieldView>,
        /// Keys of the materials photographed here.
        pub materials: Vec<String>,
    }

    /// One question of a form.
    pub struct FieldView {
        /// The key.
        pub key: String,
        /// What is asked, by language.
        pub title: BTreeMap<String, String>,
        /// The kind of input.
        pub kind: String,
        /// Whether every filing must answer it.
        pub required: bool,
        /// Whether it is asked only after certain answers.
        pub conditional: bool,
        /// At most so many characters.
        pub most: usize,
        /// The codes to choose from.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        pub choices: Vec<String>,
    }
}
