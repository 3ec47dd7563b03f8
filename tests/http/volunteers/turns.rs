//! Signing up, coming and going.

use futures_util::future::join_all;
use shuiting_shared::api::{HelperView, MinuteCode};

use super::*;

/// The code that stands on the leader's phone at a moment.
async fn code(leader: &Person, event: &str, at: Moment) -> String {
    let path = format!("/events/{event}/codes");
    let codes: Vec<MinuteCode> = leader.get(&path).await.is(200).read();
    codes.into_iter().rfind(|code| code.at <= at).unwrap().code
}

async fn checks(person: &Person, event: &str, way: &str, code: &str, ago: TimeDelta) -> Answer {
    person
        .post(&format!("/events/{event}/turns"))
        .header("idempotency-key", &format!("{way} {code}"))
        .header("acted-ago", &ago.num_seconds().to_string())
        .json(&json!({ "way": way, "code": code }))
        .await
}

async fn changes(person: &Person, event: &str, helper: &HelperView, change: Value) -> Answer {
    let path = format!("/events/{event}/shifts/{}/helpers/{}", helper.turn.shift, helper.id);
    person.ask(Method::PATCH, &path).json(&change).await
}

#[tokio::test]
async fn whoever_has_proved_a_phone_can_volunteer_and_stop() {
    let app = TestApp::new().await;
    let new = json!({ "kind": "youth", "name": "林小红" });
    let guest = app.guest().await;
    guest
        .ask(Method::PUT, "/me/volunteer")
        .json(&new)
        .await
        .fails(401, "sign_in");
    let person = app.resident(PHONE).await;
    person.get("/me/volunteer").await.fails(403, "not_a_volunteer");
    let nameless = json!({ "kind": "youth", "name": " " });
    let refused = person.ask(Method::PUT, "/me/volunteer").json(&nameless).await.is(422);
    assert_eq!(refused.flaws(), ["name too_short"]);

    person.ask(Method::PUT, "/me/volunteer").json(&new).await.is(200);
    assert_eq!(
        (me(&person).await.name.as_str(), me(&person).await.turns),
        ("林小红", 0)
    );
    assert!(!app.keeps("林小红").await, "the name lies sealed");
    let (_, event) = event(&app).await;
    takes(&person, &event.id, 0).await.is(200);
    person.ask(Method::DELETE, "/me/volunteer").await.is(204);
    person.get("/me/volunteer").await.fails(403, "not_a_volunteer");
    let left: EventView = app.passer_by().get(&format!("/events/{}", event.id)).await.read();
    assert_eq!(left.taken, [0, 0], "the turn was given up");
}

#[tokio::test]
async fn shifts_of_a_volunteer_do_not_overlap() {
    let app = TestApp::new().await;
    let (planner, event) = event(&app).await;
    let person = volunteer(&app, PHONE).await;
    takes(&person, &event.id, 0).await.is(200);
    takes(&person, &event.id, 0).await.is(200);
    // 10:00 to 12:00, where the first is from 9:00 to 11:00.
    assert_eq!(
        takes(&person, &event.id, 1).await.is(422).flaws(),
        ["shift shift_overlaps"]
    );
    let elsewhere = another(&planner, &plan()).await;
    assert_eq!(
        takes(&person, &elsewhere.id, 0).await.is(422).flaws(),
        ["shift shift_overlaps"]
    );
    takes(&person, &event.id, 2).await.fails(404, "not_found");

    let give_up = format!("/events/{}/shifts/0", event.id);
    person.ask(Method::DELETE, &give_up).await.is(204);
    takes(&person, &elsewhere.id, 1).await.is(200);
    assert_eq!(me(&person).await.next.len(), 1);
}

#[tokio::test]
async fn of_many_who_want_the_last_places_just_so_many_get_one() {
    let app = TestApp::new().await;
    let (_, event) = event(&app).await;
    let people = join_all((0..12).map(|nth| {
        let app = &app;
        async move { volunteer(app, &format!("138000001{nth:02}")).await }
    }))
    .await;
    let answers = join_all(people.iter().map(|person| takes(person, &event.id, 0))).await;
    let taken = answers.iter().filter(|answer| answer.status == 200).count();
    assert_eq!(taken, 5, "{answers:?}");
    for answer in answers.into_iter().filter(|answer| answer.status != 200) {
        assert_eq!(answer.is(422).flaws(), ["shift shift_full"]);
    }
}

#[tokio::test]
async fn one_comes_and_goes_by_the_code_of_the_minute() {
    let app = TestApp::new().await;
    let (planner, event) = event(&app).await;
    let person = volunteer(&app, PHONE).await;
    person
        .get(&format!("/events/{}/codes", event.id))
        .await
        .fails(403, "forbidden");
    takes(&person, &event.id, 0).await.is(200);
    person
        .get(&format!("/events/{}/codes", event.id))
        .await
        .fails(403, "forbidden");

    until(&app, at(8, 50));
    let now = code(&planner, &event.id, at(8, 50)).await;
    checks(&person, &event.id, "out", &now, TimeDelta::zero())
        .await
        .fails(409, "not_come");
    let old = code(&planner, &event.id, at(8, 45)).await;
    let refused = checks(&person, &event.id, "in", &old, TimeDelta::zero()).await.is(422);
    assert_eq!(refused.flaws(), ["code not_the_minutes_code"]);
    let came: TurnView = checks(&person, &event.id, "in", &now, TimeDelta::zero())
        .await
        .is(200)
        .read();
    assert_eq!((came.came, came.minutes), (Some(at(8, 50)), 0));

    until(&app, at(11, 10));
    let now = code(&planner, &event.id, at(11, 10)).await;
    let went: TurnView = checks(&person, &event.id, "out", &now, TimeDelta::zero())
        .await
        .is(200)
        .read();
    assert_eq!((went.went, went.minutes), (Some(at(11, 10)), 140));
    let me = me(&person).await;
    assert_eq!((me.turns, me.minutes), (1, 140));
}

