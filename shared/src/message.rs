//! The texts that leave the house by SMS. Short, no officialese; the case number and what to do.

use serde::{Deserialize, Serialize};

use crate::case::Tidings;
use crate::house::House;
use crate::money::Fen;
use crate::number::CaseNumber;
use crate::preference::Told;
use crate::service::Service;
use crate::time::{self, Moment};
use crate::words::Lang;

/// A message, as the outbox keeps it until it is sent.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "message", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are what the texts below say")]
pub enum Message {
    /// A sign-in code.
    Code { code: String, minutes: u32 },
    /// A filing has arrived.
    Filed {
        number: CaseNumber,
        service: Service,
        promised: Option<Moment>,
    },
    /// A filing has arrived and waits for the other side.
    Confirming {
        number: CaseNumber,
        service: Service,
        due: Option<Moment>,
    },
    /// Asks the other side to confirm.
    AskParty {
        number: CaseNumber,
        service: Service,
        name: String,
        due: Option<Moment>,
    },
    /// The other side agreed.
    Confirmed { number: CaseNumber, service: Service },
    /// The other side did not agree.
    Declined {
        number: CaseNumber,
        service: Service,
        reason: String,
    },
    /// Things are missing.
    SentBack {
        number: CaseNumber,
        service: Service,
        asks: usize,
    },
    /// Closed and not done.
    Rejected {
        number: CaseNumber,
        service: Service,
        reason: String,
    },
    /// Passed to a unit.
    Dispatched {
        number: CaseNumber,
        service: Service,
        unit: String,
    },
    /// A step is done.
    Advanced {
        number: CaseNumber,
        service: Service,
        step: String,
        next: String,
    },
    /// This is what it costs.
    Quoted {
        number: CaseNumber,
        service: Service,
        amount: Fen,
        due: Option<Moment>,
    },
    /// The payment is in.
    Paid {
        number: CaseNumber,
        service: Service,
        amount: Fen,
        next: String,
    },
    /// Something has come out, and there may be a fee.
    Concluded {
        number: CaseNumber,
        service: Service,
        outcome: String,
        fee: Option<Fen>,
        due: Option<Moment>,
    },
    /// A step is done again.
    Redone {
        number: CaseNumber,
        service: Service,
        to: String,
        reason: String,
    },
    /// A word from the desk.
    Noted {
        number: CaseNumber,
        service: Service,
        words: String,
    },
    /// Done; please rate it.
    Finished {
        number: CaseNumber,
        service: Service,
        result: String,
    },
    /// To whoever says that they have the same trouble.
    Following { number: CaseNumber, service: Service },
    /// To them: it was passed to a unit.
    FollowedDispatched {
        number: CaseNumber,
        service: Service,
        unit: String,
    },
    /// To them: it is done.
    FollowedFinished {
        number: CaseNumber,
        service: Service,
        result: String,
    },
    /// To them: it was closed and not done. Why is between the house and whoever filed.
    FollowedClosed { number: CaseNumber, service: Service },
    /// To supervisors: a low rating.
    LowRated { number: CaseNumber, service: Service },
    /// To a phone that may see the bills of a water account from now on: who lets it, masked, and how the number ends.
    Shared { by: String, end: String },
}

impl std::fmt::Debug for Message {
    /// Neither codes nor words belong in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Message(…)")
    }
}

impl Message {
    /// What there is to hear of a case, as a message.
    pub fn about(number: CaseNumber, service: Service, tidings: &Tidings) -> Self {
        match tidings.clone() {
            Tidings::Confirmed => Self::Confirmed { number, service },
            Tidings::Declined { reason } => Self::Declined {
                number,
                service,
                reason,
            },
            Tidings::SentBack { asks } => Self::SentBack { number, service, asks },
            Tidings::Rejected { reason } => Self::Rejected {
                number,
                service,
                reason,
            },
            Tidings::Dispatched { unit } => Self::Dispatched { number, service, unit },
            Tidings::Advanced { step, next } => Self::Advanced {
                number,
                service,
                step,
                next,
            },
            Tidings::Quoted { amount, due } => Self::Quoted {
                number,
                service,
                amount,
                due,
            },
            Tidings::Paid { amount, next } => Self::Paid {
                number,
                service,
                amount,
                next,
            },
            Tidings::Concluded { outcome, fee, due } => Self::Concluded {
                number,
                service,
                outcome,
                fee,
                due,
            },
            Tidings::Redone { to, reason } => Self::Redone {
                number,
                service,
                to,
                reason,
            },
            Tidings::Noted { words } => Self::Noted { number, service, words },
            Tidings::Finished { result } => Self::Finished {
                number,
                service,
                result,
            },
            Tidings::LowRated => Self::LowRated { number, service },
        }
    }

