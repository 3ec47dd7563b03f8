//! One definition of a form. From it come the page that asks, the check in the browser and the same check in
//! the server, the API's schema, the print-out and the masking.
//!
//! A form is one Rust struct, written with `form!`: fields of types that cannot hold a wrong value, each with
//! its label in both languages. What a person typed travels as [`Answers`], a string a field; [`Form::read`]
//! turns answers into the struct or into every flaw at once.

mod flaw;
mod hookup;
mod kinds;
mod leak;
mod macros;
mod transfer;

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

pub use flaw::{FieldFlaw, Flaw, answer_path, material_path};
pub use hookup::{Applicant, HOOKUP, Hookup, MeterSize, Property, UseType};
pub use kinds::{AccountNumber, Choice, HouseholdSize, Kind, Reading, Volume, Words};
pub use leak::{LEAK, Leak, Severity, Side};
pub use transfer::{Proof, TRANSFER, Transfer};

use crate::house::House;
use crate::service::{Material, Service};
use crate::words::{Bi, Lang};

/// Conditions on earlier answers under which materials are asked for.
pub(crate) mod conditions {
    pub(crate) use super::hookup::{is_organisation, is_person, needs_drawings};
    pub(crate) use super::transfer::{by_agreement, by_certificate};
}

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

    /// Whether a choice has this code.
    pub fn is(&self, key: &str, code: &str) -> bool {
        self.get(key) == Some(code)
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

/// A type that answers a field of a form.
pub trait Answer: Sized {
    /// What kind of input asks for it.
    const KIND: Kind;
    /// Whether the field must be answered when it is asked.
    const REQUIRED: bool = true;

    /// Reads what was typed, which is not blank.
    fn parse(raw: &str, house: &House) -> Result<Self, Flaw>;

    /// The one way it is written in storage and on the wire.
    fn canonical(&self) -> String;

    /// Reads an answer that may be missing.
    fn read(raw: Option<&str>, house: &House) -> Result<Self, Flaw> {
        Self::parse(raw.ok_or(Flaw::Missing)?, house)
    }

    /// The answer as stored; none where there is none.
    fn stored(&self) -> Option<String> {
        Some(self.canonical())
    }
}

impl<T: Answer> Answer for Option<T> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = false;

    fn parse(raw: &str, house: &House) -> Result<Self, Flaw> {
        T::parse(raw, house).map(Some)
    }

    fn canonical(&self) -> String {
        self.as_ref().map(T::canonical).unwrap_or_default()
    }

    fn read(raw: Option<&str>, house: &House) -> Result<Self, Flaw> {
        raw.map(|raw| T::parse(raw, house)).transpose()
    }

    fn stored(&self) -> Option<String> {
        self.as_ref().map(T::canonical)
    }
}

/// When a field or a material is asked for.
#[derive(Clone, Copy)]
pub enum Asked {
    /// Every time.
    Always,
    /// Where earlier answers call for it; it is then required.
    When(fn(&Answers) -> bool),
}

impl Asked {
    /// Whether it is asked for, given these answers.
    pub fn holds(self, answers: &Answers) -> bool {
        match self {
            Self::Always => true,
            Self::When(condition) => condition(answers),
        }
    }
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Always => "Always",
            Self::When(_) => "When",
        })
    }
}

/// One question.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key in [`Answers`].
    pub key: &'static str,
    /// What is asked.
    pub label: Bi,
    /// A word of help under the input.
    pub help: Option<Bi>,
    /// The kind of input.
    pub kind: Kind,
    /// When it is asked.
    pub asked: Asked,
    /// The key of an earlier field that must be answered otherwise, and what is wrong where it is not.
    unlike: Option<(&'static str, Flaw)>,
    required: bool,
    /// Reads an answer, and gives it as it is stored.
    read: fn(Option<&str>, &House) -> Result<Option<String>, Flaw>,
}

