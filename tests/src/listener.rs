//! Somebody who listens to the feed, with a decoder of server-sent events that is not ours.

use std::pin::Pin;
use std::time::Duration;

use eventsource_stream::Eventsource as _;
use futures_util::{Stream, StreamExt as _};
use reqwest::Response;
use shuiting_shared::api::Changed;

/// Longest that a test waits for something to be told.
const PATIENCE: Duration = Duration::from_secs(20);

type Events = Pin<Box<dyn Stream<Item = Option<eventsource_stream::Event>> + Send>>;

/// A connection to the feed.
pub struct Listener {
    events: Events,
    /// The number heard last, as a browser sends it when it comes back.
    pub last: String,
}

/// What is heard.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// The feed is here; it says so first, and then from time to time.
    Here,
    /// A case has changed.
    Changed(Changed),
    /// Too much was missed.
    Reset,
}

impl Listener {
    pub(crate) fn new(response: Response) -> Self {
        assert_eq!(response.status(), 200);
        let kind = response.headers()["content-type"].to_str().unwrap().to_owned();
        assert!(kind.starts_with("text/event-stream"), "{kind}");
        let events = response.bytes_stream().eventsource();
        Self {
            // A connection that breaks off has ended.
            events: Box::pin(events.map(Result::ok)),
            last: String::new(),
        }
    }

    /// What is told next; none where the server has ended it.
    pub async fn next(&mut self) -> Option<Heard> {
        let event = tokio::time::timeout(PATIENCE, self.events.next())
            .await
            .unwrap_or_else(|_| panic!("nothing was told after {}", self.last));
        let event = event.flatten()?;
        self.last = event.id;
        Some(match event.event.as_str() {
            "here" => Heard::Here,
            "reset" => Heard::Reset,
            "change" => Heard::Changed(serde_json::from_str(&event.data).unwrap()),
            other => panic!("{other}"),
        })
    }

    /// The next change.
    pub async fn change(&mut self) -> Changed {
        loop {
            match self.next().await {
                Some(Heard::Changed(changed)) => return changed,
                Some(Heard::Here) => {}
                other => panic!("{other:?}"),
            }
        }
    }
}
