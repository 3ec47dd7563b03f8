//! What a water account lacks for a service, told before the form and refused at filing.

use serde_json::{Value, json};
use shuiting_server::water::import::Subject;
use shuiting_shared::case::Status;
use shuiting_shared::service::Service;
use shuiting_tests::{ACCOUNTS, BILLS, Person, TestApp, account_line, bill_line, file_of, pictures, transfer};

use super::desk::{filing, finishes, pays, ready_to_finish, takes_and_checks};
use super::{NUMBER, OTHER, OWNER, binds, supplied};

const STRANGER: &str = "13800000001";

async fn ready(person: &Person, service: Service, number: &str) -> Value {
    person
        .get(&format!("/services/{}/ready?account={number}", service.code()))
        .await
        .is(200)
        .json()
}

/// The codes of what is in the way.
async fn lacks(person: &Person, service: Service, number: &str) -> Vec<String> {
    let view = ready(person, service, number).await;
    let codes = view["obstacles"].as_array().unwrap().iter();
    codes.map(|one| one["code"].as_str().unwrap().to_owned()).collect()
}

/// Files what is refused; gives its flaws.
async fn refused(person: &Person, key: &str, filing: &Value, code: &str) -> Vec<String> {
    let filing = person.with_photos(filing).await;
    let status = if code == "not_ready" { 409 } else { 422 };
    person.sends(key, &filing).await.fails(status, code).flaws()
}

fn suspends(app: &TestApp, number: &str, since: &str) {
    let line = account_line(number).replace("正常,,", &format!("暂停,{since},"));
    app.place.takes(Subject::Accounts, &file_of(ACCOUNTS, &[line]));
}

#[tokio::test]
async fn a_transfer_with_arrears_is_stopped_and_goes_on_after_paying() {
    let app = supplied().await;
    let (owner, clerk) = (app.resident(OWNER).await, app.clerk("clerk").await);
    let told = ready(&owner, Service::Trans, NUMBER).await;
    // Two bills of 54 yuan, one of them 30 days late.
    assert_eq!(told, json!({ "obstacles": [{ "code": "owed", "amount": 10_881 }] }));
    let resident = app.resident(STRANGER).await;
    assert_eq!(
        refused(&resident, "k1", &transfer(), "not_ready").await,
        ["answers.account owed"]
    );
    let at_counter = clerk.with_photos(&transfer()).await;
    let words = clerk.sends_for("k2", &at_counter).await.fails(409, "not_ready").text();
    assert!(words.contains("108.81元没有交清,交清后接着办"), "{words}");
    let told = resident.clone().in_english();
    let told = told.sends("k3", &resident.with_photos(&transfer()).await).await.text();
    assert!(told.contains("There are unpaid bills; pay first, then go on"), "{told}");

    for period in ["2026-09", "2026-10"] {
        pays(&app, NUMBER, period).await;
    }
    assert_eq!(lacks(&owner, Service::Trans, NUMBER).await, [""; 0]);
    let number = resident.files(&transfer()).await;
    let party = app.resident("13800000003").await;
    party.acts(&number, json!({ "verb": "confirm" })).await;
    takes_and_checks(&clerk, &number).await;

    // Another bill came meanwhile: the contract waits for it.
    let newest = bill_line(NUMBER, "2026-11", "2026-11-24", "2026-12-18", "");
    app.place.takes(Subject::Bills, &file_of(BILLS, &[newest]));
    let stopped = clerk.tries(&number, ready_to_finish()).await.fails(409, "not_ready");
    assert_eq!(stopped.flaws(), ["answers.account owed"]);
    assert_eq!(clerk.looks_at(&number).await.line.status, Status::Taken);
    pays(&app, NUMBER, "2026-11").await;
    let case = clerk.acts(&number, ready_to_finish()).await;
    assert_eq!(case.line.status, Status::Finished);
}

#[tokio::test]
async fn a_stranger_learns_whether_something_is_owed_and_no_more() {
    let app = supplied().await;
    suspends(&app, OTHER, "2026-09-01");
    let stranger = app.resident(STRANGER).await;
    let told = ready(&stranger, Service::Trans, NUMBER).await;
    assert_eq!(told, json!({ "obstacles": [{ "code": "owed" }] }));
    assert_eq!(
        lacks(&stranger, Service::Read, OTHER).await,
        [""; 0],
        "what is suspended may be an empty home"
    );
    assert_eq!(lacks(&stranger, Service::Trans, "99999999").await, [""; 0]);
    let owner = app.resident(OWNER).await;
    assert_eq!(lacks(&owner, Service::Read, OTHER).await, ["suspended"]);
    app.guest()
        .await
        .get(&format!("/services/TRANS/ready?account={NUMBER}"))
        .await
        .fails(401, "sign_in");
    let wrong = stranger.get("/services/TRANS/ready?account=12").await;
    assert_eq!(wrong.fails(422, "invalid").flaws(), ["account account_length"]);
    stranger
        .get(&format!("/services/NOPE/ready?account={NUMBER}"))
        .await
        .fails(404, "not_found");

    // Three accounts were asked about; the same one again does not count.
    for n in 0..17 {
        lacks(&stranger, Service::Trans, &format!("{}", 10_000_000 + n)).await;
    }
    lacks(&stranger, Service::Trans, NUMBER).await;
    let one_more = stranger.get("/services/TRANS/ready?account=10000099").await;
    assert!(
        one_more
            .fails(429, "tried_too_often")
            .header("retry-after")
            .parse::<u32>()
            .unwrap()
            > 0
    );
}

