//! The API's own description, and that it tells the truth.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::Value;
use shuiting_shared::problem::Code;
use shuiting_tests::TestApp;

/// Every operation that the document names: method and path, its parameters filled in.
pub(crate) fn operations(document: &Value) -> Vec<(Method, String)> {
    let mut operations = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        let path = path
            .replace("{number}", "000-0000")
            .replace("{id}", "nothing")
            .replace("{shift}", "0");
        for method in methods.as_object().unwrap().keys().filter(|key| *key != "parameters") {
            operations.push((method.to_uppercase().parse().unwrap(), path.clone()));
        }
    }
    operations
}

pub(crate) async fn document(app: &TestApp) -> Value {
    app.passer_by().get("/openapi.json").await.is(200).json()
}

#[tokio::test]
async fn the_document_changes_only_on_purpose() {
    let app = TestApp::new().await;
    let mut document = document(&app).await;
    document["info"]["version"] = "[version]".into();
    insta::assert_json_snapshot!(document);
}

#[tokio::test]
async fn every_address_it_names_is_there() {
    let app = TestApp::new().await;
    let operations = operations(&document(&app).await);
    assert!(operations.len() > 20, "{operations:?}");
    for (method, path) in operations {
        // Without a session there is nothing to find, so whoever answers 404 does not know the address. Events, outages and
        // articles are for everybody.
        let open = ["/api/v1/events/", "/api/v1/outages/", "/api/v1/articles/"];
        if open.iter().any(|open| path.starts_with(open)) {
            continue;
        }
        let answer = app.ask(method, &path).await;
        assert!(![404, 405, 500].contains(&answer.status), "{answer:?}");
    }
}

#[tokio::test]
async fn every_operation_is_told_in_words_and_with_its_answers() {
    let app = TestApp::new().await;
    let document = document(&app).await;
    let mut ids = BTreeSet::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            assert!(
                operation["summary"].as_str().is_some_and(|text| text.len() > 5),
                "{method} {path}"
            );
            assert!(
                ids.insert(operation["operationId"].as_str().unwrap().to_owned()),
                "{method} {path}"
            );
            let answers = operation["responses"].as_object().unwrap();
            assert!(answers.keys().any(|status| status.starts_with('2')), "{method} {path}");
        }
    }
}

#[tokio::test]
async fn every_reference_leads_somewhere() {
    let app = TestApp::new().await;
    let document = document(&app).await;
    let mut left = vec![&document];
    let mut found = 0;
    while let Some(value) = left.pop() {
        match value {
            Value::Object(members) => {
                if let Some(Value::String(reference)) = members.get("$ref") {
                    let pointer = reference.strip_prefix('#').unwrap();
                    assert!(document.pointer(pointer).is_some(), "{reference}");
                    found += 1;
                }
                left.extend(members.values());
            }
            Value::Array(items) => left.extend(items),
            _ => {}
        }
    }
    assert!(found > 30);
}

#[test]
fn every_code_of_the_catalogue_is_used() {
    let mut sources = String::new();
    let mut folders = vec![std::path::PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../server/src"
    ))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                sources.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    for code in Code::ALL {
        assert!(
            sources.contains(&format!("Code::{code:?}")),
            "nothing fails with {}",
            code.code()
        );
    }
}
