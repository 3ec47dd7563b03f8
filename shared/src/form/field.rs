//! One question of a form.

use super::{Answers, Asked, Days, Flaw, Kind};
use crate::house::House;
use crate::time::Date;
use crate::words::{Bi, bi};

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
}

/// Lets a text type whose `read` is all there is to it answer a field.
macro_rules! read_answer {
    ($name:ident, $kind:expr) => {
        impl $crate::form::Answer for $name {
            const KIND: $crate::form::Kind = $kind;

            fn parse(raw: &str, _house: &$crate::house::House) -> Result<Self, $crate::form::Flaw> {
                Self::read(raw)
            }

            fn canonical(&self) -> String {
                self.0.clone()
            }
        }
    };
}
pub(crate) use read_answer;

/// Reads an answer, and gives it as it is stored.
fn canonical<T: Answer>(raw: &str, house: &House) -> Result<String, Flaw> {
    T::parse(raw, house).map(|answer| answer.canonical())
}

/// Whether somebody may ask on `today` that one comes at this time.
fn offered(answer: &str, house: &House, today: Date) -> Result<(), Flaw> {
    let slot = answer.parse().map_err(|_| Flaw::NotASlot)?;
    let places = house.visits.places(slot, &house.calendar, today);
    places.map(drop).ok_or(Flaw::NotASlot)
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
    /// Whether it must be answered where it is asked.
    pub needed: bool,
    /// The key of an earlier field that must be answered otherwise, and what is wrong where it is not.
    pub unlike: Option<(&'static str, Flaw)>,
    /// The days that a date may name.
    pub days: Option<Days>,
    /// Reads an answer, and gives it as it is stored.
    pub(crate) read: fn(&str, &House) -> Result<String, Flaw>,
}

impl Field {
    /// Fills an array before its fields are put in.
    const BLANK: Self = Self {
        key: "",
        label: bi("", ""),
        help: None,
        kind: Kind::Name,
        asked: Asked::Always,
        needed: false,
        unlike: None,
        days: None,
        read: |_, _| Err(Flaw::NotAsked),
    };

    /// A question that stands for itself, outside of any form.
    pub const fn alone<T: Answer>(key: &'static str, label: Bi, help: Option<Bi>) -> Self {
        Self {
            key,
            label,
            help,
            kind: T::KIND,
            asked: Asked::Always,
            needed: T::REQUIRED,
            unlike: None,
            days: None,
            read: canonical::<T>,
        }
    }

    /// How many fields these groups have.
    pub(crate) const fn count(groups: &[&[Self]]) -> usize {
        let (mut group, mut count) = (0, 0);
        while group < groups.len() {
            count += groups[group].len();
            group += 1;
        }
        count
    }

    /// The fields of these groups, one after the other.
    pub(crate) const fn join<const COUNT: usize>(groups: &[&[Self]]) -> [Self; COUNT] {
        let mut fields = [Self::BLANK; COUNT];
        let (mut group, mut at) = (0, 0);
        while group < groups.len() {
            let mut field = 0;
            while field < groups[group].len() {
                fields[at] = groups[group][field];
                at += 1;
                field += 1;
            }
            group += 1;
        }
        fields
    }

    /// Whether it may not be left blank, given these answers.
    pub fn required(&self, answers: &Answers) -> bool {
        self.needed && self.asked.holds(answers)
    }

    /// The answer to this field, as it is stored; none where it is not asked, or may be left blank and is. `today` is the
    /// day in China on which the filing is made.
    pub fn answer(&self, answers: &Answers, house: &House, today: Date) -> Result<Option<String>, Flaw> {
        if !self.asked.holds(answers) {
            return Ok(None);
        }
        let Some(raw) = answers.get(self.key) else {
            return if self.needed { Err(Flaw::Missing) } else { Ok(None) };
        };
        let answer = (self.read)(raw, house)?;
        if let Some((key, flaw)) = self.unlike {
            let other = answers.get(key).and_then(|raw| (self.read)(raw, house).ok());
            if other.as_ref() == Some(&answer) {
                return Err(flaw);
            }
        }
        if let Some(days) = self.days {
            days.check(&answer, answers, today)?;
        }
        if self.kind == Kind::Slot {
            offered(&answer, house, today)?;
        }
        Ok(Some(answer))
    }

    /// What is wrong with the answer to this field, as told when the field is left.
    pub fn flaw(&self, answers: &Answers, house: &House, today: Date) -> Option<Flaw> {
        self.answer(answers, house, today).err()
    }

    /// Whether PIPL calls the answer sensitive: stored encrypted, every full view on record.
    pub fn sensitive(&self) -> bool {
        self.kind.sensitive()
    }
}
