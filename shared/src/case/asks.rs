//! Completing a filing that was sent back: only what was asked for, and all of it.

use std::collections::BTreeMap;

use super::{Ask, Item};
use crate::form::{Answers, Counts, Field, FieldFlaw, Filing, Flaw, Form};
use crate::house::House;
use crate::time::Date;

/// What may be asked for again of a filing with these answers: what was asked the first time, but for answers that
/// others hang on, which would make another filing of it.
pub fn askable(form: &Form, answers: &Answers) -> Vec<Item> {
    let materials = form
        .materials(answers)
        .into_iter()
        .map(|material| Item::Material(material.key.to_owned()));
    let fields = form
        .fields()
        .filter(|field| field.asked.holds(answers) && !form.steers(field.key))
        .map(|field| Item::Field(field.key.to_owned()));
    materials.chain(fields).collect()
}

/// A filing as it stands when something is asked for again.
pub struct Standing<'a> {
    /// Its answers.
    pub answers: &'a Answers,
    /// How many photos each material has.
    pub photos: &'a BTreeMap<String, usize>,
    /// The day in China on which it was filed: what was not asked for again is held to the days that could be named then.
    pub filed: Date,
}

/// A completed filing.
pub struct Completion {
    /// The filing as it is now.
    pub filing: Filing,
    /// How many photos each material has now.
    pub materials: BTreeMap<String, usize>,
}

/// Puts what a resident brings into a filing that was sent back, or gives every flaw at once.
///
/// `answers` and `brought` (photos by material) are new, of `today`. What was not asked for may not change; what was asked
/// for may not be missing.
pub fn completed(
    form: &Form,
    before: &Standing<'_>,
    asks: &[Ask],
    answers: &Answers,
    brought: &BTreeMap<String, usize>,
    house: &House,
    today: Date,
) -> Result<Completion, Vec<FieldFlaw>> {
    let asked_field = |key: &str| asks.iter().any(|ask| ask.item == Item::Field(key.to_owned()));
    let asked_material = |key: &str| asks.iter().any(|ask| ask.item == Item::Material(key.to_owned()));
    let mut flaws: Vec<_> = answers
        .0
        .keys()
        .filter(|key| !asked_field(key))
        .map(|key| FieldFlaw::answer(key, Flaw::NotAsked))
        .chain(
            brought
                .keys()
                .filter(|key| !asked_material(key))
                .map(|key| FieldFlaw::material(key, Flaw::NotAsked)),
        )
        .collect();
    let mut whole = before.answers.clone();
    let mut materials = before.photos.clone();
    for ask in asks {
        match &ask.item {
            Item::Field(key) => match answers.get(key) {
                Some(answer) => whole.set(key, answer),
                None => flaws.push(FieldFlaw::answer(key, Flaw::Missing)),
            },
            Item::Material(key) => match brought.get(key) {
                Some(count) if *count > 0 => {
                    materials.insert(key.clone(), *count);
                }
                _ => flaws.push(FieldFlaw::material(key, Flaw::TooFew { least: 1 })),
            },
        }
    }
    let counts: Counts<'_> = materials.iter().map(|(key, count)| (key.as_str(), *count)).collect();
    let given_on = |field: &Field| if asked_field(field.key) { today } else { before.filed };
    match form.read_by(&whole, &counts, house, given_on) {
        Ok(filing) if flaws.is_empty() => Ok(Completion { filing, materials }),
        Ok(_) => Err(flaws),
        Err(more) => {
            // What is wrong with something is told once.
            let new: Vec<_> = more
                .into_iter()
                .filter(|flaw| flaws.iter().all(|known| known.field != flaw.field))
                .collect();
            flaws.extend(new);
            Err(flaws)
        }
    }
}
