//! Orders that want looking after: whoever has heard nothing, what is watched, what was sent back twice.

use chrono::TimeDelta;
use serde_json::json;
use shuiting_shared::api::Views;
use shuiting_shared::case::Role;
use shuiting_tests::{Person, TestApp, leak};

use super::{NANCHENG, passes};

const PHONE: &str = "13800000001";

async fn found(person: &Person, list: &str) -> Vec<String> {
    let found = person.finds(&format!("order={list}")).await;
    let views: Views = person.get("/desk/views").await.is(200).read();
    let counted = match list {
        "unheard" => views.unheard,
        "supervised" => views.supervised,
        _ => views.returned,
    };
    assert_eq!(found.total, counted, "{list}");
    found.cases.iter().map(|line| line.number.to_string()).collect()
}

#[tokio::test]
async fn whoever_has_heard_nothing_by_hour_20_is_on_the_list_until_they_have() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let silent = resident.files(&leak()).await;
    let told = resident.files(&leak()).await;
    app.clock.advance(TimeDelta::hours(20) - TimeDelta::seconds(1));
    assert_eq!(found(&dispatcher, "unheard").await, Vec::<String>::new());
    app.clock.advance(TimeDelta::seconds(1));
    assert_eq!(found(&dispatcher, "unheard").await.len(), 2);

    passes(&dispatcher, &silent, NANCHENG).await;
    let note = json!({ "verb": "note", "words": "师傅下午到", "to_resident": true });
    dispatcher.acts(&told, note).await;
    assert_eq!(
        found(&dispatcher, "unheard").await,
        std::slice::from_ref(&silent),
        "where it lies is no answer"
    );

    app.clock.advance(TimeDelta::hours(4));
    shuiting_server::order::ring(app.inside()).await.unwrap();
    assert_eq!(
        found(&dispatcher, "unheard").await,
        Vec::<String>::new(),
        "they have had the interim SMS"
    );
}

#[tokio::test]
async fn what_is_watched_and_what_was_sent_back_twice_have_lists() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let supervisor = app.staff("boss", Role::Supervisor).await;
    let (watched, returned) = (resident.files(&leak()).await, resident.files(&leak()).await);
    supervisor
        .acts(&watched, json!({ "verb": "supervise", "words": "盯紧" }))
        .await;
    for list in [vec![], vec![returned.clone()]] {
        passes(&dispatcher, &returned, NANCHENG).await;
        dispatcher
            .acts(&returned, json!({ "verb": "return", "reason": "不在辖区" }))
            .await;
        assert_eq!(found(&dispatcher, "returned").await, list);
    }
    assert_eq!(found(&dispatcher, "supervised").await, std::slice::from_ref(&watched));
    passes(&dispatcher, &watched, NANCHENG).await;
    dispatcher
        .acts(&watched, json!({ "verb": "finish", "result": "已修好" }))
        .await;
    assert_eq!(
        found(&dispatcher, "supervised").await,
        Vec::<String>::new(),
        "it is over"
    );
}
