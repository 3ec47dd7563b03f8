//! What changes is told as it happens: to each what is theirs, nothing left out, nothing twice.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::TimeDelta;
use futures_util::future::join_all;
use reqwest::Method;
use shuiting_server::housekeeping;
use shuiting_shared::api::Changed;
use shuiting_tests::{Engine, Heard, Listener, Person, Place, TestApp, hookup, leak, transfer};

use super::note;

const MINE: &str = "/cases/events";
const DESK: &str = "/desk/events";

fn changed(number: &str, version: i32) -> Changed {
    Changed {
        number: number.parse().unwrap(),
        version,
    }
}

/// Somebody who has just begun to listen.
async fn listens(who: &Person, path: &str) -> Listener {
    let mut listener = who.get(path).listens().await;
    assert_eq!(listener.next().await, Some(Heard::Here));
    listener
}

/// The same after a cut.
async fn comes_back(who: &Person, path: &str, last: &str) -> Listener {
    who.get(path).header("Last-Event-ID", last).listens().await
}

#[tokio::test]
async fn staff_hear_of_every_case_and_residents_of_their_own() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let (one, other) = (app.resident("13800000001").await, app.resident("13800000002").await);
    let party = app.resident("13800000003").await;
    let mut desk = listens(&clerk, DESK).await;
    let mut mine = listens(&one, MINE).await;
    let mut theirs = listens(&party, MINE).await;

    let foreign = other.files(&hookup_of("13800000002")).await;
    let transferred = one.files(&transfer()).await;
    clerk.acts(&foreign, note("内部")).await;
    clerk.acts(&transferred, note("内部")).await;

    for told in [(&foreign, 1), (&transferred, 1), (&foreign, 2), (&transferred, 2)] {
        assert_eq!(desk.change().await, changed(told.0, told.1));
    }
    for listener in [&mut mine, &mut theirs] {
        assert_eq!(listener.change().await, changed(&transferred, 1));
        assert_eq!(listener.change().await, changed(&transferred, 2));
    }
}

fn hookup_of(phone: &str) -> serde_json::Value {
    let mut filing = hookup();
    filing["answers"]["phone"] = phone.into();
    filing
}

#[tokio::test]
async fn each_side_has_a_feed_of_its_own() {
    let app = TestApp::new().await;
    app.passer_by().get(MINE).await.fails(401, "sign_in");
    app.passer_by().get(DESK).await.fails(401, "sign_in");
    app.guest().await.get(DESK).await.fails(403, "forbidden");
    app.clerk("clerk").await.get(MINE).await.fails(403, "forbidden");
    let strange = app.guest().await.get("/cases/events?after=yesterday").await;
    strange.fails(422, "invalid");
}

/// Files, and writes notes, all at once.
async fn much_happens(guest: &Person, clerk: &Person) -> BTreeMap<String, i32> {
    let filings = (0..12).map(|n| async move {
        let filed = guest.sends(&format!("key {n}"), &leak()).await.is(201).json();
        let number = filed["number"].as_str().unwrap().to_owned();
        for _ in 0..5 {
            clerk.acts(&number, note("看过")).await;
        }
        (number, 6)
    });
    join_all(filings).await.into_iter().collect()
}

#[tokio::test]
async fn whoever_is_cut_off_misses_nothing_and_hears_nothing_twice() {
    let app = TestApp::new().await;
    let (guest, clerk) = (app.guest().await, app.clerk("clerk").await);
    let listener = listens(&clerk, DESK).await;
    let ear = clerk.clone();
    let listening = async move {
        let (mut listener, mut heard) = (listener, Vec::new());
        // 12 cases with 6 entries each; cut after 1, 2, 3, … of them.
        let mut cut = 1;
        while heard.len() < 72 {
            for _ in 0..cut.min(72 - heard.len()) {
                heard.push(listener.change().await);
            }
            cut += 1;
            let last = listener.last.clone();
            drop(listener);
            listener = comes_back(&ear, DESK, &last).await;
            assert_eq!(listener.next().await, Some(Heard::Here));
            assert_eq!(listener.last, last, "it goes on where it was");
        }
        heard
    };
    let (happened, heard) = tokio::join!(much_happens(&guest, &clerk), listening);
    let mut versions: BTreeMap<String, i32> = BTreeMap::new();
    for Changed { number, version } in heard {
        let last = versions.entry(number.to_string()).or_default();
        assert_eq!(version, *last + 1, "{number}: in order, each once");
        *last = version;
    }
    assert_eq!(versions, happened);
}

#[tokio::test]
async fn whoever_was_away_too_long_reads_all_anew() {
    let app = TestApp::new().await;
    let (guest, clerk) = (app.guest().await, app.clerk("clerk").await);
    let number = guest.files(&leak()).await;
    let first = listens(&clerk, DESK).await.last;
    clerk.acts(&number, note("一")).await;
    app.clock.advance(TimeDelta::days(8));
    housekeeping::tidy(app.inside()).await.unwrap();
    clerk.acts(&number, note("二")).await;
    for last in ["0", "nonsense", "-1", "999999"] {
        let mut listener = comes_back(&clerk, DESK, last).await;
        assert_eq!(listener.next().await, Some(Heard::Reset), "{last}");
        clerk.acts(&number, note("三")).await;
        assert_eq!(listener.change().await.number.to_string(), number, "and it goes on");
    }
    let mut address = clerk.get(&format!("{DESK}?after={first}")).listens().await;
    assert_eq!(
        address.next().await,
        Some(Heard::Here),
        "the newest before is remembered"
    );
    assert_eq!(address.change().await, changed(&number, 2));
}

#[tokio::test]
async fn a_line_says_that_it_is_alive_and_how_far_the_feed_has_come() {
    let app = TestApp::new().await;
    let mut mine = listens(&app.resident("13800000001").await, MINE).await;
    let before: i64 = mine.last.parse().unwrap();
    // Nothing of theirs, so that without it they would come back from long ago.
    let other = app.resident("13800000002").await;
    other.files(&hookup_of("13800000002")).await;
    assert_eq!(mine.next().await, Some(Heard::Here));
    assert_eq!(mine.last.parse::<i64>().unwrap(), before + 1);
}

#[tokio::test]
async fn listening_ends_with_the_session() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let mut listener = listens(&resident, MINE).await;
    resident.ask(Method::DELETE, "/sessions").await.is(204);
    assert_eq!(listener.next().await, None);
}

#[tokio::test]
async fn what_happens_at_one_server_is_told_at_the_other() {
    // One machine with SQLite has one server.
    if Engine::tested() == Engine::Sqlite {
        return;
    }
    let place = Arc::new(Place::new());
    let here = TestApp::try_in(place.clone(), |_| ()).await.unwrap();
    let there = TestApp::try_in(place, |_| ()).await.unwrap();
    let clerk = there.clerk("clerk").await;
    let mut listener = listens(&clerk, DESK).await;
    let guest = here.guest().await;
    let leak = leak();
    let numbers = join_all((0..8).map(|_| guest.files(&leak))).await;
    let mut heard = Vec::new();
    for _ in 0..8 {
        heard.push(listener.change().await.number.to_string());
    }
    let (mut filed, mut told) = (numbers, heard);
    filed.sort();
    told.sort();
    assert_eq!(told, filed);
}
