//! Ratings: until when they may be changed, and their tags in either language.

use std::time::Duration;

use shuiting_shared::api::{CaseView, RatingView};
use shuiting_shared::case::{Level, Status};
use shuiting_shared::service::Service;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

const DAY: Duration = Duration::from_hours(24);

/// A rating as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rating {
    /// How satisfied.
    pub(super) level: Option<Level>,
    /// Tags, by their Chinese names.
    pub(super) tags: Vec<String>,
    /// Own words.
    pub(super) words: String,
}

impl Rating {
    /// The one given before, to begin with.
    pub(super) fn before(case: &CaseView) -> Self {
        given(case).map_or_else(Self::default, |rating| Self {
            level: Some(rating.level),
            tags: rating.tags.clone(),
            words: rating.words.clone(),
        })
    }

    /// Picks a tag, or takes it back; they stay in the order of the service, however they were pressed.
    pub(super) fn toggle(&mut self, service: Service, tag: &str) {
        let known = service.facts().tags.iter().map(|known| known.zh);
        let picked = |known: &&str| self.tags.iter().any(|picked| picked == known) != (*known == tag);
        self.tags = known.filter(picked).map(str::to_owned).collect();
    }
}

/// The rating of what was done last. Where a case was done again after a low rating, that one is history.
pub(super) fn given(case: &CaseView) -> Option<&RatingView> {
    let anew = case.line.status == Status::Finished && case.line.waits_for_you;
    case.rating.as_ref().filter(|_| !anew)
}

/// Until when a rating that was first given at `first` may be changed.
pub(super) fn until(first: Moment, days: u32) -> Moment {
    first + DAY * days
}

/// A tag in the language of whoever reads.
pub(super) fn tag(service: Service, zh: &str, lang: Lang) -> String {
    let known = service.facts().tags.iter().find(|known| known.zh == zh);
    known.map_or(zh, |known| known.get(lang)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_picked_and_taken_back() {
        let mut rating = Rating::default();
        rating.toggle(Service::Leak, "修得好");
        rating.toggle(Service::Leak, "来得快");
        assert_eq!(rating.tags, ["来得快", "修得好"]);
        rating.toggle(Service::Leak, "来得快");
        assert_eq!(rating.tags, ["修得好"]);
        rating.toggle(Service::Leak, "办得快");
        assert_eq!(rating.tags, ["修得好"], "a tag of another service is none");
    }

    #[test]
    fn tags_are_read_in_either_language() {
        assert_eq!(tag(Service::Leak, "来得快", Lang::En), "Came quickly");
        assert_eq!(tag(Service::Leak, "来得快", Lang::Zh), "来得快");
        assert_eq!(tag(Service::Leak, "从前的标签", Lang::En), "从前的标签");
    }
}
