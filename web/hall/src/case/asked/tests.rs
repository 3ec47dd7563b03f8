use shuiting_shared::api::{CaseLine, MaterialView, Viewer};
use shuiting_shared::case::{Ask, Status};
use shuiting_shared::form::Flaw;
use shuiting_shared::service::Service;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

use super::*;

fn today() -> Date {
    time::today(Moment::default())
}

fn sent_back(items: &[Item]) -> CaseView {
    let line = CaseLine {
        waits_for_you: true,
        ..CaseLine::example(1, Service::Trans, Status::SentBack)
    };
    let material = |key: &str| MaterialView {
        key: key.into(),
        photos: vec!["photo".into()],
        verdict: None,
    };
    let answers = [
        ("account", "12345678"),
        ("town", "nancheng"),
        ("address", "鸿福路200号"),
        ("proof", "certificate"),
        ("name", "张三"),
        ("id_number", "441***********1234"),
        ("phone", "13800000001"),
        ("old_name", "李四"),
        ("old_phone", "13800000002"),
        ("reading", "120"),
    ];
    CaseView {
        line,
        you: Viewer::Filer,
        lang: Lang::Zh,
        version: 3,
        promised: None,
        urged: None,
        finished: None,
        phone: "13800000001".into(),
        answers: answers.into_iter().collect(),
        masked: vec!["id_number".into()],
        materials: ["id_card", "certificate", "reading"].map(material).into(),
        asks: items
            .iter()
            .map(|item| Ask {
                item: item.clone(),
                reason: "…".into(),
            })
            .collect(),
        rating: None,
        timeline: Vec::new(),
        doubtful: vec![],
        work_order: None,
        allowed: Vec::new(),
    }
}

fn field(key: &str) -> Item {
    Item::Field(key.into())
}

#[test]
fn old_answers_stand_there_but_for_masked_ones() {
    let case = sent_back(&[field("address"), field("id_number")]);
    assert_eq!(prefilled(&case), [("address", "鸿福路200号")].into_iter().collect());
}

#[test]
fn all_that_is_asked_must_come() {
    let case = sent_back(&[field("address"), Item::Material("id_card".into())]);
    let found = flaws(
        &case,
        &Answers::default(),
        &BTreeMap::new(),
        &House::dongguan(),
        today(),
    );
    assert_eq!(
        found,
        [
            FieldFlaw::answer("address", Flaw::Missing),
            FieldFlaw::material("id_card", Flaw::TooFew { least: 1 })
        ]
    );
    let answers = [("address", "鸿福路201号")].into_iter().collect();
    let brought = [("id_card".to_owned(), 2)].into();
    assert_eq!(
        flaws(&case, &answers, &brought, &House::dongguan(), today()),
        [],
        "the masked number that was not asked is left to the server"
    );
}

#[test]
fn a_masked_answer_that_is_asked_again_is_checked() {
    let case = sent_back(&[field("id_number")]);
    let answers = [("id_number", "441")].into_iter().collect();
    let found = flaws(&case, &answers, &BTreeMap::new(), &House::dongguan(), today());
    assert_eq!(found, [FieldFlaw::answer("id_number", Flaw::IdLength { is: 3 })]);
}

#[test]
fn what_a_new_answer_calls_for_is_told() {
    let case = sent_back(&[field("proof")]);
    let answers = [("proof", "agreement")].into_iter().collect();
    let found = flaws(&case, &answers, &BTreeMap::new(), &House::dongguan(), today());
    assert!(found.contains(&FieldFlaw::material("agreement", Flaw::TooFew { least: 1 })));
}

#[test]
fn what_is_no_longer_asked_is_left_out() {
    let case = sent_back(&[field("address")]);
    let typed = [("address".to_owned(), "a"), ("name".to_owned(), "b")].into();
    assert_eq!(only_asked(&case, &typed, false), [("address".to_owned(), "a")].into());
    assert_eq!(only_asked(&case, &typed, true), BTreeMap::new());
}
