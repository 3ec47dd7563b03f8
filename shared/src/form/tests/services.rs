//! What holds for the form of every service. A service more is held to it as it is added.

use super::*;
use crate::form::sample;

fn forms() -> impl Iterator<Item = &'static Form> {
    Service::ALL.iter().filter_map(|service| service.form())
}

/// As many photos as are asked for.
fn photos(form: &Form, answers: &Answers) -> Counts<'static> {
    let materials = form.materials(answers).into_iter();
    materials.map(|material| (material.key, material.least)).collect()
}

#[test]
fn right_answers_are_read_and_read_back_as_themselves() {
    for form in forms() {
        let mut asked: Vec<_> = Vec::new();
        for answers in sample::every(form, &house(), today()) {
            let counts = photos(form, &answers);
            let filing = form
                .read(&answers, &counts, &house(), today())
                .unwrap_or_else(|flaws| panic!("{:?}: {flaws:?}", form.service));
            let again = form.read(filing.answers(), &counts, &house(), today()).unwrap();
            assert_eq!(again.answers().0, filing.answers().0, "{:?}", form.service);
            assert_eq!(
                filing.summary().phone.len(),
                11,
                "{:?}: nobody hears of it",
                form.service
            );
            asked.extend(filing.answers().0.keys().cloned());
        }
        let never: Vec<_> = form
            .fields()
            .filter(|field| !asked.iter().any(|key| key == field.key))
            .collect();
        assert!(never.is_empty(), "{:?} never asks {never:?}", form.service);
    }
}

#[test]
fn each_wrong_answer_is_a_flaw_of_just_its_field() {
    for form in forms() {
        for answers in sample::every(form, &house(), today()) {
            let counts = photos(form, &answers);
            for field in form
                .fields()
                .filter(|field| field.asked.holds(&answers) && !form.steers(field.key))
            {
                let broken = sample::wrong(field, &answers, today());
                assert!(!broken.is_empty(), "{:?} {}: anything goes", form.service, field.key);
                for wrong in broken {
                    let mut answers = answers.clone();
                    answers.set(field.key, wrong.clone());
                    let flaws = form.read(&answers, &counts, &house(), today()).unwrap_err();
                    let fields: Vec<_> = flaws.iter().map(|flaw| flaw.field.as_str()).collect();
                    let path = answer_path(field.key);
                    assert!(fields.contains(&path.as_str()), "{:?} {path} {wrong:?}", form.service);
                    let hang = |key: &str| {
                        form.fields().any(|of| {
                            let since = of.days.is_some_and(|days| days.since == Since::Field(field.key));
                            of.key == key && (since || of.unlike.is_some_and(|(other, _)| other == field.key))
                        })
                    };
                    let strange: Vec<_> = fields
                        .iter()
                        .filter(|found| **found != path && !found.strip_prefix("answers.").is_some_and(hang))
                        .collect();
                    assert!(strange.is_empty(), "{:?} {path} {wrong:?}: {strange:?}", form.service);
                }
            }
        }
    }
}

#[test]
fn each_material_that_is_asked_for_must_come_and_no_other() {
    for form in forms() {
        for answers in sample::every(form, &house(), today()) {
            let counts = photos(form, &answers);
            for material in form.service.materials() {
                let mut counts = counts.clone();
                let path = material_path(material.key);
                let asked = material.asked.holds(&answers);
                counts.insert(material.key, if asked { material.most + 1 } else { 1 });
                let told = |counts: &Counts<'_>| form.read(&answers, counts, &house(), today()).unwrap_err();
                assert_eq!(told(&counts)[0].field, path, "{:?}", form.service);
                if asked && material.least > 0 {
                    counts.remove(material.key);
                    let few = Flaw::TooFew { least: material.least };
                    assert_eq!(told(&counts), [FieldFlaw::new(path, few)], "{:?}", form.service);
                }
            }
        }
    }
}

