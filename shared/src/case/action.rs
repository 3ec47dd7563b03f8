//! What can be done with a case.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Level;
use crate::form::Answers;
use crate::money::Fen;
use crate::number::CaseNumber;
use crate::order::{Kind, Part};
use crate::water::Deviation;
use crate::words::choices;

choices! {
    /// The door a filing came through.
    pub enum Channel {
        Phone "phone" = "手机" / "Phone";
        Counter "counter" = "窗口" / "Counter";
        Hotline "hotline" = "热线" / "Hotline";
        Event "event" = "社区活动" / "Community event";
    }
}

choices! {
    /// An action by its name alone: what a button is called.
    pub enum Verb {
        Confirm "confirm" = "确认过户" / "Confirm";
        Decline "decline" = "不同意" / "Decline";
        Complete "complete" = "补材料" / "Complete it";
        Withdraw "withdraw" = "撤回" / "Withdraw";
        Add "add" = "补充说明" / "Add words or photos";
        Urge "urge" = "催办" / "Urge us";
        Rate "rate" = "评价" / "Rate";
        Take "take" = "受理" / "Take";
        Check "check" = "核对材料" / "Check a document";
        SendBack "send_back" = "退回补正" / "Send back";
        Reject "reject" = "不予办理" / "Reject";
        Dispatch "dispatch" = "派单" / "Dispatch";
        Advance "advance" = "下一步" / "Next step";
        Quote "quote" = "报价" / "Quote";
        Paid "paid" = "收款" / "Record payment";
        Conclude "conclude" = "录结果" / "Enter the result";
        Redo "redo" = "退回重做" / "Do a step again";
        Assign "assign" = "分派" / "Assign";
        Note "note" = "备注" / "Note";
        Finish "finish" = "办结" / "Finish";
        Sort "sort" = "改类别" / "Change the kind";
        Accept "accept" = "接单" / "Accept";
        Arrive "arrive" = "到场" / "On site";
        Secure "secure" = "险情已控制" / "Under control";
        Wait "wait" = "等用户" / "Wait for the resident";
        Resume "resume" = "继续办理" / "Go on";
        Return "return" = "退回调度" / "Return to dispatch";
        Split "split" = "拆单" / "Split off a part";
        Join "join" = "并单" / "Join";
        Supervise "supervise" = "督办" / "Supervise";
        Extend "extend" = "疑难延期" / "Extend";
        Reopen "reopen" = "重开" / "Reopen";
        Undo "undo" = "撤销" / "Undo";
    }
}

impl Verb {
    /// Whether it moves the case on, rather than adding to it.
    pub const fn moves(self) -> bool {
        !matches!(
            self,
            Self::Add
                | Self::Urge
                | Self::Rate
                | Self::Check
                | Self::Assign
                | Self::Note
                | Self::Sort
                | Self::Wait
                | Self::Resume
                | Self::Split
                | Self::Supervise
                | Self::Extend
                | Self::Reopen
                | Self::Undo
        )
    }
}

/// One thing that a filing lacks: a field or a material, by its key.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// An answer.
    Field(String),
    /// A material.
    Material(String),
}

/// One thing that a filing lacks, and why (一次性告知: all of them at once, each with its reason).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Ask {
    /// What is asked for again.
    pub item: Item,
    /// What is wrong with what came.
    pub reason: String,
}

/// What a clerk says of a material.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It is in order.
    Accepted,
    /// It is not, for this reason.
    Refused(String),
}

