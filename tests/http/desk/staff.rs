//! Colleagues, and giving cases to them.

use serde_json::{Value, json};
use shuiting_shared::api::Colleague;
use shuiting_shared::case::{Event, Role, Status};
use shuiting_tests::{TestApp, hookup, leak};

fn assign(to: &str) -> Value {
    json!({ "verb": "assign", "to": to })
}

#[tokio::test]
async fn everybody_at_the_desk_is_listed() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    app.hires("gone", Role::Clerk, None).await;
    app.hires("agent", Role::Agent, Some("13900000001")).await;
    app.write(|conn| shuiting_server::staff::disable(conn, "gone")).await;
    let answer = clerk.get("/desk/staff").await.is(200);
    assert!(!answer.text().contains("1390"), "phones are nobody's business");
    let names: Vec<_> = answer
        .read::<Vec<Colleague>>()
        .into_iter()
        .map(|colleague| (colleague.name, colleague.display, colleague.role))
        .collect();
    let colleague = |name: &str, role| (name.to_owned(), format!("{name}先生"), role);
    assert_eq!(
        names,
        [colleague("agent", Role::Agent), colleague("clerk", Role::Clerk)]
    );
    app.resident("13800000001")
        .await
        .get("/desk/staff")
        .await
        .fails(403, "forbidden");
}

#[tokio::test]
async fn a_case_is_given_to_a_colleague() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let (dispatcher, clerk) = (
        app.staff("dispatcher", Role::Dispatcher).await,
        app.clerk("clerk").await,
    );
    let number = resident.files(&hookup()).await;
    let case = dispatcher.acts(&number, assign("clerk")).await;
    assert_eq!(
        (case.line.status, case.line.assignee.as_deref()),
        (Status::Filed, Some("clerk先生")),
        "it still has to be taken on"
    );
    assert_eq!(
        case.timeline[0].event,
        Event::Assigned {
            to: "clerk先生".into()
        }
    );
    assert_eq!(clerk.finds("whose=mine").await.total, 1);
    assert_eq!(clerk.finds("whose=nobody").await.total, 0);
    assert_eq!(resident.looks_at(&number).await.timeline.len(), 1, "that is inside");
    clerk.acts(&number, json!({ "verb": "take" })).await;
}

#[tokio::test]
async fn only_who_can_work_on_it_is_given_it_and_only_by_who_may() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let (supervisor, clerk) = (
        app.staff("supervisor", Role::Supervisor).await,
        app.clerk("clerk").await,
    );
    for (name, role) in [("crew", Role::Crew), ("agent", Role::Agent), ("gone", Role::Clerk)] {
        app.hires(name, role, None).await;
    }
    app.write(|conn| shuiting_server::staff::disable(conn, "gone")).await;
    let (papers, water) = (resident.files(&hookup()).await, resident.files(&leak()).await);
    for name in ["crew", "agent", "gone", "nobody"] {
        let refused = supervisor.tries(&papers, assign(name)).await.fails(422, "invalid");
        assert_eq!(refused.flaws(), ["to not_a_colleague"], "{name}");
    }
    let refused = supervisor.tries(&papers, assign(" ")).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["to missing"]);
    supervisor.acts(&water, assign("agent")).await;
    supervisor
        .acts(&water, json!({ "verb": "dispatch", "unit": "network" }))
        .await;
    supervisor.acts(&water, assign("crew")).await;
    app.staff("admin", Role::Admin)
        .await
        .acts(&water, assign("clerk"))
        .await;
    clerk.tries(&papers, assign("clerk")).await.fails(409, "not_now");
    resident.tries(&papers, assign("clerk")).await.fails(409, "not_now");
    clerk
        .acts(&water, json!({ "verb": "finish", "result": "换了一段水管" }))
        .await;
    supervisor.tries(&water, assign("clerk")).await.fails(409, "not_now");
}
