//! Who sees what of a case.

use serde_json::json;
use shuiting_server::audit;
use shuiting_shared::api::Viewer;
use shuiting_shared::case::Role;
use shuiting_tests::{TestApp, hookup, leak};

const PHONE: &str = "13800000001";

#[tokio::test]
async fn a_strangers_case_is_not_there() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let number = resident.files(&hookup()).await;
    for stranger in [app.resident("13800000002").await, app.guest().await] {
        let there = stranger.get(&format!("/cases/{number}")).await.fails(404, "not_found");
        let not_there = stranger.get("/cases/000-0000").await.fails(404, "not_found");
        assert_eq!(there.json(), not_there.json(), "nobody learns which numbers are taken");
        stranger
            .tries(&number, json!({ "verb": "withdraw" }))
            .await
            .fails(404, "not_found");
        assert!(stranger.lists().await.is_empty());
    }
    app.passer_by()
        .get(&format!("/cases/{number}"))
        .await
        .fails(401, "sign_in");
    for nonsense in ["x", "7F2-0392", "%00", "7F2-0391-0000"] {
        resident
            .get(&format!("/cases/{nonsense}"))
            .await
            .fails(404, "not_found");
    }
}

#[tokio::test]
async fn staff_see_every_case_with_sensitive_answers_masked() {
    let app = TestApp::new().await;
    let number = app.resident(PHONE).await.files(&hookup()).await;
    for role in [
        Role::Clerk,
        Role::Dispatcher,
        Role::Crew,
        Role::Agent,
        Role::Supervisor,
        Role::Admin,
    ] {
        let member = app.staff(role.code(), role).await;
        let answer = member.get(&format!("/cases/{number}")).await.is(200);
        assert!(!answer.text().contains("11010519491231002X"));
        let case: shuiting_shared::api::CaseView = answer.read();
        assert_eq!(case.you, Viewer::Staff);
        assert_eq!(case.answers.get("id_number"), Some("110***********002X"));
        assert_eq!(
            case.answers.get("name"),
            Some("张三丰"),
            "they have to compare it with the card"
        );
        assert_eq!(case.answers.get("phone"), Some("138****0001"));
        assert_eq!(case.phone, "138****0001");
    }
}

#[tokio::test]
async fn even_the_filer_sees_it_masked() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let number = resident.files(&hookup()).await;
    let raw = resident.get(&format!("/cases/{number}")).await.text();
    assert!(!raw.contains("11010519491231002X"));
    let list = resident.get("/cases").await.text();
    assert!(!list.contains("张三丰"));
}

#[tokio::test]
async fn staff_reveal_an_answer_and_it_is_written_down() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let number = resident.files(&hookup()).await;
    let clerk = app.clerk("clerk").await;
    let path = format!("/cases/{number}/reveal");
    let revealed = clerk.post(&path).json(&json!({ "field": "id_number" })).await.is(200);
    assert_eq!(revealed.json(), json!({ "answer": "11010519491231002X" }));
    assert_eq!(revealed.header("cache-control"), "no-store");

    let refused = clerk
        .post(&path)
        .json(&json!({ "field": "shoe_size" }))
        .await
        .fails(422, "invalid");
    assert_eq!(refused.flaws(), ["field not_a_choice"]);
    resident
        .post(&path)
        .json(&json!({ "field": "id_number" }))
        .await
        .fails(403, "forbidden");
    let nowhere = clerk
        .post("/cases/000-0000/reveal")
        .json(&json!({ "field": "id_number" }))
        .await;
    nowhere.fails(404, "not_found");

    let log = app.write(move |conn| {
        let id = shuiting_tests::case_id(conn, &number)?;
        let staff = shuiting_server::staff::by_name(conn, "clerk")?.unwrap().id;
        Ok(audit::of_case(conn, &id)?
            .into_iter()
            .map(|(who, what)| (who == staff, what))
            .collect::<Vec<_>>())
    });
    assert_eq!(log.await, [(true, "id_number".to_owned())]);
}

#[tokio::test]
async fn no_file_holds_an_identity_number_in_clear() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let number = resident.files(&hookup()).await;
    app.carried().await;
    assert!(app.keeps(&number).await, "this looks where the case lies");
    for part in ["11010519491231002X", "0519491231002"] {
        assert!(!app.keeps(part).await, "{part}");
    }
}

#[tokio::test]
async fn a_list_shows_the_newest_first() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let mut numbers = Vec::new();
    for _ in 0..3 {
        numbers.push(resident.files(&leak()).await);
        app.clock.advance(chrono::TimeDelta::seconds(1));
    }
    numbers.reverse();
    let listed: Vec<_> = resident
        .lists()
        .await
        .iter()
        .map(|line| line.number.to_string())
        .collect();
    assert_eq!(listed, numbers);
}
