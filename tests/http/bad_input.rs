//! Whatever is sent: it is told what is wrong, in the language of whoever sent it, and the server goes on.

use reqwest::Method;
use serde_json::{Value, json};
use shuiting_tests::{Answer, Person, TestApp, hookup, leak};

use crate::openapi::{document, operations};

/// Everybody who can ask: nobody, a guest, a resident, a clerk.
async fn everybody(app: &TestApp) -> Vec<Person> {
    vec![
        app.passer_by(),
        app.guest().await,
        app.resident("13800000001").await,
        app.clerk("clerk").await,
    ]
}

/// Holds an answer to be either in order or a refusal as refusals are, never a failure of our own.
#[track_caller]
fn is_orderly(answer: &Answer) {
    assert!(answer.status < 500, "{answer:?}");
    if answer.status >= 400 {
        answer.problem();
        assert_eq!(answer.header("content-language"), "zh-CN", "{answer:?}");
    }
}

async fn still_well(app: &TestApp) {
    app.ask(Method::GET, "/healthz").await.is(200);
    app.ask(Method::GET, "/readyz").await.is(200);
}

/// Every operation of the document, below its base.
async fn addresses(app: &TestApp) -> Vec<(Method, String)> {
    let below = |path: String| path.strip_prefix("/api/v1").unwrap().to_owned();
    operations(&document(app).await)
        .into_iter()
        .map(|(method, path)| (method, below(path)))
        .collect()
}

#[tokio::test]
async fn any_body_anywhere() {
    let app = TestApp::new().await;
    let people = everybody(&app).await;
    let deep = format!("{}1{}", "[".repeat(5000), "]".repeat(5000));
    let long = format!("{{\"phone\":\"{}\"}}", "1".repeat(100_000));
    let bodies: [&[u8]; 10] = [
        b"",
        b"{",
        b"null",
        b"[1,2,3]",
        b"\"text\"",
        b"\xff\xfe\x00",
        b"{\"phone\":5,\"code\":{},\"name\":[],\"password\":null,\"lang\":\"xx\",\"refresh\":1,\"bearer\":\"yes\"}",
        b"{\"service\":7,\"answers\":\"x\",\"materials\":[],\"version\":\"1\",\"action\":0,\"field\":false}",
        deep.as_bytes(),
        long.as_bytes(),
    ];
    let writes = |method: &Method| matches!(*method, Method::POST | Method::PATCH);
    let mut refused = 0;
    for (method, path) in addresses(&app).await.into_iter().filter(|(method, _)| writes(method)) {
        for person in &people {
            for body in bodies {
                let ask = person.ask(method.clone(), &path).header("idempotency-key", "key");
                let answer = ask.header("content-type", "application/json").bytes(body).await;
                is_orderly(&answer);
                refused += usize::from(answer.status >= 400);
            }
        }
    }
    assert!(refused > 200, "{refused}");
    still_well(&app).await;
}

#[tokio::test]
async fn any_token_anywhere() {
    let app = TestApp::new().await;
    let expired = app.guest().await.access();
    app.clock.advance(chrono::TimeDelta::minutes(15));
    let open = [
        "/services",
        "/house",
        "/tariffs",
        "/outages",
        "/outages/nothing",
        "/water/near",
        "/articles",
        "/articles/nothing",
        "/events",
        "/events/nothing",
        "/events/nothing.ics",
        "/codes",
        "/sessions",
        "/sessions/guest",
        "/sessions/staff",
        "/sessions/refresh",
        // The telephone system and gateways sign what they tell.
        "/calls",
        "/pay/callbacks/{gateway}",
        // So does WeChat, and its codes tell who somebody is.
        "/wechat/push",
        "/sessions/wechat",
        // Whoever sees a page of the hall may see how it is signed.
        "/wechat/page",
    ];
    for (method, path) in addresses(&app).await {
        if open.contains(&path.as_str()) && method != Method::DELETE {
            continue;
        }
        let ask = || {
            app.passer_by()
                .ask(method.clone(), &path)
                .header("content-type", "application/json")
                .bytes("{}")
        };
        ask().bearer(&expired).await.fails(401, "token_expired");
        ask().bearer("forged").await.fails(401, "sign_in");
        ask()
            .header("authorization", "Basic Y2xlcms6cGFzcw==")
            .await
            .fails(401, "sign_in");
        ask().header("cookie", "hall_access=x").await.fails(401, "sign_in");
        ask().await.fails(401, "sign_in");
    }
    still_well(&app).await;
}

