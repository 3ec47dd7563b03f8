//! What an action must bring, and what is wrong with what it brings.

use super::{Action, Item, Stand, Status, Verdict};
use crate::form::{Answer as _, FieldFlaw, Flaw, Words};
use crate::house::House;
use crate::money::Fen;
use crate::order::Part;
use crate::place::Point;
use crate::service::Step;

const RESIDENT_PHOTOS: usize = 9;
const WORK_PHOTOS: usize = 9;
/// Parts of one job.
const PARTS: usize = 30;
/// A receipt's number has at most so many characters.
const RECEIPT: usize = 40;

/// What is wrong with a price.
fn price(amount: Fen) -> Option<FieldFlaw> {
    (amount < Fen::ZERO).then(|| FieldFlaw::new("amount", Flaw::NotMoney))
}

/// What is wrong with a unit.
fn no_unit(unit: &str, house: &House) -> Option<FieldFlaw> {
    house
        .unit(unit)
        .is_none()
        .then(|| FieldFlaw::new("unit", Flaw::NotAUnit))
}

/// What is wrong with what was used up.
fn used(parts: &[Part]) -> Vec<FieldFlaw> {
    let many = (parts.len() > PARTS).then(|| FieldFlaw::new("parts", Flaw::TooMany { most: PARTS }));
    let each = parts.iter().enumerate().flat_map(|(at, part)| {
        let is = part.name.trim().chars().count();
        let name = match is {
            0 => Some(Flaw::Missing),
            is if is > Part::NAME => Some(Flaw::TooLong { most: Part::NAME, is }),
            _ => None,
        };
        let count = (!(1..=Part::MOST).contains(&part.count)).then_some(Flaw::NotAChoice);
        let name = name.map(|flaw| FieldFlaw::new(format!("parts.{at}.name"), flaw));
        name.into_iter()
            .chain(count.map(|flaw| FieldFlaw::new(format!("parts.{at}.count"), flaw)))
    });
    many.into_iter().chain(each).collect()
}

