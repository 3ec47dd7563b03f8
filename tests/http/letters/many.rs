//! Very many letters, while whoever carries them is slow, down, full or talks nonsense: each arrives or is a dead letter,
//! and none is sent twice by a provider that knows ids. `LETTERS` says how many; the soak takes 10,000, and tells how long
//! filing takes meanwhile.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use shuiting_server::clock::Clock as _;
use shuiting_server::wechat::{AppKind, Identity, Template, identity};
use shuiting_server::{account, notice};
use shuiting_shared::message::Message;
use shuiting_shared::words::Lang;
use shuiting_tests::sms::{FakeSms, Mood, Vendor};
use shuiting_tests::wechat::{self, FakeWechat};
use shuiting_tests::{Person, TestApp, agrees, fates, leak};

const TEMPLATE: &str = "T-shared";
/// One of so many has agreed to hear by WeChat.
const BY_WECHAT: usize = 10;

/// Filings whose time is taken, before and beside the letters.
const FILINGS: usize = 400;

fn phone(nth: usize) -> String {
    format!("139{nth:08}")
}

/// Whether a phone is one of those, and not of whoever files meanwhile.
fn counts(phone: &str) -> bool {
    phone.starts_with("139")
}

/// How long all but the slowest hundredth of the filings take at most.
async fn p99(person: &Person) -> Duration {
    let mut took = Vec::new();
    for _ in 0..FILINGS {
        let start = Instant::now();
        person.files(&leak()).await;
        took.push(start.elapsed());
    }
    took.sort();
    took[FILINGS * 99 / 100 - 1]
}

/// Writes letters into the outbox, one to each phone.
async fn write(app: &TestApp, wechat: &FakeWechat, count: usize) {
    for nth in (0..count).step_by(BY_WECHAT) {
        wechat.agrees(&phone(nth), TEMPLATE);
    }
    let (inside, now) = (app.inside().clone(), app.clock.now());
    app.write(move |conn| {
        for nth in 0..count {
            let phone = phone(nth);
            if nth % BY_WECHAT == 0 {
                let account = account::find_or_open(conn, &phone, Lang::Zh, now)?.id;
                let known = Identity {
                    app: AppKind::Mini,
                    openid: phone.clone(),
                    unionid: None,
                };
                identity::bind(conn, &known, &account, false, now).map_err(anyhow::Error::from)?;
                agrees(conn, &account, TEMPLATE, 1)?;
            }
            let message = Message::Shared {
                by: "138****0001".to_owned(),
                end: "3456".to_owned(),
            };
            notice::enqueue(&inside, conn, None, &phone, Lang::Zh, &message).map_err(anyhow::Error::from)?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
#[expect(clippy::print_stdout, reason = "the soak shows how long filing takes")]
async fn every_letter_arrives_or_is_a_dead_letter_and_none_is_sent_twice() {
    let count = std::env::var("LETTERS").map_or(300, |count| count.parse().unwrap());
    let (sms, wechat) = (FakeSms::new(), FakeWechat::new());
    let app = TestApp::with(|means| {
        sms.serves(means);
        wechat.serves(means);
        let template = Template {
            id: TEMPLATE.to_owned(),
            blanks: BTreeMap::from([("thing1".to_owned(), "kind".to_owned())]),
        };
        if let Some(settings) = &mut means.providers.wechat {
            settings.templates = BTreeMap::from([("shared".to_owned(), template)]);
        }
        // It is their number that is looked at here, not the hour.
        means.house.letters.quiet_until = means.house.letters.quiet_from;
    })
    .await;
    let person = app.guest().await;
    let alone = p99(&person).await;
    app.carried().await;
    sms.is(Vendor::Tencent, Mood::Any);
    sms.is(Vendor::Aliyun, Mood::Any);
    write(&app, &wechat, count).await;
    // Its token was had before it went down.
    let code = wechat.phone("86", &phone(0));
    if let Some(client) = &app.inside().wechat {
        client.phone(&code).await.unwrap();
    }

    let moods = [
        wechat::Mood::Down,
        wechat::Mood::Busy,
        wechat::Mood::Nonsense,
        wechat::Mood::Well,
    ];
    for round in 0.. {
        wechat.is(moods[round % moods.len()]);
        if round == 0 {
            let ((), beside) = tokio::join!(app.carried_all(), p99(&person));
            println!("filing, p99: {alone:?} alone, {beside:?} beside {count} letters");
        } else {
            app.carried_all().await;
        }
        if app.write(fates).await.waiting.is_empty() {
            break;
        }
        assert!(round < 60, "there are always letters that wait");
        app.clock.advance(TimeDelta::minutes(40));
    }
    let mut fates = app.write(fates).await;
    fates.sent.retain(|phone| counts(phone));
    fates.dead.retain(|phone| counts(phone));
    assert_eq!(fates.sent.len() + fates.dead.len(), count);
    let mut delivered = sms.delivered();
    delivered.retain(|(_, _, phone)| counts(phone));
    let phones: BTreeSet<_> = delivered.iter().map(|(_, _, phone)| phone.clone()).collect();
    assert_eq!(
        phones.len(),
        delivered.len(),
        "nobody got one from both providers, or under two ids"
    );
    let by_wechat: BTreeSet<_> = wechat
        .asked("/cgi-bin/message/subscribe/send")
        .iter()
        .map(|asked| asked.body["touser"].as_str().unwrap_or_default().to_owned())
        .collect();
    for phone in &fates.sent {
        assert!(
            phones.contains(phone) || by_wechat.contains(phone),
            "{phone} heard nothing"
        );
    }
    assert!(!by_wechat.is_empty() && delivered.len() > count / 2);
}
