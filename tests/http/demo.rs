//! The demo city.

mod wechat;

use chrono::Days;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_server::clock::Clock as _;
use shuiting_server::demo::PASSWORD;
use shuiting_shared::api::{EventReport, EventView, WaterAccountView, WaterBeside};
use shuiting_shared::case::Status;
use shuiting_shared::event::State;
use shuiting_shared::time::today;
use shuiting_tests::{TestApp, leak};

async fn city() -> TestApp {
    TestApp::with(|means| {
        means.demo = true;
        means.sms = None;
    })
    .await
}

#[tokio::test]
async fn its_report_tells_the_figures_of_the_utility() {
    let app = city().await;
    let sign_in = json!({ "name": "supervisor", "password": PASSWORD, "bearer": true });
    let supervisor = app
        .passer_by()
        .post("/sessions/staff")
        .json(&sign_in)
        .await
        .is(201)
        .json();
    let supervisor = app.holder_of(&supervisor);
    // As the city stands: the year up to today.
    let day = today(app.clock.now());
    let query = format!("from={}&to={day}", day - Days::new(364));
    let report: EventReport = supervisor
        .get(&format!("/desk/reports/events?{query}"))
        .await
        .is(200)
        .read();
    // DOMAIN §1: about 100 events, 2,270 turns of volunteers, over 24,000 people.
    assert_eq!((report.total.events, report.total.turns), (100, 2270));
    let total = report.total;
    assert!((24_000..26_000).contains(&total.people), "{total:?}");
    assert_eq!(total.hours(), 2270 * 2);
    assert!(total.filed >= total.finished && total.finished > 0, "{total:?}");
    assert!(total.needs > total.solved && total.solved > 0, "{total:?}");
    assert!(total.satisfaction().is_some());
    assert_eq!(report.shown.iter().map(|shown| shown.count).sum::<u32>(), total.shown);
    let coming: Vec<EventView> = supervisor.get("/events").await.is(200).read();
    let is = |state| coming.iter().any(|event| event.state == state);
    assert!(State::ALL.iter().all(|state| is(*state)), "one of each");
}

#[tokio::test]
async fn the_city_is_alive() {
    let app = city().await;
    let sign_in = |name: &str| json!({ "name": name, "password": PASSWORD, "bearer": true });
    let clerk = app
        .passer_by()
        .post("/sessions/staff")
        .json(&sign_in("clerk"))
        .await
        .is(201)
        .json();
    let clerk = app.holder_of(&clerk);
    let mut all = 0;
    for status in Status::ALL {
        let total = clerk.finds(&format!("status={}", status.code())).await.total;
        assert!(total > 0, "no case is {}", status.code());
        all += total;
    }
    assert_eq!(all, 300);
    let views = clerk.get("/desk/views").await.json();
    for view in [
        "open",
        "mine",
        "unassigned",
        "due_today",
        "late",
        "sent_back",
        "low_rated",
        "urged",
    ] {
        assert!(views[view].as_i64().unwrap() > 0, "{view}: {views}");
    }
    // What goes a long way stands at each step of it.
    for (service, steps) in [
        ("MOVE", vec!["pay", "quote", "survey", "work"]),
        ("TEST", vec!["laboratory", "pay", "remove"]),
        ("QUAL", vec!["laboratory", "sample"]),
    ] {
        let open = clerk.finds(&format!("service={service}")).await.cases;
        let mut stages: Vec<_> = open.into_iter().filter_map(|line| line.work.stage).collect();
        stages.sort();
        assert_eq!(stages, steps, "{service}");
    }
    // Cases can be opened, with their photos.
    let finished = clerk.finds("status=finished&service=NEW").await.cases[0]
        .number
        .to_string();
    let case = clerk.looks_at(&finished).await;
    assert!(case.timeline.len() > 2);
    clerk
        .get(&format!("/attachments/{}/thumbnail", case.materials[0].photos[0]))
        .await
        .is(200);

    // A newcomer signs in by what the inbox shows, and files.
    app.passer_by()
        .post("/codes")
        .json(&json!({ "phone": "13800000001" }))
        .await
        .is(202);
    let code = shown_code(&app).await;
    let session = json!({ "phone": "13800000001", "code": code, "bearer": true });
    let resident = app.passer_by().post("/sessions").json(&session).await.is(201).json();
    let resident = app.holder_of(&resident);
    let number = resident.files(&leak()).await;
    clerk.looks_at(&number).await;
    let page = app.ask(Method::GET, "/demo/inbox").await.is(200);
    assert!(page.text().contains(&code));
    app.ask(Method::GET, "/demo/demo.css").await.is(200);

    // Their water is billed, and a transfer names an account that the desk can look at.
    let accounts: Vec<WaterAccountView> = resident.get("/me/water-accounts").await.is(200).read();
    assert_eq!(accounts.len(), 1);
    let bills = format!("/me/water-accounts/{}/bills", accounts[0].number);
    assert_eq!(resident.get(&bills).await.is(200).json().as_array().unwrap().len(), 24);
    let transfer = clerk.finds("service=TRANS").await.cases[0].number;
    let beside = clerk.get(&format!("/desk/cases/{transfer}/water-account")).await;
    assert!(beside.is(200).read::<Option<WaterBeside>>().is_some());
}

/// The code in the demo's inbox, once it is there.
async fn shown_code(app: &TestApp) -> String {
    for _ in 0..400 {
        let shown: Value = app
            .ask(Method::GET, "/demo/messages?phone=13800000001")
            .await
            .is(200)
            .json();
        let code = shown.as_array().unwrap().iter().find_map(|message| {
            let text = message["text"].as_str().unwrap();
            text.split(|c: char| !c.is_ascii_digit())
                .find(|run| run.len() == 6)
                .map(str::to_owned)
        });
        if let Some(code) = code {
            return code;
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    unreachable!("no code came")
}

#[tokio::test]
async fn the_demo_keeps_off_real_cases() {
    let app = TestApp::new().await;
    app.guest().await.files(&leak()).await;
    let place = app.stops();
    let refused = TestApp::try_in(place, |means| means.demo = true).await;
    let why = refused.err().unwrap().to_string();
    assert!(why.contains("--demo") && why.contains("real cases"), "{why}");
}
