//! What a finished case makes of its water account, and how it reaches the billing system.

use chrono::TimeDelta;
use serde_json::json;
use shuiting_server::housekeeping::tidy;
use shuiting_server::water;
use shuiting_server::water::import::Subject;
use shuiting_shared::api::{BillView, WaterAccountView};
use shuiting_shared::case::Role;
use shuiting_shared::form::UseType;
use shuiting_shared::money::Fen;
use shuiting_shared::service::Service;
use shuiting_shared::water::WaterState;
use shuiting_tests::{ACCOUNTS, BILLS, Person, TestApp, account_line, bill_line, file_of, transfer};

use super::desk::{filing, finishes, pays, takes_and_checks};
use super::{NUMBER, OTHER, OWNER, binds, mine, proof, supplied, tries};

const NEW_OWNER: &str = "13800000001";

async fn looks(person: &Person, number: &str) -> WaterAccountView {
    person.get(&format!("/me/water-accounts/{number}")).await.is(200).read()
}

async fn bills(person: &Person, number: &str) -> Vec<BillView> {
    let path = format!("/me/water-accounts/{number}/bills");
    person.get(&path).await.is(200).read()
}

/// What the billing system has yet to hear of: account, month, item, value.
async fn told(app: &TestApp) -> Vec<String> {
    let written = app
        .write(|conn| {
            let mut written = Vec::new();
            water::export(conn, &mut written)?;
            Ok(String::from_utf8(written)?)
        })
        .await;
    let line = |line: &str| {
        let cells: Vec<_> = line.split(',').collect();
        format!("{} {} {}={}", cells[0], cells[4], cells[5], cells[6])
    };
    let mut lines: Vec<_> = written.lines().skip(1).map(line).collect();
    // What was decided at one moment has no order.
    lines.sort_unstable();
    lines
}

async fn tidies(app: &TestApp) {
    tidy(app.inside()).await.map_err(|failure| failure.to_string()).unwrap();
}

/// Files it, and the desk does it at once.
async fn done(app: &TestApp, person: &Person, service: Service, answers: &[(&str, &str)]) {
    let number = person.files(&filing(service, answers)).await;
    let clerk = app.clerk(&service.code().to_lowercase()).await;
    finishes(&clerk, &number).await;
}

#[tokio::test]
async fn a_transfer_takes_effect_resets_the_head_count_and_no_older_file_undoes_it() {
    let app = supplied().await;
    let large = account_line(OTHER).replace("居民,3,", "居民,7,");
    app.place
        .takes(Subject::Accounts, &file_of(ACCOUNTS, std::slice::from_ref(&large)));
    let (old, new, clerk) = (
        app.resident(OWNER).await,
        app.resident(NEW_OWNER).await,
        app.clerk("clerk").await,
    );
    assert_eq!(binds(&old, OTHER).await.details.unwrap().persons, 7);
    let mut passes = transfer();
    passes["answers"]["account"] = OTHER.into();
    let number = new.files(&passes).await;
    let party = app.resident("13800000003").await;
    party.acts(&number, json!({ "verb": "confirm" })).await;
    finishes(&clerk, &number).await;

    assert_eq!(mine(&old).await, [], "it was the old owner's");
    tries(&old, &proof(OTHER, "丰", "1234"))
        .await
        .fails(422, "wrong_holder");
    let bound: WaterAccountView = tries(&new, &proof(OTHER, "四", "0001")).await.is(201).read();
    let details = bound.details.unwrap();
    assert_eq!((details.persons, details.holder.as_str()), (4, "李四"));
    assert_eq!(
        told(&app).await,
        ["name=李四", "persons=4", "persons_until=", "phone=13800000001"].map(|cell| format!("{OTHER}  {cell}"))
    );

    // The billing system has not heard of it yet.
    let taken = app.place.takes(Subject::Accounts, &file_of(ACCOUNTS, &[large]));
    assert_eq!((taken.changed, taken.unbound), (0, 0));
    assert_eq!(looks(&new, OTHER).await.details.unwrap().holder, "李四");
    assert_eq!(told(&app).await.len(), 4);
    let heard = account_line(OTHER)
        .replace("居民,3,", "居民,4,")
        .replace("张三丰,13800001234", "李四,13800000001");
    app.place.takes(Subject::Accounts, &file_of(ACCOUNTS, &[heard]));
    assert_eq!(told(&app).await, [""; 0]);
    // What comes after that is the billing system's word again.
    let later = account_line(OTHER).replace("张三丰,13800001234", "李四,13900000009");
    app.place.takes(Subject::Accounts, &file_of(ACCOUNTS, &[later]));
    assert_eq!(looks(&new, OTHER).await.details.unwrap().persons, 3);
}

