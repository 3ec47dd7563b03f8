//! Letters of authority: who acts for an account that is not theirs.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_server::housekeeping::tidy;
use shuiting_server::water::import::Subject;
use shuiting_shared::api::{AuthorityAsked, AuthorityView, WaterAccountView};
use shuiting_shared::case::Role;
use shuiting_shared::water::{AuthorityState, Right};
use shuiting_tests::{ACCOUNTS, Person, TestApp, account_line, file_of, pictures};

/// The account of a restaurant, which has the phone 13800001234.
const NUMBER: &str = "0769123456";
const OWNER: &str = "13800001234";
const AGENT: &str = "13800000002";

async fn supplied() -> TestApp {
    let app = TestApp::new().await;
    let line = account_line(NUMBER).replace("张三丰", "莞水餐饮有限公司");
    app.place.takes(Subject::Accounts, &file_of(ACCOUNTS, &[line]));
    app
}

async fn letter(person: &Person, number: &str) -> Value {
    let (letter, licence) = (
        person.uploads(&pictures::jpeg(40, 30)).await,
        person.uploads(&pictures::jpeg(50, 30)).await,
    );
    json!({ "number": number, "name": "李四", "letter": [letter], "licence": [licence] })
}

async fn brings(person: &Person, number: &str) -> AuthorityView {
    let letter = letter(person, number).await;
    person.post("/me/authorities").json(&letter).await.is(201).read()
}

async fn waiting(clerk: &Person) -> Vec<AuthorityAsked> {
    clerk.get("/desk/authorities").await.is(200).read()
}

async fn grants(clerk: &Person, id: &str, until: &str) {
    let verdict = json!({ "verdict": "grant", "until": until });
    let path = format!("/desk/authorities/{id}/verdict");
    clerk.post(&path).json(&verdict).await.is(204);
}

async fn account(person: &Person) -> WaterAccountView {
    let path = format!("/me/water-accounts/{NUMBER}");
    person.get(&path).await.is(200).read()
}

async fn owner(app: &TestApp) -> Person {
    let owner = app.resident(OWNER).await;
    let proof = json!({ "number": NUMBER, "name_end": "司", "last_four": "1234" });
    owner.post("/me/water-accounts").json(&proof).await.is(201);
    owner
}

#[tokio::test]
async fn the_desk_lets_somebody_in_until_a_day() {
    let app = supplied().await;
    let (agent, clerk) = (app.resident(AGENT).await, app.clerk("clerk").await);
    let asked = brings(&agent, NUMBER).await;
    assert_eq!(asked.state, AuthorityState::Asked);
    let path = format!("/me/water-accounts/{NUMBER}");
    agent.get(&path).await.fails(404, "not_found");

    let waiting = waiting(&clerk).await;
    let [one] = &waiting[..] else { panic!("{waiting:?}") };
    assert_eq!((one.name.as_str(), one.phone.as_str()), ("李四", "138****0002"));
    assert_eq!(one.account.as_ref().unwrap().holder, "莞水餐饮有限公司");
    let stranger = app.resident("13800000009").await;
    for photo in one.photos.iter().chain(&one.licence) {
        let photo = format!("/attachments/{photo}");
        clerk.get(&photo).await.is(200);
        agent.get(&photo).await.is(200);
        stranger.get(&photo).await.fails(404, "not_found");
    }

    grants(&clerk, &asked.id, "2027-11-24").await;
    let heard = app.messages_to(AGENT).await;
    assert!(
        heard.last().unwrap().contains("您的授权书已核对,可在微网厅为尾号3456"),
        "{heard:?}"
    );
    let seen = account(&agent).await;
    assert_eq!(seen.right, Right::Act);
    assert_eq!(seen.details.unwrap().acting[0].id, asked.id);
    // Nothing waits any more, and what is decided is not decided again.
    assert!(
        clerk
            .get("/desk/authorities")
            .await
            .is(200)
            .json()
            .as_array()
            .unwrap()
            .is_empty()
    );
    let again = json!({ "verdict": "refuse", "reason": "晚了" });
    let path = format!("/desk/authorities/{}/verdict", asked.id);
    clerk.post(&path).json(&again).await.fails(409, "not_now");

    // Whoever acts lets nobody else in.
    let share = json!({ "phone": "13800000005" });
    let shares = format!("/me/water-accounts/{NUMBER}/shares");
    agent.post(&shares).json(&share).await.fails(403, "forbidden");
    let end = format!("/me/water-accounts/{NUMBER}/acting/{}", asked.id);
    agent.ask(Method::DELETE, &end).await.fails(403, "forbidden");
}

#[tokio::test]
async fn it_ends_by_itself_after_its_last_day() {
    let app = supplied().await;
    let (agent, clerk) = (app.resident(AGENT).await, app.clerk("clerk").await);
    let asked = brings(&agent, NUMBER).await;
    grants(&clerk, &asked.id, "2026-11-26").await;
    app.clock.advance(TimeDelta::days(2));
    tidy(app.inside()).await.map_err(|failure| failure.to_string()).unwrap();
    assert_eq!(account(&agent).await.right, Right::Act, "the last day still counts");
    app.clock.advance(TimeDelta::days(1));
    tidy(app.inside()).await.map_err(|failure| failure.to_string()).unwrap();
    let path = format!("/me/water-accounts/{NUMBER}");
    agent.get(&path).await.fails(404, "not_found");
    let mine: Vec<AuthorityView> = agent.get("/me/authorities").await.is(200).read();
    assert_eq!(mine[0].state, AuthorityState::Ended);
}

