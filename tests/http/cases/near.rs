//! Leaks near by, as whoever is about to report one is told of them.

use chrono::TimeDelta;
use serde_json::{Value, json};
use shuiting_server::housekeeping;
use shuiting_shared::api::NearLeak;
use shuiting_tests::{Person, TestApp, leak, places_kept};

use super::finishes;

/// A leak at a point, or at an address alone.
fn at(point: Option<&str>, town: &str, address: &str) -> Value {
    let mut filing = leak();
    filing["answers"]["town"] = json!(town);
    filing["answers"]["address"] = json!(address);
    if let Some(point) = point {
        filing["answers"]["point"] = json!(point);
    }
    filing
}

async fn near(person: &Person, query: &str) -> Vec<NearLeak> {
    person.get(&format!("/leaks/near?{query}")).await.is(200).read()
}

const HERE: &str = "23.02000,113.75000";

#[tokio::test]
async fn a_leak_within_250_metres_is_found_by_its_point() {
    let app = TestApp::new().await;
    let filer = app.resident("13800000001").await;
    // 0.002 degrees of latitude are 222 m, 0.0024 are 267 m.
    for point in ["23.02200,113.75000", "23.02240,113.75000", "23.02050,113.75000"] {
        filer.files(&at(Some(point), "nancheng", "地王旁边")).await;
        app.clock.advance(TimeDelta::minutes(1));
    }
    let guest = app.guest().await;
    let found = near(&guest, &format!("point={HERE}")).await;
    let metres: Vec<_> = found.iter().map(|leak| leak.metres).collect();
    assert_eq!(metres, [Some(100), Some(250)], "the nearest first, in steps of 50 m");
}

#[tokio::test]
async fn a_typed_address_finds_the_same_street_of_the_same_town() {
    let app = TestApp::new().await;
    let filer = app.resident("13800000001").await;
    filer.files(&at(None, "guancheng", "莞城街道东纵路208号")).await;
    filer.files(&at(None, "dongcheng", "东纵路1号")).await;
    filer.files(&at(None, "guancheng", "运河东路2号")).await;
    let guest = app.guest().await;
    let found = near(&guest, "town=guancheng&address=东纵路 210 号附近").await;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].street.as_deref(), found[0].metres), (Some("东纵路"), None));
    assert!(near(&guest, "town=guancheng&address=地王旁边").await.is_empty());
}

#[tokio::test]
async fn a_point_that_is_known_on_both_sides_decides() {
    let app = TestApp::new().await;
    let filer = app.resident("13800000001").await;
    filer
        .files(&at(Some("23.03000,113.75000"), "nancheng", "鸿福路1号"))
        .await;
    let guest = app.guest().await;
    let far = near(&guest, &format!("point={HERE}&town=nancheng&address=鸿福路200号")).await;
    assert!(far.is_empty(), "the street is long: {far:?}");
    let typed = near(&guest, "town=nancheng&address=鸿福路200号").await;
    assert_eq!(typed.len(), 1, "without a point the street is all there is");
}

#[tokio::test]
async fn it_tells_neither_who_nor_where_exactly() {
    let app = TestApp::new().await;
    let filer = app.resident("13800000001").await;
    let mut filing = at(Some("23.02010,113.75010"), "nancheng", "鸿福路102号3栋501");
    filing["answers"]["name"] = json!("张三丰");
    filing["answers"]["words"] = json!("我家门口");
    let number = filer.files(&filing).await;
    let answer = app
        .guest()
        .await
        .get(&format!("/leaks/near?point={HERE}"))
        .await
        .is(200);
    let text = answer.text();
    for secret in [
        "13800000001",
        "138****",
        "张",
        "102号",
        "栋501",
        "我家",
        "23.02",
        "113.75",
        number.as_str(),
    ] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    let own = near(&filer, &format!("point={HERE}")).await;
    assert_eq!(
        own[0].number.unwrap().to_string(),
        number,
        "whoever filed it is led to it"
    );
}

#[tokio::test]
async fn only_what_is_open_and_of_the_last_day() {
    let app = TestApp::new().await;
    let (filer, clerk, guest) = (
        app.resident("13800000001").await,
        app.clerk("clerk").await,
        app.guest().await,
    );
    let number = filer.files(&at(Some(HERE), "nancheng", "鸿福路1号")).await;
    let query = format!("point={HERE}");
    assert_eq!(near(&guest, &query).await.len(), 1);
    finishes(&clerk, &number).await;
    assert!(near(&guest, &query).await.is_empty());

    filer.files(&at(Some(HERE), "nancheng", "鸿福路1号")).await;
    app.clock.advance(TimeDelta::hours(24));
    assert_eq!(near(&guest, &query).await.len(), 1);
    app.clock.advance(TimeDelta::seconds(1));
    assert!(near(&guest, &query).await.is_empty());
    housekeeping::tidy(app.inside()).await.unwrap();
    let kept = app.write(places_kept).await;
    assert_eq!(kept, 0, "where it was is forgotten");
}

#[tokio::test]
async fn what_was_filed_is_kept_sealed_all_the_same() {
    let app = TestApp::new().await;
    let filer = app.resident("13800000001").await;
    filer
        .files(&at(Some("23.01987,113.74321"), "nancheng", "鸿福路1号"))
        .await;
    for (path, bytes) in app.place.bytes() {
        let text = String::from_utf8_lossy(&bytes);
        assert!(
            !text.contains("23.01987") && !text.contains("113.74321"),
            "{}",
            path.display()
        );
    }
}

#[tokio::test]
async fn a_place_that_is_none_is_refused_beside_its_field() {
    let app = TestApp::new().await;
    let guest = app.guest().await;
    for (query, flaw) in [
        ("", "point no_place"),
        ("town=nancheng", "point no_place"),
        ("address=鸿福路", "point no_place"),
        ("point=91,0", "point not_a_point"),
        ("town=番禺&address=鸿福路", "town not_a_town"),
    ] {
        let refused = guest.get(&format!("/leaks/near?{query}")).await.fails(422, "invalid");
        assert_eq!(refused.flaws(), [flaw], "{query}");
    }
    app.passer_by()
        .get(&format!("/leaks/near?point={HERE}"))
        .await
        .fails(401, "sign_in");
    let clerk = app.clerk("clerk").await;
    clerk
        .get(&format!("/leaks/near?point={HERE}"))
        .await
        .fails(403, "forbidden");
}
