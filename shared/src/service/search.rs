//! Finding a service by whatever people call it: its name, an everyday word, pinyin, initials, English, and with a
//! letter wrong.

mod everyday;

use std::cmp::Reverse;
use std::iter;

use super::Service;
use crate::find::{Fit, matches, spelt, typed};
use crate::person::narrow;
use crate::words::Lang;

/// The services that a query may mean, the likeliest first; none for a blank one.
///
/// `used` are the services that this person used, the latest first: among equals they come first.
pub fn search(query: &str, used: &[Service]) -> Vec<Service> {
    let query = typed(query);
    if query.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<_> = Service::all()
        .filter_map(|service| Some((fit(&query, service)?, service)))
        .collect();
    let best = found.iter().map(|(fit, _)| fit.0).max();
    // Where something fits well, what is merely alike is in the way.
    found.retain(|(fit, _)| fit.0 > Fit::Alike || best <= Some(Fit::Mistyped));
    let rank = |service: &Service| used.iter().position(|one| one == service).unwrap_or(used.len());
    found.sort_by_key(|(fit, service)| (Reverse(*fit), rank(service)));
    found.into_iter().map(|(_, service)| service).collect()
}

/// The best fit among the words for a service, and how much of the word the query is, in percent.
fn fit(query: &str, service: Service) -> Option<(Fit, usize)> {
    let chinese = everyday::chinese(service)
        .iter()
        .filter_map(|(word, pinyin)| matches(query, word, pinyin));
    let title = service.label().get(Lang::En).to_lowercase();
    let english = everyday::english(service)
        .iter()
        .copied()
        .chain(iter::once(&*title))
        .chain(title.split(' ').filter(|word| word.len() > 3))
        .filter_map(|word| spelt(query, &narrow(word)));
    chinese.chain(english).max()
}

#[cfg(test)]
mod tests;
