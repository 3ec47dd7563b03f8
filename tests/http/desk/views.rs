//! Saved views.

use serde_json::{Value, json};
use shuiting_shared::api::{SavedView, Views};
use shuiting_shared::case::Role;
use shuiting_tests::{Answer, Person, TestApp, hookup, leak, pictures};

fn view(name: &str, filter: &Value) -> Value {
    json!({ "name": { "zh": name }, "filter": filter })
}

async fn saves(person: &Person, view: &Value) -> SavedView {
    person.post("/desk/views").json(view).await.is(201).read()
}

async fn sees(person: &Person) -> Views {
    person.get("/desk/views").await.is(200).read()
}

/// The names of the saved views that somebody sees, in their order.
async fn names(person: &Person) -> Vec<String> {
    sees(person).await.saved.into_iter().map(|view| view.name.zh).collect()
}

async fn changes(person: &Person, id: &str, change: &Value) -> Answer {
    person
        .ask(reqwest::Method::PATCH, &format!("/desk/views/{id}"))
        .json(change)
        .await
}

async fn removes(person: &Person, id: &str) -> Answer {
    person.ask(reqwest::Method::DELETE, &format!("/desk/views/{id}")).await
}

#[tokio::test]
async fn a_filter_is_saved_counted_renamed_and_removed() {
    let app = TestApp::new().await;
    let (clerk, other) = (app.clerk("clerk").await, app.clerk("other").await);
    let guest = app.guest().await;
    guest.files(&leak()).await;
    let filter = json!({ "service": "LEAK", "town": "nancheng", "sort": "newest", "page": 3, "per_page": 10 });
    let saved = saves(&clerk, &view(" 南城漏水 ", &filter)).await;
    assert_eq!((saved.name.zh.as_str(), saved.name.en.as_str()), ("南城漏水", ""));
    assert_eq!((saved.count, saved.changeable, saved.for_role), (1, true, None));
    let kept = serde_json::to_value(&saved.filter).unwrap();
    assert_eq!(
        kept,
        json!({ "service": "LEAK", "town": "nancheng", "sort": "newest" }),
        "a page is no part of a view"
    );
    guest.files(&leak()).await;
    assert_eq!(sees(&clerk).await.saved[0].count, 2);
    assert!(names(&other).await.is_empty(), "it is the clerk's own");
    for answer in [
        changes(&other, &saved.id, &json!({ "place": 0 })).await,
        removes(&other, &saved.id).await,
    ] {
        answer.fails(404, "not_found");
    }
    let renamed = changes(&clerk, &saved.id, &json!({ "name": { "zh": "漏水", "en": "Leaks" } })).await;
    assert_eq!(renamed.is(200).read::<SavedView>().name.en, "Leaks");
    removes(&clerk, &saved.id).await.is(204);
    removes(&clerk, &saved.id).await.fails(404, "not_found");
    assert!(names(&clerk).await.is_empty());
}

#[tokio::test]
async fn a_view_is_shared_by_role() {
    let app = TestApp::new().await;
    let (boss, clerk, agent) = (
        app.staff("boss", Role::Supervisor).await,
        app.clerk("clerk").await,
        app.staff("agent", Role::Agent).await,
    );
    let mut shared = view("待补正", &json!({ "status": "sent_back" }));
    shared["for_role"] = json!("clerk");
    clerk.post("/desk/views").json(&shared).await.fails(403, "forbidden");
    let saved = saves(&boss, &shared).await;
    saves(&clerk, &view("自己的", &json!({ "whose": "mine" }))).await;
    assert_eq!(names(&clerk).await, ["待补正", "自己的"], "what is shared comes first");
    assert_eq!(names(&agent).await, [""; 0]);
    assert_eq!(names(&boss).await, ["待补正"]);
    assert!(!sees(&clerk).await.saved[0].changeable);
    changes(&clerk, &saved.id, &json!({ "place": 1 }))
        .await
        .fails(403, "forbidden");
    changes(&agent, &saved.id, &json!({ "place": 1 }))
        .await
        .fails(404, "not_found");
    // It does not hang on whoever has saved it.
    let admin = app.staff("admin", Role::Admin).await;
    removes(&admin, &saved.id).await.is(204);
    assert_eq!(names(&clerk).await, ["自己的"]);
}

