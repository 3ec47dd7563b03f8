//! The city for practising, below `/practice`.

mod apart;
mod motion;
mod night;

use reqwest::Method;
use serde_json::{Value, json};
use shuiting_server::practice::Ground;
use shuiting_shared::api::DemoMessage;
use shuiting_tests::{Person, Place, TestApp};

/// A hall with a city for practising, each on a database of its own of the engine that is tested.
struct Both {
    app: TestApp,
    ground: Place,
}

impl Both {
    async fn new() -> Self {
        let ground = Place::new();
        let address = Some(ground.address.clone());
        let app = TestApp::with(|means| means.practice = Some(Ground { address })).await;
        Self { app, ground }
    }

    /// Somebody who has signed in to the city for practising, by the code that it shows.
    async fn practises(&self, phone: &str) -> Person {
        let passer_by = self.app.practises(None);
        passer_by.post("/codes").json(&json!({ "phone": phone })).await.is(202);
        let code = self.code(phone).await;
        let sign_in = json!({ "phone": phone, "code": code, "bearer": true });
        let session: Value = passer_by.post("/sessions").json(&sign_in).await.is(201).json();
        self.app.practises(Some(&session))
    }

    /// The code that is shown; it comes to its inbox in a moment.
    async fn code(&self, phone: &str) -> String {
        let path = format!("/practice/demo/messages?phone={phone}");
        loop {
            let messages: Vec<DemoMessage> = self.app.ask(Method::GET, &path).await.is(200).read();
            let runs = messages
                .iter()
                .flat_map(|message| message.text.split(|c: char| !c.is_ascii_digit()));
            if let Some(code) = runs.into_iter().find(|run| run.len() == 6) {
                return code.to_owned();
            }
            tokio::task::yield_now().await;
        }
    }
}
