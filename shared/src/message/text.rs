//! The text of each message, in both languages.

use super::Message;
use crate::house::House;
use crate::order::Level;
use crate::service::Service;
use crate::time::{self, Moment};
use crate::words::Lang;

impl Message {
    /// The text, signed with the house's name, as it leaves the house.
    pub fn text(&self, now: Moment, house: &House, lang: Lang) -> String {
        let words = self.words(now, house, lang);
        match lang {
            Lang::Zh => format!("【{}水厅】{words}", house.city.zh),
            Lang::En => format!("[{} Water] {words}", house.city.en),
        }
    }

    /// The same without the name, as it stands in the hall.
    #[expect(clippy::too_many_lines, reason = "a catalogue of sentences is read in one piece")]
    pub fn words(&self, now: Moment, house: &House, lang: Lang) -> String {
        let by = |moment: &Option<Moment>| moment.map(|moment| time::say(moment, now, lang)).unwrap_or_default();
        let name = |service: &Service| service.label().get(lang);
        let step = |service: &Service, key: &str| service.step(key).map_or("", |step| step.title.get(lang));
        let (zh, en) = match self {
            Self::Code { code, minutes } => (
                format!("验证码{code},{minutes}分钟内有效。请不要告诉任何人,我们也不会问您要。"),
                format!("Your code is {code}, good for {minutes} minutes. Tell it to nobody; we never ask for it."),
            ),
            Self::Agree {
                code,
                minutes,
                service,
                helper,
            } => (
                format!(
                    "志愿者{helper}帮您填好了{}。同意提交,就把验证码{code}告诉志愿者,{minutes}分钟内有效;不是您要办的,谁也别告诉。",
                    name(service)
                ),
                format!(
                    "Volunteer {helper} has filled in “{}” for you. To file it, tell them the code {code} (good for {minutes} \
                     minutes). If you did not ask for this, tell it to nobody.",
                    name(service)
                ),
            ),
            Self::Filed {
                number,
                service,
                promised,
                slot,
            } => {
                let comes = slot.map(|slot| slot.say(lang));
                let zh = comes.as_ref().map(|at| format!("我们{at}上门,")).unwrap_or_default();
                let en = comes.map(|at| format!(" we come {at},")).unwrap_or_default();
                (
                    format!(
                        "已收到您的{},单号{number},{zh}{}前办结。有进展会发短信给您。",
                        name(service),
                        by(promised)
                    ),
                    format!(
                        "We have your filing \"{}\", number {number};{en} done by {}. We will text you.",
                        name(service),
                        by(promised)
                    ),
                )
            }
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
            Self::Joined { number, service } => (
                format!(
                    "您报的{}(单号{number})同一地点已有人报,我们一起处理,修好了告诉您。",
                    name(service)
                ),
                format!(
                    "\"{}\" {number}: others have reported the same. We deal with all together and tell you when it is done.",
                    name(service)
                ),
            ),
            Self::Interim {
                number,
                service,
                promised,
            } => {
                let zh = promised
                    .map(|_| format!(",预计{}前办结", by(promised)))
                    .unwrap_or_default();
                let en = promised
                    .map(|_| format!(" It should be done by {}.", by(promised)))
                    .unwrap_or_default();
                (
                    format!("您的{}(单号{number})还在处理{zh}。有结果马上告诉您。", name(service)),
                    format!(
                        "\"{}\" {number} is still being worked on.{en} You hear as soon as it is done.",
                        name(service)
                    ),
                )
            }
            Self::Rung {
                number,
                service,
                clock,
                level,
                due,
            } => {
                let at = time::say(*due, now, lang);
                match level {
                    Level::Holder => (
                        format!("{}{number}的{}时限是{at},请抓紧。", name(service), clock.label().zh),
                        format!(
                            "\"{}\" {number}: {} is due {at}.",
                            name(service),
                            clock.label().en.to_lowercase()
                        ),
                    ),
                    _ => (
                        format!(
                            "{}{number}的{}已超时(应在{at}前),请处理。",
                            name(service),
                            clock.label().zh
                        ),
                        format!(
                            "\"{}\" {number}: {} is late (was due {at}). Please act.",
                            name(service),
                            clock.label().en.to_lowercase()
                        ),
                    ),
                }
            }
            Self::ReturnedAgain {
                number,
                service,
                reason,
            } => (
                format!("{}{number}被第二次退回调度:{reason}。请主管协调。", name(service)),
                format!(
                    "\"{}\" {number} was returned to dispatch again: {reason}. Please decide who does it.",
                    name(service)
                ),
            ),
            Self::Supervised { number, service, words } => (
                format!("{}{number}已督办:{words}", name(service)),
                format!("\"{}\" {number} is supervised: {words}", name(service)),
            ),
            Self::LowRated { number, service } => (
                format!("{}(单号{number})收到不满意评价,已重新办理,请主管跟进。", name(service)),
                format!(
                    "\"{}\" {number} got a low rating and is reopened; please look into it.",
                    name(service)
                ),
            ),
            Self::BillsPaid { end, amount } => (
                format!("收到您缴的水费{amount}元(户号尾号{end}),收据在微网厅“缴费记录”里。"),
                format!(
                    "We have your payment of ¥{amount} for the water account ending in {end}. The receipt is in the hall under Payments."
                ),
            ),
            Self::PaidBack { amount } => (
                format!("您付的款里有{amount}元对应的费用已经另外缴清,我们按原路退回,一般1到3天到账。"),
                format!(
                    "¥{amount} of what you paid was paid otherwise already. It goes back the way it came, usually within 1 to 3 days."
                ),
            ),
            Self::AuthorityGranted { end, until } => (
                format!(
                    "您的授权书已核对,可在微网厅为尾号{end}的水费户看账单、办业务,到{}为止。",
                    time::say_day(*until, lang)
                ),
                format!(
                    "Your letter of authority is in order: until {} you may act for the water account ending in {end} in the hall.",
                    time::say_day(*until, lang)
                ),
            ),
            Self::AuthorityRefused { end, reason } => (
                format!("尾号{end}的水费户授权没有通过:{reason}。请备齐后在微网厅重新提交。"),
                format!(
                    "Your letter of authority for the water account ending in {end} was refused: {reason}. Please bring it again in the hall."
                ),
            ),
            Self::AuthorityEnded { end } => (
                format!(
                    "您为尾号{end}的水费户办理业务的授权已结束。有疑问请拨{}。",
                    house.hotline
                ),
                format!(
                    "Your authority to act for the water account ending in {end} has ended. Questions? Call {}.",
                    house.hotline
                ),
            ),
            Self::DebitFailed {
                end,
                amount,
                bank,
                last_four,
                reason,
                ended,
            } => {
                let (bank, why, remedy) = (
                    bank.label().get(lang),
                    reason.label().get(lang),
                    reason.remedy().get(lang),
                );
                let zh = if *ended {
                    "已连续多次扣款不成,代扣已停止;请尽快自己缴费,以后可重新申请代扣。".to_owned()
                } else {
                    format!("{remedy},下次出账后再扣;也可以先自己缴费。")
                };
                let en = if *ended {
                    "It failed several times in a row, so direct debit has ended. Please pay by yourself; you may apply again."
                        .to_owned()
                } else {
                    format!("{remedy}. We try again with the next bill; you may also pay by yourself.")
                };
                (
                    format!("户号尾号{end}的水费¥{amount},{bank}(尾号{last_four})扣款不成:{why}。{zh}"),
                    format!(
                        "¥{amount} for the water account ending in {end} was not paid by {bank} ({last_four}): {why}. {en}"
                    ),
                )
            }
            Self::DebitEnded { end, bank, last_four } => {
                let bank = bank.label().get(lang);
                (
                    format!(
                        "户号尾号{end}的银行代扣({bank} 尾号{last_four})已停止,以后的水费请自己缴。不是您要停的,请拨{}。",
                        house.hotline
                    ),
                    format!(
                        "Direct debit for the water account ending in {end} ({bank} {last_four}) has ended; please pay the bills by yourself. If you did not ask for this, call {}.",
                        house.hotline
                    ),
                )
            }
            Self::Shared { by, end } => (
                format!(
                    "{by}把尾号{end}的水费户分享给您看账单。打开微网厅用本手机号登录就能看到;不想看可以在里面移除。"
                ),
                format!(
                    "{by} lets you see the bills of the water account ending in {end}. Sign in to the hall with this phone; you can remove it there."
                ),
            ),
            Self::RunsOut { service, end, until } => (
                format!(
                    "尾号{end}的水费户,{}到{}为止,之后按普通的算。要继续,请在那天前打开微网厅再办一次。",
                    name(service),
                    time::say_day(*until, lang)
                ),
                format!(
                    "Water account ending in {end}: \"{}\" holds until {}, then the ordinary price. To go on, file it again in the hall before that day.",
                    name(service),
                    time::say_day(*until, lang)
                ),
            ),
            Self::EventMoved { event, reason } => {
                let (title, place) = (&event.title, &event.place);
                (
                    format!(
                        "活动“{title}”有变动({reason}):改为{},{place}。不能来也没关系,可在微网厅里取消。",
                        time::say(event.starts, now, Lang::Zh)
                    ),
                    format!(
                        "\"{title}\" has changed ({reason}): it is now {}, at {place}. If you cannot come, say so in the hall.",
                        time::say(event.starts, now, Lang::En)
                    ),
                )
            }
            Self::EventCancelled { event, reason } => {
                let title = &event.title;
                (
                    format!(
                        "活动“{title}”({})取消了:{reason}。给您添麻烦了。",
                        time::say(event.starts, now, Lang::Zh)
                    ),
                    format!(
                        "\"{title}\" ({}) is cancelled: {reason}. We are sorry.",
                        time::say(event.starts, now, Lang::En)
                    ),
                )
            }
            Self::EventTomorrow { event } => {
                let (title, place) = (&event.title, &event.place);
                (
                    format!(
                        "活动“{title}”{}开始,在{place}。欢迎您来。",
                        time::say(event.starts, now, Lang::Zh)
                    ),
                    format!(
                        "\"{title}\" begins {}, at {place}. You are welcome.",
                        time::say(event.starts, now, Lang::En)
                    ),
                )
            }
            Self::Outage { outage, what } => super::outage::words(outage, what, now, house),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}
