//! The JSON that crosses the wire, the same types on both ends.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::case::{Action, Ask, Channel, Event, Level, Role, Seen, Status, Verb, Verdict};
use crate::form::Answers;
use crate::number::CaseNumber;
use crate::service::Service;
use crate::words::Lang;

/// Declares wire types: all are plain data with the same derives.
macro_rules! wire {
    ($($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* })+) => {$(
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
        $(#[$meta])*
        pub struct $name { $($body)* }
    )+};
}

wire! {
    /// Asks for a sign-in code by SMS.
    pub struct CodeRequest {
        /// The phone that gets it.
        pub phone: String,
    }

    /// What there is to know after asking for a code, the same whether or not the phone is known.
    pub struct CodeSent {
        /// Seconds until another may be asked for.
        pub again_in: u32,
        /// Minutes the code is good for.
        pub minutes: u32,
    }

    /// Signs a resident in.
    pub struct SignIn {
        /// The phone.
        pub phone: String,
        /// The code that came by SMS.
        pub code: String,
        /// Whether the tokens come in the answer, for a mini-program, instead of cookies.
        #[serde(default)]
        pub bearer: bool,
    }

    /// Signs a member of staff in.
    pub struct StaffSignIn {
        /// The user name.
        pub name: String,
        /// The password.
        pub password: String,
        /// Whether the tokens come in the answer instead of cookies.
        #[serde(default)]
        pub bearer: bool,
    }

    /// Starts without signing in, so that a leak can be reported at once.
    pub struct GuestStart {
        /// Whether the tokens come in the answer instead of cookies.
        #[serde(default)]
        pub bearer: bool,
    }

    /// Asks for a new access token; a browser's refresh token comes by cookie.
    pub struct Refresh {
        /// The refresh token, where there is no cookie.
        #[serde(default)]
        pub refresh: Option<String>,
    }

    /// Who is signed in.
    pub struct Session {
        /// Who.
        pub me: Me,
        /// The tokens, where they were asked for.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub tokens: Option<Tokens>,
    }

    /// Tokens for a client without cookies.
    pub struct Tokens {
        /// Goes into `Authorization: Bearer …`.
        pub access: String,
        /// Seconds the access token is good for.
        pub expires_in: u32,
        /// Gets the next pair, once.
        pub refresh: String,
    }

    /// Changes what a resident may set.
    pub struct MeChange {
        /// The language of messages.
        pub lang: Lang,
    }

    /// A service as the catalogue lists it.
    pub struct ServiceView {
        /// The code.
        pub code: Service,
        /// Title, by language.
        pub title: BTreeMap<String, String>,
        /// What it is for, by language.
        pub about: BTreeMap<String, String>,
        /// Its group.
        pub group: String,
        /// Who may file.
        pub who: String,
        /// What to bring.
        pub materials: Vec<MaterialFact>,
        /// How it goes.
        pub steps: Vec<BTreeMap<String, String>>,
        /// From a complete filing to its end, by language.
        pub limit: BTreeMap<String, String>,
        /// A word on the limit, by language.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        pub note: Option<BTreeMap<String, String>>,
        /// Whether it can be filed online.
        pub available: bool,
        /// The pages and questions of its form.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        pub pages: Vec<PageView>,
    }

    /// Something to bring.
    pub struct MaterialFact {
        /// The key.
        pub key: String,
        /// What it is, by language.
        pub title: BTreeMap<String, String>,
        /// Whether every filing needs it.
        pub always: bool,
        /// At least so many photos where it is asked for.
        pub least: usize,
        /// At most.
        pub most: usize,
    }

    /// One page of a form.
    pub struct PageView {
        /// The key.
        pub key: String,
        /// The subject, by language.
        pub title: BTreeMap<String, String>,
        /// The questions.
        pub fields: Vec<FieldView>,
        /// Keys of the materials photographed here.
        pub materials: Vec<String>,
    }

    /// One question of a form.
    pub struct FieldView {
        /// The key.
        pub key: String,
        /// What is asked, by language.
        pub title: BTreeMap<String, String>,
        /// The kind of input.
        pub kind: String,
        /// Whether every filing must answer it.
        pub required: bool,
        /// Whether it is asked only after certain answers.
        pub conditional: bool,
        /// At most so many characters.
        pub most: usize,
        /// The codes to choose from.
        #[serde(skip_serializing_if = "Vec::is_empty", default)]
        pub choices: Vec<String>,
    }

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
    }

    /// A case, as the person asking may see it.
    pub struct CaseView {
        /// What lists show.
        #[serde(flatten)]
        pub line: CaseLine,
        /// As whom the person looks.
        pub you: Viewer,
        /// Grows with each change.
        pub version: i32,
        /// When it will be done.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub promised: Option<DateTime<Utc>>,
        /// When it was finished.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub finished: Option<DateTime<Utc>>,
        /// The phone that hears of it, masked for all but the filer.
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
        /// What the person may do now.
        pub allowed: Vec<Verb>,
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

    /// A page of the desk's inbox.
    pub struct Inbox {
        /// The cases.
        pub cases: Vec<CaseLine>,
        /// How many the filter finds in all.
        pub total: i64,
        /// The page, from 1.
        pub page: u32,
        /// Cases a page.
        pub per_page: u32,
    }

    /// How many cases stand in each of the desk's views.
    pub struct Views {
        /// Open cases.
        pub open: i64,
        /// Mine and open.
        pub mine: i64,
        /// Nobody has them.
        pub unassigned: i64,
        /// Due before the day ends, or late.
        pub due_today: i64,
        /// Late.
        pub late: i64,
        /// Waiting for residents.
        pub sent_back: i64,
        /// Reopened by a low rating.
        pub reopened: i64,
    }

    /// A filter of the inbox, all of whose parts must hold; also the query of the desk's own address.
    #[derive(Default)]
    #[serde(default)]
    pub struct Filter {
        /// A service.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub service: Option<Service>,
        /// A town.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub town: Option<String>,
        /// A status.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub status: Option<Status>,
        /// A channel.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub channel: Option<Channel>,
        /// By when.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub due: Option<DueFilter>,
        /// By who has it.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub whose: Option<Whose>,
        /// In number, name, phone or address.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub text: Option<String>,
        /// The order.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub sort: Option<Sort>,
        /// The page, from 1.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub page: Option<u32>,
        /// Cases a page, at most 100.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub per_page: Option<u32>,
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

/// As whom somebody looks at a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Viewer {
    /// The resident who filed it.
    Filer,
    /// The other side.
    Party,
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
}

/// Filter by the due moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DueFilter {
    /// Past due.
    Late,
    /// Due before the day ends, or late.
    Today,
}

/// Filter by who has a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// The person asking has it.
    Mine,
    /// Nobody has it.
    Nobody,
}

/// The order of the inbox.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// What is due first, first.
    #[default]
    Due,
    /// The newest first.
    Newest,
    /// The oldest first.
    Oldest,
}

/// Who somebody is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Me {
    /// Not signed in, but with drafts and filings of their own.
    Guest,
    /// A resident.
    Resident {
        /// The phone, in full: it is their own.
        phone: String,
        /// The language of messages.
        lang: Lang,
    },
    /// A member of staff.
    Staff {
        /// The user name.
        name: String,
        /// The name people call them.
        display: String,
        /// What they are.
        role: Role,
    },
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
