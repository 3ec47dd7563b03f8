//! What is kept of a resident so that they need not type it again, and by which rules.
//!
//! It is learned from what they file themselves and serves nothing else. The identity number, which PIPL calls sensitive, is
//! kept only with a consent of its own; whoever takes it back has the number erased at once.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::api::{KnownPlace, ProfileChange, ProfileView};
use crate::form::{Filing, Form, Kind};
use crate::place::folded;
use crate::time::Moment;

/// The field in which a form asks for the filer's own name.
pub const NAME: &str = "name";
/// The field in which a form asks for the filer's own identity number.
pub const ID_NUMBER: &str = "id_number";

/// What is kept of a resident. In storage it is sealed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// The resident wants nothing remembered.
    off: bool,
    /// When they agreed that their identity number is kept.
    consented: Option<Moment>,
    name: Option<String>,
    id_number: Option<String>,
    /// The latest first.
    places: Vec<KnownPlace>,
}

impl fmt::Debug for Profile {
    /// It is all personal, and must not reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Profile(…)")
    }
}

impl Profile {
    /// So many places are kept.
    pub const PLACES: usize = 5;

    /// Learns from what the resident has filed. What an organisation filed tells nothing of a person but the place.
    pub fn learn(&mut self, form: &Form, filing: &Filing) {
        if self.off {
            return;
        }
        let (answers, summary) = (filing.answers(), filing.summary());
        if !summary.organisation && summary.name.is_some() {
            self.name.clone_from(&summary.name);
        }
        if let (Some(_), Some(number)) = (self.consented, answers.get(ID_NUMBER)) {
            self.id_number = Some(number.to_owned());
        }
        if let (Some(town), Some(address)) = (summary.town.clone(), summary.address.clone()) {
            let account = form.account(answers).map(str::to_owned);
            self.visit(KnownPlace { town, address, account });
        }
    }

    /// A place comes to the front. Written another way it is the same place, and keeps its account's number.
    fn visit(&mut self, place: KnownPlace) {
        let key = folded(&place.town, &place.address);
        let known = self
            .places
            .iter()
            .position(|known| folded(&known.town, &known.address) == key);
        let before = known.map(|at| self.places.remove(at));
        let account = place.account.or_else(|| before.and_then(|before| before.account));
        self.places.insert(0, KnownPlace { account, ..place });
        self.places.truncate(Self::PLACES);
    }

    /// Changes what may be kept; what may not be is gone.
    pub fn change(&mut self, change: &ProfileChange, now: Moment) {
        if let Some(remembers) = change.remembers {
            self.off = !remembers;
            if self.off {
                self.forget();
            }
        }
        match change.keeps_id_number {
            Some(true) if !self.off => self.consented = self.consented.or(Some(now)),
            Some(false) => {
                self.consented = None;
                self.id_number = None;
            }
            _ => {}
        }
    }

    /// Forgets everything but whether anything is to be remembered.
    pub fn forget(&mut self) {
        *self = Self {
            off: self.off,
            ..Self::default()
        };
    }

    /// The identity number in full, for its owner alone.
    pub fn id_number(&self) -> Option<&str> {
        self.id_number.as_deref()
    }