    /// Whether it goes to somebody who wants to be told just so much. Codes they have asked for themselves, and supervisors
    /// are no residents.
    pub const fn reaches(&self, told: Told) -> bool {
        let asked_for = matches!(self, Self::Code { .. } | Self::LowRated { .. });
        let must = matches!(
            self,
            Self::AskParty { .. }
                | Self::SentBack { .. }
                | Self::Declined { .. }
                | Self::Rejected { .. }
                | Self::Quoted { .. }
                | Self::Concluded { .. }
                | Self::Redone { .. }
        );
        match told {
            Told::All => true,
            Told::Must => asked_for || must,
            Told::Codes => asked_for,
        }
    }

    /// The same for whoever follows the case; nothing of what is between the house and whoever filed it.
    pub fn to_follower(number: CaseNumber, service: Service, tidings: &Tidings) -> Option<Self> {
        match tidings.clone() {
            Tidings::Dispatched { unit } => Some(Self::FollowedDispatched { number, service, unit }),
            Tidings::Finished { result } => Some(Self::FollowedFinished {
                number,
                service,
                result,
            }),
            Tidings::Rejected { .. } => Some(Self::FollowedClosed { number, service }),
            _ => None,
        }
    }

    /// The text, signed with the house's name.
    #[expect(clippy::too_many_lines, reason = "a catalogue of sentences is read in one piece")]
    pub fn text(&self, now: Moment, house: &House, lang: Lang) -> String {
        let by = |moment: &Option<Moment>| moment.map(|moment| time::say(moment, now, lang)).unwrap_or_default();
        let name = |service: &Service| service.label().get(lang);
        let step = |service: &Service, key: &str| service.step(key).map_or("", |step| step.title.get(lang));
        let (zh, en) = match self {
            Self::Code { code, minutes } => (
                format!("验证码{code},{minutes}分钟内有效。请不要告诉任何人,我们也不会问您要。"),
                format!("Your code is {code}, good for {minutes} minutes. Tell it to nobody; we never ask for it."),
            ),
            Self::Filed {
                number,
                service,
                promised,
            } => (
                format!(
                    "已收到您的{},单号{number},{}前办结。有进展会发短信给您。",
                    name(service),
                    by(promised)
                ),
                format!(
                    "We have your filing \"{}\", number {number}; done by {}. We will text you.",
                    name(service),
                    by(promised)
                ),
            ),
            Self::Confirming { number, service, due } => (
                format!(
                    "已收到您的{},单号{number}。已请对方在{}前确认,确认后我们马上受理。",
                    name(service),
                    by(due)
                ),
                format!(
                    "We have your filing \"{}\", number {number}. The other side has until {} to confirm.",
                    name(service),
                    by(due)
                ),
            ),
            Self::AskParty {
                number,
                service,
                name: who,
                due,
            } => (
                format!(
                    "{who}申请{},需要您确认,单号{number}。请在{}前打开微网厅用本手机号登录确认;不同意也请告诉我们。",
                    name(service),
                    by(due)
                ),
                format!(
                    "{who} asks for \"{}\" and needs your consent, number {number}. Please sign in to the hall with this phone by {}.",
                    name(service),
                    by(due)
                ),
            ),
            Self::Confirmed { number, service } => (
                format!("您的{}(单号{number})对方已确认,我们开始受理。", name(service)),
                format!(
                    "\"{}\" {number}: the other side agreed. We take it from here.",
                    name(service)
                ),
            ),
            Self::Declined {
                number,
                service,
                reason,
            } => (
                format!(
                    "您的{}(单号{number})对方没有同意:{reason}。请核对后补正,或撤回。",
                    name(service)
                ),
                format!(
                    "\"{}\" {number}: the other side declined: {reason}. Please check and complete it, or withdraw.",
                    name(service)
                ),
            ),
            Self::SentBack { number, service, asks } => (
                format!(
                    "您的{}(单号{number})有{asks}项要补正,打开微网厅一次补齐就行。",
                    name(service)
                ),
                format!(
                    "\"{}\" {number}: {asks} to complete. Open the hall and bring all of it at once.",
                    name(service)
                ),
            ),
            Self::Rejected {
                number,
                service,
                reason,
            } => (
                format!(
                    "您的{}(单号{number})没有办理,已关闭:{reason}。有疑问请拨{}。",
                    name(service),
                    house.hotline
                ),
                format!(
                    "\"{}\" {number} was closed and not done: {reason}. Questions? Call {}.",
                    name(service),
                    house.hotline
                ),
            ),
            Self::Dispatched { number, service, unit } => {
                let unit = house.unit(unit).map_or(unit.as_str(), |unit| unit.name.get(lang));
                (
                    format!("您的{}(单号{number})已转{unit}办理。", name(service)),
                    format!("\"{}\" {number} is now with {unit}.", name(service)),
                )
            }
            Self::Advanced {
                number,
                service,
                step: done,
                next,
            } => (
                format!(
                    "您的{}(单号{number})“{}”已完成,接下来:{}。",
                    name(service),
                    step(service, done),
                    step(service, next)
                ),
                format!(
                    "\"{}\" {number}: \"{}\" is done. Next: {}.",
                    name(service),
                    step(service, done),
                    step(service, next).to_lowercase()
                ),
            ),
            Self::Quoted {
                number,
                service,
                amount,
                due,
            } if amount.owed() => (
                format!(
                    "您的{}(单号{number})报价¥{amount}。同意请在{}前带单号到窗口交费,交了就开工;不做可在微网厅撤回,不收费。问价请拨{}。",
                    name(service),
                    by(due),
                    house.hotline
                ),
                format!(
                    "\"{}\" {number} costs ¥{amount}. If you agree, pay at a counter by {}; then we begin. If not, withdraw it in the hall at no cost. Questions? Call {}.",
                    name(service),
                    by(due),
                    house.hotline
                ),
            ),
            Self::Quoted { number, service, .. } => (
                format!("您的{}(单号{number})不用交费,我们接着办。", name(service)),
                format!("\"{}\" {number} costs you nothing; we go on with it.", name(service)),
            ),
            Self::Paid {
                number,
                service,
                amount,
                next,
            } => (
                format!(
                    "您的{}(单号{number})已收到¥{amount},接下来:{}。",
                    name(service),
                    step(service, next)
                ),
                format!(
                    "\"{}\" {number}: we have your ¥{amount}. Next: {}.",
                    name(service),
                    step(service, next).to_lowercase()
                ),
            ),
            Self::Concluded {
                number,
                service,
                outcome,
                fee,
                due,
            } => {
                let outcome = service.outcome(outcome);
                let (title, means) = outcome.map_or(("", ""), |one| (one.title.get(lang), one.means.get(lang)));
                let fee = fee.filter(|fee| fee.owed());
                let zh = fee.map(|fee| format!("费用¥{fee},请在{}前带单号到窗口交。", by(due)));
                let en = fee.map(|fee| format!(" The fee is ¥{fee}; please pay it at a counter by {}.", by(due)));
                (
                    format!(
                        "您的{}(单号{number})有结果:{title}。{means}。{}",
                        name(service),
                        zh.unwrap_or_default()
                    ),
                    format!(
                        "\"{}\" {number}, the result: {}. {means}.{}",
                        name(service),
                        title.to_lowercase(),
                        en.unwrap_or_default()
                    ),
                )
            }
            Self::Redone {
                number,
                service,
                to,
                reason,
            } => (
                format!(
                    "您的{}(单号{number})要重新办“{}”:{reason}。之前的报价、结果作废。",
                    name(service),
                    step(service, to)
                ),
                format!(
                    "\"{}\" {number}: \"{}\" is done again: {reason}. Any earlier quote or result no longer holds.",
                    name(service),
                    step(service, to)
                ),
            ),
            Self::Noted { number, service, words } => (
                format!("您的{}(单号{number}):{words}", name(service)),
                format!("\"{}\" {number}: {words}", name(service)),
            ),
            Self::Finished {
                number,
                service,
                result,
            } => (
                format!(
                    "您的{}(单号{number})已办结:{result}。办得怎么样?请打开微网厅评价。",
                    name(service)
                ),
                format!(
                    "\"{}\" {number} is finished: {result}. How did it go? Please rate it in the hall.",
                    name(service)
                ),
            ),
            Self::Following { number, service } => (
                format!(
                    "附近的{}(单号{number})已记下您也有同样的情况,办好会发短信给您。",
                    name(service)
                ),
                format!(
                    "\"{}\" {number} near you: we have noted that you have it too, and will text you once it is done.",
                    name(service)
                ),
            ),
            Self::FollowedDispatched { number, service, unit } => {
                let unit = house.unit(unit).map_or(unit.as_str(), |unit| unit.name.get(lang));
                (
                    format!("您关注的{}(单号{number})已转{unit}办理。", name(service)),
                    format!("\"{}\" {number}, which you follow, is now with {unit}.", name(service)),
                )
            }
            Self::FollowedFinished {
                number,
                service,
                result,
            } => (
                format!(
                    "您关注的{}(单号{number})已办结:{result}。还有问题请拨{}。",
                    name(service),
                    house.hotline
                ),
                format!(
                    "\"{}\" {number}, which you follow, is finished: {result}. Still trouble? Call {}.",
                    name(service),
                    house.hotline
                ),
            ),
            Self::FollowedClosed { number, service } => (
                format!(
                    "您关注的{}(单号{number})没有办理,已关闭。您那里还有问题,请重新报或拨{}。",
                    name(service),
                    house.hotline
                ),
                format!(
                    "\"{}\" {number}, which you follow, was closed and not done. Still trouble? Report it or call {}.",
                    name(service),
                    house.hotline
                ),
            ),
            Self::LowRated { number, service } => (
                format!("{}(单号{number})收到不满意评价,已重新办理,请主管跟进。", name(service)),
                format!(
                    "\"{}\" {number} got a low rating and is reopened; please look into it.",
                    name(service)
                ),
            ),
            Self::Shared { by, end } => (
                format!(
                    "{by}把尾号{end}的水费户分享给您看账单。打开微网厅用本手机号登录就能看到;不想看可以在里面移除。"
                ),
                format!(
                    "{by} lets you see the bills of the water account ending in {end}. Sign in to the hall with this phone; you can remove it there."
                ),
            ),
        };
        match lang {
            Lang::Zh => format!("【{}水厅】{zh}", house.city.zh),
            Lang::En => format!("[{} Water] {en}", house.city.en),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_read_well() {
        let house = House::dongguan();
        let now: Moment = "2026-11-24T02:00:00Z".parse().unwrap();
        let due = Some(now + chrono::TimeDelta::hours(24));
        let (number, service) = (CaseNumber::from_index(123_456_789), Service::Leak);
        let reason = || "地址不在供水范围".to_owned();
        let every = [
            Message::Code {
                code: "042195".into(),
                minutes: 5,
            },
            Message::Filed {
                number,
                service,
                promised: due,
            },
            Message::Confirming {
                number,
                service: Service::Trans,
                due,
            },
            Message::AskParty {
                number,
                service: Service::Trans,
                name: "李*".into(),
                due,
            },
            Message::about(number, Service::Trans, &Tidings::Confirmed),
            Message::about(
                number,
                Service::Trans,
                &Tidings::Declined {
                    reason: "不是我的房子".into(),
                },
            ),
            Message::about(number, Service::New, &Tidings::SentBack { asks: 2 }),
            Message::about(number, Service::New, &Tidings::Rejected { reason: reason() }),
            Message::about(
                number,
                service,
                &Tidings::Dispatched {
                    unit: "branch-nancheng".into(),
                },
            ),
            Message::about(
                number,
                service,
                &Tidings::Noted {
                    words: "师傅下午3点到".into(),
                },
            ),
            Message::about(
                number,
                service,
                &Tidings::Finished {
                    result: "更换了破裂的水管".into(),
                },
            ),
            Message::about(number, service, &Tidings::LowRated),
            Message::Shared {
                by: "138****0001".into(),
                end: "3456".into(),
            },
            Message::Following { number, service },
        ];
        let unit = || "branch-nancheng".to_owned();
        let followed = [
            Tidings::Dispatched { unit: unit() },
            Tidings::Finished {
                result: "更换了破裂的水管".into(),
            },
            Tidings::Rejected { reason: reason() },
        ];
        let followed = followed.map(|tidings| Message::to_follower(number, service, &tidings).unwrap());
        let said: Vec<_> = every
            .iter()
            .chain(&followed)
            .flat_map(|message| [Lang::Zh, Lang::En].map(|lang| message.text(now, &house, lang)))
            .collect();
        insta::assert_snapshot!(said.join("\n"));
    }

    #[test]
    fn each_step_of_the_work_reads_well() {
        let house = House::dongguan();
        let now: Moment = "2026-11-24T02:00:00Z".parse().unwrap();
        let due = Some(now + chrono::TimeDelta::hours(24));
        let (step, next) = ("survey".to_owned(), "quote".to_owned());
        let concluded = |outcome: &str, fee| Tidings::Concluded {
            outcome: outcome.into(),
            fee,
            due,
        };
        let told = [
            (Service::Move, Tidings::Advanced { step, next }),
            (
                Service::Move,
                Tidings::Quoted {
                    amount: Fen(120_000),
                    due,
                },
            ),
            (Service::Move, Tidings::Quoted { amount: Fen::ZERO, due }),
            (
                Service::Move,
                Tidings::Paid {
                    amount: Fen(120_000),
                    next: "work".into(),
                },
            ),
            (
                Service::Move,
                Tidings::Redone {
                    to: "survey".into(),
                    reason: "管线图和现场不一致".into(),
                },
            ),
            (Service::Test, concluded("within", Some(Fen(8000)))),
            (Service::Test, concluded("outside", None)),
        ];
        let number = CaseNumber::from_index(123_456_789);
        let messages = told.map(|(service, tidings)| Message::about(number, service, &tidings));
        let said: Vec<_> = messages
            .iter()
            .flat_map(|message| [Lang::Zh, Lang::En].map(|lang| message.text(now, &house, lang)))
            .collect();
        insta::assert_snapshot!(said.join("\n"));
    }
}
