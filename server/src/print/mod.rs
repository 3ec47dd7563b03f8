//! Print-outs: papers as PDF, made here so that they look alike on every machine.
//!
//! | module | subject |
//! |---|---|
//! | [`slip`] | the acceptance slip (受理回执), A5 |
//! | [`contract`] | the draft of a supply contract, A4 |
//! | [`refusal`] | the refusal letter with what can be done about it, A4 |
//! | [`mod@receipt`] | the receipt of a payment, A5 |
//! | [`mod@certificate`] | the certificate of a volunteer, A4 across |
//! | [`mod@poster`] | the poster of an event, A3 |
//! | [`mod@event_report`] | what came of events, A4 |
//! | [`told`] | what a case tells on paper, masked |
//! | [`mod@paper`] | a paper before it is set: parts, no positions |
//! | [`press`] | parts become pages, pages become a PDF |
//! | [`face`] | the one typeface |
//!
//! A paper is a pure function of the case as whoever asks sees it: nobody reads on paper what the screen hides.

mod certificate;
mod contract;
mod event_report;
mod event_words;
mod face;
mod paper;
mod poster;
mod press;
mod receipt;
mod refusal;
pub(crate) mod routes;
mod slip;
mod told;
mod words;

pub use certificate::Certificate;
pub(crate) use event_words::{CERTIFICATE, EVENT_REPORT};
use paper::Paper;
pub(crate) use poster::Poster;
pub(crate) use routes::answer;
use shuiting_shared::api::{EventReport, OrderView};
use shuiting_shared::house::House;
use shuiting_shared::print::Print;
use shuiting_shared::realm::Realm;
use shuiting_shared::words::Lang;
use told::Told;

use crate::problem::Failure;

/// The paper, before it is set. `address` is where the case lies in the hall, and `clerk` who hands the paper over.
fn paper(print: Print, told: &Told<'_>, address: &str, clerk: Option<&str>) -> Result<Paper, Failure> {
    match print {
        Print::Slip => slip::paper(told, address, clerk),
        Print::Contract => Ok(contract::paper(told)),
        Print::Refusal => refusal::paper(told),
    }
}

/// The poster of an event, as a PDF.
pub(crate) fn poster(poster: Poster<'_>, house: &House, lang: Lang) -> Result<Vec<u8>, Failure> {
    press::print(&poster::paper(poster, house, lang)).map_err(Failure::broken)
}

/// The report of events, as a PDF.
pub(crate) fn event_report(report: &EventReport, house: &House, lang: Lang) -> Result<Vec<u8>, Failure> {
    press::print(&event_report::paper(report, house, lang)).map_err(Failure::broken)
}

/// The certificate of a volunteer, as a PDF.
pub fn certificate(certificate: &Certificate, house: &House, lang: Lang) -> Result<Vec<u8>, Failure> {
    press::print(&certificate::paper(certificate, house, lang)).map_err(Failure::broken)
}

/// A paper as it leaves the house, as a PDF. One of the city for practising bears its mark in place of any other, and says it
/// first, since a mark is not read out.
fn set(realm: Realm, paper: Paper) -> Result<Vec<u8>, Failure> {
    let paper = match realm.mark().map(|mark| mark.get(paper.lang)) {
        Some(mark) => Paper {
            title: format!("{mark} {}", paper.title),
            mark: Some(mark),
            ..paper
        },
        None => paper,
    };
    press::print(&paper).map_err(Failure::broken)
}

/// The receipt of an order that is paid, as a PDF.
pub(crate) fn receipt(
    realm: Realm,
    order: &OrderView,
    title: &str,
    house: &House,
    lang: Lang,
) -> Result<Vec<u8>, Failure> {
    set(realm, receipt::paper(order, title, house, lang))
}
