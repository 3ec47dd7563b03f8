//! What goes into the blanks of a provider's template: by name, as the utility's settings name it.

use super::{EventTold, Message};
use crate::house::House;
use crate::money::Fen;
use crate::service::Service;
use crate::time::{self, Moment, local};
use crate::words::Lang;

/// Names of what there is to say, each with its value.
pub type Blanks = Vec<(&'static str, String)>;

impl Message {
    /// What it says, by name: `number`, `service`, `due`, `amount`, `reason`, `next`, `code`, and so on. What does not
    /// fit a message is not in it.
    #[expect(clippy::too_many_lines, reason = "a catalogue is read in one piece")]
    pub fn blanks(&self, house: &House, lang: Lang) -> Blanks {
        let mut blanks = match self {
            Self::Code { code, minutes } => vec![("code", code.clone()), ("minutes", minutes.to_string())],
            Self::Agree {
                code,
                minutes,
                service,
                helper,
            } => vec![
                ("code", code.clone()),
                ("minutes", minutes.to_string()),
                ("service", service.label().get(lang).to_owned()),
                ("name", helper.clone()),
            ],
            Self::Filed { promised, slot, .. } => {
                let slot = slot.map(|slot| ("slot", slot.say(lang)));
                due(*promised).into_iter().chain(slot).collect()
            }
            Self::Confirming { due: until, .. } => due(*until).into_iter().collect(),
            Self::AskParty { name, due: until, .. } => {
                let name = Some(("name", name.clone()));
                name.into_iter().chain(due(*until)).collect()
            }
            Self::Declined { reason, .. } | Self::Rejected { reason, .. } | Self::ReturnedAgain { reason, .. } => {
                vec![("reason", reason.clone())]
            }
            Self::SentBack { asks, .. } => vec![("asks", asks.to_string())],
            Self::Dispatched { unit, .. } | Self::FollowedDispatched { unit, .. } => {
                let unit = house.unit(unit).map_or(unit.as_str(), |unit| unit.name.get(lang));
                vec![("unit", unit.to_owned())]
            }
            Self::Advanced {
                service, step, next, ..
            } => vec![
                ("step", title(*service, step, lang)),
                ("next", title(*service, next, lang)),
            ],
            Self::Quoted { amount, due: until, .. } => Some(money(*amount)).into_iter().chain(due(*until)).collect(),
            Self::Paid {
                service, amount, next, ..
            } => vec![money(*amount), ("next", title(*service, next, lang))],
            Self::Concluded {
                service,
                outcome,
                fee,
                due: until,
                ..
            } => {
                let result = service.outcome(outcome).map(|one| one.title.get(lang).to_owned());
                let result = ("result", result.unwrap_or_default());
                Some(result)
                    .into_iter()
                    .chain(fee.map(money))
                    .chain(due(*until))
                    .collect()
            }
            Self::Redone {
                service, to, reason, ..
            } => vec![("next", title(*service, to, lang)), ("reason", reason.clone())],
            Self::Noted { words, .. } | Self::Supervised { words, .. } => vec![("words", words.clone())],
            Self::Finished { result, .. } | Self::FollowedFinished { result, .. } => vec![("result", result.clone())],
            Self::Interim { promised, .. } => due(*promised).into_iter().collect(),
            Self::Rung { clock, due: until, .. } => Some(("words", clock.label().get(lang).to_owned()))
                .into_iter()
                .chain(due(Some(*until)))
                .collect(),
            Self::Confirmed { .. }
            | Self::Following { .. }
            | Self::FollowedClosed { .. }
            | Self::Joined { .. }
            | Self::LowRated { .. } => Vec::new(),
            Self::DebitFailed {
                end,
                amount,
                bank,
                last_four,
                reason,
                ..
            } => vec![
                ("end", end.clone()),
                money(*amount),
                ("bank", bank.label().get(lang).to_owned()),
                ("card", last_four.clone()),
                ("reason", reason.label().get(lang).to_owned()),
            ],
            Self::DebitEnded { end, bank, last_four } => vec![
                ("end", end.clone()),
                ("bank", bank.label().get(lang).to_owned()),
                ("card", last_four.clone()),
            ],
            Self::AuthorityGranted { end, until } | Self::RunsOut { end, until, .. } => {
                vec![("end", end.clone()), ("until", time::say_day(*until, lang))]
            }
            Self::AuthorityRefused { end, reason } => vec![("end", end.clone()), ("reason", reason.clone())],
            Self::AuthorityEnded { end } => vec![("end", end.clone())],
            Self::Shared { by, end } => vec![("name", by.clone()), ("end", end.clone())],
            Self::EventMoved { event, reason } | Self::EventCancelled { event, reason } => {
                let reason = ("reason", reason.clone());
                told(event).into_iter().chain([reason]).collect()
            }
            Self::EventTomorrow { event } => told(event).into_iter().collect(),
            Self::Outage { outage, .. } => vec![
                ("place", outage.place(house, lang)),
                ("starts", written(outage.starts)),
                ("ends", written(outage.ends)),
                ("reason", outage.reason.clone()),
            ],
            Self::BillsPaid { end, amount } => vec![("end", end.clone()), money(*amount)],
            Self::PaidBack { amount } => vec![money(*amount)],
        };
        if let Some((number, service)) = self.case() {
            blanks.push(("number", number.to_string()));
            blanks.push(("service", service.label().get(lang).to_owned()));
        } else if let Self::RunsOut { service, .. } = self {
            blanks.push(("service", service.label().get(lang).to_owned()));
        }
        blanks.push(("kind", self.kind().label().get(lang).to_owned()));
        blanks.push(("hotline", house.hotline.clone()));
        blanks
    }
}

/// An event: what, from when, where.
fn told(event: &EventTold) -> [(&'static str, String); 3] {
    [
        ("title", event.title.clone()),
        ("starts", written(event.starts)),
        ("place", event.place.clone()),
    ]
}

fn title(service: Service, key: &str, lang: Lang) -> String {
    service.step(key).map_or("", |step| step.title.get(lang)).to_owned()
}

fn money(amount: Fen) -> (&'static str, String) {
    ("amount", format!("¥{amount}"))
}

/// The moment as the templates of both SMS providers and of WeChat take one.
fn due(moment: Option<Moment>) -> Option<(&'static str, String)> {
    Some(("due", written(moment?)))
}

fn written(moment: Moment) -> String {
    local(moment).format("%Y-%m-%d %H:%M").to_string()
}