#[test]
fn what_something_hangs_on_is_asked_every_time_and_before() {
    for form in forms() {
        let fields: Vec<_> = form.fields().collect();
        let place = |key: &str| fields.iter().position(|field| field.key == key);
        let steering = |condition: Condition| {
            let found = fields.iter().find(|field| field.key == condition.field);
            let field = found.unwrap_or_else(|| panic!("{:?}: no {}", form.service, condition.field));
            assert_eq!(field.asked, Asked::Always, "{:?} {}", form.service, field.key);
            let (Kind::Choice(choices) | Kind::Several(choices)) = field.kind else {
                panic!("{:?} {} is no choice", form.service, field.key);
            };
            for code in condition.codes {
                assert!(
                    choices.iter().any(|choice| choice.code == *code),
                    "{:?} {code}",
                    form.service
                );
            }
        };
        for (at, field) in fields.iter().enumerate() {
            let condition = field.asked.condition();
            condition.into_iter().for_each(steering);
            let since = field.days.and_then(|days| match days.since {
                Since::Field(key) => Some(key),
                Since::Today => None,
            });
            let others = condition.map(|condition| condition.field).into_iter();
            for key in others.chain(since).chain(field.unlike.map(|(key, _)| key)) {
                assert!(
                    place(key).is_some_and(|place| place < at),
                    "{:?} {} after {key}",
                    form.service,
                    field.key
                );
            }
        }
        let materials = form.service.materials().iter();
        materials
            .filter_map(|material| material.asked.condition())
            .for_each(steering);
        form.urgent.into_iter().for_each(steering);
    }
}

/// Places are counted by town, which the question for a time looks up by its key.
#[test]
fn a_time_is_picked_once_it_is_known_where_to_come() {
    for form in forms() {
        let fields: Vec<_> = form.fields().collect();
        let slots: Vec<_> = (0..)
            .zip(&fields)
            .filter(|(_, field)| field.kind == Kind::Slot)
            .collect();
        assert!(slots.len() < 2, "{:?}", form.service);
        for (at, _) in slots {
            let town = fields.iter().position(|field| field.kind == Kind::Town).unwrap();
            assert!(town < at && fields[town].key == "town", "{:?}", form.service);
        }
    }
}

#[test]
fn nobody_comes_today_or_on_a_day_off() {
    let qual = |slot: &str, today: &str| on(&QUAL, &[("slot", slot)], today);
    let late = ["answers.slot This time can no longer be had; please pick one from the list"];
    assert_eq!(qual("2026-11-27 09:00-11:00", "2026-11-26"), [""; 0]);
    assert_eq!(qual("2026-11-27 09:00-11:00", "2026-11-27"), late);
    assert_eq!(qual("2026-11-28 09:00-11:00", "2026-11-26"), late, "a Saturday");
    assert_eq!(qual("2026-11-27 09:00-10:00", "2026-11-26"), late, "not our hours");
}

/// A filing of a service that has just these flaws, on a day of its own.
fn on(form: &Form, changes: &[(&str, &str)], today: &str) -> Vec<String> {
    let today: NaiveDate = today.parse().unwrap();
    let mut answers = sample::filled(form, &Answers::default(), &house(), today);
    for (key, answer) in changes {
        answers.set(key, *answer);
    }
    match form.read(&answers, &photos(form, &answers), &house(), today) {
        Ok(_) => Vec::new(),
        Err(flaws) => flaws
            .into_iter()
            .map(|flaw| format!("{} {}", flaw.field, flaw.flaw.say(Lang::En)))
            .collect(),
    }
}

#[test]
fn a_suspension_is_asked_five_days_ahead_and_lasts_thirty() {
    let susp = |from: &str, to: &str| on(&SUSP, &[("from", from), ("to", to)], "2026-11-24");
    assert_eq!(susp("2026-11-29", "2026-12-29"), [""; 0]);
    assert_eq!(
        susp("2026-11-28", "2026-12-28"),
        ["answers.from Ask 5 days ahead: 29 Nov 2026 or later"]
    );
    assert_eq!(
        susp("2026-11-29", "2026-12-28"),
        ["answers.to At least 30 days later: 29 Dec 2026 or after"]
    );
}

