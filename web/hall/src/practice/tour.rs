//! The guided tours: which page, which control on it, and what is said there. At which stop one is follows from the page
//! and what is answered on it, so whoever goes back, reloads or does it in their own order is never lost.

mod info;
mod leak;
mod usual;

use shuiting_shared::words::Bi;

/// A way through the hall that is shown.
pub(super) struct Tour {
    /// Its name where it is kept.
    pub(super) code: &'static str,
    /// What one does on it.
    pub(super) title: Bi,
    /// The path of the hall at which it begins.
    pub(super) begin: &'static str,
    /// In the order in which one comes to them.
    pub(super) stops: &'static [Stop],
    /// The page and what is on it once all is done.
    pub(super) end: (&'static str, &'static str),
}

/// One thing that is to be pressed or answered.
pub(super) struct Stop {
    /// The path of its page; a part that begins with a colon may be anything.
    pub(super) page: &'static str,
    /// The control, as a selector.
    pub(super) control: &'static str,
    /// What to do.
    pub(super) said: Bi,
    /// How one is done with it.
    pub(super) ends: Ends,
}

/// How one is done with a stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ends {
    /// By pressing it: that leads to another page, or to another stop of this one.
    Press,
    /// By pressing it, once it has come.
    Comes,
    /// By an answer; this one would do.
    Answer(Example),
}

/// An answer of nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Example {
    /// The choice with this value.
    Choose(&'static str),
    /// This text.
    Type(&'static str),
    /// What is offered first for this text.
    Pick(&'static str),
    /// The code that was sent for it.
    Code,
    /// A drawn photo.
    Photo,
}

/// Where one is on a tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whereabouts {
    /// At this stop.
    At(usize),
    /// On a page that it does not lead over.
    Away,
    /// At its end.
    Over,
}

const fn at(page: &'static str, control: &'static str, said: Bi, ends: Ends) -> Stop {
    Stop {
        page,
        control,
        said,
        ends,
    }
}

/// The tours there are.
pub(super) const ALL: [&Tour; 2] = [&leak::LEAK, &info::INFO];

impl Tour {
    /// The one of this name.
    pub(super) fn named(code: &str) -> Option<&'static Self> {
        ALL.into_iter().find(|tour| tour.code == code)
    }

    /// Where one is whose page has this path. `there` says whether a control is on the page, `answered` whether it has an
    /// answer.
    pub(super) fn whereabouts(
        &self,
        path: &str,
        there: impl Fn(&str) -> bool,
        answered: impl Fn(&str) -> bool,
    ) -> Whereabouts {
        let (page, control) = self.end;
        if fits(page, path) && there(control) {
            return Whereabouts::Over;
        }
        let mut here = self.stops.iter().enumerate().filter(|(_, stop)| fits(stop.page, path));
        let open = |stop: &Stop| !matches!(stop.ends, Ends::Answer(_)) || !answered(stop.control);
        here.find(|(_, stop)| open(stop))
            .map_or(Whereabouts::Away, |(place, _)| Whereabouts::At(place))
    }
}

