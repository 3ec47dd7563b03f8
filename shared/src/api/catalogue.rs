//! The services, as anybody may know them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::service::Service;
use crate::slot::Slot;

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
        /// How it goes, in this order.
        pub steps: Vec<StepView>,
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
        /// The answers for which alone it is asked.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub when: Option<WhenView>,
        /// At least so many photos where it is asked for.
        pub least: usize,
        /// At most.
        pub most: usize,
    }

    /// A step of a service.
    pub struct StepView {
        /// The key.
        pub key: String,
        /// What happens, by language.
        pub title: BTreeMap<String, String>,
        /// What the resident is told while it is on, by language.
        pub told: BTreeMap<String, String>,
        /// Who does it, by language.
        pub owner: BTreeMap<String, String>,
        /// How long it may take, where it has a limit of its own, by language.
        #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
        pub limit: BTreeMap<String, String>,
        /// The outcome after which alone it is done.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub only: Option<String>,
        /// What can come out of it.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        pub outcomes: Vec<OutcomeView>,
    }

    /// What can come out of a step.
    pub struct OutcomeView {
        /// The key.
        pub key: String,
        /// What has come out, by language.
        pub title: BTreeMap<String, String>,
        /// What that means for the resident, by language.
        pub means: BTreeMap<String, String>,
        /// Whether the filer then owes a fee.
        pub charges: bool,
        /// Whether by how much the meter is wrong is told with it.
        pub measures: bool,
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
        /// A word of help, by language.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub help: Option<BTreeMap<String, String>>,
        /// The kind of input: `line`, `words`, `lines` (one below the other), `address`, `name`, `phone`, `id_number`,
        /// `credit_code`, `bank_card`, `email`, `account`, `whole`, `date` (`2026-12-01`), `choice`, `several` (codes with
        /// commas between), `town`, `point`, `slot` (`2026-12-01 09:00-11:00`, one of
        /// `/slots` in the town that was answered).
        pub kind: String,
        /// Whether it must be answered where it is asked.
        pub required: bool,
        /// The answers for which alone it is asked.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub when: Option<WhenView>,
        /// The key of an earlier question that must be answered otherwise.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub unlike: Option<String>,
        /// At most so many characters.
        pub most: usize,
        /// The smallest and the largest number; for lines, how many.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub range: Option<RangeView>,
        /// The days that a date may name.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub days: Option<DaysView>,
        /// What there is to choose from.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        pub choices: Vec<ChoiceView>,
    }

    /// One of a few.
    pub struct ChoiceView {
        /// The code, which is the answer.
        pub code: String,
        /// Its name, by language.
        pub title: BTreeMap<String, String>,
    }

    /// That an earlier question was answered in one of these ways; of several that were chosen, one is enough.
    pub struct WhenView {
        /// The key of the question.
        pub field: String,
        /// The codes.
        pub codes: Vec<String>,
    }

    /// Bounds, both included.
    pub struct RangeView {
        /// At least.
        pub least: u64,
        /// At most.
        pub most: u64,
    }

    /// A time at which somebody can come.
    pub struct SlotView {
        /// The time, which is the answer.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "2026-12-01 09:00-11:00"))]
        pub slot: Slot,
        /// How many places it has left.
        pub left: u32,
    }

    /// The days that a date may name.
    pub struct DaysView {
        /// The key of the question whose day they are counted from; else from the day of filing.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub since: Option<String>,
        /// At least so many days later.
        pub least: u32,
        /// At most so many years later.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub years: Option<u32>,
    }
}
