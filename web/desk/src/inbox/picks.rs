//! What each filter has to choose from.

use shuiting_shared::api::{DueFilter, Feedback, Sort, Whose};
use shuiting_shared::case::{Channel, Status};
use shuiting_shared::house::House;
use shuiting_shared::service::Service;
use shuiting_shared::words::{Bi, Lang};

use crate::words;

/// One choice of a filter: how it is written in the address, and its name.
pub(super) type Pick = (String, String);

fn pick(code: &str, name: Bi, lang: Lang) -> Pick {
    (code.to_owned(), name.get(lang).to_owned())
}

/// The services that can be filed.
pub(super) fn services(lang: Lang) -> Vec<Pick> {
    let filed = Service::all().filter(|service| service.form().is_some());
    filed
        .map(|service| pick(service.code(), service.label(), lang))
        .collect()
}

/// The towns.
pub(super) fn towns(house: &House, lang: Lang) -> Vec<Pick> {
    let towns = house.towns.iter();
    towns
        .map(|town| (town.code.clone(), town.name.get(lang).to_owned()))
        .collect()
}

/// Where a case stands.
pub(super) fn statuses(lang: Lang) -> Vec<Pick> {
    Status::ALL.iter().map(|it| pick(it.code(), it.label(), lang)).collect()
}

/// The doors.
pub(super) fn channels(lang: Lang) -> Vec<Pick> {
    Channel::ALL
        .iter()
        .map(|it| pick(it.code(), it.label(), lang))
        .collect()
}

/// By when.
pub(super) fn dues(lang: Lang) -> Vec<Pick> {
    vec![
        pick(&due(DueFilter::Late), words::LATE, lang),
        pick(&due(DueFilter::Today), words::DUE_TODAY, lang),
    ]
}

/// Who has it.
pub(super) fn whoses(lang: Lang) -> Vec<Pick> {
    vec![
        pick(&whose(Whose::Mine), words::MINE, lang),
        pick(&whose(Whose::Nobody), words::NOBODY, lang),
    ]
}

/// What the resident has let us hear.
pub(super) fn feedbacks(lang: Lang) -> Vec<Pick> {
    vec![
        pick(&feedback(Feedback::Answered), words::ANSWERED, lang),
        pick(&feedback(Feedback::Low), words::RATED_LOW, lang),
        pick(&feedback(Feedback::Urged), words::URGED, lang),
    ]
}

/// The orders, but for the one that needs no choice.
pub(super) fn sorts(lang: Lang) -> Vec<Pick> {
    let named = [(Sort::Newest, words::NEWEST), (Sort::Oldest, words::OLDEST)];
    let picks = named.into_iter().filter_map(|(it, name)| Some((sort(it)?, name)));
    picks.map(|(code, name)| pick(&code, name, lang)).collect()
}

/// As the address has it.
pub(super) fn due(filter: DueFilter) -> String {
    match filter {
        DueFilter::Late => "late",
        DueFilter::Today => "today",
    }
    .to_owned()
}

/// As the address has it.
pub(super) fn whose(filter: Whose) -> String {
    match filter {
        Whose::Mine => "mine",
        Whose::Nobody => "nobody",
    }
    .to_owned()
}

/// As the address has it.
pub(super) fn feedback(filter: Feedback) -> String {
    match filter {
        Feedback::Answered => "answered",
        Feedback::Low => "low",
        Feedback::Urged => "urged",
    }
    .to_owned()
}

/// As the address has it; nothing for the order that needs no choice.
pub(super) fn sort(sort: Sort) -> Option<String> {
    match sort {
        Sort::Due => None,
        Sort::Newest => Some("newest".to_owned()),
        Sort::Oldest => Some("oldest".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::query::read;
    use super::*;

    #[test]
    fn every_choice_is_read_back_from_the_address() {
        let codes = |picks: Vec<Pick>| picks.into_iter().map(|(code, _)| code).collect::<Vec<_>>();
        for code in codes(services(Lang::Zh)) {
            assert!(read(&format!("service={code}")).service.is_some(), "{code}");
        }
        for code in codes(statuses(Lang::Zh)) {
            assert!(read(&format!("status={code}")).status.is_some(), "{code}");
        }
        for code in codes(channels(Lang::Zh)) {
            assert!(read(&format!("channel={code}")).channel.is_some(), "{code}");
        }
        for code in codes(dues(Lang::Zh)) {
            assert_eq!(read(&format!("due={code}")).due.map(due), Some(code));
        }
        for code in codes(whoses(Lang::Zh)) {
            assert_eq!(read(&format!("whose={code}")).whose.map(whose), Some(code));
        }
        for code in codes(feedbacks(Lang::Zh)) {
            assert_eq!(read(&format!("feedback={code}")).feedback.map(feedback), Some(code));
        }
        for code in codes(sorts(Lang::Zh)) {
            assert_eq!(read(&format!("sort={code}")).sort.and_then(sort), Some(code));
        }
    }
}
