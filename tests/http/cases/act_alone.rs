//! Several people at one case.

use futures_util::future::join_all;
use serde_json::{Value, json};
use shuiting_shared::case::Status;
use shuiting_tests::{TestApp, leak, pictures};

use super::note;

#[tokio::test]
async fn who_acts_on_an_old_version_is_told_what_changed() {
    let app = TestApp::new().await;
    let number = app.guest().await.files(&leak()).await;
    let (first, second) = (app.clerk("first").await, app.clerk("second").await);
    let seen = second.looks_at(&number).await.version;
    first.acts(&number, json!({ "verb": "take" })).await;
    first.acts(&number, note("已电话联系")).await;

    let refused = second
        .acts_on(&number, seen, json!({ "verb": "take" }))
        .await
        .fails(409, "case_changed");
    let told = refused.json();
    assert_eq!(told["version"], 3);
    let changes = told["changes"].as_array().unwrap();
    let told: Vec<_> = changes
        .iter()
        .map(|change| (&change["event"]["event"], &change["by"]["name"]))
        .collect();
    assert_eq!(
        told,
        [
            (&json!("noted"), &json!("first先生")),
            (&json!("taken"), &json!("first先生"))
        ]
    );
    second.acts_on(&number, 3, note("我来跟进")).await.is(200);
}

#[tokio::test]
async fn a_resident_is_not_told_what_is_not_theirs() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let number = resident.files(&leak()).await;
    let clerk = app.clerk("clerk").await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    clerk.acts(&number, note("内部")).await;
    let refused = resident
        .acts_on(&number, 1, json!({ "verb": "withdraw" }))
        .await
        .fails(409, "case_changed");
    let told = refused.json();
    assert_eq!(told["version"], 3);
    let changes = told["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[0]["by"], json!({ "kind": "staff", "role": "clerk" }));
}

#[tokio::test]
async fn of_acts_on_one_version_just_one_wins() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let number = guest.files(&leak()).await;
    let mut clerks = Vec::new();
    for n in 0..4 {
        clerks.push(app.clerk(&format!("clerk{n}")).await);
    }
    for round in 1..=4 {
        let version = guest.looks_at(&number).await.version;
        let acts = clerks.iter().map(|clerk| clerk.acts_on(&number, version, note("我来")));
        let answers = join_all(acts).await;
        let won = answers.iter().filter(|answer| answer.status == 200).count();
        assert_eq!(won, 1, "round {round}: {answers:?}");
        for lost in answers.into_iter().filter(|answer| answer.status != 200) {
            let told: Value = lost.fails(409, "case_changed").json();
            assert_eq!(told["version"], version + 1);
        }
    }
}

#[tokio::test]
async fn a_case_taken_at_one_moment_has_one_owner() {
    let app = TestApp::new().await;
    let number = app.guest().await.files(&leak()).await;
    let (first, second) = (app.clerk("first").await, app.clerk("second").await);
    let take = || json!({ "verb": "take" });
    let (one, other) = tokio::join!(first.tries(&number, take()), second.tries(&number, take()));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    let timeline = first.looks_at(&number).await.timeline;
    assert_eq!(timeline.len(), 2, "filed, taken");
}

#[tokio::test]
async fn a_photo_added_at_one_moment_is_added_once() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    let number = guest.files(&leak()).await;
    let photo = guest.uploads(&pictures::jpeg(40, 30)).await;
    let add = json!({ "verb": "add", "photos": [photo] });
    let answers = join_all((0..6).map(|_| guest.acts_on(&number, 1, add.clone()))).await;
    assert_eq!(
        answers.iter().filter(|answer| answer.status == 200).count(),
        1,
        "{answers:?}"
    );
    for lost in answers.into_iter().filter(|answer| answer.status != 200) {
        lost.fails(409, "case_changed");
    }
    let case = guest.looks_at(&number).await;
    assert_eq!((case.timeline.len(), case.line.status), (2, Status::Filed));
}