#[tokio::test]
async fn a_refused_filing_counts_among_the_questions() {
    let app = supplied().await;
    let stranger = app.resident(STRANGER).await;
    for n in 0..19 {
        lacks(&stranger, Service::Trans, &format!("{}", 10_000_000 + n)).await;
    }
    refused(&stranger, "k1", &transfer(), "not_ready").await;
    let one_more = stranger.get("/services/TRANS/ready?account=10000099").await;
    one_more.fails(429, "tried_too_often");
}

#[tokio::test]
async fn a_suspension_keeps_its_rules() {
    let app = supplied().await;
    let clerk = app.clerk("clerk").await;
    let suspend = |from: &str, to: &str| filing(Service::Susp, &[("account", OTHER), ("from", from), ("to", to)]);
    let owner = app.resident(OWNER).await;
    let soon = refused(&owner, "k1", &suspend("2026-11-28", "2027-01-01"), "invalid").await;
    assert_eq!(soon, ["answers.from day_too_soon"]);
    let short = refused(&owner, "k2", &suspend("2026-11-29", "2026-12-28"), "invalid").await;
    assert_eq!(short, ["answers.to days_too_few"]);

    let first = owner.files(&suspend("2026-11-29", "2026-12-29")).await;
    owner.files(&suspend("2026-12-01", "2027-01-01")).await;
    assert_eq!(lacks(&owner, Service::Susp, OTHER).await, ["twice_this_year"]);
    let third = suspend("2026-12-02", "2027-01-02");
    assert_eq!(
        refused(&owner, "k3", &third, "not_ready").await,
        ["answers.account twice_this_year"]
    );
    owner.files(&suspend("2027-01-01", "2027-02-01")).await;
    let words = json!({ "verb": "reject", "reason": "房屋有争议" });
    clerk.acts(&first, json!({ "verb": "take" })).await;
    clerk.acts(&first, words).await;
    owner.files(&third).await;
}

#[tokio::test]
async fn after_a_year_a_new_meter_is_told_and_paid_for() {
    let app = supplied().await;
    suspends(&app, OTHER, "2025-11-01");
    let (owner, clerk) = (app.resident(OWNER).await, app.clerk("clerk").await);
    let told = ready(&owner, Service::Resume, OTHER).await;
    assert_eq!(
        told,
        json!({ "obstacles": [], "advice": { "code": "new_meter", "since": "2025-11-01" } })
    );
    assert_eq!(lacks(&owner, Service::Resume, NUMBER).await, ["not_suspended"]);
    let number = owner.files(&filing(Service::Resume, &[("account", OTHER)])).await;
    let beside = clerk.get(&format!("/desk/cases/{number}/water-account")).await.json();
    assert_eq!(beside["advice"]["code"], "new_meter");
    takes_and_checks(&clerk, &number).await;
    clerk.acts(&number, json!({ "verb": "advance" })).await;
    let quote = json!({ "verb": "quote", "amount": 20_000, "words": "新水表一个" });
    let case = clerk.acts(&number, quote).await;
    assert_eq!(case.line.status, Status::Paying);
}

#[tokio::test]
async fn a_lower_reading_asks_for_a_photo() {
    let app = supplied().await;
    let owner = app.resident(OWNER).await;
    assert_eq!(ready(&owner, Service::Read, NUMBER).await["last_reading"], 120);
    let lower = filing(Service::Read, &[("reading", "119")]);
    assert_eq!(
        refused(&owner, "k1", &lower, "invalid").await,
        ["materials.reading lower_reading"]
    );
    let mut shown = lower.clone();
    shown["materials"]["reading"] = json!([owner.uploads(&pictures::jpeg(40, 30)).await]);
    owner.files(&shown).await;
    owner.files(&filing(Service::Read, &[("reading", "120")])).await;
    let stranger = app.resident(STRANGER).await;
    assert!(ready(&stranger, Service::Read, NUMBER).await["last_reading"].is_null());
    let words = stranger.sends("k2", &lower).await.fails(422, "invalid").text();
    assert!(words.contains("比上次的读数小,") && !words.contains("120"), "{words}");
}

#[tokio::test]
async fn whoever_sees_the_bills_is_told_and_the_same_filing_is_answered_as_before() {
    let app = supplied().await;
    let resident = app.resident(OWNER).await;
    binds(&resident, OTHER).await;
    let household = resident.with_photos(&filing(Service::Pop, &[("account", OTHER)])).await;
    let filed = resident.sends("k1", &household).await.is(201).json();
    let late = bill_line(OTHER, "2026-09", "2026-10-01", "2026-10-25", "");
    app.place.takes(Subject::Bills, &file_of(BILLS, &[late]));
    assert_eq!(lacks(&resident, Service::Pop, OTHER).await, ["overdue"]);
    assert_eq!(resident.sends("k1", &household).await.is(201).json(), filed);
    resident.sends("k2", &household).await.fails(409, "not_ready");
    let clerk = app.clerk("clerk").await;
    finishes(&clerk, filed["number"].as_str().unwrap()).await;
}
