//! Cases: filed, acted on, shown.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::order::{WorkOrderLine, WorkOrderView};
use crate::case::{Action, Ask, Channel, Event, Level, Role, Seen, Status, Verb, Verdict, Work};
use crate::form::Answers;
use crate::number::CaseNumber;
use crate::order::Kind;
use crate::service::Service;
use crate::words::{Lang, choices};

choices! {
    /// What WeChat thinks of something that is not known to be good.
    pub enum Vetted {
        Waiting "waiting" = "正在检查" / "Being looked at";
        Doubtful "doubtful" = "微信提示可能不当" / "WeChat finds this doubtful";
    }
}

wire! {
    /// A filing.
    pub struct NewCase {
        /// The service.
        pub service: Service,
        /// The answers, a string a field.
        #[serde(default)]
        pub answers: Answers,
        /// Photos by material.
        #[serde(default)]
        pub materials: BTreeMap<String, Vec<String>>,
        /// The event at which it is filed, by its id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub event: Option<String>,
    }

    /// A filing that a member of staff sends for a resident, at the counter or by the hotline.
    pub struct NewCaseFor {
        /// The service.
        pub service: Service,
        /// The answers, a string a field; the resident is who has the phone among them.
        #[serde(default)]
        pub answers: Answers,
        /// Photos by material, uploaded by the same member of staff.
        #[serde(default)]
        pub materials: BTreeMap<String, Vec<String>>,
        /// The language in which the resident hears; left out, it is the one they have chosen, else Chinese.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub lang: Option<Lang>,
        /// Which kind of work order it is; left out, the rules of the house find it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub kind: Option<Kind>,
    }

    /// A filing that has been taken in.
    pub struct Filed {
        /// The number.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "7F2-0391"))]
        pub number: CaseNumber,
        /// The status.
        pub status: Status,
        /// When it will be done.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub promised: Option<DateTime<Utc>>,
    }

    /// An act on a case.
    pub struct Act {
        /// The version of the case that the actor saw; an act on an older one is refused with what changed.
        /// Left out, the act is done on the case as it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub version: Option<i32>,
        /// What is done.
        pub action: Action,
    }

    /// A case in a list.
    pub struct CaseLine {
        /// The number.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "7F2-0391"))]
        pub number: CaseNumber,
        /// The service.
        pub service: Service,
        /// The status.
        pub status: Status,
        /// How far the work has come.
        #[serde(default, skip_serializing_if = "Work::is_none")]
        pub work: Work,
        /// The door it came through.
        pub channel: Channel,
        /// When it was filed.
        pub filed: DateTime<Utc>,
        /// When the current status is due.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub due: Option<DateTime<Utc>>,
        /// The filer's name, masked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
        /// The town's code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub town: Option<String>,
        /// The address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub address: Option<String>,
        /// The unit that has it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<String>,
        /// The member of staff who has it; at the desk only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub assignee: Option<String>,
        /// Danger to people or goods.
        pub urgent: bool,
        /// Whether it waits for the person asking.
        pub waits_for_you: bool,
        /// How often the filer has urged it since it was last finished.
        #[serde(default, skip_serializing_if = "is_none_of")]
        pub urges: u32,
        /// How many others have the same trouble and follow the case.
        #[serde(default, skip_serializing_if = "is_none_of")]
        pub followers: u32,
        /// Whether the person asking follows it, rather than having filed it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub followed: bool,
        /// What it is as a work order; at the desk only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub order: Option<WorkOrderLine>,
    }

    /// A case, as the person asking may see it.
    pub struct CaseView {
        /// What lists show.
        #[serde(flatten)]
        pub line: CaseLine,
        /// As whom the person looks.
        pub you: Viewer,
        /// The language in which the filer hears of it.
        pub lang: Lang,
        /// Grows with each change.
        pub version: i32,
        /// When it will be done.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub promised: Option<DateTime<Utc>>,
        /// When it was urged last, since it was last finished.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub urged: Option<DateTime<Utc>>,
        /// When it was finished.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub finished: Option<DateTime<Utc>>,
        /// The phone that hears of it, masked for all but the filer; blank for whoever follows the case.
        pub phone: String,
        /// What was answered, sensitive answers masked.
        pub answers: Answers,
        /// Keys of the answers that are masked.
        pub masked: Vec<String>,
        /// What was brought.
        pub materials: Vec<MaterialView>,
        /// What it was sent back for.
        pub asks: Vec<Ask>,
        /// The latest rating.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub rating: Option<RatingView>,
        /// The timeline, newest first.
        pub timeline: Vec<EntryView>,
        /// Photos that WeChat doubts, by id; at the desk only.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub doubtful: Vec<String>,
        /// What it is as a work order, with its clocks; at the desk only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub work_order: Option<WorkOrderView>,
        /// What the person may do now.
        pub allowed: Vec<Verb>,
    }

    /// What an event of the feed tells: a case has come, or has changed.
    pub struct Changed {
        /// Its number.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "7F2-0391"))]
        pub number: CaseNumber,
        /// Its version from now on.
        pub version: i32,
    }

    /// What was brought for one material.
    pub struct MaterialView {
        /// The key.
        pub key: String,
        /// The photos.
        pub photos: Vec<String>,
        /// What the desk says of it; at the desk only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub verdict: Option<Verdict>,
    }

    /// A rating.
    pub struct RatingView {
        /// How satisfied.
        pub level: Level,
        /// Tags, by their Chinese names.
        pub tags: Vec<String>,
        /// Own words.
        pub words: String,
        /// When it was first given.
        pub at: DateTime<Utc>,
        /// Whether it was given on the phone, to somebody who called back.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub by_call: bool,
    }

    /// An entry of a timeline.
    pub struct EntryView {
        /// When.
        pub at: DateTime<Utc>,
        /// Who, as far as the person asking may know.
        pub by: By,
        /// What.
        pub event: Event,
        /// Who sees it.
        pub seen: Seen,
        /// Whether it has been taken back, and holds no more; at the desk only.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub undone: bool,
        /// What WeChat thinks of its words, where that is not that they are good; other residents than the writer do not
        /// get the words then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub vetted: Option<Vetted>,
    }

    /// Who did something.
    pub struct By {
        /// As what.
        pub kind: ByKind,
        /// The role of a member of staff.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub role: Option<Role>,
        /// The name of a member of staff; at the desk only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
    }

    /// Asks to see one sensitive answer in full. It is written in the audit log.
    pub struct Reveal {
        /// The field's key.
        pub field: String,
    }

    /// A sensitive answer in full.
    pub struct Revealed {
        /// The answer.
        pub answer: String,
    }

    /// A photo that has been taken in.
    pub struct AttachmentView {
        /// Its id, by which filings name it.
        pub id: String,
        /// Width in pixels.
        pub width: u32,
        /// Height in pixels.
        pub height: u32,
    }

    /// A message in the demo's inbox.
    pub struct DemoMessage {
        /// When it was sent.
        pub at: DateTime<Utc>,
        /// The phone it went to.
        pub phone: String,
        /// What it says.
        pub text: String,
    }
}