impl Field {
    /// A question that stands for itself, outside of any form.
    pub const fn alone<T: Answer>(key: &'static str, label: Bi, help: Option<Bi>) -> Self {
        Self {
            key,
            label,
            help,
            kind: T::KIND,
            asked: Asked::Always,
            unlike: None,
            required: T::REQUIRED,
            read: read_stored::<T>,
        }
    }

    /// Whether it may not be left blank, given these answers.
    pub fn required(&self, answers: &Answers) -> bool {
        self.asked.holds(answers) && (self.required || matches!(self.asked, Asked::When(_)))
    }

    /// What is wrong with the answer to this field, as told when the field is left.
    pub fn flaw(&self, answers: &Answers, house: &House) -> Option<Flaw> {
        if !self.asked.holds(answers) {
            return None;
        }
        let raw = answers.get(self.key);
        if raw.is_none() && self.required(answers) {
            return Some(Flaw::Missing);
        }
        let answer = match (self.read)(raw, house) {
            Ok(answer) => answer?,
            Err(flaw) => return Some(flaw),
        };
        let (key, flaw) = self.unlike?;
        let other = (self.read)(answers.get(key), house).ok()??;
        (answer == other).then_some(flaw)
    }

    /// Whether PIPL calls the answer sensitive: stored encrypted, every full view on record.
    pub fn sensitive(&self) -> bool {
        self.kind.sensitive()
    }
}

fn read_stored<T: Answer>(raw: Option<&str>, house: &House) -> Result<Option<String>, Flaw> {
    T::read(raw, house).map(|read| read.stored())
}

/// One subject on one screen.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Stable key, part of the page's address.
    pub key: &'static str,
    /// The subject.
    pub title: Bi,
    /// The questions.
    pub fields: &'static [Field],
    /// Keys of the materials that are photographed here.
    pub materials: &'static [&'static str],
}

/// What the desk must know of any filing, whatever its form.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Who files.
    pub name: Option<String>,
    /// Whether that is an organisation, whose name is shown unmasked.
    pub organisation: bool,
    /// The phone that hears what happens.
    pub phone: String,
    /// The town's code.
    pub town: Option<String>,
    /// The address inside it.
    pub address: Option<String>,
    /// Someone else who has to confirm.
    pub party: Option<Party>,
    /// Danger to people or goods: goes to the top.
    pub urgent: bool,
}

/// The other side of a filing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Their name.
    pub name: String,
    /// Their phone, by which they sign in and confirm.
    pub phone: String,
}

/// A filing whose answers have been read.
pub trait Filing {
    /// The answers, each written the one way.
    fn answers(&self) -> Answers;
    /// What the desk must know.
    fn summary(&self) -> Summary;
}

/// What reading a form's answers gives: the filing, or every flaw of its fields at once.
pub type ReadFiling = Result<Box<dyn Filing>, Vec<FieldFlaw>>;

/// A form.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// The service it files.
    pub service: Service,
    /// Its pages in order.
    pub pages: &'static [Page],
    read: fn(&Answers, &House) -> ReadFiling,
}

