//! Nothing of the city for practising reaches what is real, and nothing that is real reaches into it, however it is tried.

use reqwest::Method;
use serde_json::{Value, json};
use shuiting_server::demo::PASSWORD;
use shuiting_server::practice::Ground;
use shuiting_shared::api::{Filed, Ordered};
use shuiting_shared::case::{Role, Status};
use shuiting_tests::{Place, TestApp, leak, pdf, pictures};

use super::Both;
use super::motion::plays_on;

const PHONE: &str = "13800001234";
/// An address that is typed while practising and nowhere else.
const TYPED: &str = "练习路404号";

fn leak_at(address: &str) -> Value {
    let mut leak = leak();
    leak["answers"]["address"] = json!(address);
    leak["answers"]["phone"] = json!(PHONE);
    leak
}

#[tokio::test]
async fn who_has_signed_in_to_one_is_nobody_in_the_other() {
    let both = Both::new().await;
    let (real, play) = (both.app.resident(PHONE).await, both.practises(PHONE).await);
    for path in ["/me", "/cases", "/messages"] {
        let at = |city: &str| format!("{city}/api/v1{path}");
        both.app
            .ask(Method::GET, &at(""))
            .bearer(&play.access())
            .await
            .fails(401, "sign_in");
        both.app
            .ask(Method::GET, &at("/practice"))
            .bearer(&real.access())
            .await
            .fails(401, "sign_in");
    }
    for (city, refresh) in [("", play.refresh()), ("/practice", real.refresh())] {
        let ask = both.app.ask(Method::POST, &format!("{city}/api/v1/sessions/refresh"));
        ask.json(&json!({ "refresh": refresh })).await.fails(401, "sign_in");
    }
    // A token under the name of the other's cookie is none either.
    for (city, name, token) in [
        ("", "hall_access", play.access()),
        ("/practice", "practice_access", real.access()),
        ("/practice", "hall_access", real.access()),
    ] {
        let ask = both.app.ask(Method::GET, &format!("{city}/api/v1/me"));
        ask.header("cookie", &format!("{name}={token}"))
            .await
            .fails(401, "sign_in");
    }
}

#[tokio::test]
async fn its_cookies_go_along_to_it_alone() {
    let both = Both::new().await;
    let start = |city: &str| {
        both.app
            .ask(Method::POST, &format!("{city}/api/v1/sessions/guest"))
            .json(&json!({}))
    };
    let cookies = start("/practice").await.is(201).cookies();
    assert_eq!(cookies.len(), 2);
    for cookie in cookies {
        assert!(
            cookie.starts_with("practice_") && cookie.contains("Path=/practice"),
            "{cookie}"
        );
    }
    for cookie in start("").await.is(201).cookies() {
        assert!(cookie.starts_with("hall_") && !cookie.contains("practice"), "{cookie}");
    }
}

#[tokio::test]
async fn what_was_filed_in_one_is_not_there_in_the_other() {
    let both = Both::new().await;
    let (real, play) = (both.app.resident(PHONE).await, both.practises(PHONE).await);
    let photo = play.uploads(&pictures::jpeg(40, 30)).await;
    let mut filing = leak_at(TYPED);
    filing["materials"] = json!({ "photos": [photo] });
    let played = play.files(&filing).await;
    let really = real.files(&leak_at("鸿福路1号")).await;
    play.get(&format!("/attachments/{photo}")).await.is(200);
    for (person, number) in [(&real, &played), (&play, &really)] {
        person.get(&format!("/cases/{number}")).await.fails(404, "not_found");
        person
            .get(&format!("/cases/{number}/print/slip.pdf"))
            .await
            .fails(404, "not_found");
        person
            .tries(number, json!({ "verb": "add", "words": "我也在" }))
            .await
            .fails(404, "not_found");
    }
    real.get(&format!("/attachments/{photo}")).await.fails(404, "not_found");
    // Nor can a photo that was uploaded in one be filed in the other.
    let mut stolen = leak_at("鸿福路1号");
    stolen["materials"] = json!({ "photos": [play.uploads(&pictures::jpeg(30, 40)).await] });
    real.sends("stolen", &stolen).await.is(422);
    assert_eq!(real.lists().await.len(), 1);
    assert_eq!(play.lists().await.len(), 1);
}

#[tokio::test]
async fn the_same_key_files_once_in_each() {
    let both = Both::new().await;
    let (real, play) = (both.app.resident(PHONE).await, both.practises(PHONE).await);
    let mut numbers = Vec::new();
    for person in [&real, &play] {
        let first: Filed = person.sends("the-same-key", &leak_at(TYPED)).await.is(201).read();
        let again: Filed = person.sends("the-same-key", &leak_at(TYPED)).await.is(201).read();
        assert_eq!(first.number, again.number);
        numbers.push(first.number);
    }
    assert_ne!(numbers[0], numbers[1]);
}

