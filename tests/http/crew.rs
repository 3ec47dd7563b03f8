//! What a crew sees of its orders, and what its phone tells of them, however late.

mod acts;

use serde_json::{Value, json};
use shuiting_server::{audit, case};
use shuiting_shared::api::CrewOrder;
use shuiting_shared::case::Role;
use shuiting_shared::order::{Clock, Kind};
use shuiting_tests::{Person, TestApp, leak};

const NANCHENG: &str = "branch-nancheng";

/// A leak that nobody can walk past, at this point.
fn burst(point: &str) -> Value {
    let mut filing = leak();
    filing["answers"]["severity"] = json!("flood");
    filing["answers"]["point"] = json!(point);
    filing["answers"]["words"] = json!("路口冒水");
    filing["answers"]["name"] = json!("王小明");
    filing
}

async fn orders(person: &Person) -> Vec<CrewOrder> {
    person.get("/crew/orders").await.is(200).read()
}

async fn numbers(person: &Person) -> Vec<String> {
    orders(person)
        .await
        .iter()
        .map(|order| order.number.to_string())
        .collect()
}

/// Files something and passes it on to a unit.
async fn passed_on(app: &TestApp, filing: &Value, unit: &str, words: &str) -> String {
    let number = app.guest().await.files(filing).await;
    let dispatcher = app.staff(&format!("d{number}").to_lowercase(), Role::Dispatcher).await;
    let dispatch = json!({ "verb": "dispatch", "unit": unit, "words": words });
    dispatcher.acts(&number, dispatch).await;
    number
}

/// What of a case was shown to whom, by the audit log.
async fn looked(app: &TestApp, number: &str) -> Vec<String> {
    let number = number.parse().unwrap();
    let looked = app.write(move |conn| {
        let id = case::id(conn, number).map_err(|failure| anyhow::anyhow!("{failure}"))?;
        Ok(audit::of_case(conn, &id)?)
    });
    looked.await.into_iter().map(|(_, what)| what).collect()
}

#[tokio::test]
async fn a_crew_sees_the_orders_of_its_unit_and_no_others() {
    let app = TestApp::new().await;
    let (crew, other) = (app.crew("crew", NANCHENG).await, app.crew("other", "network").await);
    let here = passed_on(&app, &burst("23.02012,113.75034"), NANCHENG, "先关西门阀").await;
    let there = passed_on(&app, &leak(), "network", "").await;
    let filed = app.guest().await.files(&leak()).await;
    assert_eq!(numbers(&crew).await, [here]);
    assert_eq!(numbers(&other).await, [there]);
    assert_eq!(
        numbers(&app.staff("nowhere", Role::Crew).await).await,
        Vec::<String>::new()
    );

    let order = orders(&crew).await.remove(0);
    assert_eq!((order.order.kind, order.order.priority), (Kind::Burst, 1));
    assert!(order.order.open(Clock::Respond) && order.order.open(Clock::Secure));
    assert_eq!(order.address.as_deref(), Some("鸿福路1号"));
    assert_eq!(order.words.as_deref(), Some("路口冒水"));
    assert_eq!(order.told.as_deref(), Some("先关西门阀"));
    assert_eq!((order.name.as_deref(), &*order.phone), (Some("王**"), "138****0001"));
    assert!(!order.mine);

    for person in [app.clerk("clerk").await, app.guest().await] {
        person.get("/crew/orders").await.fails(403, "forbidden");
    }
    app.passer_by().get("/crew/orders").await.fails(401, "sign_in");
    assert_eq!(looked(&app, &filed).await, Vec::<String>::new());
}

#[tokio::test]
async fn the_exact_place_is_shown_and_that_it_was_is_written_down_once() {
    let app = TestApp::new().await;
    let crew = app.crew("crew", NANCHENG).await;
    let number = passed_on(&app, &burst("23.02012,113.75034"), NANCHENG, "").await;
    for _ in 0..3 {
        assert_eq!(orders(&crew).await[0].point.as_deref(), Some("23.02012,113.75034"));
    }
    assert_eq!(looked(&app, &number).await, ["point"]);
    orders(&app.crew("crew2", NANCHENG).await).await;
    assert_eq!(looked(&app, &number).await, ["point", "point"], "each who is shown it");
}

#[tokio::test]
async fn those_that_are_mine_come_first_and_what_is_over_is_gone() {
    let app = TestApp::new().await;
    let crew = app.crew("crew", NANCHENG).await;
    let first = passed_on(&app, &burst("23.02,113.75"), NANCHENG, "").await;
    let second = passed_on(&app, &leak(), NANCHENG, "").await;
    assert_eq!(
        numbers(&crew).await,
        [first.clone(), second.clone()],
        "a burst is due before a leak"
    );
    crew.acts(&second, json!({ "verb": "accept" })).await;
    assert_eq!(numbers(&crew).await, [second.clone(), first.clone()]);
    let held = orders(&crew).await.remove(0);
    assert!(held.mine);
    assert_eq!(held.assignee.as_deref(), Some("crew先生"));
    let theirs = orders(&app.crew("crew2", NANCHENG).await).await;
    assert!(theirs.iter().all(|order| !order.mine));

    crew.acts(&second, json!({ "verb": "finish", "result": "已更换接头" }))
        .await;
    crew.acts(&first, json!({ "verb": "return", "reason": "不归我们" }))
        .await;
    assert_eq!(numbers(&crew).await, Vec::<String>::new());
}

#[tokio::test]
async fn what_was_joined_goes_with_its_lead() {
    let app = TestApp::new().await;
    let crew = app.crew("crew", NANCHENG).await;
    let lead = passed_on(&app, &leak(), NANCHENG, "").await;
    let same = app.guest().await.files(&leak()).await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    dispatcher.acts(&same, json!({ "verb": "join", "into": lead })).await;
    let seen = orders(&crew).await;
    assert_eq!(seen.len(), 1);
    assert_eq!((seen[0].number.to_string(), seen[0].joined), (lead, 1));
}