#[tokio::test]
async fn a_large_household_has_wider_tiers_on_its_next_bill() {
    let app = supplied().await;
    let owner = app.resident(OWNER).await;
    binds(&owner, NUMBER).await;
    pays(&app, NUMBER, "2026-09").await;
    let household = [("persons", "6"), ("until", "2028-11-24")];
    done(&app, &owner, Service::Pop, &household).await;
    let details = looks(&owner, NUMBER).await.details.unwrap();
    assert_eq!(
        (details.persons, details.persons_until.unwrap().to_string()),
        (6, "2028-11-24".to_owned())
    );
    done(&app, &owner, Service::Read, &[("reading", "160")]).await;
    let bills = bills(&owner, NUMBER).await;
    let (newest, before) = (&bills[0], &bills[1]);
    assert_eq!(
        (
            newest.period.to_string(),
            newest.previous,
            newest.volume,
            newest.persons
        ),
        ("2026-11".to_owned(), 120, 40, 6)
    );
    // 35 m³ of the first tier and 5 of the second; for four persons it would be 151.28.
    assert_eq!(
        (newest.total, newest.due.to_string()),
        (Fen(11_480), "2026-12-18".to_owned())
    );
    assert_eq!(before.persons, 3, "an old bill stays as it was");
    assert_eq!(
        told(&app).await[2..],
        ["previous=120", "reading=160", "total=114.80", "volume=40"].map(|cell| format!("{NUMBER} 2026-11 {cell}"))
    );
    // The month has its bill: the next reading is of the next month.
    let again = filing(Service::Read, &[("reading", "170")]);
    let refused = owner.sends("again", &again).await.fails(409, "not_ready");
    assert_eq!(refused.flaws(), ["answers.account cycle_over"]);
    // The billing system makes the same bill as it sees fit.
    let line = "0769123456,2026-11,2026-11-30,2026-12-25,120,160,否,40,1,6,居民,panyu,114.80,0,".to_owned();
    app.place.takes(Subject::Bills, &file_of(BILLS, &[line]));
    assert_eq!(told(&app).await.len(), 2, "the household has yet to arrive");
}

#[tokio::test]
async fn a_wrong_meter_s_bill_is_corrected_and_what_was_paid_too_much_is_credit() {
    let app = supplied().await;
    let (owner, clerk) = (app.resident(OWNER).await, app.clerk("clerk").await);
    let crew = app.staff("crew", Role::Crew).await;
    binds(&owner, NUMBER).await;
    pays(&app, NUMBER, "2026-10").await;
    let number = owner.files(&filing(Service::Test, &[])).await;
    takes_and_checks(&clerk, &number).await;
    clerk
        .acts(&number, json!({ "verb": "dispatch", "unit": "works" }))
        .await;
    let does = |words: &str| json!({ "verb": "advance", "words": words });
    crew.acts(&number, does("拆下送检")).await;
    let outside = json!({ "verb": "conclude", "outcome": "outside", "words": "走得快" });
    let refused = clerk.tries(&number, outside.clone()).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["deviation missing"]);
    let mut measured = outside;
    measured["deviation"] = 2500.into();
    let case = clerk.acts(&number, measured.clone()).await;
    assert_eq!(case.line.work.quote, None, "the company pays the test");
    assert_eq!(
        bills(&owner, NUMBER).await[0].total,
        Fen(5400),
        "nothing is decided yet"
    );
    clerk.acts(&number, does("按误差重算")).await;
    let bill = &bills(&owner, NUMBER).await[0];
    assert_eq!((bill.volume, bill.total, bill.paid), (16, Fen(4320), Fen(5400)));
    assert_eq!(looks(&owner, NUMBER).await.credit, Fen(1080));

    // Done again it is worked out from what the meter showed, not from what was corrected.
    let again = json!({ "verb": "redo", "to": "laboratory", "reason": "复核" });
    clerk.acts(&number, again).await;
    clerk.acts(&number, measured).await;
    clerk.acts(&number, does("复核无误")).await;
    assert_eq!(bills(&owner, NUMBER).await[0].total, Fen(4320));

    let old = bill_line(NUMBER, "2026-10", "2026-11-01", "2026-11-25", "2026-11-24");
    app.place.takes(Subject::Bills, &file_of(BILLS, &[old]));
    assert_eq!(looks(&owner, NUMBER).await.credit, Fen(1080), "no older file undoes it");
    assert_eq!(
        told(&app).await,
        ["total=43.20", "volume=16"].map(|cell| format!("{NUMBER} 2026-10 {cell}"))
    );
    crew.acts(&number, json!({ "verb": "finish", "result": "换了新表" }))
        .await;
}