/// Whether a path is that of a page.
fn fits(page: &str, path: &str) -> bool {
    let (mut page, mut path) = (page.split('/'), path.trim_end_matches('/').split('/'));
    loop {
        match (page.next(), path.next()) {
            (None, None) => return true,
            (Some(known), Some(part)) if known == part || (known.starts_with(':') && !part.is_empty()) => {}
            // The first page is the one path that ends with a stroke.
            (Some(""), None) => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use shuiting_shared::form::{Answers, Counts};
    use shuiting_shared::house::House;
    use shuiting_shared::service::Service;

    use super::*;

    #[test]
    fn a_page_is_known_by_its_path() {
        for (page, path) in [
            ("/", "/"),
            ("/file/LEAK/what", "/file/LEAK/what"),
            ("/cases/:number", "/cases/7F2-0391"),
            ("/cases/:number/rate", "/cases/7F2-0391/rate"),
        ] {
            assert!(fits(page, path), "{page} {path}");
        }
        for (page, path) in [
            ("/", "/cases"),
            ("/cases/:number", "/cases"),
            ("/cases/:number", "/cases/"),
            ("/cases/:number", "/cases/7F2-0391/rate"),
            ("/file/LEAK/what", "/file/LEAK/place"),
        ] {
            assert!(!fits(page, path), "{page} {path}");
        }
    }

    #[test]
    fn what_is_answered_is_not_asked_for_again() {
        let at = |path: &str, answered: &[&str]| {
            leak::LEAK.whereabouts(
                path,
                |_| false,
                |control| answered.iter().any(|name| control.contains(name)),
            )
        };
        let stop = |at| match at {
            Whereabouts::At(place) => leak::LEAK.stops[place].control,
            other => panic!("{other:?}"),
        };
        assert!(stop(at("/file/LEAK/what", &[])).contains("severity"));
        assert!(stop(at("/file/LEAK/what", &["severity"])).contains("side"));
        assert!(matches!(leak::LEAK.stops[3].ends, Ends::Answer(_)));
        assert_eq!(stop(at("/file/LEAK/what", &["severity", "side"])), usual::NEXT);
        assert_eq!(at("/calculator", &[]), Whereabouts::Away);
        let over = leak::LEAK.whereabouts("/cases/7F2-0391", |control| control == leak::LEAK.end.1, |_| true);
        assert_eq!(over, Whereabouts::Over);
    }

    /// What a tour answers to the form of a service, and how many photos of each material.
    fn answers(tour: &Tour, service: Service) -> (Answers, Counts<'static>) {
        let form = service.form().unwrap();
        let (mut answers, mut photos) = (Answers::default(), Counts::new());
        for stop in tour.stops {
            let place = stop.page.strip_prefix("/file/").and_then(|rest| rest.split_once('/'));
            let Some(page) = place.and_then(|(_, page)| form.page(page)) else {
                continue;
            };
            let key = stop
                .control
                .split_once("[name='")
                .and_then(|(_, rest)| rest.split_once('\''));
            let field = key.map(|(key, _)| page.fields.iter().find(|field| field.key == key).unwrap());
            match (stop.ends, field) {
                (Ends::Answer(Example::Choose(text) | Example::Type(text)), Some(field)) => {
                    answers.set(field.key, text)
                }
                (Ends::Answer(Example::Pick(text)), Some(field)) => {
                    let house = House::dongguan();
                    let town = house.towns.iter().find(|town| town.name.zh == text).unwrap();
                    answers.set(field.key, town.code.clone());
                }
                (Ends::Answer(Example::Photo), None) => {
                    photos.extend(page.materials.iter().take(1).map(|material| (*material, 1)));
                }
                _ => {}
            }
        }
        (answers, photos)
    }

    /// Whatever is renamed in a form, asked besides or left out: the tour says so here, and not to somebody at a folding
    /// table.
    #[test]
    fn the_examples_of_a_tour_are_a_filing_that_is_taken_in() {
        let today = "2026-11-24".parse().unwrap();
        for (tour, service) in [(&leak::LEAK, Service::Leak), (&info::INFO, Service::Info)] {
            let (answers, photos) = answers(tour, service);
            let form = service.form().unwrap();
            let read = form.read(&answers, &photos, &House::dongguan(), today);
            assert!(read.is_ok(), "{}: {:?}", tour.code, read.err());
            // And every page of the form is a stop.
            for page in form.pages {
                let path = format!("/file/{}/{}", service.code(), page.key);
                assert!(tour.stops.iter().any(|stop| stop.page == path), "{path}");
            }
        }
    }

    #[test]
    fn every_tour_has_a_name_of_its_own_and_ends_where_it_says() {
        let codes: BTreeSet<_> = ALL.iter().map(|tour| tour.code).collect();
        assert_eq!(codes.len(), ALL.len());
        for tour in ALL {
            assert!(Tour::named(tour.code).is_some());
            let first = tour.whereabouts(tour.begin, |_| true, |_| false);
            assert_eq!(first, Whereabouts::At(0), "{}", tour.code);
            assert!(tour.stops.iter().any(|stop| stop.page == tour.end.0));
        }
    }
}
