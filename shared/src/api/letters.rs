//! Messages as residents read them, what they agree to be told by WeChat, and letters that did not arrive.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::message::Kind;
use crate::number::CaseNumber;
use crate::words::choices;

wire! {
    /// A message in one's inbox.
    pub struct InboxMessage {
        /// Its id.
        pub id: String,
        /// When it was written.
        pub at: DateTime<Utc>,
        /// What kind it is.
        pub kind: Kind,
        /// What it says, in the language that was asked for.
        pub text: String,
        /// The case that it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "7F2-0391"))]
        pub number: Option<CaseNumber>,
        /// The id of the event that it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub event: Option<String>,
        /// The id of the outage that it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub outage: Option<String>,
        /// Whether it was read before.
        pub read: bool,
    }

    /// One's messages, newest first, at most 50.
    pub struct InboxMessages {
        /// The messages.
        pub messages: Vec<InboxMessage>,
        /// How many of all are not read.
        pub unread: u32,
        /// Whether there are older ones: ask again with `before` set to the last one's id.
        pub more: bool,
    }

    /// Which messages are asked for.
    #[derive(Default)]
    pub struct InboxQuery {
        /// Only those older than this one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub before: Option<String>,
    }

    /// How many messages are not read.
    pub struct Unread {
        /// How many.
        pub unread: u32,
    }

    /// Marks messages as read.
    pub struct ReadMessages {
        /// The newest of those that were read; all older ones count as read too.
        pub up_to: String,
    }

    /// A message of WeChat's that one may agree to, once for each time.
    pub struct ConsentOffer {
        /// A kind of message that is sent by it.
        pub kind: Kind,
        /// The template, as WeChat's own question names it.
        pub template: String,
        /// How many messages one has agreed to already and not had.
        pub left: u32,
    }

    /// Which kinds of messages consent is wanted for.
    #[derive(Default)]
    pub struct ConsentQuery {
        /// Their codes, with commas between them; those about a filing where it is left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub kinds: Option<String>,
    }

    /// What somebody said to WeChat's question.
    pub struct ConsentsGiven {
        /// Templates of which they want one message more.
        #[serde(default)]
        pub accepted: Vec<String>,
        /// Templates that they do not want.
        #[serde(default)]
        pub refused: Vec<String>,
    }

    /// A letter that did not arrive and is not tried any more.
    pub struct DeadLetter {
        /// Its id.
        pub id: String,
        /// When it was written.
        pub at: DateTime<Utc>,
        /// What kind it is.
        pub kind: Kind,
        /// To whom, masked.
        pub phone: String,
        /// The case that it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "7F2-0391"))]
        pub number: Option<CaseNumber>,
        /// Why it did not arrive.
        pub why: Undelivered,
        /// How often it was tried.
        pub tries: u32,
    }

    /// The letters that did not arrive, the oldest first, at most 200.
    pub struct DeadLetters {
        /// The letters.
        pub letters: Vec<DeadLetter>,
        /// How many there are in all.
        pub total: u32,
    }

    /// Which dead letters something is done to.
    pub struct LetterIds {
        /// Their ids; all of them where it is left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub ids: Option<Vec<String>>,
    }

    /// To how many letters it was done.
    pub struct LettersDone {
        /// How many; those that somebody else was quicker with are not among them.
        pub done: u32,
    }
}

choices! {
    /// Why a message did not arrive.
    pub enum Undelivered {
        /// Whoever carries it was down or did not answer, until it was given up.
        Down "down" = "短信服务不通" / "The provider was down";
        /// Whoever carries it takes no more for this phone for now.
        Limit "limit" = "超过短信条数限制" / "Too many to this phone";
        /// The phone is not one that can be reached.
        Number "number" = "号码收不到短信" / "The phone cannot be reached";
        /// The house's own settings are wrong.
        Settings "settings" = "短信配置有误" / "The settings are wrong";
    }
}
