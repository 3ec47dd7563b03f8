//! The line to somebody outside: time-outs, asking again where that does no harm, and a circuit that opens while they are
//! down, so that whoever needs them hears so at once instead of waiting.

use std::time::Duration;

use actix_web::web::Bytes;
use backon::{ExponentialBuilder, Retryable as _};
use recloser::{AsyncRecloser, Recloser};
use reqwest::header::HeaderMap;
use reqwest::{Client, RequestBuilder, StatusCode};
use serde::Deserialize;

/// How long we wait for those outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Patience {
    /// Milliseconds until a connection stands.
    pub connect_ms: u64,
    /// Milliseconds until the whole answer is there.
    pub answer_ms: u64,
    /// Milliseconds for which somebody who is down is left alone, before one request tries whether they are back.
    pub rest_ms: u64,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            connect_ms: 2_000,
            answer_ms: 6_000,
            rest_ms: 30_000,
        }
    }
}

/// Whether a request may be made again when it is not known what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// It does the same once or twice: it only asks, or bears a number of ours.
    Safely,
    /// It might be done twice.
    Never,
}

/// What somebody has answered, whatever it says.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The status; never one of those that say that they are down.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub body: Bytes,
}

/// Why there is no answer. None of it names an address: those hold secrets.
#[derive(Debug, thiserror::Error)]
pub enum Dead {
    /// They were down a moment ago, and are not asked for a while.
    #[error("{0} is down and is left alone for a while")]
    Resting(&'static str),
    /// The line is broken, or the answer took too long.
    #[error("{0}: {1}")]
    Broken(&'static str, #[source] reqwest::Error),
    /// They say themselves that they are not well, or busy.
    #[error("{0} answers {1}")]
    Ailing(&'static str, StatusCode),
    /// More is said than anybody needs.
    #[error("{0} answers without end")]
    Endless(&'static str),
}

/// Most bytes of an answer: a day's statement of a large city has some megabytes.
const MOST: usize = 64 << 20;
/// Calls by which it is judged whether somebody is down, and the share of them that must fail.
const JUDGED: usize = 5;
const SHARE: f32 = 0.5;
/// Times that a request that may be repeated is made again.
const AGAIN: usize = 2;
const FIRST_PAUSE: Duration = Duration::from_millis(100);

/// The line to one of those outside. A copy is the same line.
#[derive(Clone)]
pub struct Line {
    name: &'static str,
    client: Client,
    circuit: AsyncRecloser,
}

impl Line {
    /// A line to somebody of this name.
    pub fn new(name: &'static str, patience: Patience) -> anyhow::Result<Self> {
        let client = Client::builder()
            .connect_timeout(Duration::from_millis(patience.connect_ms))
            .timeout(Duration::from_millis(patience.answer_ms))
            .redirect(reqwest::redirect::Policy::none())
            .user_agent(concat!("Shuiting/", env!("CARGO_PKG_VERSION")))
            .build()?;
        let circuit = Recloser::custom()
            .error_rate(SHARE)
            .closed_len(JUDGED)
            .half_open_len(1)
            .open_wait(Duration::from_millis(patience.rest_ms))
            .build();
        Ok(Self {
            name,
            client,
            circuit: circuit.into(),
        })
    }

    /// Asks what `request` makes, anew for each time that it is asked.
    pub async fn ask(
        &self,
        repeat: Repeat,
        request: impl Fn(&Client) -> RequestBuilder + Send + Sync,
    ) -> Result<Reply, Dead> {
        let once = || async {
            match self.circuit.call(self.once(request(&self.client))).await {
                Ok(reply) => Ok(reply),
                Err(recloser::Error::Inner(dead)) => Err(dead),
                Err(recloser::Error::Rejected) => Err(Dead::Resting(self.name)),
            }
        };
        let times = match repeat {
            Repeat::Safely => AGAIN,
            Repeat::Never => 0,
        };
        let pauses = ExponentialBuilder::default()
            .with_min_delay(FIRST_PAUSE)
            .with_max_times(times)
            .with_jitter();
        once.retry(pauses)
            .when(|dead| !matches!(dead, Dead::Resting(_) | Dead::Endless(_)))
            .await
    }

    async fn once(&self, request: RequestBuilder) -> Result<Reply, Dead> {
        let broken = |error: reqwest::Error| Dead::Broken(self.name, error.without_url());
        let mut response = request.send().await.map_err(broken)?;
        let status = response.status();
        if status.is_server_error() {
            return Err(Dead::Ailing(self.name, status));
        }
        let headers = std::mem::take(response.headers_mut());
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(broken)? {
            if body.len() + chunk.len() > MOST {
                return Err(Dead::Endless(self.name));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(Reply {
            status,
            headers,
            body: body.into(),
        })
    }
}
