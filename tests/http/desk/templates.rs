//! Answer templates.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_shared::api::{TemplateVersion, TemplateView};
use shuiting_shared::case::Role;
use shuiting_tests::TestApp;

fn template() -> Value {
    json!({
        "service": "LEAK", "occasion": "finish",
        "title": { "zh": "已修好", "en": "Repaired" },
        "words": { "zh": "{name}您好,{number}已修好", "en": "Dear {name}, {number} is repaired" },
    })
}

fn change(version: i32, template: &Value) -> Value {
    json!({ "version": version, "template": template })
}

#[tokio::test]
async fn a_template_is_written_changed_taken_away_and_brought_back() {
    let app = TestApp::new().await;
    let (clerk, supervisor) = (app.clerk("clerk").await, app.staff("boss", Role::Supervisor).await);
    let admin = app.staff("admin", Role::Admin).await;
    let view: TemplateView = supervisor
        .post("/desk/templates")
        .json(&template())
        .await
        .is(201)
        .read();
    assert_eq!((view.version, view.removed), (1, false));
    let path = format!("/desk/templates/{}", view.id);

    app.clock.advance(TimeDelta::hours(1));
    let mut better = template();
    better["words"]["zh"] = json!("  {name}您好,漏点已修好 ");
    let view: TemplateView = admin
        .ask(Method::PATCH, &path)
        .json(&change(1, &better))
        .await
        .is(200)
        .read();
    assert_eq!(view.version, 2);
    assert_eq!(view.template.words.zh, "{name}您好,漏点已修好");
    let mut removed = change(2, &better);
    removed["removed"] = json!(true);
    admin.ask(Method::PATCH, &path).json(&removed).await.is(200);
    let listed: Vec<TemplateView> = clerk.get("/desk/templates").await.is(200).read();
    assert_eq!((listed.len(), listed[0].removed, listed[0].version), (1, true, 3));
    // What it said at first is restored by saying it again.
    supervisor
        .ask(Method::PATCH, &path)
        .json(&change(3, &template()))
        .await
        .is(200);

    let history: Vec<TemplateVersion> = clerk.get(&format!("{path}/history")).await.is(200).read();
    let told: Vec<_> = history
        .iter()
        .map(|old| {
            (
                old.version,
                old.by.as_str(),
                old.removed,
                old.template.words.zh.as_str(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (4, "boss先生", false, "{name}您好,{number}已修好"),
            (3, "admin先生", true, "{name}您好,漏点已修好"),
            (2, "admin先生", false, "{name}您好,漏点已修好"),
            (1, "boss先生", false, "{name}您好,{number}已修好"),
        ]
    );
    assert_eq!(history[2].at - history[3].at, TimeDelta::hours(1));
}

#[tokio::test]
async fn nobody_writes_over_anothers_words() {
    let app = TestApp::new().await;
    let (one, two) = (
        app.staff("one", Role::Supervisor).await,
        app.staff("two", Role::Admin).await,
    );
    let view: TemplateView = one.post("/desk/templates").json(&template()).await.is(201).read();
    let path = format!("/desk/templates/{}", view.id);
    let writes = || [&one, &two].map(|person| person.ask(Method::PATCH, &path).json(&change(1, &template())));
    let [first, second] = writes();
    let (first, second) = futures_util::join!(first.into_future(), second.into_future());
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let [late, _] = writes();
    late.await.fails(409, "template_changed");
    let history: Vec<TemplateVersion> = one.get(&format!("{path}/history")).await.read();
    assert_eq!(history.len(), 2);
}

#[tokio::test]
async fn a_blank_that_there_is_not_is_named() {
    let app = TestApp::new().await;
    let supervisor = app.staff("boss", Role::Supervisor).await;
    let mut wrong = template();
    wrong["words"]["zh"] = json!("请拨{phone}");
    wrong["title"]["en"] = json!("");
    let refused = supervisor
        .post("/desk/templates")
        .json(&wrong)
        .await
        .fails(422, "invalid");
    assert_eq!(refused.flaws(), ["title.en missing", "words.zh no_such_blank"]);
    assert!(refused.text().contains("{phone}") && refused.text().contains("{hotline}"));

    let view: TemplateView = supervisor
        .post("/desk/templates")
        .json(&template())
        .await
        .is(201)
        .read();
    let path = format!("/desk/templates/{}", view.id);
    let refused = supervisor
        .ask(Method::PATCH, &path)
        .json(&change(1, &wrong))
        .await
        .fails(422, "invalid");
    assert_eq!(
        refused.flaws(),
        ["template.title.en missing", "template.words.zh no_such_blank"]
    );
    for (field, value) in [("service", json!("NOPE")), ("occasion", json!("take"))] {
        let mut wrong = template();
        wrong[field] = value;
        let refused = supervisor
            .post("/desk/templates")
            .json(&wrong)
            .await
            .fails(422, "invalid");
        assert_eq!(refused.flaws(), [format!("{field} wrong_type")]);
    }
}

#[tokio::test]
async fn supervisors_and_administrators_write_and_all_staff_read() {
    let app = TestApp::new().await;
    let supervisor = app.staff("boss", Role::Supervisor).await;
    let view: TemplateView = supervisor
        .post("/desk/templates")
        .json(&template())
        .await
        .is(201)
        .read();
    let path = format!("/desk/templates/{}", view.id);
    for role in [Role::Clerk, Role::Dispatcher, Role::Crew, Role::Agent] {
        let member = app.staff(role.code(), role).await;
        member.get("/desk/templates").await.is(200);
        member.get(&format!("{path}/history")).await.is(200);
        member
            .post("/desk/templates")
            .json(&template())
            .await
            .fails(403, "forbidden");
        member
            .ask(Method::PATCH, &path)
            .json(&change(1, &template()))
            .await
            .fails(403, "forbidden");
    }
    for outsider in [app.guest().await, app.resident("13800000001").await] {
        outsider.get("/desk/templates").await.fails(403, "forbidden");
        outsider.get(&format!("{path}/history")).await.fails(403, "forbidden");
    }
    supervisor
        .get("/desk/templates/nothing/history")
        .await
        .fails(404, "not_found");
    let nothing = supervisor.ask(Method::PATCH, "/desk/templates/nothing");
    nothing.json(&change(1, &template())).await.fails(404, "not_found");
}