#[tokio::test]
async fn any_method_and_address() {
    let app = TestApp::new().await;
    let addresses = addresses(&app).await;
    let guest = app.guest().await;
    for (_, path) in &addresses {
        for method in [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            if !addresses.contains(&(method.clone(), path.clone())) {
                guest.ask(method, path).await.fails(405, "wrong_method");
            }
        }
    }
    for path in [
        "/nothing",
        "/cases/000-0000/nothing",
        "/desk",
        "/",
        "//cases",
        "/..%2f..",
        "/%ff",
    ] {
        for method in [Method::GET, Method::POST, Method::DELETE] {
            guest.ask(method, path).await.fails(404, "not_found");
        }
    }
    app.ask(Method::POST, "/").await.fails(405, "wrong_method");
    app.ask(Method::GET, "/api").await.fails(404, "not_found");
    app.ask(Method::GET, "/assets/../../etc/passwd").await;
    still_well(&app).await;
}

#[tokio::test]
async fn a_body_that_is_too_large() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let mut filing = leak();
    filing["answers"]["words"] = json!("水".repeat(200_000));
    resident.sends("key", &filing).await.fails(413, "too_large");
    filing["answers"]["words"] = json!("水".repeat(60_000));
    let refused = resident.sends("key", &filing).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["answers.words too_long"]);
    still_well(&app).await;
}

#[tokio::test]
async fn an_answer_that_cannot_be() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    for (field, answer, flaw) in [
        ("id_number", "110105194912310021", "id_check"),
        ("id_number", "110105194913310020", "id_birthday"),
        ("id_number", "11010519491231", "id_length"),
        ("id_number", "11010519491231002的", "id_check"),
        ("phone", "+86", "phone_length"),
        ("phone", "12800000001", "not_a_phone"),
        ("name", "Robert'); DROP TABLE cases;--", "not_in_a_name"),
        ("name", "张\u{0}三", "unprintable"),
        ("name", "张\u{202e}三", "not_in_a_name"),
        ("town", "番禺", "not_a_town"),
        ("address", "x", "too_short"),
        ("address", &"路".repeat(121), "too_long"),
        ("households", "two", "not_digits"),
        ("households", "99999999999999999999", "too_big"),
    ] {
        let mut filing = hookup();
        filing["answers"][field] = json!(answer);
        let refused = resident.sends("key", &filing).await.is(422);
        let told = refused.flaws();
        assert!(
            told.contains(&format!("answers.{field} {flaw}")),
            "{field}={answer}: {told:?}"
        );
    }
    let mut filing = leak();
    filing["answers"]["phone"] = json!(13_800_000_001_u64);
    let refused = resident.sends("key", &filing).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["answers.phone wrong_type"]);
    still_well(&app).await;
}

