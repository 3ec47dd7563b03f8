//! What stands around every request: headers that tie a browser's hands, a request id, and a log without people in it.

use std::sync::Arc;
use std::time::SystemTime;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue, HttpDate, TryIntoHeaderValue as _};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage as _, web};
use anyhow::Context as _;
use tracing::Span;
use tracing_actix_web::{DefaultRootSpanBuilder, RequestId, RootSpanBuilder};

use crate::app::App;
use crate::clock::Clock as _;
use crate::demo::HandSet;

/// What a browser lets our pages do.
#[derive(Clone)]
pub struct Policy {
    value: HeaderValue,
    /// What our answers say of the time, where that is not the machine's.
    time: Option<Arc<HandSet>>,
}

impl Policy {
    /// Scripts and styles come from files of our own, and where the house has WeChat, scripts from there too; WASM may be
    /// compiled; nothing may frame us or read our forms. In the demo city our own pages may frame the hall.
    pub fn of(app: &App) -> anyhow::Result<Self> {
        let script = app.wechat.as_ref().and_then(|wechat| origin(wechat.page_script()));
        let frames = if app.demo {
            "frame-src 'self'; frame-ancestors 'self'"
        } else {
            "frame-ancestors 'none'"
        };
        let policy = format!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{}{}; style-src 'self'; img-src 'self' blob: data:; \
             connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; {frames}",
            if script.is_some() { " " } else { "" },
            script.unwrap_or_default(),
        );
        Ok(Self {
            value: HeaderValue::from_str(&policy).context("where WeChat's script lies")?,
            time: app.time.clone(),
        })
    }
}

/// Scheme and host of an address that has them.
fn origin(address: &str) -> Option<&str> {
    let host = address.find("://")? + "://".len();
    let end = address[host..].find('/').map_or(address.len(), |end| host + end);
    Some(&address[..end])
}

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Adds the headers to whatever is answered.
pub async fn guard<B: MessageBody>(request: ServiceRequest, next: Next<B>) -> Result<ServiceResponse<B>, Error> {
    let id = request.extensions().get::<RequestId>().copied();
    let policy = request.app_data::<web::Data<Policy>>().cloned();
    let mut response = next.call(request).await?;
    let headers = response.headers_mut();
    if let Some(policy) = policy {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy.value.clone());
        if let Some(time) = &policy.time {
            let now: HttpDate = SystemTime::from(time.now()).into();
            headers.insert(header::DATE, now.try_into_value()?);
        }
    }
    let mut set = |name, value| drop(headers.insert(name, HeaderValue::from_static(value)));
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "same-origin");
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(self), geolocation=(self), microphone=()",
    );
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    unkept(headers);
    if let Some(id) = id.and_then(|id| HeaderValue::from_str(&id.to_string()).ok()) {
        headers.insert(REQUEST_ID, id);
    }
    Ok(response)
}

/// What says nothing of keeping is not kept: most answers are about a person.
fn unkept(headers: &mut HeaderMap) {
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
}

/// A span a request that names the route and not what was asked: addresses hold case numbers, queries hold names.
pub struct Discreet;

impl RootSpanBuilder for Discreet {
    fn on_request_start(request: &ServiceRequest) -> Span {
        let id = request.extensions().get::<RequestId>().map(ToString::to_string);
        tracing::info_span!(
            "request",
            method = %request.method(),
            route = request.match_pattern(),
            request_id = id,
            http.status_code = tracing::field::Empty,
            otel.status_code = tracing::field::Empty,
            exception.message = tracing::field::Empty,
            exception.details = tracing::field::Empty,
        )
    }

    fn on_request_end<B: MessageBody>(span: Span, outcome: &Result<ServiceResponse<B>, Error>) {
        DefaultRootSpanBuilder::on_request_end(span, outcome);
    }
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn an_origin_is_scheme_and_host() {
        assert_eq!(
            origin("https://res.wx.qq.com/open/js/jweixin-1.6.0.js"),
            Some("https://res.wx.qq.com")
        );
        assert_eq!(origin("http://127.0.0.1:9000"), Some("http://127.0.0.1:9000"));
        assert_eq!(origin("/demo/wechat/wx.js"), None);
    }
}