/// An action with all it needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(tag = "verb", rename_all = "snake_case")]
pub enum Action {
    /// The other side agrees.
    Confirm,
    /// The other side does not agree.
    Decline {
        /// Why.
        reason: String,
    },
    /// The resident brings what was missing.
    Complete {
        /// The answers that were asked again.
        #[serde(default)]
        answers: Answers,
        /// Photos by material.
        #[serde(default)]
        materials: BTreeMap<String, Vec<String>>,
    },
    /// The resident takes the filing back.
    Withdraw {
        /// Why, if they care to say.
        #[serde(default)]
        reason: String,
    },
    /// The resident adds something.
    Add {
        /// Words, may be blank where there are photos.
        #[serde(default)]
        words: String,
        /// Photos.
        #[serde(default)]
        photos: Vec<String>,
    },
    /// The resident urges what is late.
    Urge,
    /// The resident says how it went.
    Rate {
        /// How satisfied.
        level: Level,
        /// Tags of the service, by their Chinese names.
        #[serde(default)]
        tags: Vec<String>,
        /// Own words.
        #[serde(default)]
        words: String,
    },
    /// A member of staff takes it on.
    Take,
    /// A clerk ticks or refuses a material.
    Check {
        /// The material's key.
        material: String,
        /// What is said of it.
        verdict: Verdict,
    },
    /// Back to the resident with all that is missing.
    SendBack {
        /// What is missing.
        asks: Vec<Ask>,
    },
    /// Ends it without doing it.
    Reject {
        /// Why, in words for the resident.
        reason: String,
    },
    /// To a department or branch.
    Dispatch {
        /// The unit's code.
        unit: String,
        /// A word to them.
        #[serde(default)]
        words: String,
    },
    /// The step that is on is done, and the next one begins; from the desk, the first step of the work.
    Advance {
        /// What was done, in words for the resident; may be blank at the desk.
        #[serde(default)]
        words: String,
        /// Photos of it.
        #[serde(default)]
        photos: Vec<String>,
    },
    /// Names the price.
    Quote {
        /// The price in fen; nought where it costs nothing.
        #[cfg_attr(feature = "server", schema(value_type = i64, example = 120_000))]
        amount: Fen,
        /// What is in it, in words for the resident.
        words: String,
    },
    /// The filer has paid at the counter.
    Paid {
        /// What was paid in fen: just what was quoted.
        #[cfg_attr(feature = "server", schema(value_type = i64, example = 120_000))]
        amount: Fen,
        /// The number of the receipt.
        receipt: String,
    },
    /// Something has come out.
    Conclude {
        /// The key of what has come out.
        outcome: String,
        /// The fee in fen that the filer owes, where that outcome charges one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<i64>, example = 8000))]
        amount: Option<Fen>,
        /// By how much the meter is wrong, in hundredths of a percent, where that outcome is a measure of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<i32>, example = 520))]
        deviation: Option<Deviation>,
        /// The figures, in words for the resident.
        words: String,
    },
    /// Back to an earlier step, which is done again.
    Redo {
        /// The key of the step.
        to: String,
        /// Why, in words for the resident.
        reason: String,
    },
    /// To a colleague, who has it from now on.
    Assign {
        /// The colleague's user name.
        to: String,
    },
    /// A note on the timeline.
    Note {
        /// The note.
        words: String,
        /// Whether the resident sees it, and hears of it by SMS.
        to_resident: bool,
    },
    /// Done.
    Finish {
        /// What was done, in words for the resident.
        result: String,
        /// Photos before the work.
        #[serde(default)]
        before: Vec<String>,
        /// Photos after the work.
        #[serde(default)]
        after: Vec<String>,
        /// What was used up.
        #[serde(default)]
        parts: Vec<Part>,
    },
    /// The work order is of another kind.
    Sort {
        /// Which.
        kind: Kind,
    },
    /// Somebody of the unit has it from now on.
    Accept,
    /// Somebody is there.
    Arrive {
        /// Where the phone says that is, `latitude,longitude`; kept as no more than how far that is from the case's place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        point: Option<String>,
    },
    /// The worst is averted: the water is off, the hole is fenced.
    Secure {
        /// How, in words for the resident.
        words: String,
    },
    /// It waits for the resident, and its clocks stand still.
    Wait {
        /// For what, in words for the resident.
        words: String,
    },
    /// It waits no more.
    Resume,
    /// The unit sends it back to dispatch.
    Return {
        /// Why it is not theirs.
        reason: String,
    },
    /// A part of it goes to another unit, as an order of its own.
    Split {
        /// The unit's code.
        unit: String,
        /// What they are to do.
        words: String,
    },
    /// It is the same as another order, and finishes with that.
    Join {
        /// The other one.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "7F2-0391"))]
        into: CaseNumber,
    },
    /// A supervisor watches it.
    Supervise {
        /// What the unit is to do.
        words: String,
    },
    /// It is a hard one, and takes longer.
    Extend {
        /// Why, in words for the resident.
        reason: String,
    },
    /// It was finished and is not done.
    Reopen {
        /// Why, in words for the resident.
        reason: String,
    },
    /// Takes back the latest act.
    Undo,
}

impl Action {
    /// Its name.
    pub const fn verb(&self) -> Verb {
        match self {
            Self::Confirm => Verb::Confirm,
            Self::Decline { .. } => Verb::Decline,
            Self::Complete { .. } => Verb::Complete,
            Self::Withdraw { .. } => Verb::Withdraw,
            Self::Add { .. } => Verb::Add,
            Self::Urge => Verb::Urge,
            Self::Rate { .. } => Verb::Rate,
            Self::Take => Verb::Take,
            Self::Check { .. } => Verb::Check,
            Self::SendBack { .. } => Verb::SendBack,
            Self::Reject { .. } => Verb::Reject,
            Self::Dispatch { .. } => Verb::Dispatch,
            Self::Advance { .. } => Verb::Advance,
            Self::Quote { .. } => Verb::Quote,
            Self::Paid { .. } => Verb::Paid,
            Self::Conclude { .. } => Verb::Conclude,
            Self::Redo { .. } => Verb::Redo,
            Self::Assign { .. } => Verb::Assign,
            Self::Note { .. } => Verb::Note,
            Self::Finish { .. } => Verb::Finish,
            Self::Sort { .. } => Verb::Sort,
            Self::Accept => Verb::Accept,
            Self::Arrive { .. } => Verb::Arrive,
            Self::Secure { .. } => Verb::Secure,
            Self::Wait { .. } => Verb::Wait,
            Self::Resume => Verb::Resume,
            Self::Return { .. } => Verb::Return,
            Self::Split { .. } => Verb::Split,
            Self::Join { .. } => Verb::Join,
            Self::Supervise { .. } => Verb::Supervise,
            Self::Extend { .. } => Verb::Extend,
            Self::Reopen { .. } => Verb::Reopen,
            Self::Undo => Verb::Undo,
        }
    }

    /// Whether it can be taken back for a while: nothing of it leaves the house.
    pub const fn undoable(&self) -> bool {
        match self {
            Self::Take | Self::Assign { .. } | Self::Check { .. } => true,
            Self::Note { to_resident, .. } => !*to_resident,
            _ => false,
        }
    }

    /// Whether it makes sense for many cases at once: it needs nothing of the single case, and no resident hears of it.
    pub const fn in_bulk(&self) -> bool {
        match self {
            Self::Take | Self::Assign { .. } | Self::Undo => true,
            Self::Note { to_resident, .. } => !*to_resident,
            _ => false,
        }
    }

    /// The photos it brings, wherever they belong.
    pub fn photos(&self) -> Vec<&str> {
        match self {
            Self::Complete { materials, .. } => materials.values().flatten().map(String::as_str).collect(),
            Self::Add { photos, .. } | Self::Advance { photos, .. } => photos.iter().map(String::as_str).collect(),
            Self::Finish { before, after, .. } => before.iter().chain(after).map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }
}