#[test]
fn temporary_water_ends_within_a_year() {
    let temp = |to: &str| on(&TEMP, &[("from", "2026-12-01"), ("to", to)], "2026-11-24");
    assert_eq!(temp("2027-12-01"), [""; 0]);
    assert_eq!(temp("2027-12-02"), ["answers.to 1 year at most: 1 Dec 2027 or before"]);
    assert_eq!(
        temp("2026-12-01"),
        ["answers.to At least 1 day later: 2 Dec 2026 or after"]
    );
}

#[test]
fn a_household_of_five_is_large_for_two_years_at_most() {
    let pop = |persons: &str, until: &str| on(&POP, &[("persons", persons), ("until", until)], "2026-11-24");
    assert_eq!(pop("5", "2028-11-24"), [""; 0]);
    assert_eq!(pop("4", "2028-11-24"), ["answers.persons Cannot be below 5"]);
    assert_eq!(
        pop("5", "2028-11-25"),
        ["answers.until 2 years at most: 24 Nov 2028 or before"]
    );
}

#[test]
fn whoever_pays_for_another_brings_a_letter() {
    let owner = sample::filled(&DEBIT, &Answers::default(), &house(), today());
    let other = [("payer", "other")].into_iter().collect();
    let other = sample::filled(&DEBIT, &other, &house(), today());
    let keys = |answers: &Answers| {
        DEBIT
            .materials(answers)
            .iter()
            .map(|material| material.key)
            .collect::<Vec<_>>()
    };
    assert_eq!(keys(&owner), ["card", "payer_id"]);
    assert_eq!(keys(&other), ["card", "payer_id", "authority"]);
    assert!(other.get("payer_id_number").is_some() && owner.get("payer_id_number").is_none());
}

#[test]
fn invoices_change_by_licence_and_by_the_owners_consent() {
    let asked = |applicant: &str, tenancy: &str| {
        let choices = [("applicant", applicant), ("tenancy", tenancy)].into_iter().collect();
        let answers = sample::filled(&INV, &choices, &house(), today());
        INV.materials(&answers)
            .iter()
            .map(|material| material.key)
            .collect::<Vec<_>>()
    };
    assert_eq!(asked("person", "owner"), [""; 0]);
    assert_eq!(asked("person", "tenant"), ["consent"]);
    assert_eq!(asked("organisation", "tenant"), ["licence", "consent"]);
}

#[test]
fn only_what_changes_is_asked_for() {
    let choices = [("change", "user_name, phone")].into_iter().collect();
    let answers = sample::filled(&INFO, &choices, &house(), today());
    let filing = INFO
        .read(&answers, &photos(&INFO, &answers), &house(), today())
        .unwrap();
    let given = filing.answers();
    assert_eq!(
        given.get("change"),
        Some("phone,user_name"),
        "in the order that people are shown"
    );
    assert!(given.get("new_phone").is_some() && given.get("user_name").is_some() && given.get("mail").is_none());
}

#[test]
fn a_use_changes_into_another() {
    assert_eq!(
        on(&USE, &[("old_use", "other"), ("new_use", "other")], "2026-11-24"),
        ["answers.new_use The new use must differ from the present one"]
    );
}

#[test]
fn anyone_may_complain_without_a_name_or_a_place() {
    let blank = ["town", "address", "name"].map(|key| (key, ""));
    assert_eq!(on(&COMP, &blank, "2026-11-24"), [""; 0]);
}

#[test]
fn bank_cards_and_e_mail_are_shown_masked() {
    let card = CLOSE.field("card").unwrap();
    assert!(card.sensitive());
    assert_eq!(shown(card, "6200000000000005", &house(), Lang::Zh), "6200********0005");
    let email = INV.field("email").unwrap();
    assert!(email.kind.private() && !email.sensitive());
    assert_eq!(email.kind.mask("li@example.com"), "l***@example.com");
    let change = INFO.field("change").unwrap();
    assert_eq!(shown(change, "phone,mail", &house(), Lang::Zh), "手机号、邮寄地址");
    let from = SUSP.field("from").unwrap();
    assert_eq!(shown(from, "2026-12-01", &house(), Lang::En), "1 Dec 2026");
}