impl Form {
    /// Every field, page by page.
    pub fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.pages.iter().flat_map(|page| page.fields)
    }

    /// The field with this key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields().find(|field| field.key == key)
    }

    /// The page with this key.
    pub fn page(&self, key: &str) -> Option<&'static Page> {
        self.pages.iter().find(|page| page.key == key)
    }

    /// The number of the water account that these answers are about; none where the form asks for none.
    pub fn account<'a>(&self, answers: &'a Answers) -> Option<&'a str> {
        let field = self.fields().find(|field| field.kind == Kind::Account)?;
        answers.get(field.key)
    }

    /// Whether other questions or materials are asked for by the answer to this one. Asked again on its own it would
    /// make another filing of it.
    pub fn steers(&self, key: &str) -> bool {
        let Some(Kind::Choice(choices)) = self.field(key).map(|field| field.kind) else {
            return false;
        };
        let asked = self.fields().map(|field| field.asked);
        let conditions: Vec<_> = asked
            .chain(self.service.materials().iter().map(|material| material.asked))
            .collect();
        let under = |code: &str| {
            let answers: Answers = [(key, code)].into_iter().collect();
            conditions.iter().map(|asked| asked.holds(&answers)).collect::<Vec<_>>()
        };
        choices
            .windows(2)
            .any(|pair| under(pair[0].code) != under(pair[1].code))
    }

    /// The materials asked for, given these answers.
    pub fn materials(&self, answers: &Answers) -> Vec<&'static Material> {
        self.service
            .materials()
            .iter()
            .filter(|material| material.asked.holds(answers))
            .collect()
    }

    /// The questions whose answers a material shows to be right, in the order of the form.
    pub fn proved_by(&self, material: &str) -> impl Iterator<Item = &'static Field> {
        let proves = self.service.material(material).map(|material| material.proves);
        let proves = proves.unwrap_or_default();
        self.fields().filter(move |field| proves.contains(&field.key))
    }

    /// Every flaw of a page, as told when the person wants to go on.
    pub fn page_flaws(&self, page: &Page, answers: &Answers, counts: &Counts<'_>, house: &House) -> Vec<FieldFlaw> {
        let fields = page.fields.iter().filter_map(|field| {
            field
                .flaw(answers, house)
                .map(|flaw| FieldFlaw::answer(field.key, flaw))
        });
        let materials = self
            .material_flaws(answers, counts)
            .into_iter()
            .filter(|flaw| page.materials.iter().any(|key| flaw.field == material_path(key)));
        fields.chain(materials).collect()
    }

    /// Reads a whole filing: the answers and how many photos came for each material. Gives every flaw at once.
    pub fn read(&self, answers: &Answers, counts: &Counts<'_>, house: &House) -> ReadFiling {
        let materials = self.material_flaws(answers, counts);
        match (self.read)(answers, house) {
            Ok(filing) if materials.is_empty() => Ok(filing),
            Ok(_) => Err(materials),
            Err(flaws) => Err(flaws.into_iter().chain(materials).collect()),
        }
    }

    fn material_flaws(&self, answers: &Answers, counts: &Counts<'_>) -> Vec<FieldFlaw> {
        let mut flaws = Vec::new();
        for material in self.service.materials() {
            let count = counts.get(material.key).copied().unwrap_or(0);
            let asked = material.asked.holds(answers);
            if asked && count < material.least {
                flaws.push(FieldFlaw::material(
                    material.key,
                    Flaw::TooFew { least: material.least },
                ));
            } else if asked && count > material.most {
                flaws.push(FieldFlaw::material(material.key, Flaw::TooMany { most: material.most }));
            } else if !asked && count > 0 {
                flaws.push(FieldFlaw::material(material.key, Flaw::NotAsked));
            }
        }
        let known = |key: &str| self.service.materials().iter().any(|material| material.key == key);
        flaws.extend(
            counts
                .keys()
                .filter(|key| !known(key))
                .map(|key| FieldFlaw::material(key, Flaw::NotAsked)),
        );
        flaws
    }
}

/// A flaw's field where the answer has no field in the form at all.
pub(crate) fn unknown<'a>(answers: &'a Answers, pages: &'a [Page]) -> impl Iterator<Item = FieldFlaw> + 'a {
    answers
        .0
        .keys()
        .filter(move |key| {
            !pages
                .iter()
                .any(|page| page.fields.iter().any(|field| field.key == key.as_str()))
        })
        .map(|key| FieldFlaw::answer(key, Flaw::NotAsked))
}

/// One field of one filing, for reading: label and answer as people are shown it.
pub fn shown(field: &Field, answer: &str, house: &House, lang: Lang) -> String {
    field.kind.show(answer, house, lang)
}

#[cfg(test)]
mod tests;