/// What is wrong with an action on a case that allows it.
#[expect(clippy::too_many_lines, reason = "what each act must bring is read in one piece")]
pub(super) fn flaws(stand: &Stand, action: &Action, house: &House) -> Vec<FieldFlaw> {
    let words = |field: &str, text: &str| Words::read(text).err().map(|flaw| FieldFlaw::new(field, flaw));
    let maybe = |field: &str, text: &str| {
        if text.trim().is_empty() {
            None
        } else {
            words(field, text)
        }
    };
    let photos = |field: &str, photos: &[String], most: usize| {
        (photos.len() > most).then(|| FieldFlaw::new(field, Flaw::TooMany { most }))
    };
    let missing = |field: &str, is: bool| is.then(|| FieldFlaw::new(field, Flaw::Missing));
    match action {
        Action::Confirm
        | Action::Complete { .. }
        | Action::Urge
        | Action::Take
        | Action::Accept
        | Action::Resume
        | Action::Undo => Vec::new(),
        Action::Sort { kind } => (!house.orders.kinds.contains_key(kind))
            .then(|| FieldFlaw::new("kind", Flaw::NotAChoice))
            .into_iter()
            .collect(),
        Action::Arrive { point } => point
            .as_deref()
            .and_then(|point| Point::parse(point, house).err())
            .map(|flaw| FieldFlaw::new("point", flaw))
            .into_iter()
            .collect(),
        Action::Secure { words: text } | Action::Wait { words: text } | Action::Supervise { words: text } => {
            words("words", text).into_iter().collect()
        }
        Action::Return { reason } | Action::Extend { reason } | Action::Reopen { reason } => {
            words("reason", reason).into_iter().collect()
        }
        Action::Split { unit, words: text } => no_unit(unit, house).into_iter().chain(words("words", text)).collect(),
        Action::Join { into } => (stand.number == Some(*into))
            .then(|| FieldFlaw::new("into", Flaw::NotAChoice))
            .into_iter()
            .collect(),
        Action::Decline { reason } | Action::Reject { reason } => words("reason", reason).into_iter().collect(),
        Action::Withdraw { reason } => maybe("reason", reason).into_iter().collect(),
        Action::Add {
            words: text,
            photos: added,
        } => maybe("words", text)
            .into_iter()
            .chain(photos("photos", added, RESIDENT_PHOTOS))
            .chain(missing("words", text.trim().is_empty() && added.is_empty()))
            .collect(),
        Action::Rate { tags, words: text, .. } => {
            let known = |tag: &String| stand.service.facts().tags.iter().any(|known| known.zh == tag);
            let tags = tags
                .iter()
                .any(|tag| !known(tag))
                .then(|| FieldFlaw::new("tags", Flaw::NotAChoice));
            maybe("words", text).into_iter().chain(tags).collect()
        }
        Action::Check { material, verdict } => {
            let known = stand.materials.contains(material);
            let reason = match verdict {
                Verdict::Accepted => None,
                Verdict::Refused(reason) => words("verdict.refused", reason),
            };
            (!known)
                .then(|| FieldFlaw::new("material", Flaw::NotAChoice))
                .into_iter()
                .chain(reason)
                .collect()
        }
        Action::SendBack { asks } => {
            let asked = asks.iter().enumerate().flat_map(|(at, ask)| {
                let known = match &ask.item {
                    Item::Field(key) => stand.service.form().is_some_and(|form| form.field(key).is_some()),
                    Item::Material(key) => stand.service.material(key).is_some(),
                };
                let item = (!known).then(|| FieldFlaw::new(format!("asks.{at}.item"), Flaw::NotAChoice));
                item.into_iter().chain(words(&format!("asks.{at}.reason"), &ask.reason))
            });
            missing("asks", asks.is_empty()).into_iter().chain(asked).collect()
        }
        Action::Dispatch { unit, words: text } => {
            no_unit(unit, house).into_iter().chain(maybe("words", text)).collect()
        }
        Action::Advance {
            words: text,
            photos: added,
        } => {
            // The desk has looked at it, which needs no words.
            let said = if stand.status == Status::Taken {
                maybe("words", text)
            } else {
                words("words", text)
            };
            said.into_iter().chain(photos("photos", added, WORK_PHOTOS)).collect()
        }
        Action::Quote { amount, words: text } => price(*amount).into_iter().chain(words("words", text)).collect(),
        Action::Paid { amount, receipt } => {
            let due = stand.work.quote.unwrap_or_default();
            let amount = (*amount != due).then(|| FieldFlaw::new("amount", Flaw::NotTheAmount { fen: due.0 }));
            let is = receipt.trim().chars().count();
            let long = (is > RECEIPT).then(|| FieldFlaw::new("receipt", Flaw::TooLong { most: RECEIPT, is }));
            amount
                .into_iter()
                .chain(long.or_else(|| words("receipt", receipt)))
                .collect()
        }
        Action::Conclude {
            outcome,
            amount,
            deviation,
            words: text,
        } => {
            let outcomes = stand.step().map(Step::outcomes).unwrap_or_default();
            let found = outcomes.iter().find(|known| known.key == outcome);
            let amount = match (found, amount) {
                (None, _) => Some(FieldFlaw::new("outcome", Flaw::NotAChoice)),
                (Some(found), Some(_)) if !found.charges => Some(FieldFlaw::new("amount", Flaw::NotAsked)),
                (Some(found), None) => missing("amount", found.charges),
                (Some(_), Some(amount)) => price(*amount),
            };
            let measures = found.is_some_and(|found| found.measures);
            let deviation = match deviation {
                None => missing("deviation", measures),
                Some(_) if !measures => Some(FieldFlaw::new("deviation", Flaw::NotAsked)),
                Some(deviation) => deviation.check().err().map(|flaw| FieldFlaw::new("deviation", flaw)),
            };
            amount
                .into_iter()
                .chain(deviation)
                .chain(words("words", text))
                .collect()
        }
        Action::Redo { to, reason } => {
            let again = stand.work.again(stand.service);
            let known = again.iter().any(|step| step.key == to);
            (!known)
                .then(|| FieldFlaw::new("to", Flaw::NotAChoice))
                .into_iter()
                .chain(words("reason", reason))
                .collect()
        }
        Action::Assign { to } => missing("to", to.trim().is_empty()).into_iter().collect(),
        Action::Note { words: text, .. } => words("words", text).into_iter().collect(),
        Action::Finish {
            result,
            before,
            after,
            parts,
        } => words("result", result)
            .into_iter()
            .chain(photos("before", before, WORK_PHOTOS))
            .chain(photos("after", after, WORK_PHOTOS))
            .chain(used(parts))
            .collect(),
    }
}