    /// As its owner is shown it.
    pub fn view(&self) -> ProfileView {
        ProfileView {
            remembers: !self.off,
            keeps_id_number: self.consented.is_some(),
            name: self.name.clone(),
            id_number: self.id_number.as_deref().map(|number| Kind::IdNumber.mask(number)),
            places: self.places.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::form::{Answers, HOOKUP, LEAK, TRANSFER};
    use crate::house::House;
    use crate::time::today;

    const ID: &str = "11010519491231002X";

    fn now() -> Moment {
        "2026-11-24T02:00:00Z".parse().unwrap()
    }

    fn files(profile: &mut Profile, form: &Form, answers: &[(&str, &str)]) {
        let answers: Answers = answers.iter().copied().collect();
        let counts = form
            .materials(&answers)
            .iter()
            .map(|material| (material.key, material.least))
            .collect();
        let filing = form.read(&answers, &counts, &House::dongguan(), today(now())).unwrap();
        profile.learn(form, &filing);
    }

    fn leaks(profile: &mut Profile, address: &str) {
        let place = [("town", "nancheng"), ("address", address)];
        let rest = [("severity", "drip"), ("side", "unknown"), ("phone", "13800000001")];
        files(profile, &LEAK, &[&place[..], &rest].concat());
    }

    fn transfers(profile: &mut Profile, address: &str) {
        let account = [
            ("account", "0769123456"),
            ("town", "nancheng"),
            ("address", address),
            ("proof", "certificate"),
        ];
        let new = [("name", "李四"), ("id_number", ID), ("phone", "13800000001")];
        let old = [("old_name", "王五"), ("old_phone", "13800000003"), ("reading", "1024")];
        files(profile, &TRANSFER, &[&account[..], &new, &old].concat());
    }

    #[test]
    fn the_identity_number_waits_for_a_consent_of_its_own() {
        let mut profile = Profile::default();
        transfers(&mut profile, "万江路3号");
        assert_eq!(profile.id_number(), None);
        assert_eq!(profile.view().name.as_deref(), Some("李四"));
        let consent = |keeps| ProfileChange {
            remembers: None,
            keeps_id_number: Some(keeps),
        };
        profile.change(&consent(true), now());
        transfers(&mut profile, "万江路3号");
        assert_eq!(profile.id_number(), Some(ID));
        assert_eq!(profile.view().id_number.as_deref(), Some("110***********002X"));
        profile.change(&consent(false), now());
        assert_eq!((profile.id_number(), profile.view().keeps_id_number), (None, false));
    }

    #[test]
    fn a_place_written_another_way_comes_to_the_front_and_keeps_its_account() {
        let mut profile = Profile::default();
        transfers(&mut profile, "鸿福路100号");
        leaks(&mut profile, "体育路8号");
        leaks(&mut profile, "鸿福路 １００ 号");
        let places = profile.view().places;
        let shown: Vec<_> = places
            .iter()
            .map(|place| (place.address.as_str(), place.account.as_deref()))
            .collect();
        assert_eq!(shown, [("鸿福路 １００ 号", Some("0769123456")), ("体育路8号", None)]);
    }

    #[test]
    fn an_organisation_is_no_person() {
        let mut profile = Profile::default();
        let who = [
            ("applicant", "organisation"),
            ("company", "莞水餐饮有限公司"),
            ("credit_code", "9144030071526726XG"),
            ("agent", "李四"),
            ("phone", "13800000001"),
        ];
        let place = [
            ("town", "guancheng"),
            ("address", "东正路2号"),
            ("property", "certificate"),
        ];
        let need = [("use_type", "other"), ("meter", "40"), ("households", "1")];
        files(&mut profile, &HOOKUP, &[&who[..], &place, &need].concat());
        assert_eq!((profile.view().name, profile.view().places.len()), (None, 1));
    }

    #[test]
    fn who_wants_nothing_remembered_has_nothing_kept() {
        let mut profile = Profile::default();
        leaks(&mut profile, "鸿福路100号");
        let remembers = |remembers| ProfileChange {
            remembers: Some(remembers),
            keeps_id_number: Some(true),
        };
        profile.change(&remembers(false), now());
        leaks(&mut profile, "鸿福路100号");
        let nothing = ProfileView {
            remembers: false,
            keeps_id_number: false,
            name: None,
            id_number: None,
            places: Vec::new(),
        };
        assert_eq!(profile.view(), nothing);
        profile.change(&remembers(true), now());
        leaks(&mut profile, "鸿福路100号");
        assert_eq!(profile.view().places.len(), 1);
        profile.forget();
        assert_eq!((profile.view().places.len(), profile.view().remembers), (0, true));
    }

    proptest! {
        #[test]
        fn places_are_few_and_no_two_are_the_same(visits in prop::collection::vec(0..9u8, 0..20)) {
            let mut profile = Profile::default();
            for visit in &visits {
                leaks(&mut profile, &format!("鸿福路{visit}号"));
            }
            let places = profile.view().places;
            prop_assert!(places.len() <= Profile::PLACES);
            for (at, place) in places.iter().enumerate() {
                prop_assert!(!places[..at].contains(place));
            }
            let latest = visits.last().map(|visit| format!("鸿福路{visit}号"));
            prop_assert_eq!(places.first().map(|place| place.address.clone()), latest);
        }
    }
}
