//! The poster of a community event, A3: what, when, where and what for, to be read from two metres away, and a code that
//! opens the hall at the event.

use shuiting_shared::event::Plan;
use shuiting_shared::house::House;
use shuiting_shared::words::Lang;

use super::event_words as words;
use super::paper::{Paper, Part, Size, fact};
use super::words::foot;
use crate::qr::Code;

/// What it shows.
pub(crate) struct Poster<'a> {
    /// The event.
    pub(crate) plan: &'a Plan,
    /// The code.
    pub(crate) code: Code,
}

/// The poster. What staff wrote stands in their words, whatever the language.
pub(super) fn paper(poster: Poster<'_>, house: &House, lang: Lang) -> Paper {
    let Poster { plan, code } = poster;
    let helpers = plan.places() > 0;
    let rows = vec![
        // What is read first does not break within the hours.
        fact(words::WHEN.get(lang), format!("{}\n{}", plan.day(lang), plan.hours())),
        fact(words::PLACE.get(lang), plan.whereabouts(house, lang)),
        fact(words::WHAT.get(lang), plan.topics_said(lang)),
    ];
    let mut parts = vec![Part::Facts { rows, beside: 1 }];
    if !plan.words.is_empty() {
        parts.push(Part::Words(plan.words.clone()));
    }
    parts.push(Part::Number {
        label: words::COME.get(lang).to_owned(),
        number: words::SCAN.get(lang).to_owned(),
        hint: if helpers { words::SCAN_AND_HELP } else { words::SCAN_TO }
            .get(lang)
            .to_owned(),
        code,
        alt: words::EVENT_CODE.get(lang).to_owned(),
    });
    Paper {
        size: Size::A3,
        lang,
        title: plan.title.clone(),
        house: house.utility.get(lang).to_owned(),
        foot: foot(house, lang),
        mark: None,
        parts,
    }
}
