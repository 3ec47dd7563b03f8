//! What the telephone system tells.

use chrono::TimeDelta;
use serde_json::json;
use shuiting_server::clock::Clock as _;
use shuiting_server::housekeeping::tidy;
use shuiting_shared::call::State;
use shuiting_shared::case::Role;
use shuiting_tests::TestApp;

use super::{connected, happens, sees, signature, tells, told};

#[tokio::test]
async fn what_is_not_signed_just_now_is_not_heard() {
    let app = connected().await;
    let agent = app.staff("agent", Role::Agent).await;
    let body = told("1", "ringing", Some("13800001234"), "agent", app.clock.now()).to_string();
    let now = app.clock.now().timestamp();
    let right = signature(&now.to_string(), body.as_bytes());
    let of = |seconds: i64| (now + seconds).to_string();
    for (timestamp, signed) in [
        (None, Some(right.clone())),
        (Some(of(0)), None),
        (Some(of(1)), Some(right.clone())),
        (Some(of(0)), Some(right.replace(&right[..2], "00"))),
        (Some(of(0)), Some("not hexadecimal".into())),
        (Some(of(-301)), Some(signature(&of(-301), body.as_bytes()))),
        (Some(of(301)), Some(signature(&of(301), body.as_bytes()))),
        (Some("soon".into()), Some(signature("soon", body.as_bytes()))),
    ] {
        let mut ask = app.passer_by().post("/calls");
        if let Some(timestamp) = &timestamp {
            ask = ask.header("Shuiting-Timestamp", timestamp);
        }
        if let Some(signed) = &signed {
            ask = ask.header("Shuiting-Signature", signed);
        }
        ask.bytes(body.clone()).await.fails(401, "bad_call");
    }
    // Nor is another body under the right signature.
    let ask = app.passer_by().post("/calls").header("Shuiting-Timestamp", &of(0));
    let ask = ask.header("Shuiting-Signature", &right);
    ask.bytes(body.replace("ringing", "ended")).await.fails(401, "bad_call");
    // Nor from somebody who is signed in.
    agent.post("/calls").bytes(body.clone()).await.fails(401, "bad_call");
    assert_eq!(sees(&agent).await.call, None);

    let ask = app.passer_by().post("/calls").header("Shuiting-Timestamp", &of(-300));
    let ask = ask.header("Shuiting-Signature", &signature(&of(-300), body.as_bytes()));
    ask.bytes(body).await.is(200);
    assert!(sees(&agent).await.call.is_some());
}

#[tokio::test]
async fn where_no_telephone_system_is_connected_there_are_no_calls() {
    let app = TestApp::new().await;
    app.passer_by().post("/calls").bytes("{}").await.fails(409, "no_calls");
}

#[tokio::test]
async fn the_same_again_does_nothing_more_and_order_does_not_matter() {
    let app = connected().await;
    let agent = app.staff("agent", Role::Agent).await;
    let rang = app.clock.now();
    assert_eq!(
        happens(&app, "1", "ringing", Some("+86 138 0000 1234"))
            .await
            .is(200)
            .json()["new"],
        true
    );
    app.clock.advance(TimeDelta::seconds(5));
    assert_eq!(
        happens(&app, "1", "ringing", Some("13900009999")).await.is(200).json()["new"],
        false
    );
    let call = sees(&agent).await.call.unwrap();
    assert_eq!((call.state, call.times.rang), (State::Ringing, Some(rang)));
    assert_eq!(call.caller.unwrap().phone, "13800001234");

    // The end overtakes the answer.
    happens(&app, "2", "ended", None).await.is(200);
    assert_eq!(sees(&agent).await.call.unwrap().id, "1", "nobody answered in time");
    happens(&app, "2", "answered", Some("076922000000")).await.is(200);
    let call = sees(&agent).await.call.unwrap();
    assert_eq!((call.id.as_str(), call.state), ("2", State::Over));
    assert_eq!(sees(&agent).await.waiting, 1);

    // Ten at once are one.
    let same = told("3", "ringing", None, "agent", app.clock.now());
    let answers = futures_util::future::join_all((0..10).map(|_| tells(&app, &same))).await;
    let new = answers.into_iter().filter(|answer| answer.json()["new"] == true);
    assert_eq!(new.count(), 1);
}

#[tokio::test]
async fn a_call_is_of_whoever_answers_it() {
    let app = connected().await;
    let (agent, other) = (
        app.staff("agent", Role::Agent).await,
        app.staff("other", Role::Agent).await,
    );
    let at = |event, seat| told("1", event, None, seat, app.clock.now());
    tells(&app, &at("ringing", "agent")).await.is(200);
    tells(&app, &at("answered", "other")).await.is(200);
    assert_eq!(sees(&agent).await.call, None);
    let call = sees(&other).await.call.unwrap();
    assert_eq!((call.state, call.caller), (State::On, None), "the number is withheld");
}

#[tokio::test]
async fn what_is_wrong_is_told_beside_its_field() {
    let app = connected().await;
    app.staff("agent", Role::Agent).await;
    let at = app.clock.now();
    for (told, flaws) in [
        (told("", "ringing", None, "agent", at), "id missing"),
        (told(&"1".repeat(65), "ringing", None, "agent", at), "id too_long"),
        (told("1", "ringing", Some("anonymous"), "agent", at), "phone not_digits"),
        (told("1", "ringing", None, "nobody", at), "seat not_a_colleague"),
        (told("1", "dialled", None, "agent", at), "event wrong_type"),
        (json!({ "id": "1", "event": "ringing", "at": at }), "seat missing"),
    ] {
        assert_eq!(tells(&app, &told).await.fails(422, "invalid").flaws(), [flaws]);
    }
}

#[tokio::test]
async fn who_called_is_forgotten_after_180_days_and_shown_to_whose_it_is_until_then() {
    let app = connected().await;
    app.staff("agent", Role::Agent).await;
    let resident = app.resident("13800001234").await;
    happens(&app, "1", "ringing", Some("13800001234")).await.is(200);
    let kept = resident.get("/me/export").await.is(200).json();
    assert_eq!(kept["calls"].as_array().unwrap().len(), 1);

    app.clock.advance(TimeDelta::days(180) + TimeDelta::seconds(1));
    tidy(app.inside()).await.map_err(|failure| failure.to_string()).unwrap();
    let resident = app.resident("13800001234").await;
    assert_eq!(resident.get("/me/export").await.is(200).json()["calls"], json!([]));
    let agent = app.staff("agent2", Role::Agent).await;
    let figures = agent
        .get("/desk/reports/calls?from=2026-11-24&to=2026-11-24")
        .await
        .is(200)
        .json();
    assert_eq!(figures["calls"], 1);
}
