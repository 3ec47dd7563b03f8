//! Letters that did not arrive, at the desk.

use serde_json::json;
use shuiting_shared::case::Role;
use shuiting_tests::sms::{FakeSms, Mood, Vendor};
use shuiting_tests::{TestApp, fates, leak, written_in_outbox};

const PHONE: &str = "13800000001";

#[tokio::test]
async fn a_supervisor_sees_them_and_sends_them_again_or_drops_them() {
    let sms = FakeSms::new();
    let app = TestApp::with(|means| sms.serves(means)).await;
    let boss = app.staff("boss", Role::Supervisor).await;
    sms.is(Vendor::Tencent, Mood::BadNumber);
    let guest = app.guest().await;
    let numbers = [guest.files(&leak()).await, guest.files(&leak()).await];
    app.carried().await;

    let list = boss.get("/desk/letters").await.is(200).json();
    assert_eq!(list["total"], 2);
    let letters = list["letters"].as_array().unwrap();
    for letter in letters {
        assert_eq!(letter["kind"], "filed");
        assert_eq!(letter["phone"], "138****0001");
        assert_eq!((&letter["why"], &letter["tries"]), (&json!("number"), &json!(1)));
        assert!(numbers.iter().any(|number| letter["number"] == number.as_str()));
    }

    sms.is(Vendor::Tencent, Mood::Well);
    let again = json!({ "ids": [letters[0]["id"]] });
    let done = boss.post("/desk/letters/again").json(&again).await.is(200).json();
    assert_eq!(done, json!({ "done": 1 }));
    app.carried().await;
    assert_eq!(sms.delivered().len(), 1);
    let twice = boss.post("/desk/letters/again").json(&again).await.is(200).json();
    assert_eq!(twice, json!({ "done": 0 }), "what has left is not sent again");

    let done = boss.post("/desk/letters/drop").json(&json!({})).await.is(200).json();
    assert_eq!(done, json!({ "done": 1 }));
    assert_eq!(boss.get("/desk/letters").await.is(200).json()["total"], 0);
    let fates = app.write(fates).await;
    assert_eq!((fates.sent.len(), fates.dead.len()), (1, 1));
    assert_eq!(
        app.write(written_in_outbox).await,
        ["", ""],
        "what is dropped is emptied"
    );
    let number = letters[1]["number"].as_str().unwrap().to_owned();
    let audited = app
        .write(move |conn| {
            let case = shuiting_tests::case_id(conn, &number)?;
            Ok(shuiting_server::audit::of_case(conn, &case)?)
        })
        .await;
    assert_eq!(audited.len(), 1);
    assert_eq!(audited[0].1, "letter.drop");
}

#[tokio::test]
async fn they_are_none_of_anybody_elses_business() {
    let app = TestApp::new().await;
    let (clerk, resident) = (app.clerk("clerk").await, app.resident(PHONE).await);
    for person in [clerk, resident] {
        person.get("/desk/letters").await.fails(403, "forbidden");
        for verb in ["again", "drop"] {
            let path = format!("/desk/letters/{verb}");
            person.post(&path).json(&json!({})).await.fails(403, "forbidden");
        }
    }
    app.passer_by().get("/desk/letters").await.is(401);
    let admin = app.staff("admin", Role::Admin).await;
    let none = json!({ "ids": ["x"] });
    let done = admin.post("/desk/letters/drop").json(&none).await.is(200).json();
    assert_eq!(done, json!({ "done": 0 }));
}
