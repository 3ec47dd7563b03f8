//! What stands on a timeline.

use serde::{Deserialize, Serialize};

use super::rating::Level as Satisfied;
use super::{Ask, Channel, Item, Verb};
use crate::house::House;
use crate::money::Fen;
use crate::number::CaseNumber;
use crate::order::{Clock, Kind, Level, Part};
use crate::service::Service;
use crate::slot::Slot;
use crate::water::Deviation;
use crate::words::{Lang, choices};

choices! {
    /// Who sees an entry.
    pub enum Seen {
        All "all" = "居民可见" / "The resident sees it";
        Inside "inside" = "内部" / "Inside";
    }
}

/// What happened. Timelines are append-only: a new kind of event may come, none may change its meaning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(tag = "event", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are those of the action of the same name")]
pub enum Event {
    Filed {
        channel: Channel,
        /// The time that was picked for somebody to come.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>))]
        slot: Option<Slot>,
        /// The volunteer who has filled it in, masked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        helper: Option<String>,
    },
    Confirmed,
    Declined {
        reason: String,
    },
    Completed {
        items: Vec<Item>,
    },
    Withdrawn {
        reason: String,
    },
    Added {
        words: String,
        photos: Vec<String>,
    },
    Urged,
    Rated {
        level: Satisfied,
        tags: Vec<String>,
        words: String,
    },
    Reopened {
        level: Satisfied,
    },
    Taken,
    Checked {
        material: String,
        refused: Option<String>,
    },
    SentBack {
        asks: Vec<Ask>,
    },
    Rejected {
        reason: String,
    },
    Dispatched {
        unit: String,
        words: String,
    },
    /// `step` is done, and the work is at `next`.
    Advanced {
        step: String,
        next: String,
        words: String,
        photos: Vec<String>,
    },
    Quoted {
        step: String,
        #[cfg_attr(feature = "server", schema(value_type = i64))]
        amount: Fen,
        words: String,
    },
    Paid {
        step: String,
        #[cfg_attr(feature = "server", schema(value_type = i64))]
        amount: Fen,
        receipt: String,
    },
    Concluded {
        step: String,
        outcome: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<i64>))]
        amount: Option<Fen>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<i32>))]
        deviation: Option<Deviation>,
        words: String,
    },
    /// From `step` back to `to`.
    Redone {
        step: String,
        to: String,
        reason: String,
    },
    /// `to` is a user name where it is kept, and what people call them where it is shown.
    Assigned {
        to: String,
    },
    Noted {
        words: String,
    },
    Finished {
        result: String,
        before: Vec<String>,
        after: Vec<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parts: Vec<Part>,
    },
    Sorted {
        kind: Kind,
    },
    Accepted,
    /// `away` is how far the phone was from the case's place, in metres, where both are known.
    Arrived {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        away: Option<u32>,
    },
    Secured {
        words: String,
    },
    Waiting {
        words: String,
    },
    Resumed,
    Returned {
        reason: String,
    },
    /// A part went to another unit, as the order `number`.
    Split {
        unit: String,
        words: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>))]
        number: Option<CaseNumber>,
    },
    /// The part `number` is done.
    PartDone {
        #[cfg_attr(feature = "server", schema(value_type = String))]
        number: CaseNumber,
    },
    /// It finishes with `into`; whoever filed is not told which that is.
    Joined {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>))]
        into: Option<CaseNumber>,
    },
    Supervised {
        words: String,
    },
    Extended {
        reason: String,
    },
    ReopenedBy {
        reason: String,
    },
    /// `level` was told that `clock` runs out, or has run out.
    Rung {
        clock: Clock,
        level: Level,
    },
    /// Whoever filed was told that it is being worked on.
    Interim,
    /// The entry before it holds no more; `verb` is what had been done.
    Undone {
        verb: Verb,
    },
}

