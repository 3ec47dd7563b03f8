//! Knowledge: written by supervisors, found and read by everybody.

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_server::clock::Clock as _;
use shuiting_server::knowledge::file::{File, Taken};
use shuiting_shared::api::{ArticleRead, ArticleVersion, ArticleView};
use shuiting_shared::case::Role;
use shuiting_tests::{Answer, Person, TestApp};

fn article() -> Value {
    json!({
        "question": { "zh": "违约金怎么算", "en": "How is the late fee worked out" },
        "answer": { "zh": "每天万分之五", "en": "0.05 % a day" },
        "also": ["滞纳金"],
        "service": "BILL",
    })
}

async fn writes(person: &Person, article: &Value) -> ArticleView {
    person.post("/desk/articles").json(article).await.is(201).read()
}

async fn changes(person: &Person, id: &str, change: Value) -> Answer {
    person
        .ask(Method::PATCH, &format!("/desk/articles/{id}"))
        .json(&change)
        .await
}

/// What anybody finds.
async fn finds(app: &TestApp, query: &str) -> Vec<ArticleRead> {
    app.passer_by().get(&format!("/articles?{query}")).await.is(200).read()
}

async fn votes(person: &Person, id: &str, helped: bool) -> Answer {
    person
        .ask(Method::PUT, &format!("/articles/{id}/vote"))
        .json(&json!({ "helped": helped }))
        .await
}

#[tokio::test]
async fn an_article_is_written_found_changed_taken_away_and_brought_back() {
    let app = TestApp::new().await;
    let (clerk, boss) = (app.clerk("clerk").await, app.staff("boss", Role::Supervisor).await);
    assert_eq!(finds(&app, "q=滞纳金").await, []);
    let view = writes(&boss, &article()).await;
    assert_eq!((view.version, view.removed), (1, false));
    for query in [
        "q=滞纳金",
        "q=zhinajin",
        "q=znj",
        "q=late+fee",
        "q=违约今",
        "service=BILL",
        "",
    ] {
        let found = finds(&app, query).await;
        assert_eq!(
            found.iter().map(|found| &found.id).collect::<Vec<_>>(),
            [&view.id],
            "{query}"
        );
    }
    assert_eq!(finds(&app, "q=滞纳金&service=LEAK").await, []);
    let read: ArticleRead = app
        .passer_by()
        .get(&format!("/articles/{}", view.id))
        .await
        .is(200)
        .read();
    assert_eq!(read.answer.zh, "每天万分之五");

    app.clock.advance(TimeDelta::hours(1));
    let mut other = article();
    other["also"] = json!(["  逾期 ", "逾期", ""]);
    changes(&boss, &view.id, json!({ "version": 1, "article": other }))
        .await
        .is(200);
    assert_eq!(finds(&app, "q=滞纳金").await, [], "it is not called that any more");
    assert_eq!(finds(&app, "q=逾期").await.len(), 1);
    changes(
        &boss,
        &view.id,
        json!({ "version": 2, "removed": true, "article": other }),
    )
    .await
    .is(200);
    assert_eq!(finds(&app, "q=逾期").await, []);
    app.passer_by()
        .get(&format!("/articles/{}", view.id))
        .await
        .fails(404, "not_found");
    // What it said at first is restored by saying it again.
    changes(&boss, &view.id, json!({ "version": 3, "article": article() }))
        .await
        .is(200);
    assert_eq!(finds(&app, "q=滞纳金").await.len(), 1);

    let path = format!("/desk/articles/{}/history", view.id);
    let history: Vec<ArticleVersion> = clerk.get(&path).await.is(200).read();
    let told: Vec<_> = history
        .iter()
        .map(|old| (old.version, old.by.as_deref(), old.removed, old.article.also.join(",")))
        .collect();
    let by = Some("boss先生");
    assert_eq!(
        told,
        [
            (4, by, false, "滞纳金".to_owned()),
            (3, by, true, "逾期".to_owned()),
            (2, by, false, "逾期".to_owned()),
            (1, by, false, "滞纳金".to_owned()),
        ]
    );
}

