//! What anybody may know: services, house rules and tariffs.

use serde_json::{Value, json};
use shuiting_shared::api::ServiceView;
use shuiting_shared::house::House;
use shuiting_shared::tariff::Tariffs;
use shuiting_tests::TestApp;

#[tokio::test]
async fn there_are_twenty_three_services_in_two_languages() {
    let app = TestApp::new().await;
    let answer = app.passer_by().get("/services").await.is(200);
    assert_eq!(answer.header("cache-control"), "public, max-age=300");
    let services: Vec<ServiceView> = answer.read();
    assert_eq!(services.len(), 23);
    for service in &services {
        for (what, text) in [
            ("title", &service.title),
            ("about", &service.about),
            ("limit", &service.limit),
        ] {
            for lang in ["zh", "en"] {
                assert!(!text[lang].is_empty(), "{:?} has no {what} in {lang}", service.code);
            }
        }
        assert_eq!(service.available, !service.pages.is_empty());
        assert!(!service.steps.is_empty());
    }
    let elsewhere = services.iter().filter(|service| !service.available);
    let elsewhere: Vec<_> = elsewhere.map(|service| service.code.code()).collect();
    assert_eq!(elsewhere, ["BILL", "RATE", "OUT"]);
}

#[tokio::test]
async fn a_stranger_learns_when_something_is_asked_and_which_days_it_may_name() {
    let app = TestApp::new().await;
    let services = app.passer_by().get("/services").await.json();
    let field = |service: &str, key: &str| {
        let services = services.as_array().unwrap();
        let service = services.iter().find(|known| known["code"] == service).unwrap();
        let pages = service["pages"].as_array().unwrap().iter();
        let mut fields = pages.flat_map(|page| page["fields"].as_array().unwrap());
        fields.find(|field| field["key"] == key).unwrap().clone()
    };
    let payer = field("DEBIT", "payer_id_number");
    assert_eq!(payer["when"], json!({ "field": "payer", "codes": ["other"] }));
    assert_eq!(
        (&payer["unlike"], &payer["required"]),
        (&json!("id_number"), &json!(true))
    );
    assert_eq!(field("SUSP", "from")["days"], json!({ "least": 5, "years": 1 }));
    assert_eq!(field("SUSP", "to")["days"], json!({ "since": "from", "least": 30 }));
    assert_eq!(field("POP", "persons")["range"], json!({ "least": 5, "most": 30 }));
    let change = field("INFO", "change");
    assert_eq!(change["kind"], "several");
    assert_eq!(
        change["choices"][0],
        json!({ "code": "phone", "title": { "zh": "手机号", "en": "Mobile number" } })
    );
}

#[tokio::test]
async fn the_form_in_the_catalogue_is_the_form_that_is_checked() {
    let app = TestApp::new().await;
    let services = app.passer_by().get("/services").await.json();
    let leak = services
        .as_array()
        .unwrap()
        .iter()
        .find(|service| service["code"] == "LEAK")
        .unwrap();
    let required: Vec<_> = leak["pages"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|page| page["fields"].as_array().unwrap())
        .filter(|field| field["required"] == true)
        .map(|field| format!("answers.{} missing", field["key"].as_str().unwrap()))
        .collect();
    let refused = app
        .guest()
        .await
        .sends("key", &serde_json::json!({ "service": "LEAK" }))
        .await
        .fails(422, "invalid");
    let mut required = required;
    required.sort();
    assert_eq!(refused.flaws(), required);
}

#[tokio::test]
async fn the_house_rules_are_the_houses() {
    let mut house = House::dongguan();
    "12345".clone_into(&mut house.hotline);
    let app = TestApp::with(|means| means.house = house).await;
    let told: Value = app.passer_by().get("/house").await.is(200).json();
    assert_eq!(told["hotline"], "12345");
    assert_eq!(told["towns"].as_array().unwrap().len(), 33);
    assert!(
        serde_json::from_value::<House>(told).is_ok(),
        "the browser reads it with the same type"
    );
}

#[tokio::test]
async fn the_tariffs_are_told_to_anybody_with_their_earlier_versions() {
    let mut tariffs = Tariffs::brought_along();
    let mut earlier = tariffs.tariffs[0].clone();
    earlier.from = "2015-01-01".parse().unwrap();
    tariffs.tariffs.push(earlier);
    let app = TestApp::with(|means| means.tariffs = tariffs.clone()).await;
    let answer = app.passer_by().get("/tariffs").await.is(200);
    assert_eq!(answer.header("cache-control"), "public, max-age=300");
    assert_eq!(
        answer.read::<Tariffs>(),
        tariffs,
        "the browser reads it with the same type"
    );
    let told = answer.json();
    assert_eq!(told["default"], "panyu");
    assert_eq!(told["tariffs"][0]["household"][0]["prices"]["water"], 175);
    assert_eq!(
        told["tariffs"][1]["other"],
        Value::Null,
        "Shenzhen names no price for shops"
    );
}
