//! SMS by real providers, signed as their own SDKs sign.

use chrono::TimeDelta;
use serde_json::json;
use shuiting_server::sms::Choice;
use shuiting_tests::sms::{FakeSms, KEY, Mood, SECRET, Vendor};
use shuiting_tests::{Counterpart, TestApp, fates, leak};

const PHONE: &str = "13800000001";

async fn asks_for_a_code(app: &TestApp) {
    let code = json!({ "phone": PHONE });
    app.passer_by().post("/codes").json(&code).await.is(202);
    app.carried().await;
}

#[tokio::test]
async fn the_vendors_own_sdks_sign_what_we_send_alike() {
    let sdks = Counterpart::python("sms.py");
    for (first, vendor) in [(Choice::Tencent, Vendor::Tencent), (Choice::Aliyun, Vendor::Aliyun)] {
        let sms = FakeSms::new();
        let app = TestApp::with(|means| {
            sms.serves(means);
            means.providers.sms = Some(sms.settings(first));
        })
        .await;
        asks_for_a_code(&app).await;
        app.guest().await.files(&leak()).await;
        app.carried().await;
        let asked = sms.asked();
        assert_eq!(asked.len(), 2, "{asked:?}");
        for asked in asked {
            assert_eq!((asked.vendor, asked.phone.as_str()), (vendor, PHONE));
            let (headers, body) = (&asked.raw["headers"], asked.raw["body"].as_str().unwrap());
            let question = json!({
                "vendor": format!("{vendor:?}"),
                "secret": SECRET,
                "headers": headers,
                "body": body,
            });
            let answer = sdks.ask(&question);
            assert_eq!(answer["known"], true, "their SDK knows every name");
            let theirs = answer["signature"].as_str().unwrap();
            let sent = match vendor {
                Vendor::Tencent => {
                    let sent = headers["authorization"].as_str().unwrap();
                    assert!(sent.contains(&format!("Credential={KEY}/2026-11-24/sms/tc3_request")));
                    sent.rsplit_once("Signature=").unwrap().1.to_owned()
                }
                Vendor::Aliyun => {
                    let sent: Vec<(String, String)> = serde_urlencoded::from_str(body).unwrap();
                    sent.into_iter().find(|(name, _)| name == "Signature").unwrap().1
                }
            };
            assert_eq!(sent, theirs);
        }
    }
}

#[tokio::test]
async fn the_other_provider_sends_what_the_first_certainly_did_not() {
    let sms = FakeSms::new();
    let app = TestApp::with(|means| sms.serves(means)).await;
    sms.is(Vendor::Tencent, Mood::Full);
    asks_for_a_code(&app).await;
    let asked = sms.asked();
    let vendors: Vec<_> = asked.iter().map(|asked| asked.vendor).collect();
    assert_eq!(vendors, [Vendor::Tencent, Vendor::Aliyun]);
    assert_eq!(asked[0].id, asked[1].id, "it bears our id at both");
    assert_eq!(asked[1].template, "T-code");
    assert_eq!(asked[1].blanks["code"].as_str().unwrap().len(), 6);
    assert_eq!(sms.delivered().len(), 1);
}

#[tokio::test]
async fn who_may_have_sent_it_is_asked_again_and_nobody_else() {
    let sms = FakeSms::new();
    let app = TestApp::with(|means| sms.serves(means)).await;
    sms.is(Vendor::Tencent, Mood::Slow);
    asks_for_a_code(&app).await;
    sms.is(Vendor::Tencent, Mood::Nonsense);
    app.clock.advance(TimeDelta::seconds(41));
    app.carried().await;
    sms.is(Vendor::Tencent, Mood::Well);
    app.clock.advance(TimeDelta::seconds(81));
    app.carried().await;
    let asked = sms.asked();
    assert_eq!(asked.len(), 3);
    let first = &asked[0].id;
    assert!(
        asked
            .iter()
            .all(|asked| asked.vendor == Vendor::Tencent && asked.id == *first)
    );
    assert_eq!(sms.delivered().len(), 1, "it was sent once");
    assert_eq!(app.write(fates).await.sent, [PHONE]);
}

#[tokio::test]
async fn a_phone_that_is_refused_is_not_tried_again() {
    let sms = FakeSms::new();
    let app = TestApp::with(|means| sms.serves(means)).await;
    sms.is(Vendor::Tencent, Mood::BadNumber);
    asks_for_a_code(&app).await;
    assert_eq!(sms.asked().len(), 1, "the other would refuse it too");
    assert_eq!(app.write(fates).await.dead, [PHONE]);
}
