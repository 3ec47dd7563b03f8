//! What a filing that was sent back is asked for again, and what is wrong with what comes.

use std::collections::BTreeMap;

use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Ask, Item, Standing, completed};
use shuiting_shared::form::{Answers, FieldFlaw, answer_path, material_path};
use shuiting_shared::house::House;
use shuiting_shared::time::{self, Date};

/// The path of what is asked, as flaws name it.
pub(super) fn path(item: &Item) -> String {
    match item {
        Item::Field(key) => answer_path(key),
        Item::Material(key) => material_path(key),
    }
}

/// The answers to begin with: the old ones to what is asked again. A masked one must be given anew, for nobody can
/// mend what they cannot see.
pub(super) fn prefilled(case: &CaseView) -> Answers {
    let fields = case.asks.iter().filter_map(|ask| match &ask.item {
        Item::Field(key) if !case.masked.contains(key) => Some((key, case.answers.get(key)?)),
        _ => None,
    });
    fields.map(|(key, answer)| (key.clone(), answer)).collect()
}

/// Whether the desk asks for the answer to this question again.
pub(super) fn asks_for(case: &CaseView, key: &str) -> bool {
    let field = |ask: &Ask| matches!(&ask.item, Item::Field(asked) if asked == key);
    case.asks.iter().any(field)
}

/// Of what was typed and brought only what is asked again: the desk may have changed its mind meanwhile.
pub(super) fn only_asked<T: Clone>(case: &CaseView, of: &BTreeMap<String, T>, material: bool) -> BTreeMap<String, T> {
    let asked = |key: &String| {
        case.asks.iter().any(|ask| match &ask.item {
            Item::Field(asked) => !material && asked == key,
            Item::Material(asked) => material && asked == key,
        })
    };
    let kept = of.iter().filter(|(key, _)| asked(key));
    kept.map(|(key, value)| (key.clone(), value.clone())).collect()
}

/// What is wrong with a completed filing, as far as this phone can tell. It knows masked answers only as they are
/// shown, so it says nothing of those; the server does.
pub(super) fn flaws(
    case: &CaseView,
    answers: &Answers,
    brought: &BTreeMap<String, usize>,
    house: &House,
    today: Date,
) -> Vec<FieldFlaw> {
    let Some(form) = case.line.service.form() else {
        return Vec::new();
    };
    let had = case.materials.iter();
    let had = had
        .map(|material| (material.key.clone(), material.photos.len()))
        .collect();
    let answers = Answers(only_asked(case, &answers.0, false));
    let brought = only_asked(case, brought, true);
    let asked: Vec<_> = case.asks.iter().map(|ask| path(&ask.item)).collect();
    let hidden = |field: &str| {
        let masked = field.strip_prefix("answers.");
        masked.is_some_and(|key| case.masked.iter().any(|masked| masked == key))
    };
    let before = Standing {
        answers: &case.answers,
        photos: &had,
        filed: time::today(case.line.filed),
    };
    match completed(form, &before, &case.asks, &answers, &brought, house, today) {
        Ok(_) => Vec::new(),
        Err(flaws) => {
            let telling = |flaw: &FieldFlaw| asked.contains(&flaw.field) || !hidden(&flaw.field);
            flaws.into_iter().filter(telling).collect()
        }
    }
}

#[cfg(test)]
mod tests;
