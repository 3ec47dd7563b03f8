//! The inside of what is pushed.

use serde::{Deserialize, Serialize};
use shuiting_shared::time::Moment;

use super::super::{NotGenuine, Verdict};
use super::envelope::{Format, read};

/// What was pushed.
#[derive(Clone)]
pub(super) struct Message {
    /// The openid of whoever it is from.
    pub(super) from: String,
    /// The app that it was sent to, by its name with WeChat.
    to: String,
    kind: String,
    id: String,
    /// The words, where it is some.
    pub(super) words: Option<String>,
    /// What WeChat thinks of a picture, by the number under which it was asked.
    pub(super) judged: Option<(String, Verdict)>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Raw {
    to_user_name: String,
    from_user_name: String,
    create_time: u64,
    msg_type: String,
    msg_id: Option<u64>,
    content: Option<String>,
    event: Option<String>,
    #[serde(rename = "trace_id")]
    trace: Option<String>,
    #[serde(rename = "result")]
    result: Option<Judged>,
}

#[derive(Deserialize)]
struct Judged {
    suggest: Verdict,
}

#[derive(Serialize)]
#[serde(rename = "xml", rename_all = "PascalCase")]
struct Reply<'a> {
    to_user_name: &'a str,
    from_user_name: &'a str,
    create_time: i64,
    msg_type: &'static str,
    content: &'a str,
}

const TEXT: &str = "text";
const EVENT: &str = "event";

impl Message {
    pub(super) fn read(format: Format, text: &str) -> Result<Self, NotGenuine> {
        let raw: Raw = read(format, text)?;
        let id = match (raw.msg_id, &raw.event) {
            (Some(id), _) => id.to_string(),
            (None, event) => {
                let event = event.as_deref().unwrap_or_default();
                format!("{}-{}-{event}", raw.from_user_name, raw.create_time)
            }
        };
        Ok(Self {
            judged: raw.trace.zip(raw.result.map(|result| result.suggest)),
            words: raw.content.filter(|_| raw.msg_type == TEXT),
            from: raw.from_user_name,
            to: raw.to_user_name,
            kind: raw.msg_type,
            id,
        })
    }

    /// By what it is known again when it is sent once more.
    pub(super) fn id(&self) -> String {
        format!("wechat-{}", self.id)
    }

    /// Whether somebody waits for an answer: events are nobody's words.
    pub(super) fn wants_answer(&self) -> bool {
        self.kind != EVENT
    }

    /// What is said to it.
    pub(super) fn reply(&self, words: &str, now: Moment) -> Result<String, NotGenuine> {
        let reply = Reply {
            to_user_name: &self.from,
            from_user_name: &self.to,
            create_time: now.timestamp(),
            msg_type: TEXT,
            content: words,
        };
        quick_xml::se::to_string(&reply).map_err(|_| NotGenuine)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_say_the_same() {
        let json = r#"{"ToUserName":"gh_1","FromUserName":"o-1","CreateTime":1714112445,"MsgType":"text","Content":"没水了 & 有点急","MsgId":22}"#;
        let xml = "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[o-1]]></FromUserName>\
            <CreateTime>1714112445</CreateTime><MsgType><![CDATA[text]]></MsgType>\
            <Content><![CDATA[没水了 & 有点急]]></Content><MsgId>22</MsgId></xml>";
        for (format, text) in [(Format::Json, json), (Format::Xml, xml)] {
            let message = Message::read(format, text).unwrap();
            assert_eq!(message.words.as_deref(), Some("没水了 & 有点急"));
            assert_eq!((message.from.as_str(), message.id().as_str()), ("o-1", "wechat-22"));
        }
    }

    #[test]
    fn a_verdict_names_what_it_is_about() {
        let json = r#"{"ToUserName":"gh_1","FromUserName":"o-1","CreateTime":1626959646,"MsgType":"event","Event":"wxa_media_check","appid":"wx8f16a5e9d1a7d9a8","trace_id":"60f96f1d-3845297a-1976a3ae","version":2,"errcode":0,"errmsg":"ok","result":{"suggest":"risky","label":20001}}"#;
        let message = Message::read(Format::Json, json).unwrap();
        let judged = Some(("60f96f1d-3845297a-1976a3ae".to_owned(), Verdict::Risky));
        assert_eq!(message.judged, judged);
    }

    #[test]
    fn an_event_is_known_by_when_and_who() {
        let json = r#"{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}"#;
        let message = Message::read(Format::Json, json).unwrap();
        assert_eq!(
            message.id(),
            "wechat-o9AgO5Kd5ggOC-bXrbNODIiE3bGY-1714112445-debug_demo"
        );
        assert!(message.words.is_none() && !message.wants_answer());
    }
}
