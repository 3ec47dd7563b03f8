//! How long households were without water in a period.

use shuiting_shared::api::OutageReport;

use super::*;

#[tokio::test]
async fn hours_are_weighed_by_households_and_what_was_called_off_does_not_count() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    // Six and a half hours for 800 households, one hour for 200.
    let burst = posts(&dispatcher, &sudden()).await;
    let mut small = sudden();
    small["starts"] = json!("2026-11-24T07:00:00Z");
    small["households"] = json!(200);
    let small = posts(&dispatcher, &small).await;
    let never = posts(&dispatcher, &planned()).await;
    does(&dispatcher, &never, "end").await.is(200);
    app.clock.advance(TimeDelta::hours(6));
    for notice in [burst, small] {
        does(&dispatcher, &notice, "end").await.is(200);
    }
    let path = "/desk/reports/outages?from=2026-11-24&to=2026-11-25";
    let report: OutageReport = dispatcher.get(path).await.is(200).read();
    assert_eq!((report.all.outages, report.all.households), (2, 1000));
    assert_eq!(report.all.minutes, (390 * 800 + 60 * 200) / 1000);
    assert_eq!(report.unplanned, report.all);
    assert_eq!(report.planned.outages, 0);
    let wrong = "/desk/reports/outages?from=2026-11-24&to=2026-11-23";
    dispatcher.get(wrong).await.fails(422, "invalid");
    app.resident("13800000001")
        .await
        .get(path)
        .await
        .fails(403, "forbidden");
}
