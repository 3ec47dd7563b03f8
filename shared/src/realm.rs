//! The two cities that one server shows: the real one, and one beside it in which to practise (演示).
//!
//! They look alike and share nothing. Which of them something belongs to is read off the address, in one place: here.

use crate::words::{Bi, bi};

/// One of the two cities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Realm {
    /// What is filed here is done.
    #[default]
    Real,
    /// What is filed here is only played.
    Practice,
}

/// Below this lies the practice city, and nothing else.
const PRACTICE: &str = "/practice";
/// So begins whatever the practice city keeps in a browser.
const KEPT: &str = "practice:";
const MARK: Bi = bi("演示", "PRACTICE");

impl Realm {
    /// What its addresses begin with; nothing in the real city.
    pub const fn base(self) -> &'static str {
        match self {
            Self::Real => "",
            Self::Practice => PRACTICE,
        }
    }

    /// The city that an address (a path, with or without a query) belongs to.
    pub fn of(address: &str) -> Self {
        match address.strip_prefix(PRACTICE) {
            Some(rest) if rest.is_empty() || rest.starts_with(['/', '?', '#']) => Self::Practice,
            _ => Self::Real,
        }
    }

    /// Where a path of the hall or the API lies in this city.
    pub fn address(self, path: &str) -> String {
        format!("{}{path}", self.base())
    }

    /// The path of the hall that an address of this city stands for; an address of the other one stays as it is.
    pub fn path(self, address: &str) -> &str {
        if self == Self::Real || Self::of(address) != self {
            return address;
        }
        match address.get(self.base().len()..) {
            Some("") | None => "/",
            Some(path) => path,
        }
    }

    /// The name under which this city keeps in a browser what is called `name`.
    pub fn keeps(self, name: &str) -> String {
        match self {
            Self::Real => name.to_owned(),
            Self::Practice => format!("{KEPT}{name}"),
        }
    }

    /// What something is called that this city keeps under `kept`; nothing where that is the other city's.
    pub fn kept(self, kept: &str) -> Option<&str> {
        match (self, kept.strip_prefix(KEPT)) {
            (Self::Real, None) => Some(kept),
            (Self::Practice, name) => name,
            (Self::Real, Some(_)) => None,
        }
    }

    /// What everything of this city bears, on screen and on paper; the real one needs no mark.
    pub const fn mark(self) -> Option<Bi> {
        match self {
            Self::Real => None,
            Self::Practice => Some(MARK),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const BOTH: [Realm; 2] = [Realm::Real, Realm::Practice];

    #[test]
    fn an_address_says_in_which_city_it_lies() {
        for practice in ["/practice", "/practice/", "/practice/cases/7F2-0391", "/practice?x=1"] {
            assert_eq!(Realm::of(practice), Realm::Practice, "{practice}");
        }
        for real in [
            "/",
            "",
            "/cases",
            "/practices",
            "/practice-2",
            "/cases/practice",
            "practice",
        ] {
            assert_eq!(Realm::of(real), Realm::Real, "{real}");
        }
        assert_eq!(Realm::Practice.path("/practice"), "/");
        assert_eq!(Realm::Practice.path("/practice/cases?open=1"), "/cases?open=1");
        assert_eq!(Realm::Practice.path("/cases"), "/cases");
        assert_eq!(Realm::Real.path("/practice/cases"), "/practice/cases");
    }

    proptest! {
        /// Whatever a path is called, each city leads to its own and finds it again.
        #[test]
        fn no_city_leads_into_the_other(path in "/[a-z0-9/?=-]{0,20}") {
            prop_assume!(Realm::of(&path) == Realm::Real);
            for realm in BOTH {
                let address = realm.address(&path);
                prop_assert_eq!(Realm::of(&address), realm);
                prop_assert_eq!(realm.path(&address), path.as_str());
            }
        }

        /// What one city keeps in a browser the other one neither finds nor writes over.
        #[test]
        fn no_city_finds_what_the_other_keeps(name in "[a-z][a-z-]{0,20}") {
            for realm in BOTH {
                let kept = realm.keeps(&name);
                prop_assert_eq!(realm.kept(&kept), Some(name.as_str()));
                let other = if realm == Realm::Real { Realm::Practice } else { Realm::Real };
                prop_assert_eq!(other.kept(&kept), None);
            }
        }
    }
}
