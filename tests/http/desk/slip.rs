//! The acceptance slip.

use reqwest::Method;
use serde_json::json;
use shuiting_shared::case::Role;
use shuiting_tests::{Answer, Person, TestApp, hookup, transfer};

async fn slip(app: &TestApp, clerk: &Person, number: &str, query: &str) -> Answer {
    let path = format!("/desk/cases/{number}/slip{query}");
    app.ask(Method::GET, &path).bearer(&clerk.access()).await
}

/// What stands on a page, a line an element; numbers are drawn anew each time.
fn text(page: &Answer, number: &str) -> String {
    let page = page.text().replace(number, "[number]");
    let body = page.split_once("<main>").unwrap().1.split_once("</main>").unwrap().0;
    let told = body.split('<').filter_map(|part| part.split_once('>'));
    let told = told.map(|(_, text)| text.trim()).filter(|text| !text.is_empty());
    told.collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn it_says_what_came_and_when_it_will_be_done() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let number = clerk.files_for(&hookup()).await;
    let page = slip(&app, &clerk, &number, "").await.is(200);
    assert!(page.header("content-type").starts_with("text/html"));
    assert_eq!(page.header("cache-control"), "no-store");
    let english = slip(&app, &clerk, &number, "?lang=en").await.is(200);
    for (page, lang) in [(&page, "zh-CN"), (&english, "en")] {
        let page = page.text();
        assert!(page.contains(&format!("<html lang=\"{lang}\">")) && page.contains("<svg"));
        for secret in ["张三丰", "11010519491231002X", "13800000001"] {
            assert!(!page.contains(secret), "{secret} lies on the counter");
        }
    }
    insta::assert_snapshot!(format!("{}\n\n{}", text(&page, &number), text(&english, &number)));
    app.ask(Method::GET, "/desk/slip.css").await.is(200);
    app.ask(Method::GET, "/desk/slip.js").await.is(200);
}

#[tokio::test]
async fn it_comes_in_the_residents_language() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let mut filing = transfer();
    filing["lang"] = json!("en");
    let number = clerk.files_for(&filing).await;
    let page = slip(&app, &clerk, &number, "").await.is(200).text();
    assert!(page.contains("Acceptance slip") && page.contains("Counts from when the other side confirms"));
    let refused = slip(&app, &clerk, &number, "?lang=fr").await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["lang wrong_type"]);
}

#[tokio::test]
async fn what_somebody_wrote_stays_words() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let mut filing = hookup();
    filing["answers"]["address"] = json!("<script>alert(1)</script>&amp;2号");
    let number = clerk.files_for(&filing).await;
    let page = slip(&app, &clerk, &number, "").await.is(200).text();
    assert!(!page.contains("<script>alert"), "{page}");
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;2号"));
}

#[tokio::test]
async fn only_staff_print_it() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let resident = app.resident("13800000001").await;
    let number = clerk.files_for(&hookup()).await;
    slip(&app, &resident, &number, "").await.fails(403, "forbidden");
    let volunteer = app.staff("volunteer", Role::Volunteer).await;
    slip(&app, &volunteer, &number, "").await.fails(403, "forbidden");
    for nothing in ["000-0000", "7F2", "%00"] {
        slip(&app, &clerk, nothing, "").await.fails(404, "not_found");
    }
    // Where nobody is signed in, the desk comes, which signs in and leads back; where it was not packed there is none.
    let desk = app.ask(Method::GET, "/desk/cases").await;
    let door = app.ask(Method::GET, &format!("/desk/cases/{number}/slip")).await;
    assert_eq!((door.status, door.text()), (desk.status, desk.text()));
}