#[tokio::test]
async fn a_text_that_no_database_keeps() {
    let app = TestApp::new().await;
    let people = everybody(&app).await;
    let clerk = &people[3];
    let number = people[1].files(&leak()).await;
    for field in ["text", "town"] {
        let refused = clerk
            .get(&format!("/desk/cases?{field}=a%00b"))
            .await
            .fails(422, "invalid");
        assert_eq!(refused.flaws(), [format!("{field} unprintable")]);
    }
    let nul = "a\u{0}b";
    for person in &people {
        for (path, body) in [
            ("/codes", json!({ "phone": nul })),
            ("/sessions", json!({ "phone": "13800000001", "code": nul })),
            ("/sessions/staff", json!({ "name": nul, "password": nul })),
            ("/sessions/refresh", json!({ "refresh": nul })),
            ("/cases", json!({ "service": "LEAK", "materials": { "photos": [nul] } })),
            ("/cases", json!({ "service": "LEAK", "answers": { nul: nul } })),
        ] {
            let answer = person.post(path).header("idempotency-key", "key").json(&body).await;
            is_orderly(&answer);
            assert!(answer.status >= 400, "{answer:?}");
        }
        let add = json!({ "verb": "add", "words": nul, "photos": [nul] });
        is_orderly(&person.tries(&number, add).await);
        is_orderly(
            &person
                .post(&format!("/cases/{number}/reveal"))
                .json(&json!({ "field": nul }))
                .await,
        );
        is_orderly(&person.get("/attachments/%00").await);
        is_orderly(&person.get("/desk/templates/%00/history").await);
        let text = json!({ "zh": nul, "en": nul });
        let template = json!({ "occasion": "note", "title": text, "words": text });
        is_orderly(&person.post("/desk/templates").json(&template).await);
        let change = json!({ "version": 1, "template": template });
        is_orderly(&person.ask(Method::PATCH, "/desk/templates/%00").json(&change).await);
        let filing = json!({ "service": "LEAK", "answers": { "phone": nul }, "materials": { "photos": [nul] } });
        is_orderly(&person.sends_for("key", &filing).await);
    }
    still_well(&app).await;
}

#[tokio::test]
async fn problems_read_well_in_both_languages() {
    let app = TestApp::new().await;
    let (guest, clerk) = (app.guest().await, app.clerk("clerk").await);
    let mut said: Vec<Value> = Vec::new();
    for person in [guest.clone(), guest.in_english()] {
        said.push(person.get("/cases/000-0000").await.is(404).json());
        said.push(person.sends("key", &json!({ "service": "LEAK" })).await.is(422).json());
        said.push(person.post("/cases").json(&leak()).await.is(400).json());
        said.push(person.get("/desk/cases").await.is(403).json());
    }
    let number = app.guest().await.files(&leak()).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    let note = json!({ "verb": "note", "words": "x", "to_resident": false });
    said.push(clerk.in_english().acts_on(&number, 1, note).await.is(409).json());
    insta::assert_json_snapshot!(said);
}

#[tokio::test]
async fn the_language_is_the_callers() {
    let app = TestApp::new().await;
    for (header, tag, title) in [
        ("", "zh-CN", "没有找到"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN", "没有找到"),
        ("en-GB,en;q=0.9,zh;q=0.5", "en", "Not found"),
        ("fr,en", "en", "Not found"),
        ("fr", "zh-CN", "没有找到"),
        ("*;q=;;,", "zh-CN", "没有找到"),
    ] {
        let answer = app
            .ask(Method::GET, "/api/v1/nothing")
            .header("accept-language", header)
            .await
            .is(404);
        assert_eq!(
            (answer.header("content-language"), &answer.json()["title"]),
            (tag, &json!(title)),
            "{header}"
        );
    }
}

#[tokio::test]
async fn the_type_of_a_problem_leads_to_what_it_means() {
    let app = TestApp::new().await;
    let english = |path: &str| app.ask(Method::GET, path).header("accept-language", "en");
    let refused = english("/api/v1/nothing/here").await;
    assert_eq!(refused.problem(), "not_found");
    let problem = refused.json();
    let (path, place) = problem["type"].as_str().unwrap().split_once('#').unwrap();

    let page = english(path).await.is(200);

    assert!(page.header("content-type").starts_with("text/html"));
    let told = page.text();
    for part in [
        &format!("id=\"{place}\""),
        problem["title"].as_str().unwrap(),
        problem["detail"].as_str().unwrap(),
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(app.ask(Method::GET, path).await.text().contains("没有找到"));
    app.ask(Method::GET, "/problems.css").await.is(200);
}