#[tokio::test]
async fn nobody_writes_over_anothers_words() {
    let app = TestApp::new().await;
    let boss = app.staff("boss", Role::Supervisor).await;
    let view = writes(&boss, &article()).await;
    let change = || changes(&boss, &view.id, json!({ "version": 1, "article": article() }));
    let (one, other) = futures_util::join!(change(), change());
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    change().await.fails(409, "article_changed");
}

#[tokio::test]
async fn supervisors_and_administrators_write_and_everybody_reads() {
    let app = TestApp::new().await;
    let boss = app.staff("boss", Role::Supervisor).await;
    let view = writes(&boss, &article()).await;
    for role in [Role::Clerk, Role::Agent, Role::Dispatcher, Role::Crew] {
        let person = app.staff(role.code(), role).await;
        person
            .post("/desk/articles")
            .json(&article())
            .await
            .fails(403, "forbidden");
        changes(&person, &view.id, json!({ "version": 1, "article": article() }))
            .await
            .fails(403, "forbidden");
        person.get("/desk/articles").await.is(200);
    }
    app.resident("13800000001")
        .await
        .get("/desk/articles")
        .await
        .fails(403, "forbidden");
    let mut wrong = article();
    wrong["question"]["en"] = json!("");
    wrong["also"] = json!(vec!["词".repeat(31); 1]);
    let refused = boss.post("/desk/articles").json(&wrong).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["also.0 too_long", "question.en missing"]);
    let refused = changes(&boss, &view.id, json!({ "version": 1, "article": wrong })).await;
    assert_eq!(
        refused.fails(422, "invalid").flaws(),
        ["article.also.0 too_long", "article.question.en missing"]
    );
    let refused = app.passer_by().get("/articles?most=21").await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["most too_many"]);
    app.passer_by().get("/articles/nowhere").await.fails(404, "not_found");
}

#[tokio::test]
async fn whether_it_has_helped_is_said_once_by_whoever_reads_it() {
    let app = TestApp::new().await;
    let boss = app.staff("boss", Role::Supervisor).await;
    let view = writes(&boss, &article()).await;
    let (guest, resident) = (app.guest().await, app.resident("13800000001").await);
    votes(&app.passer_by(), &view.id, true).await.fails(401, "sign_in");
    votes(&boss, &view.id, true).await.fails(403, "forbidden");
    votes(&guest, "nowhere", true).await.fails(404, "not_found");
    votes(&guest, &view.id, false).await.is(200);
    votes(&guest, &view.id, true).await.is(200);
    votes(&resident, &view.id, false).await.is(200);
    let [seen] = &boss.get("/desk/articles").await.is(200).read::<Vec<ArticleView>>()[..] else {
        panic!("there is one")
    };
    assert_eq!((seen.helped, seen.not_helped), (1, 1));
}

#[tokio::test]
async fn a_file_is_taken_whole_and_changes_nothing_the_second_time() {
    let app = TestApp::new().await;
    let now = app.clock.now();
    let takes = |text: &'static str| {
        let file = File::read(text).unwrap();
        app.write(move |conn| Ok(file.take(conn, now)?))
    };
    let file = r#"
        [[article]]
        id = "late-fee"
        question = { zh = "违约金怎么算", en = "Late fee" }
        answer = { zh = "每天万分之五", en = "0.05 % a day" }
        also = ["滞纳金"]
        service = "BILL"
    "#;
    let counts = |new, changed, same| Taken { new, changed, same };
    assert_eq!(takes(file).await, counts(1, 0, 0));
    assert_eq!(takes(file).await, counts(0, 0, 1));
    let boss = app.staff("boss", Role::Supervisor).await;
    let mut other = article();
    other["answer"]["zh"] = json!("看账单");
    changes(
        &boss,
        "late-fee",
        json!({ "version": 1, "removed": true, "article": other }),
    )
    .await
    .is(200);
    assert_eq!(takes(file).await, counts(0, 1, 0), "a file brings back what it names");
    assert_eq!(finds(&app, "q=滞纳金").await[0].id, "late-fee");
    let history: Vec<ArticleVersion> = boss.get("/desk/articles/late-fee/history").await.is(200).read();
    assert_eq!(
        history.iter().map(|old| old.by.as_deref()).collect::<Vec<_>>(),
        [None, Some("boss先生"), None]
    );
}
