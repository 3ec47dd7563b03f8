//! One request.

use gloo_net::http::{RequestBuilder, Response};
use js_sys::Uint8Array;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

pub use gloo_net::http::Method;

use super::{Failure, Side, last};
use crate::{clock, realm};

/// The status of an answer that was kept.
const OK: u16 = 200;

/// A request that can be sent more than once.
#[derive(Clone, Debug)]
pub struct Call {
    method: Method,
    path: String,
    headers: Vec<(&'static str, String)>,
    body: Body,
}

#[derive(Clone, Debug)]
enum Body {
    None,
    Json(String),
    Bytes(Vec<u8>),
}

impl Call {
    /// A request without a body.
    pub fn new(method: Method, path: &str) -> Self {
        Self {
            method,
            path: path.to_owned(),
            headers: Vec::new(),
            body: Body::None,
        }
    }

    /// With one more header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// With a JSON body.
    pub fn json(mut self, body: &impl Serialize) -> Result<Self, Failure> {
        self.body = Body::Json(serde_json::to_string(body).map_err(|_| Failure::Nonsense)?);
        Ok(self)
    }

    /// With a body of bytes of this media type.
    #[must_use]
    pub fn bytes(mut self, media_type: &str, bytes: Vec<u8>) -> Self {
        self.body = Body::Bytes(bytes);
        self.header("Content-Type", media_type)
    }

    pub(super) async fn send<T: DeserializeOwned>(&self, headers: &[(&str, &str)]) -> Result<T, Failure> {
        let (status, body) = self.answer(headers).await?;
        Failure::read(status, &body)
    }

    /// The same; what comes well is kept, and where nothing comes, what was kept last time is given.
    pub(super) async fn send_or_last<T: DeserializeOwned>(
        &self,
        headers: &[(&str, &str)],
        side: Side,
    ) -> Result<T, Failure> {
        match self.answer(headers).await {
            Ok((status, body)) => {
                let read = Failure::read(status, &body);
                if read.is_ok() {
                    last::keep(side, &self.path, &body);
                }
                read
            }
            Err(Failure::Offline) => {
                let kept = last::find(side, &self.path).ok_or(Failure::Offline)?;
                // Another release may have been told otherwise.
                Failure::read(OK, &kept).map_err(|_| Failure::Offline)
            }
            Err(failure) => Err(failure),
        }
    }

    /// Whether it is answered with anything but a refusal.
    pub(super) async fn is_answered(&self, headers: &[(&str, &str)]) -> bool {
        let Ok(response) = self.response(headers).await else {
            return false;
        };
        // What is not read to its end keeps its connection.
        response.ok() && response.text().await.is_ok()
    }

    async fn answer(&self, headers: &[(&str, &str)]) -> Result<(u16, String), Failure> {
        let response = self.response(headers).await?;
        let status = response.status();
        let body = response.text().await.map_err(|_| Failure::Offline)?;
        // What the browser may keep by itself may come from there, and is of an earlier time.
        let kept = response.headers().get("Cache-Control");
        if kept.is_some_and(|kept| kept.contains("no-store")) {
            last::reached();
            if let Some(date) = response.headers().get("Date") {
                clock::hear(&date);
            }
        }
        Ok((status, body))
    }

    async fn response(&self, headers: &[(&str, &str)]) -> Result<Response, Failure> {
        let mut builder = RequestBuilder::new(&realm::here().address(&self.path))
            .method(self.method.clone())
            .header("Accept", "application/json");
        for (name, value) in headers {
            builder = builder.header(name, value);
        }
        for (name, value) in &self.headers {
            builder = builder.header(name, value);
        }
        let request = match &self.body {
            Body::None => builder.build(),
            Body::Json(json) => builder
                .header("Content-Type", "application/json")
                .body(JsValue::from_str(json)),
            Body::Bytes(bytes) => builder.body(JsValue::from(Uint8Array::from(bytes.as_slice()))),
        };
        let request = request.map_err(|_| Failure::Nonsense)?;
        request.send().await.map_err(|_| Failure::Offline)
    }
}
