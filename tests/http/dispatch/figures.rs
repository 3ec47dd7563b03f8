//! On-time and satisfaction figures of work orders (DOMAIN.md §3).

use chrono::TimeDelta;
use serde_json::json;
use shuiting_server::clock::Clock as _;
use shuiting_shared::api::OrderReport;
use shuiting_shared::case::Role;
use shuiting_shared::order::Kind;
use shuiting_shared::time::today;
use shuiting_tests::{TestApp, leak};

use super::{NANCHENG, leak_in, passes};

const PHONE: &str = "13800000001";

#[tokio::test]
async fn what_was_finished_in_a_period_is_counted_by_kind_and_unit() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let finish = json!({ "verb": "finish", "result": "已修好" });
    let (good, bad) = (resident.files(&leak()).await, resident.files(&leak()).await);
    let burst = resident.files(&leak_in("humen", "flood", PHONE)).await;
    for number in [&good, &bad] {
        passes(&dispatcher, number, NANCHENG).await;
    }
    dispatcher.acts(&good, finish.clone()).await;
    dispatcher.acts(&burst, finish.clone()).await;
    app.clock.advance(TimeDelta::hours(25));
    dispatcher.acts(&bad, finish).await;
    resident.acts(&good, json!({ "verb": "rate", "level": "good" })).await;
    resident.acts(&bad, json!({ "verb": "rate", "level": "fair" })).await;

    let day = today(app.clock.now());
    let from = day - chrono::Days::new(7);
    let path = |from, to| format!("/desk/reports/orders?from={from}&to={to}");
    let report: OrderReport = dispatcher.get(&path(from, day)).await.is(200).read();
    let total = report.total;
    assert_eq!((total.finished, total.limited, total.on_time), (3, 3, 2));
    assert_eq!(total.punctuality(), Some(6_666));
    assert_eq!(
        (total.rated, total.satisfied, total.satisfaction()),
        (2, 1, Some(5_000))
    );
    let kinds: Vec<_> = report.kinds.iter().map(|of| (of.kind, of.figures.finished)).collect();
    assert_eq!(kinds, [(Kind::Burst, 1), (Kind::Leak, 2)]);
    let units: Vec<_> = report
        .units
        .iter()
        .map(|of| (of.unit.as_deref(), of.figures.on_time))
        .collect();
    assert_eq!(units, [(Some("branch-humen"), 1), (Some(NANCHENG), 1)]);

    let later: OrderReport = dispatcher
        .get(&path(day + chrono::Days::new(1), day + chrono::Days::new(2)))
        .await
        .is(200)
        .read();
    assert_eq!(later.kinds, []);
    dispatcher.get(&path(day, from)).await.fails(422, "invalid");
    resident.get(&path(from, day)).await.fails(403, "forbidden");
}