#[tokio::test]
async fn another_use_holds_from_the_next_month() {
    let app = supplied().await;
    let (owner, clerk) = (app.resident(OWNER).await, app.clerk("clerk").await);
    binds(&owner, OTHER).await;
    let number = owner
        .files(&filing(Service::Use, &[("account", OTHER), ("new_use", "other")]))
        .await;
    takes_and_checks(&clerk, &number).await;
    clerk
        .acts(&number, json!({ "verb": "dispatch", "unit": "works" }))
        .await;
    let crew = app.staff("crew", Role::Crew).await;
    crew.acts(&number, json!({ "verb": "advance", "words": "是商铺" }))
        .await;
    clerk
        .acts(&number, json!({ "verb": "finish", "result": "下月起按非居民" }))
        .await;
    let use_type = |account: WaterAccountView| account.details.unwrap().use_type;
    tidies(&app).await;
    assert_eq!(use_type(looks(&owner, OTHER).await), UseType::Household);
    assert_eq!(told(&app).await, [format!("{OTHER}  use_type=other")]);
    app.clock.advance(TimeDelta::days(7));
    tidies(&app).await;
    let owner = app.resident(OWNER).await;
    assert_eq!(use_type(looks(&owner, OTHER).await), UseType::Other);
    app.place
        .takes(Subject::Accounts, &file_of(ACCOUNTS, &[account_line(OTHER)]));
    assert_eq!(use_type(looks(&owner, OTHER).await), UseType::Other);
}

#[tokio::test]
async fn it_is_closed_when_it_is_settled() {
    let app = supplied().await;
    let (owner, clerk) = (app.resident(OWNER).await, app.clerk("clerk").await);
    let crew = app.staff("crew", Role::Crew).await;
    binds(&owner, OTHER).await;
    let number = owner.files(&filing(Service::Close, &[("account", OTHER)])).await;
    takes_and_checks(&clerk, &number).await;
    clerk
        .acts(&number, json!({ "verb": "dispatch", "unit": "works" }))
        .await;
    crew.acts(&number, json!({ "verb": "advance", "words": "已拆表" }))
        .await;
    assert_eq!(looks(&owner, OTHER).await.state, WaterState::Active);
    clerk
        .acts(&number, json!({ "verb": "finish", "result": "已结清" }))
        .await;
    assert_eq!(looks(&owner, OTHER).await.state, WaterState::Closed);
    assert_eq!(
        told(&app).await,
        ["state=closed", "suspended_from="].map(|cell| format!("{OTHER}  {cell}"))
    );
    // A low rating reopens the case; what was decided stays, whatever becomes of it.
    owner.acts(&number, json!({ "verb": "rate", "level": "bad" })).await;
    let supervisor = app.staff("supervisor", Role::Supervisor).await;
    supervisor
        .acts(&number, json!({ "verb": "finish", "result": "已解释" }))
        .await;
    assert_eq!(told(&app).await.len(), 2);
}

#[tokio::test]
async fn what_runs_out_is_told_once_and_in_time() {
    let app = supplied().await;
    let header = ACCOUNTS.replace("人口数", "人口数,人口有效期,优惠有效期");
    let line = |number: &str, phone: &str, until: &str| {
        account_line(number)
            .replace("居民,3,", &format!("居民,6,{until},"))
            .replace("13800001234", phone)
    };
    // The household of one runs out in 31 days; the other has no phone, but whoever bound it.
    let lines = [
        line(NUMBER, OWNER, "2026-12-25,"),
        line(OTHER, "", "2026-12-01,2027-06-01"),
    ];
    app.place.takes(Subject::Accounts, &file_of(&header, &lines));
    let reader = app.resident(NEW_OWNER).await;
    tries(&reader, &proof(OTHER, "丰", "002X")).await.is(201);
    let heard = async |phone: &str| {
        let texts = app.messages_to(phone).await;
        texts
            .into_iter()
            .filter(|text| text.contains("为止"))
            .collect::<Vec<_>>()
    };
    tidies(&app).await;
    assert_eq!(heard(OWNER).await, [""; 0], "there is more than a month left");
    assert_eq!(
        heard(NEW_OWNER).await,
        [
            "【东莞水厅】尾号3457的水费户,一户多人口到2026年12月1日为止,之后按普通的算。要继续,请在那天前打开微网厅再办一次。"
        ]
    );
    app.clock.advance(TimeDelta::days(1));
    tokio::join!(tidies(&app), tidies(&app), tidies(&app));
    assert_eq!((heard(OWNER).await.len(), heard(NEW_OWNER).await.len()), (1, 1));

    // Once the day is over the ordinary tiers count again.
    let owner = app.resident(OWNER).await;
    binds(&owner, NUMBER).await;
    app.clock.advance(TimeDelta::days(31));
    let owner = app.resident(OWNER).await;
    let details = looks(&owner, NUMBER).await.details.unwrap();
    assert_eq!((details.persons, details.persons_until), (4, None));
}
