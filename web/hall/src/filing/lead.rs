//! What the address of a page of a form leads to. Plain data.

use shuiting_shared::number::CaseNumber;
use shuiting_shared::service::Service;

use super::draft_id::DraftId;
use super::way;

/// A page of a form, and the draft that is filled in there, where the address names one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    service: Service,
    page: &'static str,
    /// The draft.
    pub(super) id: Option<DraftId>,
}

impl Spot {
    /// The page that the parts of an address name.
    pub(super) fn read(code: &str, page: &str, mark: Option<&str>) -> Option<Self> {
        let service = Service::from_code(&code.to_ascii_uppercase())?;
        let form = service.form()?;
        let page = match page {
            way::CHECK => way::CHECK,
            key => form.page(key)?.key,
        };
        let id = mark.and_then(|mark| DraftId::marked(service, mark));
        Some(Self { service, page, id })
    }

    /// What is filed there.
    pub(super) fn service(self) -> Service {
        self.service
    }

    fn first(self) -> bool {
        let form = self.service.form();
        let first = form.and_then(|form| form.pages.first());
        first.is_some_and(|first| first.key == self.page)
    }
}

/// What is known of the draft that an address names, and of the others of its service.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// Whether there is something to go on with.
    pub(super) begun: bool,
    /// Whether a page of it was seen.
    pub(super) visited: bool,
    /// The case that it has become.
    pub(super) became: Option<CaseNumber>,
    /// The latest draft of the service.
    pub(super) latest: Option<DraftId>,
    /// Whether all that was kept has been found.
    pub(super) found: bool,
}

/// Where an address leads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Lead {
    /// What was kept is still looked for.
    Seeking,
    /// To this page of this draft.
    Here(&'static str, DraftId),
    /// It names no draft: to the same page of this one.
    Latest(&'static str, DraftId),
    /// It names no draft, and there is none: to the same page of a fresh one.
    Fresh(&'static str),
    /// To where one is told what will be needed.
    Start,
    /// To the case that the draft has become.
    Filed(CaseNumber),
}

impl Lead {
    /// Where it leads, given what is known. Whoever begins in the middle is led to where one begins.
    pub(super) fn of(spot: Spot, known: Known) -> Self {
        let Spot { page, id, .. } = spot;
        let there = known.begun || known.visited && page != way::CHECK;
        if !known.found {
            // What is opened counts as the latest: it must not come before what is later.
            return Self::Seeking;
        }
        match id {
            Some(id) if there => Self::Here(page, id),
            Some(id) => match known.became {
                Some(number) if page == way::CHECK => Self::Filed(number),
                None if spot.first() => Self::Here(page, id),
                _ => Self::Start,
            },
            None => match known.latest {
                Some(id) => Self::Latest(page, id),
                None if spot.first() => Self::Fresh(page),
                None => Self::Start,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOUND: Known = Known {
        begun: false,
        visited: false,
        became: None,
        latest: None,
        found: true,
    };

    fn spot(page: &str, mark: Option<&str>) -> Spot {
        Spot::read("leak", page, mark).unwrap()
    }

    fn id() -> DraftId {
        DraftId::marked(Service::Leak, "3f").unwrap()
    }

    #[test]
    fn only_pages_of_forms_are_pages() {
        assert_eq!(spot("what", Some("3f")).id, Some(id()));
        assert_eq!(spot("what", Some("no mark")).id, None);
        for (code, page) in [("NOPE", "what"), ("LEAK", "nope"), ("BILL", "check")] {
            assert_eq!(Spot::read(code, page, None), None, "{code}/{page}");
        }
    }

    #[test]
    fn what_is_begun_is_gone_on_with() {
        let begun = Known { begun: true, ..FOUND };
        for page in ["what", "contact", way::CHECK] {
            assert_eq!(Lead::of(spot(page, Some("3f")), begun), Lead::Here(page, id()));
        }
        let visited = Known { visited: true, ..FOUND };
        assert_eq!(
            Lead::of(spot("contact", Some("3f")), visited),
            Lead::Here("contact", id())
        );
        assert_eq!(Lead::of(spot(way::CHECK, Some("3f")), visited), Lead::Start);
    }

    #[test]
    fn whoever_begins_in_the_middle_is_led_to_the_beginning() {
        assert_eq!(Lead::of(spot("what", Some("3f")), FOUND), Lead::Here("what", id()));
        assert_eq!(Lead::of(spot("contact", Some("3f")), FOUND), Lead::Start);
        assert_eq!(Lead::of(spot("what", None), FOUND), Lead::Fresh("what"));
        assert_eq!(Lead::of(spot("contact", None), FOUND), Lead::Start);
    }

    #[test]
    fn an_address_without_a_draft_leads_to_the_latest() {
        let known = Known {
            latest: Some(id()),
            ..FOUND
        };
        assert_eq!(Lead::of(spot("what", None), known), Lead::Latest("what", id()));
        assert_eq!(Lead::of(spot(way::CHECK, None), known), Lead::Latest(way::CHECK, id()));
    }

    #[test]
    fn nobody_is_led_on_before_all_is_found() {
        let seeking = Known { found: false, ..FOUND };
        assert_eq!(Lead::of(spot("photos", Some("3f")), seeking), Lead::Seeking);
        assert_eq!(Lead::of(spot("what", None), seeking), Lead::Seeking);
        let begun = Known { begun: true, ..seeking };
        assert_eq!(Lead::of(spot("photos", Some("3f")), begun), Lead::Seeking);
    }

    #[test]
    fn what_was_filed_is_not_filled_in_again() {
        let filed = Known {
            became: Some(CaseNumber::from_index(1)),
            ..FOUND
        };
        assert!(matches!(Lead::of(spot(way::CHECK, Some("3f")), filed), Lead::Filed(_)));
        assert_eq!(Lead::of(spot("what", Some("3f")), filed), Lead::Start);
    }
}