#[tokio::test]
async fn views_are_put_in_order() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let mut ids = Vec::new();
    for name in ["一", "二", "三"] {
        ids.push(saves(&clerk, &view(name, &json!({ "whose": "mine" }))).await.id);
    }
    for (id, place, order) in [
        (2, 0, ["三", "一", "二"]),
        (0, 2, ["三", "二", "一"]),
        (1, 99, ["三", "一", "二"]),
        (1, 1, ["三", "二", "一"]),
    ] {
        changes(&clerk, &ids[id], &json!({ "place": place })).await.is(200);
        assert_eq!(names(&clerk).await, order);
    }
}

#[tokio::test]
async fn what_is_no_view_is_refused_beside_its_field() {
    let app = TestApp::new().await;
    let boss = app.staff("boss", Role::Supervisor).await;
    for (view, flaw) in [
        (json!({ "name": {}, "filter": {} }), "name.zh missing"),
        (view(&"长".repeat(25), &json!({})), "name.zh too_long"),
        (json!({ "filter": {} }), "name missing"),
        (view("名", &json!({ "status": "lost" })), "filter.status wrong_type"),
        (
            json!({ "name": { "zh": "名" }, "filter": {}, "for_role": "king" }),
            "for_role wrong_type",
        ),
    ] {
        let refused = boss.post("/desk/views").json(&view).await.fails(422, "invalid");
        assert_eq!(refused.flaws(), [flaw]);
    }
    for place in 0..30 {
        saves(&boss, &view(&place.to_string(), &json!({}))).await;
    }
    let refused = boss
        .post("/desk/views")
        .json(&view("多", &json!({})))
        .await
        .fails(422, "invalid");
    assert_eq!(refused.flaws(), ["name.zh too_many_views"]);
    for person in [app.guest().await, app.resident("13800000001").await] {
        person.get("/desk/views").await.fails(403, "forbidden");
        person
            .post("/desk/views")
            .json(&view("名", &json!({})))
            .await
            .fails(403, "forbidden");
    }
}

#[tokio::test]
async fn what_residents_have_answered_is_found_until_it_is_decided() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident("13800000001").await, app.clerk("clerk").await);
    let number = resident.files(&hookup()).await;
    let answered = async || sees(&clerk).await.answered;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    let asks = json!([{ "item": { "material": "id_card" }, "reason": "反光" }]);
    clerk.acts(&number, json!({ "verb": "send_back", "asks": asks })).await;
    assert_eq!(answered().await, 0);
    let photo = resident.uploads(&pictures::jpeg(40, 30)).await;
    let brought = json!({ "verb": "complete", "materials": { "id_card": [photo] } });
    resident.acts(&number, brought).await;
    assert_eq!(answered().await, 1);
    for material in ["id_card", "property"] {
        let check = json!({ "verb": "check", "material": material, "verdict": "accepted" });
        clerk.acts(&number, check).await;
    }
    assert_eq!(
        clerk.finds("feedback=answered").await.total,
        1,
        "it is still to be decided"
    );
    clerk
        .acts(&number, json!({ "verb": "dispatch", "unit": "branch-guancheng" }))
        .await;
    assert_eq!(answered().await, 0);
}

#[tokio::test]
async fn what_residents_have_rated_low_is_found() {
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident("13800000001").await, app.clerk("clerk").await);
    let mut numbers = Vec::new();
    for level in ["bad", "good"] {
        let number = resident.files(&leak()).await;
        super::super::cases::finishes(&clerk, &number).await;
        resident.acts(&number, json!({ "verb": "rate", "level": level })).await;
        numbers.push(number);
    }
    assert_eq!(sees(&clerk).await.low_rated, 1);
    let found = clerk.finds("feedback=low").await;
    assert_eq!(found.cases[0].number.to_string(), numbers[0]);
    clerk
        .acts(&numbers[0], json!({ "verb": "dispatch", "unit": "network" }))
        .await;
    assert_eq!(sees(&clerk).await.low_rated, 1, "as long as it is open");
    clerk
        .acts(&numbers[0], json!({ "verb": "finish", "result": "好了" }))
        .await;
    assert_eq!(sees(&clerk).await.low_rated, 0);
    assert_eq!(clerk.finds("feedback=low&status=finished").await.total, 1);
}
