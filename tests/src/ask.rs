//! What is asked of the server.

use std::future::{Future, IntoFuture};
use std::pin::Pin;

use reqwest::{Client, Method, Response};
use serde::Serialize;
use serde_json::Value;

use crate::answer::Answer;
use crate::listener::Listener;
use crate::person::Tokens;

/// A request in the making; awaiting it sends it.
#[must_use = "it is sent when it is awaited"]
pub struct Ask {
    client: Client,
    base: String,
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
    tokens: Option<Tokens>,
}

impl Ask {
    pub(crate) fn new(client: &Client, base: &str, method: Method, path: &str) -> Self {
        let (client, base, path) = (client.clone(), base.to_owned(), path.to_owned());
        Self {
            client,
            base,
            method,
            path,
            headers: Vec::new(),
            body: None,
            tokens: None,
        }
    }

    pub(crate) fn of_who_has(self, tokens: Option<Tokens>) -> Self {
        Self { tokens, ..self }
    }

    /// With a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With this bearer token.
    pub fn bearer(self, token: &str) -> Self {
        self.header("authorization", &format!("Bearer {token}"))
    }

    /// With a body in JSON.
    pub fn json(self, body: &impl Serialize) -> Self {
        let body = serde_json::to_vec(body).unwrap();
        self.header("content-type", "application/json").bytes(body)
    }

    /// With a body as it is.
    pub fn bytes(self, body: impl Into<Vec<u8>>) -> Self {
        Self {
            body: Some(body.into()),
            ..self
        }
    }

    async fn response(&self) -> Response {
        let mut request = self
            .client
            .request(self.method.clone(), format!("{}{}", self.base, self.path));
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if let Some(tokens) = &self.tokens {
            request = request.bearer_auth(tokens.access());
        }
        if let Some(body) = &self.body {
            request = request.body(body.clone());
        }
        request
            .send()
            .await
            .unwrap_or_else(|error| panic!("{} {}: {error:?}", self.method, self.path))
    }

    /// Listens to what is told from now on, or from where it was heard last.
    pub async fn listens(self) -> Listener {
        Listener::new(self.response().await)
    }

    async fn once(&self) -> Answer {
        let asked = format!("{} {}", self.method, self.path);
        let answer = self.response().await;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let body = answer
            .bytes()
            .await
            .unwrap_or_else(|error| panic!("{asked}: {error:?}"))
            .to_vec();
        Answer {
            asked,
            status,
            headers,
            body,
        }
    }

    /// As a client does: when the access token has run out it gets the next one and asks again.
    async fn send(self) -> Answer {
        let answer = self.once().await;
        let Some(tokens) = self.tokens.as_ref().filter(|_| answer.status == 401) else {
            return answer;
        };
        if answer.problem() != "token_expired" {
            return answer;
        }
        let refresh = serde_json::json!({ "refresh": tokens.refresh() });
        let renewed = Self::new(&self.client, &self.base, Method::POST, "/api/v1/sessions/refresh").json(&refresh);
        let renewed = renewed.once().await;
        if renewed.status != 200 {
            return renewed;
        }
        tokens.renew(&renewed.read::<Value>());
        self.once().await
    }
}

impl IntoFuture for Ask {
    type Output = Answer;
    type IntoFuture = Pin<Box<dyn Future<Output = Answer> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}
