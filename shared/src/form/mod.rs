//! One definition of a form. From it come the page that asks, the check in the browser and the same check in
//! the server, the API's description, the print-out and the masking.
//!
//! A form is pages of questions, written with `form!`: each is answered by a type that cannot hold a wrong value, and has its
//! label in both languages. When it is asked, from what it must differ and which days it may name is data beside it, so that
//! the API can tell it. What a person typed travels as [`Answers`], a string a field; [`Form::read`] turns answers into a
//! [`Filing`] or into every flaw at once.
//!
//! | module | subject |
//! |---|---|
//! | `forms` | the form of each service |
//! | `groups` | the questions that many forms share |
//! | `field`, `asked`, `day` | one question, when it is asked, and which days it may name |
//! | `kinds`, `text`, `whole` | the kinds of input, and plain answers that belong to no subject of their own |
//! | `answers`, `filing`, `flaw` | what is typed, what comes of it, and what can be wrong |
//! | [`sample`] | answers that are right, and wrong, for tests over all forms |

mod answers;
mod asked;
mod day;
mod field;
mod filing;
mod flaw;
mod forms;
pub(crate) mod groups;
mod kinds;
pub(crate) mod macros;
#[cfg(any(test, feature = "examples"))]
pub mod sample;
pub(crate) mod text;
mod whole;

pub use answers::{Answers, Counts};
pub use asked::{Asked, Condition};
pub use day::{Day, Days, Since};
pub(crate) use field::read_answer;
pub use field::{Answer, Field};
pub use filing::{Filing, PHONE, Party, Summary};
pub use flaw::{FieldFlaw, Flaw, answer_path, material_path};
pub use forms::*;
pub use groups::{Applicant, Bank, MeterSize, Property, UseType};
pub use kinds::{AccountNumber, Choice, Kind};
pub use text::{Line, Lines, SEVERAL, Words};
pub use whole::{HouseholdSize, Households, Persons, Reading, Volume};

use crate::house::House;
use crate::service::{Material, Service};
use crate::slot::Slot;
use crate::time::Date;
use crate::words::{Bi, Lang};

/// Conditions on earlier answers under which materials are asked for.
pub(crate) mod conditions {
    pub(crate) use super::forms::conditions::*;
    pub(crate) use super::groups::{LARGE_METER, ORGANISATION, PERSON};
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

/// A form.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// The service it files.
    pub service: Service,
    /// Its pages in order.
    pub pages: &'static [Page],
    /// The answers that say there is danger to people or goods.
    pub urgent: Option<Condition>,
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

    /// The question at which time somebody is to come; none where the form does not ask.
    pub fn slot_field(&self) -> Option<&'static Field> {
        self.fields().find(|field| field.kind == Kind::Slot)
    }

    /// The time at which somebody is to come, by these answers.
    pub fn slot(&self, answers: &Answers) -> Option<Slot> {
        answers.get(self.slot_field()?.key)?.parse().ok()
    }

    /// Whether other questions or materials are asked for by the answer to this one. Asked again on its own it would
    /// make another filing of it.
    pub fn steers(&self, key: &str) -> bool {
        let fields = self.fields().map(|field| field.asked);
        let materials = self.service.materials().iter().map(|material| material.asked);
        let mut conditions = fields.chain(materials).filter_map(Asked::condition);
        conditions.any(|condition| condition.field == key)
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

    /// Every flaw of a page, as told when the person wants to go on. `today` is the day in China.
    pub fn page_flaws(
        &self,
        page: &Page,
        answers: &Answers,
        counts: &Counts<'_>,
        house: &House,
        today: Date,
    ) -> Vec<FieldFlaw> {
        let fields = page.fields.iter().filter_map(|field| {
            let flaw = field.flaw(answers, house, today)?;
            Some(FieldFlaw::answer(field.key, flaw))
        });
        let materials = self
            .material_flaws(answers, counts)
            .into_iter()
            .filter(|flaw| page.materials.iter().any(|key| flaw.field == material_path(key)));
        fields.chain(materials).collect()
    }

    /// Reads a whole filing that is made on `today`, the day in China: the answers and how many photos came for each
    /// material. Gives every flaw at once.
    pub fn read(
        &self,
        answers: &Answers,
        counts: &Counts<'_>,
        house: &House,
        today: Date,
    ) -> Result<Filing, Vec<FieldFlaw>> {
        self.read_by(answers, counts, house, |_| today)
    }

    /// As [`Form::read`], of answers that were given on different days.
    pub(crate) fn read_by(
        &self,
        answers: &Answers,
        counts: &Counts<'_>,
        house: &House,
        given_on: impl Fn(&Field) -> Date,
    ) -> Result<Filing, Vec<FieldFlaw>> {
        let strange = answers.0.keys().filter(|key| self.field(key).is_none());
        let mut flaws: Vec<_> = strange.map(|key| FieldFlaw::answer(key, Flaw::NotAsked)).collect();
        let mut given = Answers::default();
        for field in self.fields() {
            match field.answer(answers, house, given_on(field)) {
                Ok(answer) => given.0.extend(answer.map(|answer| (field.key.to_owned(), answer))),
                Err(flaw) => flaws.push(FieldFlaw::answer(field.key, flaw)),
            }
        }
        flaws.extend(self.material_flaws(answers, counts));
        if flaws.is_empty() {
            Ok(Filing::new(self, given))
        } else {
            Err(flaws)
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

/// One field of one filing, for reading: label and answer as people are shown it.
pub fn shown(field: &Field, answer: &str, house: &House, lang: Lang) -> String {
    field.kind.show(answer, house, lang)
}

#[cfg(test)]
mod tests;
