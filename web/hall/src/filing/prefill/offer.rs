//! What can be filled in on a page with one tap, of what is kept of the person. Plain rules.

use shuiting_shared::api::{KnownPlace, ProfileView};
use shuiting_shared::form::{Answers, Field, Kind, Page};
use shuiting_shared::profile::{ID_NUMBER, NAME};

/// So many places are offered.
const PLACES: usize = 3;

/// What one tap fills in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Offer {
    /// A place: town, address, and the number of its account where that is asked for.
    Place(PlaceOffer),
    /// The person's name.
    Name(String),
    /// Their identity number, masked: in full it comes from the server when they want it.
    IdNumber(String),
}

/// A place, and the answers that it gives.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct PlaceOffer {
    pub(super) town: String,
    pub(super) address: String,
    pub(super) fills: Vec<(&'static str, String)>,
}

impl Offer {
    /// The answers that it gives at once.
    pub(super) fn fills(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Place(place) => place.fills.clone(),
            Self::Name(name) => vec![(NAME, name.clone())],
            Self::IdNumber(_) => Vec::new(),
        }
    }

    /// Whether the page has just these answers.
    pub(super) fn taken(&self, answers: &Answers) -> bool {
        let same = |(key, answer): &(&str, String)| answers.get(key).unwrap_or_default() == answer;
        match self {
            Self::IdNumber(masked) => is(answers, masked),
            _ => self.fills().iter().all(same),
        }
    }
}

/// Whether the identity number that is filled in is the one that reads like this when it is masked.
fn is(answers: &Answers, masked: &str) -> bool {
    let mask = |number| Kind::IdNumber.mask(number);
    answers.get(ID_NUMBER).map(mask).as_deref() == Some(masked)
}

/// What is offered on a page. What the person has typed stays as it is: a tap fills in what is blank, or what an earlier tap
/// has filled in.
pub(super) fn offers(page: &'static Page, answers: &Answers, profile: &ProfileView) -> Vec<Offer> {
    let asked = |is: &dyn Fn(&Field) -> bool| {
        let mut asked = page.fields.iter().filter(|field| field.asked.holds(answers));
        asked.find(|field| is(field)).map(|field| field.key)
    };
    let blank = |key: &str| answers.get(key).is_none();
    let mut offers = Vec::new();
    let name = asked(&|field| field.key == NAME && field.kind == Kind::Name).and(profile.name.clone());
    if let Some(name) = name.filter(|name| blank(NAME) || answers.get(NAME) == Some(name)) {
        offers.push(Offer::Name(name));
    }
    let number = asked(&|field| field.key == ID_NUMBER && field.kind == Kind::IdNumber).and(profile.id_number.clone());
    if let Some(number) = number.filter(|masked| blank(ID_NUMBER) || is(answers, masked)) {
        offers.push(Offer::IdNumber(number));
    }
    let (town, address) = (
        asked(&|field| field.kind == Kind::Town),
        asked(&|field| field.kind == Kind::Address),
    );
    if let (Some(town), Some(address)) = (town, address) {
        let account = asked(&|field| field.kind == Kind::Account);
        let known = |key: &str, of: fn(&KnownPlace) -> Option<&str>| {
            blank(key) || profile.places.iter().any(|place| of(place) == answers.get(key))
        };
        let free = known(town, |place| Some(&place.town)) && known(address, |place| Some(&place.address));
        let account = account.filter(|key| known(key, |place| place.account.as_deref()));
        let places = profile.places.iter().take(if free { PLACES } else { 0 });
        offers.extend(places.map(|place| {
            let mut fills = vec![(town, place.town.clone()), (address, place.address.clone())];
            // Another place's number must not stay beside this one's address.
            fills.extend(account.map(|key| (key, place.account.clone().unwrap_or_default())));
            Offer::Place(PlaceOffer {
                town: place.town.clone(),
                address: place.address.clone(),
                fills,
            })
        }));
    }
    offers
}

#[cfg(test)]
mod tests {
    use shuiting_shared::form::{HOOKUP, LEAK, TRANSFER};

    use super::*;

    fn place(address: &str, account: Option<&str>) -> KnownPlace {
        KnownPlace {
            town: "nancheng".into(),
            address: address.into(),
            account: account.map(str::to_owned),
        }
    }

    fn profile() -> ProfileView {
        ProfileView {
            remembers: true,
            keeps_id_number: true,
            name: Some("李四".into()),
            id_number: Some("110***********002X".into()),
            places: vec![place("鸿福路100号", None), place("体育路8号", Some("0769123456"))],
        }
    }

    fn answers(pairs: &[(&str, &str)]) -> Answers {
        pairs.iter().copied().collect()
    }

    fn on(page: &str, given: &[(&str, &str)]) -> Vec<Offer> {
        offers(TRANSFER.page(page).unwrap(), &answers(given), &profile())
    }

    #[test]
    fn a_place_fills_town_address_and_account() {
        let offers = on("account", &[]);
        let filled: Vec<Answers> = offers.iter().map(|offer| offer.fills().into_iter().collect()).collect();
        assert_eq!(filled.len(), 2);
        assert!(filled[0] == answers(&[("town", "nancheng"), ("address", "鸿福路100号"), ("account", "")]));
        let second = [
            ("town", "nancheng"),
            ("address", "体育路8号"),
            ("account", "0769123456"),
        ];
        assert!(filled[1] == answers(&second));
        // The one that was tapped is marked, and the other may take its place.
        let taken: Vec<_> = on("account", &second)
            .iter()
            .map(|offer| offer.taken(&filled[1]))
            .collect();
        assert_eq!(taken, [false, true]);
    }

    #[test]
    fn what_was_typed_stays() {
        assert_eq!(on("account", &[("address", "鸿福路")]), []);
        assert_eq!(on("account", &[("town", "humen")]), []);
        let beside = on("account", &[("account", "99999999")]);
        let touches = |offer: &Offer| offer.fills().iter().any(|(key, _)| *key == "account");
        assert_eq!((beside.len(), beside.iter().any(touches)), (2, false));
        assert_eq!(on("new_owner", &[("name", "王五"), ("id_number", "1")]), []);
    }

    #[test]
    fn a_person_is_offered_where_a_person_is_asked_for() {
        let who = HOOKUP.page("who").unwrap();
        let firm = answers(&[("applicant", "organisation")]);
        assert_eq!(offers(who, &firm, &profile()), []);
        let person = answers(&[("applicant", "person")]);
        assert_eq!(
            offers(who, &person, &profile()),
            [Offer::Name("李四".into()), Offer::IdNumber("110***********002X".into())]
        );
        let contact = LEAK.page("contact").unwrap();
        assert_eq!(offers(contact, &answers(&[]), &profile()), [Offer::Name("李四".into())]);
        assert_eq!(on("old_owner", &[]), [], "the other side is somebody else");
        let given = [("applicant", "person"), ("id_number", "11010519491231002X")];
        let taken: Vec<_> = offers(who, &answers(&given), &profile())
            .iter()
            .map(|offer| offer.taken(&answers(&given)))
            .collect();
        assert_eq!(taken, [false, true], "the number that was fetched is marked");
    }
}