#[tokio::test]
async fn what_waited_on_a_phone_counts_from_when_it_was_said_whatever_its_clock_shows() {
    let app = TestApp::new().await;
    let (planner, event) = event(&app).await;
    until(&app, at(8, 0));
    let phones: Vec<_> = (0..4).map(|nth| format!("1380000003{nth}")).collect();
    let mut people = Vec::new();
    for phone in &phones {
        let person = volunteer(&app, phone).await;
        takes(&person, &event.id, 0).await.is(200);
        people.push(person);
    }
    let (come, go) = (at(9, 2), at(10, 58));
    let codes = (
        code(&planner, &event.id, come).await,
        code(&planner, &event.id, go).await,
    );
    until(&app, at(13, 5));
    // One waited two hours; of another the clock was put forward by a day meanwhile, of the third back.
    let waited = [TimeDelta::zero(), TimeDelta::days(1), -TimeDelta::days(1)];
    for (person, wrong) in people.iter().zip(waited) {
        if wrong < TimeDelta::zero() {
            // It claims not to have waited at all, and is told to ask the leader.
            let refused = checks(person, &event.id, "in", &codes.0, wrong).await.is(422);
            assert_eq!(refused.flaws(), ["code not_the_minutes_code"]);
            continue;
        }
        checks(person, &event.id, "in", &codes.0, at(13, 5) - come + wrong)
            .await
            .is(200);
        let went = checks(person, &event.id, "out", &codes.1, at(13, 5) - go + wrong).await;
        let turn: TurnView = went.is(200).read();
        assert_eq!((turn.came, turn.went, turn.minutes), (Some(come), Some(go), 116));
        // Sent again, since the answer was lost.
        let again = checks(person, &event.id, "in", &codes.0, at(13, 6) - come + wrong).await;
        assert_eq!(again.is(200).read::<TurnView>(), turn);
    }
}

#[tokio::test]
async fn codes_cannot_be_tried_out() {
    let app = TestApp::new().await;
    let (planner, event) = event(&app).await;
    let person = volunteer(&app, PHONE).await;
    takes(&person, &event.id, 0).await.is(200);
    until(&app, at(9, 0));
    let right = code(&planner, &event.id, at(9, 0)).await;
    for nth in 0..20 {
        let wrong = format!("{:06}", (right.parse::<u32>().unwrap() + 1 + nth) % 1_000_000);
        assert_eq!(
            checks(&person, &event.id, "in", &wrong, TimeDelta::zero()).await.status,
            422
        );
    }
    checks(&person, &event.id, "in", &right, TimeDelta::zero())
        .await
        .fails(429, "tried_too_often");
}

#[tokio::test]
async fn whoever_leads_shows_the_codes_and_notes_who_came() {
    let app = TestApp::new().await;
    let (planner, event) = event(&app).await;
    let (leader, other) = (volunteer(&app, PHONE).await, volunteer(&app, "13800000022").await);
    takes(&leader, &event.id, 0).await.is(200);
    takes(&other, &event.id, 1).await.is(200);
    let path = format!("/events/{}/helpers", event.id);
    other.get(&path).await.fails(403, "forbidden");
    let helpers: Vec<HelperView> = planner.get(&path).await.is(200).read();
    assert_eq!(helpers[0].name, "林小红");
    assert_eq!(helpers[0].phone.as_deref(), Some("138****0021"));
    changes(&planner, &event.id, &helpers[0], json!({ "leads": true }))
        .await
        .is(200);

    let seen: Vec<HelperView> = leader.get(&path).await.is(200).read();
    assert_eq!((seen[1].name.as_str(), seen[1].phone.as_deref()), ("林**", None));
    assert_eq!(code(&leader, &event.id, at(9, 0)).await.len(), 6);
    let leads = changes(&leader, &event.id, &seen[1], json!({ "leads": true })).await;
    leads.fails(403, "forbidden");
    until(&app, at(12, 30));
    let early = json!({ "came": at(7, 0) });
    let refused = changes(&leader, &event.id, &seen[1], early).await.is(422);
    assert_eq!(refused.flaws(), ["came not_within_the_turn"]);
    let backwards = json!({ "came": at(11, 0), "went": at(10, 0) });
    let refused = changes(&leader, &event.id, &seen[1], backwards).await.is(422);
    assert_eq!(refused.flaws(), ["went not_within_the_turn"]);
    let noted = json!({ "came": at(10, 0), "went": at(12, 0), "task": "help" });
    changes(&leader, &event.id, &seen[1], noted).await.is(200);
    assert_eq!((me(&other).await.turns, me(&other).await.minutes), (1, 120));
}

#[tokio::test]
async fn an_event_that_is_off_takes_nobody() {
    let app = TestApp::new().await;
    let (planner, event) = event(&app).await;
    let person = volunteer(&app, PHONE).await;
    takes(&person, &event.id, 0).await.is(200);
    let off = json!({ "version": event.version, "reason": "台风" });
    planner
        .post(&format!("/desk/events/{}/cancel", event.id))
        .json(&off)
        .await
        .is(200);
    takes(&person, &event.id, 1).await.fails(409, "event_off");
    // Its time is free again.
    let elsewhere = another(&planner, &plan()).await;
    takes(&person, &elsewhere.id, 0).await.is(200);
    until(&app, at(12, 1));
    takes(&person, &elsewhere.id, 1).await.fails(409, "not_now");
}
