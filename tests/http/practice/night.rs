//! It begins anew each night, and never where anything real lies.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use shuiting_server::practice::Ground;
use shuiting_shared::service::Service;
use shuiting_tests::{Place, TestApp, leak};

use super::Both;
use super::motion::{filing, plays_on};

/// Longest that a test waits for something that the server does by itself.
const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test]
async fn what_was_filed_is_gone_the_next_day_and_the_desk_plays_on() {
    let both = Both::new().await;
    let person = both.practises("13800001234").await;
    person.files(&filing(Service::Leak)).await;
    let before = both.app.resident("13800001234").await;
    both.app.clock.advance(TimeDelta::days(1));
    let start = Instant::now();
    while person.get("/cases").await.status == 200 {
        assert!(start.elapsed() < PATIENCE, "the city does not begin anew");
    }
    person.get("/cases").await.fails(401, "sign_in");
    before.get("/cases").await.is(200);
    let person = both.practises("13800001234").await;
    assert!(person.lists().await.is_empty());
    let number = person.files(&filing(Service::Leak)).await;
    plays_on(&both, &person, &number).await;
}

#[tokio::test]
async fn the_house_is_never_emptied_for_it() {
    let place = Place::new();
    let address = place.address.clone();
    let refused = TestApp::try_in(place, |means| {
        means.practice = Some(Ground { address: Some(address) });
    })
    .await;
    let why = refused.err().map(|error| error.to_string()).unwrap_or_default();
    assert!(
        why.contains("PRACTICE_DATABASE_URL") && why.contains("the house's own"),
        "{why}"
    );

    // Nor is that of another house, which has real cases.
    let other = TestApp::new().await;
    let resident = other.resident("13800001234").await;
    let number = resident.files(&leak()).await;
    let address = other.place.address.clone();
    let refused = TestApp::try_in(Place::new(), |means| {
        means.practice = Some(Ground { address: Some(address) });
    })
    .await;
    let why = refused.err().map(|error| error.to_string()).unwrap_or_default();
    assert!(why.contains("real cases"), "{why}");
    resident.looks_at(&number).await;
}
