//! Every service is filed and checked; `steps` brings each to its end. A service more is held to it as it is added.

use serde_json::{Value, json};
use shuiting_shared::api::{CaseView, Filed, MaterialView};
use shuiting_shared::case::{Status, Verdict};
use shuiting_shared::form::{Answers, Field, Form, Kind, answer_path, sample};
use shuiting_shared::house::House;
use shuiting_shared::service::{Service, Who};
use shuiting_shared::time::{Date, today};
use shuiting_tests::{Person, START, TestApp};

/// Whoever confirms where a filing has another side.
const PARTY: &str = "13800000003";

fn day() -> Date {
    today(START.parse().unwrap())
}

fn forms() -> impl Iterator<Item = &'static Form> {
    Service::ALL.iter().filter_map(|service| service.form())
}

fn filing(form: &Form, answers: &Answers) -> Value {
    json!({ "service": form.service, "answers": answers })
}

/// Takes a case on and ticks all that came with it, as staff do.
async fn checks(clerk: &Person, number: &str) -> CaseView {
    let mut case = clerk.acts(number, json!({ "verb": "take" })).await;
    for material in case.materials.clone() {
        let tick = json!({ "verb": "check", "material": material.key, "verdict": "accepted" });
        case = clerk.acts(number, tick).await;
    }
    case
}

#[tokio::test]
async fn each_is_filed_in_each_way_that_it_can_be_and_checked() {
    let app = TestApp::new().await;
    let (resident, party) = (app.resident("13800000001").await, app.resident(PARTY).await);
    let clerk = app.clerk("clerk").await;
    for form in forms() {
        for answers in sample::every(form, &House::dongguan(), day()) {
            let number = resident.files(&filing(form, &answers)).await;
            let case = resident.looks_at(&number).await;
            assert_eq!(case.line.service, form.service);
            let asked = form.materials(&answers);
            let needed = asked.iter().filter(|material| material.least > 0).count();
            assert_eq!(case.materials.len(), needed, "{:?}", form.service);
            if case.line.status == Status::Confirming {
                party.acts(&number, json!({ "verb": "confirm" })).await;
            }
            let checked = checks(&clerk, &number).await;
            assert_eq!(checked.line.status, Status::Taken, "{:?}", form.service);
            let ticked = |material: &MaterialView| material.verdict == Some(Verdict::Accepted);
            assert!(checked.materials.iter().all(ticked), "{:?}", form.service);
        }
    }
}

#[tokio::test]
async fn what_is_sensitive_or_private_is_masked_in_each() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident("13800000001").await, app.clerk("clerk").await);
    for form in forms() {
        let answers = sample::filled(form, &Answers::default(), &House::dongguan(), day());
        let number = resident.files(&filing(form, &answers)).await;
        let (mine, theirs) = (resident.looks_at(&number).await, clerk.looks_at(&number).await);
        let keys = |is: fn(Kind) -> bool| {
            let fields = form
                .fields()
                .filter(|field: &&Field| is(field.kind) && answers.get(field.key).is_some());
            fields.map(|field| field.key).collect::<Vec<_>>()
        };
        assert_eq!(mine.masked, keys(Kind::sensitive), "{:?}", form.service);
        assert_eq!(theirs.masked, keys(Kind::private), "{:?}", form.service);
        for key in keys(Kind::sensitive) {
            assert_ne!(mine.answers.get(key), answers.get(key), "{:?} {key}", form.service);
        }
    }
}

#[tokio::test]
async fn each_wrong_answer_is_refused_by_name() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    for form in forms() {
        let answers = sample::filled(form, &Answers::default(), &House::dongguan(), day());
        let right = resident.with_photos(&filing(form, &answers)).await;
        for field in form
            .fields()
            .filter(|field| answers.get(field.key).is_some() && !form.steers(field.key))
        {
            let wrong = sample::wrong(field, &answers, day());
            let mut filing = right.clone();
            filing["answers"][field.key] = json!(wrong[0]);
            let refused = resident.sends("wrong", &filing).await.fails(422, "invalid");
            let named = refused
                .flaws()
                .iter()
                .any(|flaw| flaw.starts_with(&answer_path(field.key)));
            assert!(named, "{:?} {}: {:?}", form.service, field.key, refused.flaws());
        }
        let filed: Filed = resident.sends(form.service.code(), &right).await.is(201).read();
        assert_eq!(
            filed.promised.is_none(),
            filed.status == Status::Confirming,
            "{:?}",
            form.service
        );
    }
}

#[tokio::test]
async fn a_guest_files_just_what_anyone_may() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    for form in forms() {
        let answers = sample::filled(form, &Answers::default(), &House::dongguan(), day());
        let sent = guest.sends(form.service.code(), &filing(form, &answers)).await;
        if form.service.facts().who == Who::Anyone {
            sent.is(201);
        } else {
            sent.fails(401, "sign_in");
        }
    }
}