#[cfg(any(test, feature = "examples"))]
impl CaseLine {
    /// A line that tells no more than this, for tests of what shows lines.
    pub fn example(index: u32, service: Service, status: Status) -> Self {
        Self {
            number: CaseNumber::from_index(index),
            service,
            status,
            work: Work::default(),
            channel: Channel::Phone,
            filed: DateTime::default(),
            due: None,
            name: None,
            town: None,
            address: None,
            unit: None,
            assignee: None,
            urgent: false,
            waits_for_you: false,
            urges: 0,
            followers: 0,
            followed: false,
            order: None,
        }
    }
}

/// As whom somebody looks at a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Viewer {
    /// The resident who filed it.
    Filer,
    /// The other side.
    Party,
    /// Somebody with the same trouble, who follows it.
    Follower,
    /// Staff.
    Staff,
}

/// As what somebody did something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ByKind {
    /// The resident who filed it.
    Filer,
    /// The other side.
    Party,
    /// Staff.
    Staff,
    /// Nobody: the house's own books.
    House,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_none_of(count: &u32) -> bool {
    *count == 0
}

impl NewCaseFor {
    /// What is filed, whoever sends it.
    pub fn case(&self) -> NewCase {
        NewCase {
            service: self.service,
            answers: self.answers.clone(),
            materials: self.materials.clone(),
            event: None,
        }
    }
}

impl EntryView {
    /// Whether it is a rating that was given on the phone, to somebody who called back.
    pub fn by_call(&self) -> bool {
        matches!(self.event, Event::Rated { .. }) && self.by.kind == ByKind::Staff
    }

    /// Whether a member of staff filed it for the resident.
    pub fn helped(&self) -> bool {
        matches!(self.event, Event::Filed { .. }) && self.by.kind == ByKind::Staff
    }
}

impl CaseView {
    /// The phone that hears of the case, where no answer tells it already.
    pub fn hears(&self) -> Option<&str> {
        let told = self.answers.get("phone") == Some(self.phone.as_str());
        (!told).then_some(self.phone.as_str())
    }
}

/// What an act on an outdated case is answered with, beside the problem's own members.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Conflict {
    /// The version now.
    pub version: i32,
    /// What happened since, newest first.
    pub changes: Vec<EntryView>,
}