#[tokio::test]
async fn the_house_hears_sees_and_counts_nothing_of_it() {
    let both = Both::new().await;
    let supervisor = both.app.staff("boss", Role::Supervisor).await;
    let counts = |person: shuiting_tests::Person| async move {
        let views: Value = person.get("/desk/views").await.is(200).json();
        let all = person.finds("").await.total;
        (views, all)
    };
    let (before, carried) = (counts(supervisor.clone()).await, both.app.messenger.tries());
    let play = both.practises(PHONE).await;
    let number = play.files(&leak_at(TYPED)).await;
    let case = plays_on(&both, &play, &number).await;
    assert_eq!(case.line.status, Status::Finished);
    // A low one, of which supervisors hear by SMS.
    let rated = play.acts(&number, json!({ "verb": "rate", "level": "very_bad" })).await;
    assert_eq!(rated.line.status, Status::Reopened);
    plays_on(&both, &play, &number).await;

    both.app.carried().await;
    assert_eq!(both.app.messenger.tries(), carried, "no SMS was even tried");
    assert_eq!(counts(supervisor.clone()).await, before);
    assert!(
        supervisor.get("/desk/letters").await.is(200).json()["letters"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    for text in [TYPED, PHONE, &number] {
        assert!(!both.app.keeps(text).await, "{text} lies in the house");
    }
    // Where it lies instead.
    let kept = both
        .app
        .practice()
        .db
        .read(|conn| shuiting_server::case::count(conn).map_err(shuiting_server::problem::Failure::from));
    assert_eq!(kept.await.unwrap(), 1);
}

#[tokio::test]
async fn there_is_no_desk_and_nobody_can_sign_in_to_one() {
    let both = Both::new().await;
    both.app.staff("boss", Role::Supervisor).await;
    let passer_by = both.app.practises(None);
    for name in ["clerk", "dispatcher", "crew", "supervisor", "boss"] {
        for password in [PASSWORD, shuiting_tests::PASSWORD, "-", ""] {
            let sign_in = json!({ "name": name, "password": password, "bearer": true });
            passer_by
                .post("/sessions/staff")
                .json(&sign_in)
                .await
                .fails(422, "wrong_password");
        }
    }
    let play = both.practises(PHONE).await;
    play.get("/desk/cases").await.fails(403, "forbidden");
    let page = both.app.ask(Method::GET, "/practice/desk").await.is(200).text();
    assert_eq!(
        page,
        both.app.ask(Method::GET, "/practice/me").await.is(200).text(),
        "the hall's own page"
    );
    for path in [
        "/practice/demo/inbox",
        "/practice/demo/pay",
        "/practice/demo/wechat",
        "/practice/api/v1/nowhere",
    ] {
        both.app.ask(Method::GET, path).await.fails(404, "not_found");
    }
    // Messages are shown to whoever knows to which phone, and never all of them.
    both.app.ask(Method::GET, "/practice/demo/messages").await.is(422);
    both.app
        .ask(Method::GET, "/practice/demo/messages?phone=110")
        .await
        .is(422);
}

#[tokio::test]
async fn money_of_one_is_not_heard_of_by_the_other() {
    let ground = Place::new();
    let address = Some(ground.address.clone());
    // The demo city, since it has the same kind of gateway: only the secrets differ.
    let app = TestApp::with(|means| {
        means.demo = true;
        means.practice = Some(Ground { address });
    })
    .await;
    let both = Both { app, _ground: ground };
    let play = both.practises(PHONE).await;
    let number = play
        .files(&super::motion::filing(shuiting_shared::service::Service::Move))
        .await;
    let case = plays_on(&both, &play, &number).await;
    assert_eq!(case.line.status, Status::Paying);
    let amount = case.line.work.quote.unwrap();
    let order =
        json!({ "what": { "kind": "case", "number": number }, "amount": amount, "then": format!("/cases/{number}") });
    let ordered: Ordered = play.post("/pay/orders").json(&order).await.is(201).read();
    let (id, page) = (ordered.order.id.clone(), ordered.go);
    assert_eq!(page, format!("/practice/demo/pay/{id}"));
    both.app
        .ask(Method::GET, &format!("/demo/pay/{id}"))
        .await
        .fails(404, "not_found");

    // Each hears its own bank, and none the other's.
    let body = json!({ "order": id }).to_string();
    let signed = |by: &shuiting_server::app::App| by.keys.demo_signature(body.as_bytes());
    let tell = |city: &str, signature: String| {
        let ask = both.app.ask(Method::POST, &format!("{city}/api/v1/pay/callbacks/demo"));
        ask.header("demo-signature", &signature).bytes(body.clone())
    };
    tell("", signed(both.app.practice())).await.is(401);
    tell("/practice", signed(both.app.inside())).await.is(401);
    tell("/practice", signed(both.app.practice())).await.is(204);

    let paid = both
        .app
        .ask(Method::POST, &page)
        .header("content-type", "application/x-www-form-urlencoded");
    let answer = paid.bytes("choice=pay").await;
    // The client follows to where the hall goes on, and that is in the same city.
    assert_eq!(answer.status, 200);
    assert!(play.looks_at(&number).await.line.status != Status::Paying);
    let shown = both.app.ask(Method::GET, &page).await.is(200).text();
    assert!(
        shown.contains(&format!("/practice/pay/{id}")) && shown.contains("/practice/demo/demo.css"),
        "{shown}"
    );
}

#[tokio::test]
async fn its_papers_say_what_they_are() {
    let both = Both::new().await;
    let (real, play) = (both.app.resident(PHONE).await, both.practises(PHONE).await);
    let number = play.files(&leak_at(TYPED)).await;
    let slip = |lang: &str| format!("/cases/{number}/print/slip.pdf?lang={lang}");
    assert!(pdf::text(&play.get(&slip("zh")).await.is(200).body).contains("演示"));
    assert!(pdf::text(&play.get(&slip("en")).await.is(200).body).contains("PRACTICE"));
    let number = real.files(&leak_at(TYPED)).await;
    let slip = real.get(&format!("/cases/{number}/print/slip.pdf")).await.is(200);
    assert!(!pdf::text(&slip.body).contains("演示"));
}

#[tokio::test]
async fn it_can_be_left_out() {
    let app = TestApp::new().await;
    let page = app.ask(Method::GET, "/practice/healthz").await.is(200);
    assert!(
        page.header("content-type").starts_with("text/html"),
        "the hall says that there is no such page"
    );
    app.ask(Method::POST, "/practice/api/v1/sessions/guest")
        .json(&json!({}))
        .await
        .is(405);
}
