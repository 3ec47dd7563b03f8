//! A notice is changed, ended, thrown away; nobody does so over another's head.

use shuiting_shared::outage::Turn;

use super::*;

#[tokio::test]
async fn it_is_put_off_extended_and_over() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let posted = posts(&dispatcher, &planned()).await;
    let later = changes(
        &dispatcher,
        &posted,
        |outage| outage["ends"] = json!("2026-11-25T23:00:00Z"),
        "阀门难拆",
    );
    let later: OutageView = later.await.is(200).read();
    assert_eq!(
        (later.turn, later.why.as_deref()),
        (Some(Turn::Extended), Some("阀门难拆"))
    );
    assert_eq!(
        (later.state, later.version, later.posted),
        (posted.state, 3, posted.posted)
    );
    assert_eq!(reads(&app, "").await[0].outage.ends, later.outage.ends);

    let ended: OutageView = does(&dispatcher, &later, "end").await.is(200).read();
    assert_eq!((ended.state, ended.ended.is_some()), (OutageState::Over, true));
    assert!(reads(&app, "").await.is_empty());
    let path = format!("/outages/{}", ended.id);
    assert_eq!(
        app.passer_by().get(&path).await.is(200).read::<OutageView>().state,
        OutageState::Over
    );
    changes(&dispatcher, &ended, |_| (), "").await.fails(409, "not_now");
    does(&dispatcher, &ended, "end").await.fails(409, "not_now");
    let over: Vec<OutageView> = dispatcher.get("/desk/outages?over=true").await.is(200).read();
    assert_eq!(over, [ended]);
}

#[tokio::test]
async fn nobody_changes_it_over_another_s_head() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let posted = posts(&dispatcher, &planned()).await;
    let first = |outage: &mut Value| outage["households"] = json!(900);
    changes(&dispatcher, &posted, first, "").await.is(200);
    changes(&dispatcher, &posted, |outage| outage["reason"] = json!("…"), "")
        .await
        .fails(409, "outage_changed");
    does(&dispatcher, &posted, "end").await.fails(409, "outage_changed");
    let read = reads(&app, "").await;
    assert_eq!(
        (read[0].outage.households, read[0].outage.reason.as_str()),
        (900, "更换阀门")
    );
    assert_eq!(read[0].turn, None, "a count tells those concerned nothing new");
}

#[tokio::test]
async fn a_change_that_is_told_needs_a_reason() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let posted = posts(&dispatcher, &planned()).await;
    let longer = |outage: &mut Value| outage["ends"] = json!("2026-11-25T21:00:00Z");
    let refused = changes(&dispatcher, &posted, longer, " ").await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["why missing"]);
    let too_long = |outage: &mut Value| outage["ends"] = json!("2026-12-25T21:00:00Z");
    let refused = changes(&dispatcher, &posted, too_long, "天气")
        .await
        .fails(422, "invalid");
    assert!(refused.flaws().contains(&"outage.ends ends_wrong".to_owned()));
    let draft = drafts(&dispatcher, &planned()).await;
    changes(&dispatcher, &draft, longer, "").await.is(200);
}

#[tokio::test]
async fn a_draft_is_thrown_away_and_what_was_posted_is_not() {
    let app = TestApp::new().await;
    let dispatcher = dispatcher(&app).await;
    let (draft, posted) = (
        drafts(&dispatcher, &planned()).await,
        posts(&dispatcher, &planned()).await,
    );
    let discards = async |id: &str| dispatcher.ask(Method::DELETE, &format!("/desk/outages/{id}")).await;
    discards(&draft.id).await.is(204);
    discards(&draft.id).await.fails(404, "not_found");
    discards(&posted.id).await.fails(409, "not_now");
}