#[tokio::test]
async fn the_owner_sees_who_acts_and_ends_it() {
    let app = supplied().await;
    let (owner, agent, clerk) = (owner(&app).await, app.resident(AGENT).await, app.clerk("clerk").await);
    let asked = brings(&agent, NUMBER).await;
    grants(&clerk, &asked.id, "2027-11-24").await;
    let acting = account(&owner).await.details.unwrap().acting;
    assert_eq!(
        (acting[0].name.as_str(), acting[0].phone.as_str()),
        ("李四", "138****0002")
    );
    let end = |id: &str| owner.ask(Method::DELETE, &format!("/me/water-accounts/{NUMBER}/acting/{id}"));
    end("nobody").await.fails(404, "not_found");
    end(&asked.id).await.is(204);
    end(&asked.id).await.fails(409, "not_now");
    let heard = app.messages_to(AGENT).await;
    // What leaves at one moment has no order.
    assert!(heard.iter().any(|text| text.contains("授权已结束")), "{heard:?}");
    agent
        .get(&format!("/me/water-accounts/{NUMBER}"))
        .await
        .fails(404, "not_found");
    assert!(account(&owner).await.details.unwrap().acting.is_empty());
}

#[tokio::test]
async fn the_desk_refuses_with_a_reason_and_ends_what_it_granted() {
    let app = supplied().await;
    let (agent, clerk) = (app.resident(AGENT).await, app.clerk("clerk").await);
    // Nobody learns whether there is such an account.
    let asked = brings(&agent, "0769999999").await;
    assert!(waiting(&clerk).await[0].account.is_none());
    let path = format!("/desk/authorities/{}/verdict", asked.id);
    let grant = json!({ "verdict": "grant", "until": "2027-11-24" });
    clerk.post(&path).json(&grant).await.fails(409, "not_now");
    let blank = json!({ "verdict": "refuse", "reason": " " });
    let answer = clerk.post(&path).json(&blank).await.fails(422, "invalid");
    assert_eq!(answer.flaws(), ["reason missing"]);
    let refuse = json!({ "verdict": "refuse", "reason": "没有这个户号" });
    clerk.post(&path).json(&refuse).await.is(204);
    let heard = app.messages_to(AGENT).await;
    assert!(heard.last().unwrap().contains("授权没有通过:没有这个户号"), "{heard:?}");

    let asked = brings(&agent, NUMBER).await;
    let path = format!("/desk/authorities/{}/verdict", asked.id);
    for (until, flaw) in [("2026-11-23", "until day_past"), ("2028-11-25", "until day_too_late")] {
        let grant = json!({ "verdict": "grant", "until": until });
        let answer = clerk.post(&path).json(&grant).await.fails(422, "invalid");
        assert_eq!(answer.flaws(), [flaw]);
    }
    grants(&clerk, &asked.id, "2027-11-24").await;
    let granted: Vec<AuthorityAsked> = clerk.get("/desk/authorities?state=granted").await.is(200).read();
    assert_eq!(granted[0].letter.id, asked.id);
    let end = format!("/desk/authorities/{}", asked.id);
    agent.ask(Method::DELETE, &end).await.fails(403, "forbidden");
    clerk.ask(Method::DELETE, &end).await.is(204);
    let mine = format!("/me/water-accounts/{NUMBER}");
    agent.get(&mine).await.fails(404, "not_found");
}

#[tokio::test]
async fn what_is_brought_is_complete_and_brought_once() {
    let app = supplied().await;
    let agent = app.resident(AGENT).await;
    let nothing = json!({ "number": "", "name": "", "letter": [], "licence": [] });
    let answer = agent.post("/me/authorities").json(&nothing).await.fails(422, "invalid");
    let missing = ["letter too_few", "licence too_few", "name missing", "number missing"];
    assert_eq!(answer.flaws(), missing);
    let mut strange = letter(&agent, NUMBER).await;
    strange["letter"] = json!(["nobody's"]);
    let answer = agent.post("/me/authorities").json(&strange).await.fails(422, "invalid");
    assert_eq!(answer.flaws(), ["letter no_such_photo"]);
    let asked = brings(&agent, NUMBER).await;
    let again = letter(&agent, NUMBER).await;
    let answer = agent.post("/me/authorities").json(&again).await.fails(422, "invalid");
    assert_eq!(answer.flaws(), ["number asked_already"]);

    let other = app.resident("13800000003").await;
    let path = format!("/me/authorities/{}", asked.id);
    other.ask(Method::DELETE, &path).await.fails(404, "not_found");
    agent.ask(Method::DELETE, &path).await.is(204);
    agent.ask(Method::DELETE, &path).await.fails(409, "not_now");
    agent.post("/me/authorities").json(&again).await.is(201);
    app.guest()
        .await
        .post("/me/authorities")
        .json(&again)
        .await
        .fails(401, "sign_in");
    let crew = app.staff("crew", Role::Crew).await;
    crew.get("/desk/authorities").await.fails(403, "forbidden");
}
