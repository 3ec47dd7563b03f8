//! Each is told once, whatever stops in between and however many servers look.

use std::collections::BTreeMap;
use std::sync::Arc;

use futures_util::future::join_all;
use shuiting_server::outage::ring;
use shuiting_tests::{Engine, Place};

use super::*;

/// More than one transaction tells.
const PEOPLE: usize = 450;

/// People who follow the town, without the time that it takes all of them to sign in.
async fn crowd(app: &TestApp) {
    app.write(|conn| {
        use diesel::connection::SimpleConnection as _;
        for nth in 0..PEOPLE {
            let phone = format!("1390000{nth:04}");
            conn.batch_execute(&format!(
                "INSERT INTO accounts (id, phone, lang, created) VALUES ('{phone}', '{phone}', 'zh', '2026-11-24 00:00:00');\
                 INSERT INTO outage_follows (account_id, town, street, since) \
                 VALUES ('{phone}', 'nancheng', '', '2026-11-24 00:00:00');"
            ))?;
        }
        Ok(())
    })
    .await;
}

/// How often each of the crowd was told something with these words, by all who carry messages.
async fn heard(apps: &[&TestApp], words: &str) -> BTreeMap<String, usize> {
    let mut heard = BTreeMap::new();
    for app in apps {
        app.carried_all().await;
        for carried in app.messenger.carried() {
            if carried.phone.starts_with("1390000") && carried.text.contains(words) {
                *heard.entry(carried.phone).or_default() += 1;
            }
        }
    }
    heard
}

fn once_each(heard: &BTreeMap<String, usize>) {
    assert_eq!(heard.len(), PEOPLE);
    assert!(heard.values().all(|times| *times == 1));
}

async fn rings(app: &TestApp) {
    ring(app.inside()).await.map_err(|failure| failure.to_string()).unwrap();
}

#[tokio::test]
async fn a_server_that_stops_in_the_middle_goes_on_when_it_is_back() {
    let app = TestApp::new().await;
    crowd(&app).await;
    let dispatcher = dispatcher(&app).await;
    let posted = posts(&dispatcher, &planned()).await;
    assert_eq!(posted.told, Some(450), "all are written down at once");
    let before = heard(&[&app], "停水通知").await;
    let place = app.stops();
    let again = TestApp::try_in(place, |_| ()).await.unwrap();
    rings(&again).await;
    let mut all = heard(&[&again], "停水通知").await;
    for (phone, times) in before {
        *all.entry(phone).or_default() += times;
    }
    once_each(&all);
}

#[tokio::test]
async fn two_servers_tell_each_once() {
    // One machine with SQLite has one server.
    if Engine::tested() == Engine::Sqlite {
        return;
    }
    let place = Arc::new(Place::new());
    let here = TestApp::try_in(place.clone(), |_| ()).await.unwrap();
    let there = TestApp::try_in(place, |_| ()).await.unwrap();
    crowd(&here).await;
    let dispatcher = dispatcher(&here).await;
    posts(&dispatcher, &planned()).await;
    let apps = [&here, &there];
    join_all(apps.iter().cycle().take(6).map(|app| rings(app))).await;
    once_each(&heard(&apps, "停水通知").await);
    for app in apps {
        app.clock.advance(TimeDelta::hours(36));
    }
    join_all(apps.iter().cycle().take(6).map(|app| rings(app))).await;
    once_each(&heard(&apps, "按计划").await);
}
