//! The refusal letter (不予办理告知书): what was refused and why, by which rules, and what the resident can do about it.

use shuiting_shared::api::EntryView;
use shuiting_shared::case::Event;
use shuiting_shared::print::Print;
use shuiting_shared::problem::Code;

use super::paper::{Paper, Part, Size};
use super::told::Told;
use super::words;
use crate::problem::Failure;

/// The letter; not found where the timeline tells of no refusal.
pub(super) fn paper(told: &Told<'_>) -> Result<Paper, Failure> {
    let (entry, reason) = refused(told).ok_or_else(|| Failure::new(Code::NotFound))?;
    let papers = &told.house.papers;
    let name = told.answer(&["name", "company"]);
    let mut parts = vec![
        Part::Under(words::numbered(told)),
        Part::Words(words::dear(name.as_deref(), told.lang)),
        Part::Words(words::refused(
            told.say(told.case.line.service.label()),
            &words::day(told.case.line.filed, told.lang),
            told.lang,
        )),
        Part::Quote(reason.to_owned()),
        Part::Words(papers.basis.get(told.lang).to_owned()),
        Part::Heading(told.say(words::REMEDY).to_owned()),
    ];
    parts.extend(words::clauses(&papers.remedy, told.lang).map(Part::Words));
    parts.push(Part::Close(vec![
        told.utility(),
        told.say(words::SEAL).to_owned(),
        words::day(entry.at, told.lang),
    ]));
    Ok(Paper {
        size: Size::A4,
        lang: told.lang,
        title: told.say(Print::Refusal.label()).to_owned(),
        house: told.utility(),
        foot: words::foot(told.house, told.lang),
        mark: None,
        parts,
    })
}

/// The latest refusal, and its reason.
fn refused<'a>(told: &Told<'a>) -> Option<(&'a EntryView, &'a str)> {
    told.case.timeline.iter().find_map(|entry| match &entry.event {
        Event::Rejected { reason } => Some((entry, reason.as_str())),
        _ => None,
    })
}