impl Event {
    /// The event in a few words, the same on phone, desk and paper.
    #[expect(clippy::too_many_lines, reason = "a catalogue of sentences is read in one piece")]
    pub fn title(&self, service: Service, house: &House, lang: Lang) -> String {
        let label = |key: &str| {
            service
                .material(key)
                .map_or(key, |material| material.label.get(lang))
                .to_owned()
        };
        let step = |key: &str, lang| service.step(key).map_or(key, |step| step.title.get(lang)).to_owned();
        let (zh, en) = match self {
            Self::Filed { channel, slot, helper } => {
                let comes = |lang| slot.map(|slot| slot.say(lang));
                let zh = comes(Lang::Zh).map(|at| format!(",约好{at}上门")).unwrap_or_default();
                let en = comes(Lang::En).map(|at| format!("; we come {at}")).unwrap_or_default();
                let by = helper.as_deref();
                let zh = by.map(|name| format!(",志愿者{name}帮办")).unwrap_or_default() + &zh;
                let en = by
                    .map(|name| format!(", with the help of volunteer {name}"))
                    .unwrap_or_default()
                    + &en;
                match channel {
                    Channel::Phone => (format!("提交申请{zh}"), format!("Filed{en}")),
                    other => (
                        format!("提交申请({}){zh}", other.label().zh),
                        format!("Filed ({}){en}", other.label().en.to_lowercase()),
                    ),
                }
            }
            Self::Confirmed => ("对方已确认".into(), "The other side confirmed".into()),
            Self::Declined { .. } => ("对方不同意".into(), "The other side declined".into()),
            Self::Completed { .. } => ("已补正".into(), "Completed".into()),
            Self::Withdrawn { .. } => ("申请人撤回".into(), "Withdrawn".into()),
            Self::Added { .. } => ("申请人补充".into(), "The applicant added".into()),
            Self::Urged => ("申请人催办".into(), "The applicant urged us".into()),
            Self::Rated { level, .. } => (
                format!("评价:{}", level.label().zh),
                format!("Rated: {}", level.label().en),
            ),
            Self::Reopened { .. } => ("因评价不满意,重新办理".into(), "Reopened after a low rating".into()),
            Self::Taken => ("已受理".into(), "Taken on".into()),
            Self::Checked {
                material,
                refused: None,
            } => (
                format!("{}:合格", label(material)),
                format!("{}: in order", label(material)),
            ),
            Self::Checked {
                material,
                refused: Some(_),
            } => (
                format!("{}:不合格", label(material)),
                format!("{}: refused", label(material)),
            ),
            Self::SentBack { asks } => (
                format!("退回补正,共{}项", asks.len()),
                format!(
                    "Sent back, {} thing{} to complete",
                    asks.len(),
                    if asks.len() == 1 { "" } else { "s" }
                ),
            ),
            Self::Rejected { .. } => ("不予办理,已关闭".into(), "Closed, not done".into()),
            Self::Dispatched { unit, .. } => {
                let name = |lang| house.unit(unit).map_or(unit.as_str(), |unit| unit.name.get(lang));
                (
                    format!("转{}办理", name(Lang::Zh)),
                    format!("Passed to {}", name(Lang::En)),
                )
            }
            Self::Advanced { step: done, .. } => (
                format!("{}:已完成", step(done, Lang::Zh)),
                format!("{}: done", step(done, Lang::En)),
            ),
            Self::Quoted { amount, .. } => (format!("报价 ¥{amount}"), format!("Quote: ¥{amount}")),
            Self::Paid { amount, receipt, .. } => (
                format!("已交费 ¥{amount}(收据 {receipt})"),
                format!("Paid: ¥{amount} (receipt {receipt})"),
            ),
            Self::Concluded {
                outcome,
                amount,
                deviation,
                ..
            } => {
                let title = |lang| {
                    service
                        .outcome(outcome)
                        .map_or(outcome.as_str(), |one| one.title.get(lang))
                };
                let fee = |name: &str| amount.map(|amount| format!("{name} ¥{amount}")).unwrap_or_default();
                let wrong = |name: &str| deviation.map(|by| format!("{name} {by}")).unwrap_or_default();
                (
                    format!("结果:{}{}{}", title(Lang::Zh), wrong(",误差"), fee(",费用")),
                    format!(
                        "Result: {}{}{}",
                        title(Lang::En).to_lowercase(),
                        wrong(", error"),
                        fee(", fee")
                    ),
                )
            }
            Self::Redone { to, .. } => (
                format!("退回重做:{}", step(to, Lang::Zh)),
                format!("To be done again: {}", step(to, Lang::En).to_lowercase()),
            ),
            Self::Assigned { to } => (format!("分派给{to}"), format!("Assigned to {to}")),
            Self::Noted { .. } => ("备注".into(), "Note".into()),
            Self::Finished { .. } => ("已办结".into(), "Finished".into()),
            Self::Sorted { kind } => (
                format!("类别改为{}", kind.label().zh),
                format!("Now: {}", kind.label().en.to_lowercase()),
            ),
            Self::Accepted => ("师傅已接单".into(), "A crew has accepted it".into()),
            Self::Arrived { away: None } => ("师傅已到场".into(), "A crew is on site".into()),
            Self::Arrived { away: Some(metres) } => (
                format!("师傅已到场(距报修位置{metres}米)"),
                format!("A crew is on site ({metres} m from the place given)"),
            ),
            Self::Secured { .. } => ("险情已控制".into(), "Under control".into()),
            Self::Waiting { .. } => ("等用户".into(), "Waiting for you".into()),
            Self::Resumed => ("继续办理".into(), "Work goes on".into()),
            Self::Returned { .. } => ("退回调度".into(), "Returned to dispatch".into()),
            Self::Split { unit, number, .. } => {
                let name = |lang| house.unit(unit).map_or(unit.as_str(), |unit| unit.name.get(lang));
                let number = number.map(|number| number.to_string()).unwrap_or_default();
                (
                    format!("拆出{number}给{}", name(Lang::Zh)),
                    format!("Split off for {}: {number}", name(Lang::En)),
                )
            }
            Self::PartDone { number } => (format!("拆出的{number}已办结"), format!("The part {number} is done")),
            Self::Joined { into: None } => (
                "同一地点已有人报修,一起处理".into(),
                "Others have reported the same; all are dealt with together".into(),
            ),
            Self::Joined { into: Some(into) } => (format!("并入{into}"), format!("Joined with {into}")),
            Self::Supervised { .. } => ("督办".into(), "Supervised".into()),
            Self::Extended { .. } => ("情况较难,延长时限".into(), "A hard one: it takes longer".into()),
            Self::ReopenedBy { .. } => ("重新办理".into(), "Reopened".into()),
            Self::Rung {
                clock,
                level: Level::Holder,
            } => (
                format!("{}快到时限,已提醒{}", clock.label().zh, Level::Holder.label().zh),
                format!(
                    "{}: nearly due, {} reminded",
                    clock.label().en,
                    Level::Holder.label().en.to_lowercase()
                ),
            ),
            Self::Rung { clock, level } => (
                format!("{}超时,已报{}", clock.label().zh, level.label().zh),
                format!("{}: late, {} told", clock.label().en, level.label().en.to_lowercase()),
            ),
            Self::Interim => ("已短信告知正在处理".into(), "Told that it is being dealt with".into()),
            Self::Undone { verb } => (
                format!("已撤销:{}", verb.label().zh),
                format!("Undone: {}", verb.label().en),
            ),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }

    /// What somebody wrote with it.
    pub fn words(&self) -> Option<&str> {
        let words = match self {
            Self::Declined { reason }
            | Self::Withdrawn { reason }
            | Self::Rejected { reason }
            | Self::Redone { reason, .. }
            | Self::Returned { reason }
            | Self::Extended { reason }
            | Self::ReopenedBy { reason }
            | Self::Checked {
                refused: Some(reason), ..
            } => reason,
            Self::Added { words, .. }
            | Self::Rated { words, .. }
            | Self::Dispatched { words, .. }
            | Self::Advanced { words, .. }
            | Self::Quoted { words, .. }
            | Self::Concluded { words, .. }
            | Self::Secured { words }
            | Self::Waiting { words }
            | Self::Split { words, .. }
            | Self::Supervised { words }
            | Self::Noted { words } => words,
            Self::Finished { result, .. } => result,
            _ => return None,
        };
        Some(words.as_str()).filter(|words| !words.is_empty())
    }

    /// The event without what a resident wrote with it.
    #[must_use]
    pub fn without_residents_words(self) -> Self {
        match self {
            Self::Declined { .. } => Self::Declined { reason: String::new() },
            Self::Withdrawn { .. } => Self::Withdrawn { reason: String::new() },
            Self::Added { photos, .. } => Self::Added {
                words: String::new(),
                photos,
            },
            Self::Rated { level, tags, .. } => Self::Rated {
                level,
                tags,
                words: String::new(),
            },
            other => other,
        }
    }

    /// The photos that came with it.
    pub fn photos(&self) -> Vec<&str> {
        match self {
            Self::Added { photos, .. } | Self::Advanced { photos, .. } => photos.iter().map(String::as_str).collect(),
            Self::Finished { before, after, .. } => before.iter().chain(after).map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }
}
