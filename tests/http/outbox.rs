//! Messages leave at least once, and what they held does not stay.

use chrono::TimeDelta;
use serde_json::json;
use shuiting_tests::{Engine, TestApp, leak};

const PHONE: &str = "13800000001";

#[tokio::test]
async fn what_did_not_leave_is_tried_again() {
    let app = TestApp::new().await;
    app.messenger.breaks();
    app.guest().await.files(&leak()).await;
    assert!(app.messages_to(PHONE).await.is_empty());
    assert_eq!(app.messenger.tries(), 1);
    app.carried().await;
    assert_eq!(app.messenger.tries(), 1, "it is not tried again at once");

    // Each pause is twice as long as the one before, and up to as much again by chance.
    for (tries, seconds) in [(2, 20), (3, 40)] {
        app.clock.advance(TimeDelta::seconds(seconds - 1));
        app.carried().await;
        assert_eq!(app.messenger.tries(), tries - 1);
        app.clock.advance(TimeDelta::seconds(seconds + 1));
        app.carried().await;
        assert_eq!(app.messenger.tries(), tries);
    }
    app.messenger.mends();
    app.clock.advance(TimeDelta::seconds(160));
    let told = app.messages_to(PHONE).await;
    assert_eq!(told.len(), 1);
    // It tells the day that was meant when it was written.
    assert!(told[0].contains("明天 10:00"), "{told:?}");
    app.clock.advance(TimeDelta::days(1));
    assert_eq!(
        app.messages_to(PHONE).await.len(),
        1,
        "what has left does not leave again"
    );
}

#[tokio::test]
async fn a_broken_line_holds_up_nobody_elses_filing() {
    let app = TestApp::new().await;
    app.messenger.breaks();
    let guest = app.guest().await;
    guest.files(&leak()).await;
    guest.files(&leak()).await;
    app.carried().await;
    assert_eq!(app.messenger.tries(), 2);
    assert_eq!(guest.lists().await.len(), 2);
}

#[tokio::test]
async fn a_message_is_given_up_in_the_end() {
    let app = TestApp::new().await;
    app.messenger.breaks();
    app.guest().await.files(&leak()).await;
    for _ in 0..12 {
        app.carried().await;
        app.clock.advance(TimeDelta::hours(3));
    }
    app.carried().await;
    assert_eq!(app.messenger.tries(), 8);
}

#[tokio::test]
async fn a_code_cannot_be_read_in_the_database() {
    let app = TestApp::new().await;
    app.messenger.breaks();
    app.passer_by()
        .post("/codes")
        .json(&json!({ "phone": PHONE }))
        .await
        .is(202);
    app.carried().await;
    let waiting = app.write(shuiting_tests::written_in_outbox).await;
    assert_eq!(waiting.len(), 1);
    assert!(waiting[0].starts_with("sealed:"), "{waiting:?}");

    app.messenger.mends();
    app.clock.advance(TimeDelta::minutes(5));
    let told = app.messages_to(PHONE).await;
    let code = told[0]
        .split(|c: char| !c.is_ascii_digit())
        .find(|run| run.len() == 6)
        .unwrap()
        .to_owned();
    assert_eq!(
        app.write(shuiting_tests::written_in_outbox).await,
        [""],
        "what has left is emptied"
    );
    // Six digits turn up by chance in random text, but not between these quotes.
    let written = format!("\"code\":\"{code}\"");
    if Engine::tested() == Engine::Sqlite {
        let files = app.place.bytes();
        let holds = |bytes: &[u8]| bytes.windows(written.len()).any(|at| at == written.as_bytes());
        assert!(!files.iter().any(|(_, bytes)| holds(bytes)));
    }
}
