//! The acceptance slip (受理回执): what came, when it will be done, and how to follow it. Residents take it home from the
//! counter, or keep it on the phone.

use shuiting_shared::form::Kind;
use shuiting_shared::print::Print;
use shuiting_shared::time;

use super::paper::{Paper, Part, Size, fact};
use super::told::Told;
use super::words;
use crate::problem::Failure;
use crate::qr;

/// The slip. `address` is where the case lies in the hall; a slip that nobody hands over names no clerk and asks for no
/// signature.
pub(super) fn paper(told: &Told<'_>, address: &str, clerk: Option<&str>) -> Result<Paper, Failure> {
    let case = told.case;
    let line = &case.line;
    let mut parts = vec![
        Part::Number {
            label: told.say(words::NUMBER).to_owned(),
            number: line.number.to_string(),
            hint: told.say(words::FOLLOW).to_owned(),
            code: qr::draw(address).map_err(Failure::broken)?,
            alt: told.say(words::CODE).to_owned(),
        },
        Part::Facts {
            rows: vec![
                fact(told.say(words::SERVICE), told.say(line.service.label())),
                fact(told.say(words::FILED), time::exact(line.filed)),
                fact(
                    told.say(words::BY),
                    line.name.clone().unwrap_or_else(|| Kind::Phone.mask(&case.phone)),
                ),
                fact(told.say(words::MATERIALS), materials(told)),
                fact(told.say(words::DONE_BY), done_by(told)),
            ],
            beside: 1,
        },
        Part::Heading(told.say(words::ANSWERS).to_owned()),
        Part::Facts {
            rows: told.answers().map(|(label, said)| fact(label, said)).collect(),
            beside: 2,
        },
    ];
    if let Some(clerk) = clerk {
        parts.push(Part::Close(vec![format!("{} {clerk}", told.say(words::CLERK))]));
        parts.push(Part::Blanks(vec![vec![told.say(words::SIGNATURE).to_owned()]]));
    }
    Ok(Paper {
        size: Size::A5,
        lang: told.lang,
        title: told.say(Print::Slip.label()).to_owned(),
        house: told.utility(),
        foot: words::foot(told.house, told.lang),
        mark: None,
        parts,
    })
}

fn materials(told: &Told<'_>) -> String {
    let materials = told.case.materials.iter().map(|material| {
        let known = told.case.line.service.material(&material.key);
        let label = known.map_or(material.key.as_str(), |known| told.say(known.label));
        words::photos(label, material.photos.len(), told.lang)
    });
    let materials: Vec<_> = materials.collect();
    if materials.is_empty() {
        return told.say(words::NO_MATERIALS).to_owned();
    }
    materials.join(words::between(told.lang))
}

fn done_by(told: &Told<'_>) -> String {
    match told.case.promised {
        _ if !told.case.line.status.waits() => told.say(words::ENDED).to_owned(),
        Some(promised) => time::exact(promised),
        None => told.say(words::AFTER_CONFIRMING).to_owned(),
    }
}
