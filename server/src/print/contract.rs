//! The draft of a supply contract: the facts of the case between the articles of the house, with blanks where the case
//! knows nothing.
//!
//! Names stand in full, for a contract is between those it names. Identity numbers stay masked all the same: the original
//! is looked at when the contract is signed, and until then nobody needs the number on a draft that lies about.

use shuiting_shared::form::MeterSize;
use shuiting_shared::house::{Article, ArticleFacts};
use shuiting_shared::words::Bi;

use super::paper::{Fact, Paper, Part, Size, fact};
use super::told::Told;
use super::words;

/// What is filled in by hand.
const BLANK: &str = "____________";

/// A fact that the draft needs: the answers that tell it, the first of which holds, and whether it is left blank where none
/// does.
struct Need {
    label: Bi,
    keys: &'static [&'static str],
    blank: bool,
}

const fn must(label: Bi, keys: &'static [&'static str]) -> Need {
    Need {
        label,
        keys,
        blank: true,
    }
}

const fn may(label: Bi, keys: &'static [&'static str]) -> Need {
    Need {
        label,
        keys,
        blank: false,
    }
}

const USER: &[Need] = &[
    must(words::USER, &["name", "company"]),
    may(words::ID_NUMBER, &["id_number"]),
    may(words::CREDIT_CODE, &["credit_code"]),
    may(words::AGENT, &["agent"]),
    must(words::PHONE, &["phone"]),
];

const USE: &[Need] = &[
    must(words::ADDRESS, &["address"]),
    must(words::USE_TYPE, &["use_type"]),
    may(words::PURPOSE, &["purpose"]),
    may(words::FROM, &["from"]),
    may(words::UNTIL, &["to"]),
    may(words::HOUSEHOLDS, &["households"]),
    must(words::AMOUNT, &[]),
];

const METER: &[Need] = &[
    must(words::ACCOUNT, &["account"]),
    must(words::METER_SIZE, &["meter"]),
    must(words::METER_NUMBER, &[]),
    must(words::FIRST_READING, &["reading"]),
];

/// The draft.
pub(super) fn paper(told: &Told<'_>) -> Paper {
    let contract = &told.house.papers.contract;
    let mut parts = vec![
        Part::Under(words::numbered(told)),
        Part::Facts {
            rows: [fact(told.say(words::SUPPLIER), told.utility())]
                .into_iter()
                .chain(facts(told, USER))
                .collect(),
            beside: 1,
        },
        Part::Words(contract.opening.get(told.lang).to_owned()),
    ];
    for (at, article) in contract.articles.iter().enumerate() {
        parts.push(Part::Heading(words::article(
            at + 1,
            article.title.get(told.lang),
            told.lang,
        )));
        parts.extend(inside(told, article));
    }
    parts.push(Part::Blanks(vec![
        signature(told, words::SUPPLIER_SIGNS),
        signature(told, words::USER_SIGNS),
    ]));
    Paper {
        size: Size::A4,
        lang: told.lang,
        title: told.say(words::CONTRACT).to_owned(),
        house: told.utility(),
        foot: format!(
            "{} · {}",
            words::foot(told.house, told.lang),
            told.say(words::NOT_SIGNED)
        ),
        mark: Some(told.say(words::DRAFT)),
        parts,
    }
}

fn inside(told: &Told<'_>, article: &Article) -> Vec<Part> {
    let mut parts = Vec::new();
    let needs = article.facts.map(|facts| match facts {
        ArticleFacts::Use => USE,
        ArticleFacts::Meter => METER,
    });
    if let Some(needs) = needs {
        parts.push(Part::Facts {
            rows: facts(told, needs),
            beside: 1,
        });
    }
    parts.extend(words::clauses(&article.clauses, told.lang).map(Part::Words));
    parts
}

fn facts(told: &Told<'_>, needs: &[Need]) -> Vec<Fact> {
    let rows = needs.iter().filter_map(|need| {
        let said = said(told, need.keys).or_else(|| need.blank.then(|| BLANK.to_owned()))?;
        Some(fact(told.say(need.label), said))
    });
    rows.collect()
}

fn said(told: &Told<'_>, keys: &[&str]) -> Option<String> {
    match keys {
        ["address"] => {
            let (town, address) = (told.answer(&["town"]), told.answer(keys)?);
            Some(words::place(town.as_deref(), &address, told.lang))
        }
        // Who does not know leaves it to us, and we have not said yet.
        ["meter"] if told.case.answers.get("meter") == Some(MeterSize::Unsure.code()) => None,
        _ => told.answer(keys),
    }
}

fn signature(told: &Told<'_>, who: Bi) -> Vec<String> {
    [who, words::REPRESENTATIVE, words::DATE]
        .map(|label| told.say(label).to_owned())
        .to_vec()
}
