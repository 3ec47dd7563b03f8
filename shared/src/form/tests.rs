use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::words::Lang;

mod services;

fn house() -> House {
    House::dongguan()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

fn leak() -> Answers {
    [
        ("severity", "flow"),
        ("side", "before"),
        ("town", "南城"),
        ("address", " 鸿福路1号 "),
        ("phone", "138 0000 0001"),
    ]
    .into_iter()
    .collect()
}

fn hookup() -> Answers {
    [
        ("applicant", "person"),
        ("name", "张三"),
        ("id_number", "11010519491231002x"),
        ("phone", "13800000001"),
        ("town", "guancheng"),
        ("address", "东正路2号"),
        ("property", "certificate"),
        ("use_type", "household"),
        ("meter", "15"),
        ("households", "1"),
    ]
    .into_iter()
    .collect()
}

fn flaws(form: &Form, answers: &Answers, counts: &[(&str, usize)]) -> Vec<(String, &'static str)> {
    match form.read(answers, &counts.iter().copied().collect(), &house(), today()) {
        Ok(_) => Vec::new(),
        Err(flaws) => flaws
            .into_iter()
            .map(|flaw| (flaw.field.clone(), flaw.flaw.code()))
            .collect(),
    }
}

#[test]
fn a_filing_is_written_one_way() {
    let filing = LEAK.read(&leak(), &Counts::new(), &house(), today()).unwrap();
    let answers = filing.answers().clone();
    assert_eq!(answers.get("town"), Some("nancheng"));
    assert_eq!(answers.get("address"), Some("鸿福路1号"));
    assert_eq!(answers.get("phone"), Some("13800000001"));
    assert_eq!(answers.0.len(), 5, "what was left blank is not stored");
    assert_eq!(filing.summary().phone, "13800000001");
}

#[test]
fn every_flaw_is_told_at_once() {
    let answers = [("severity", "terrible"), ("phone", "1380000"), ("extra", "?")]
        .into_iter()
        .collect();
    let told = flaws(&LEAK, &answers, &[("photos", 10), ("selfie", 1)]);
    let mut fields: Vec<_> = told.iter().map(|(field, code)| format!("{field} {code}")).collect();
    fields.sort();
    assert_eq!(
        fields,
        [
            "answers.address missing",
            "answers.extra not_asked",
            "answers.phone phone_length",
            "answers.severity not_a_choice",
            "answers.side missing",
            "answers.town missing",
            "materials.photos too_many",
            "materials.selfie not_asked",
        ]
    );
}

#[test]
fn a_person_is_asked_other_things_than_an_organisation() {
    let papers = [("id_card", 2), ("property", 1)];
    assert_eq!(flaws(&HOOKUP, &hookup(), &papers), []);
    let mut firm = hookup();
    firm.set("applicant", "organisation");
    let told: Vec<_> = flaws(&HOOKUP, &firm, &papers)
        .into_iter()
        .map(|(field, code)| format!("{field} {code}"))
        .collect();
    assert_eq!(
        told,
        [
            "answers.company missing",
            "answers.credit_code missing",
            "answers.agent missing",
            "materials.id_card not_asked",
            "materials.licence too_few",
            "materials.authority too_few",
        ]
    );
}

#[test]
fn answers_no_longer_asked_for_are_dropped() {
    let mut firm = hookup();
    for (key, answer) in [
        ("applicant", "organisation"),
        ("company", "莞水餐饮有限公司"),
        ("credit_code", "9144030071526726XG"),
        ("agent", "李四"),
    ] {
        firm.set(key, answer);
    }
    let counts = [("licence", 1), ("authority", 1), ("property", 1)]
        .into_iter()
        .collect();
    let filing = HOOKUP.read(&firm, &counts, &house(), today()).unwrap();
    assert_eq!(filing.answers().clone().get("id_number"), None);
    assert_eq!(filing.summary().name.as_deref(), Some("莞水餐饮有限公司"));
}

#[test]
fn a_large_meter_needs_drawings() {
    let mut large = hookup();
    large.set("meter", "80");
    let papers = [("id_card", 2), ("property", 1)];
    assert_eq!(
        flaws(&HOOKUP, &large, &papers),
        [("materials.drawings".into(), "too_few")]
    );
    large.set("meter", "50");
    assert_eq!(flaws(&HOOKUP, &large, &papers), []);
}

fn transfer() -> Answers {
    [
        ("account", "0769 1234 56"),
        ("town", "wanjiang"),
        ("address", "万江路3号"),
        ("proof", "agreement"),
        ("name", "李四"),
        ("id_number", "11010519491231002X"),
        ("phone", "13800000002"),
        ("old_name", "王五"),
        ("old_id_number", "11010519491231002X"),
        ("old_phone", "13800000002"),
        ("reading", "1024"),
    ]
    .into_iter()
    .collect()
}

#[test]
fn both_sides_of_a_transfer_are_two() {
    let papers = [("id_card", 2), ("agreement", 1), ("old_id_card", 2), ("reading", 1)];
    let told = flaws(&TRANSFER, &transfer(), &papers);
    assert_eq!(
        told,
        [
            ("answers.old_id_number".into(), "same_id"),
            ("answers.old_phone".into(), "same_phone")
        ]
    );
    let field = TRANSFER.field("old_phone").unwrap();
    let so_far = [("phone", "13800000002"), ("old_phone", "138 0000 0002")]
        .into_iter()
        .collect();
    assert_eq!(
        field.flaw(&so_far, &house(), today()),
        Some(Flaw::SamePhone),
        "told beside the field, however it is written"
    );
    let mut right = transfer();
    right.set("old_phone", "13800000003");
    right.set("proof", "certificate");
    let papers = [("id_card", 2), ("certificate", 1), ("reading", 1)]
        .into_iter()
        .collect();
    let filing = TRANSFER.read(&right, &papers, &house(), today()).unwrap();
    assert_eq!(filing.summary().party.as_ref().unwrap().phone, "13800000003");
    assert_eq!(filing.answers().clone().get("old_id_number"), None);
}

#[test]
fn a_field_is_checked_alone_as_it_is_left() {
    let field = HOOKUP.field("id_number").unwrap();
    let mut answers = hookup();
    assert_eq!(field.flaw(&answers, &house(), today()), None);
    answers.set("id_number", "110105194912310021");
    assert_eq!(field.flaw(&answers, &house(), today()), Some(Flaw::IdCheck));
    answers.set("id_number", " ");
    assert_eq!(field.flaw(&answers, &house(), today()), Some(Flaw::Missing));
    answers.set("applicant", "organisation");
    assert_eq!(
        field.flaw(&answers, &house(), today()),
        None,
        "not asked of an organisation"
    );
}

#[test]
fn the_answers_that_others_hang_on_are_known() {
    let steering = |form: &Form| {
        form.fields()
            .filter(|field| form.steers(field.key))
            .map(|field| field.key)
            .collect::<Vec<_>>()
    };
    assert_eq!(steering(&HOOKUP), ["applicant", "meter"]);
    assert_eq!(steering(&TRANSFER), ["proof"]);
    assert_eq!(steering(&LEAK), [""; 0]);
}

#[test]
fn identity_numbers_are_shown_masked() {
    let field = HOOKUP.field("id_number").unwrap();
    let once = shown(field, "11010519491231002X", &house(), Lang::Zh);
    assert_eq!(once, "110***********002X");
    assert_eq!(shown(field, &once, &house(), Lang::Zh), once);
    assert!(field.sensitive());
}

#[test]
fn flaws_say_what_to_do() {
    let every = [
        Flaw::Missing,
        Flaw::NotAsked,
        Flaw::WrongType,
        Flaw::TooShort { least: 2 },
        Flaw::TooLong { most: 50, is: 51 },
        Flaw::TooFew { least: 1 },
        Flaw::TooMany { most: 9 },
        Flaw::TooFewLines { least: 2, is: 1 },
        Flaw::TooManyLines { most: 300, is: 301 },
        Flaw::LineTooLong { line: 2, most: 60 },
        Flaw::Unprintable,
        Flaw::NotInAName { symbol: '3' },
        Flaw::PhoneLength { is: 10 },
        Flaw::NotAPhone,
        Flaw::SamePhone,
        Flaw::IdLength { is: 17 },
        Flaw::IdPlace { place: 18 },
        Flaw::IdBirthday,
        Flaw::IdCheck,
        Flaw::SameId,
        Flaw::SamePayer,
        Flaw::CreditLength { is: 17 },
        Flaw::CreditPlace { place: 3 },
        Flaw::CreditCheck,
        Flaw::CardLength { is: 15 },
        Flaw::CardCheck,
        Flaw::NotAnEmail,
        Flaw::NotADay,
        Flaw::DayPast { earliest: today() },
        Flaw::DayTooSoon {
            days: 5,
            earliest: today(),
        },
        Flaw::DaysTooFew {
            days: 30,
            earliest: today(),
        },
        Flaw::DayTooLate {
            years: 1,
            latest: today(),
        },
        Flaw::SameUse,
        Flaw::NotDigits,
        Flaw::NotMoney,
        Flaw::NotTheAmount { fen: 120_050 },
        Flaw::TooSmall { least: 1 },
        Flaw::TooBig { most: 5000 },
        Flaw::NotAChoice,
        Flaw::NotATown,
        Flaw::NotAStreet,
        Flaw::NotAUnit,
        Flaw::NotAPoint,
        Flaw::AccountLength { is: 5 },
        Flaw::NoSuchPhoto,
        Flaw::NotTheHolder { left: 4 },
        Flaw::OwnPhone,
        Flaw::SharedAlready,
        Flaw::Full { most: 10 },
        Flaw::NotAColleague,
        Flaw::TooManyCases { most: 100 },
        Flaw::TooManyViews { most: 30 },
        Flaw::EndsWrong { days: 7 },
        Flaw::AnnouncedLate {
            hours: 48,
            earliest: "2026-11-26T14:00:00Z".parse().unwrap(),
        },
        Flaw::NoWaterPlanned { hours: 24 },
        Flaw::OutageBegun,
        Flaw::StopOverlaps,
        Flaw::StopWrong { hours: 12 },
        Flaw::TruckTaken,
        Flaw::StopGiven,
        Flaw::NotThatDay,
        Flaw::OutsideTheEvent,
        Flaw::ShiftOverlaps,
        Flaw::ShiftFull,
        Flaw::NotTheMinutesCode,
        Flaw::NotWithinTheTurn,
        Flaw::ShiftTaken,
        Flaw::TimePast,
        Flaw::NoPlace,
        Flaw::NoSuchBlank {
            name: crate::template::BlankName::from("phone").unwrap(),
        },
        Flaw::WrongCode,
        Flaw::WrongPassword,
    ];
    let said: Vec<_> = every
        .iter()
        .map(|flaw| format!("{}\n  {}\n  {}", flaw.code(), flaw.say(Lang::Zh), flaw.say(Lang::En)))
        .collect();
    insta::assert_snapshot!(said.join("\n"));
}

proptest! {
    /// Whatever is typed, reading gives flaws or a filing, never a panic, and a filing reads back as itself.
    #[test]
    fn reading_is_total_and_settles(key in proptest::sample::select(leak().0.keys().cloned().collect::<Vec<_>>()), typed in "\\PC{0,40}") {
        let mut answers = leak();
        answers.set(&key, typed);
        if let Ok(filing) = LEAK.read(&answers, &Counts::new(), &house(), today()) {
            let once = filing.answers().clone();
            let twice = LEAK.read(&once, &Counts::new(), &house(), today());
            prop_assert_eq!(twice.ok().map(|filing| filing.answers().clone()), Some(once));
        }
    }
}
