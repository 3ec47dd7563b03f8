//! The city for practising, below `/practice`.

mod apart;
mod motion;
mod night;

use chrono::TimeDelta;
use reqwest::Method;
use serde_json::{Value, json};
use shuiting_server::clock::Clock as _;
use shuiting_server::practice::Ground;
use shuiting_shared::api::DemoMessage;
use shuiting_tests::{Person, Place, TestApp};

/// A hall with a city for practising, each on a database of its own of the engine that is tested.
struct Both {
    app: TestApp,
    /// Its database goes with it.
    _ground: Place,
}

impl Both {
    async fn new() -> Self {
        let ground = Place::new();
        let address = Some(ground.address.clone());
        let app = TestApp::with(|means| means.practice = Some(Ground { address })).await;
        Self { app, _ground: ground }
    }

    /// Somebody who has signed in to the city for practising, by the code that it shows.
    async fn practises(&self, phone: &str) -> Person {
        let passer_by = self.app.practises(None);
        // So that it can be told from what came before.
        self.app.clock.advance(TimeDelta::seconds(1));
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
            let newest = messages.first().filter(|message| message.at == self.app.clock.now());
            let code = newest.and_then(|message| {
                let mut runs = message.text.split(|c: char| !c.is_ascii_digit());
                runs.find(|run| run.len() == 6).map(str::to_owned)
            });
            if let Some(code) = code {
                return code;
            }
            tokio::task::yield_now().await;
        }
    }
}
