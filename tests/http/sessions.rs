use serde_json::json;
use shuiting_tests::TestApp;

#[tokio::test]
async fn a_resident_signs_in() {
    let app = TestApp::new().await;
    let resident = app.resident("13800000001").await;
    let me = resident.get("/me").await.is(200).json();
    assert_eq!(me, json!({ "kind": "resident", "phone": "13800000001", "lang": "zh" }));
}
