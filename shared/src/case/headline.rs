//! The one sentence on top of a case: who has it, what comes next, by when; and where that was not kept, that it was not.

use super::work::lies_with_unit;
use super::{Actor, Stand, Status, Work};
use crate::house::House;
use crate::money::Fen;
use crate::service::{Outside, Owner, Service, Step};
use crate::slot::Slot;
use crate::time::{self, Moment};
use crate::words::{Bi, Lang, bi};

/// Who has a case, as a sentence begins, told to `viewer`: themselves, the other side, a department or branch, a role of the house, or
/// somebody outside; nobody once it has ended. `unit` is the code of the unit that it was passed to.
pub fn holder(
    service: Service,
    (status, work): (Status, &Work),
    viewer: Actor,
    unit: Option<&str>,
    house: &House,
    lang: Lang,
) -> Option<String> {
    let step = work.at(service, status);
    let who = match (service.owner(status, step)?, viewer) {
        (Owner::Filer, Actor::Filer) | (Owner::Party, Actor::Party) => bi("您", "You"),
        (Owner::Filer, _) => bi("申请人", "The applicant"),
        (Owner::Party, _) => bi("对方", "The other side"),
        (Owner::Outside(Outside { name, .. }), _) => name,
        (Owner::Staff(role), _) => {
            // Only what was passed to a unit lies there.
            let unit = unit.filter(|_| lies_with_unit(service, status, step));
            let unit = unit.and_then(|code| house.unit(code));
            return Some(match (unit, lang) {
                (Some(unit), _) => unit.name.get(lang).to_owned(),
                (None, Lang::Zh) => role.label().zh.to_owned(),
                (None, Lang::En) => format!("A {}", role.label().en.to_lowercase()),
            });
        }
    };
    Some(who.get(lang).to_owned())
}

/// What the house does next with what it has taken on.
fn next(service: Service) -> Bi {
    if service.facts().work_order {
        bi("接着派人去现场", "then sends a crew")
    } else {
        bi("核对材料后办理", "then passes it on to be done")
    }
}

/// Who has the case, what comes next and by when, in words for whoever looks.
pub fn headline(
    stand: &Stand,
    viewer: Actor,
    unit: Option<&str>,
    due: Option<Moment>,
    now: Moment,
    house: &House,
    lang: Lang,
) -> String {
    let line = Line {
        stand,
        viewer,
        who: holder(stand.service, (stand.status, &stand.work), viewer, unit, house, lang).unwrap_or_default(),
        by: due.map(|due| time::say(due, now, lang)).unwrap_or_default(),
    };
    let late = due.is_some_and(|due| due < now);
    let (zh, en) = match due {
        _ if late => line.late(),
        None if stand.status.ours() => line.still(),
        _ => line.in_time(),
    };
    let said = match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    match stand.visit(now) {
        Some(slot) => comes(slot, &said, lang),
        None => said,
    }
}

/// The sentence with the time at which somebody comes, where one was picked: that is what people wait for.
fn comes(slot: Slot, said: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}上门。{said}", slot.say(lang)),
        Lang::En => format!("We come {}. {said}", slot.say(lang)),
    }
}

/// What both sentences are made of, in one language.
struct Line<'a> {
    stand: &'a Stand,
    viewer: Actor,
    who: String,
    by: String,
}

impl Line<'_> {
    /// In Chinese and in English; the parts are in the one that is wanted.
    fn in_time(&self) -> (String, String) {
        let Self { stand, viewer, who, by } = self;
        let next = next(stand.service);
        match (stand.status, viewer) {
            (Status::Confirming, Actor::Party) => (format!("请您在{by}前确认"), format!("Please confirm by {by}")),
            (Status::Confirming, _) => (
                format!("等对方在{by}前确认,确认后我们马上受理"),
                format!("The other side has until {by} to confirm; then we take it on"),
            ),
            (Status::Filed, _) => (
                format!("已收到,由{who}在{by}前受理"),
                format!("Received; {} takes it on by {by}", small(who)),
            ),
            (Status::Taken, _) => (
                format!("正在受理,{who}{},{by}前办结", next.zh),
                format!("{who} is checking it, {}; finished by {by}", next.en),
            ),
            (Status::SentBack, Actor::Filer) => (
                format!("有{}项要您补正,请在{by}前补好,我们接着办", stand.asks.len()),
                format!(
                    "{} for you to complete by {by}; then we go on",
                    things(stand.asks.len())
                ),
            ),
            (Status::SentBack, _) => (
                format!("等申请人在{by}前补正"),
                format!("The applicant has until {by} to complete it"),
            ),
            (Status::Dispatched, _) => self.working(),
            (Status::Paying, Actor::Filer) => (
                format!("费用 ¥{},请您在{by}前交。交了我们接着办", self.quote()),
                format!("¥{} is for you to pay by {by}; then we go on", self.quote()),
            ),
            (Status::Paying, _) => (
                format!("等申请人在{by}前交费 ¥{}", self.quote()),
                format!("The applicant has until {by} to pay ¥{}", self.quote()),
            ),
            (Status::Reopened, Actor::Staff(_)) => (
                format!("{who}在重新处理,{by}前答复居民"),
                format!("{who} looks at it again; the resident is to hear by {by}"),
            ),
            (Status::Reopened, _) => (
                format!("{who}在重新处理,{by}前答复您"),
                format!("{who} looks at it again; answer by {by}"),
            ),
            (Status::Finished | Status::Rejected | Status::Withdrawn, _) => self.ended(),
        }
    }

    /// The same while nothing is due: it waits for something that was agreed on with the resident.
    fn still(&self) -> (String, String) {
        let Self { who, viewer, .. } = self;
        match viewer {
            Actor::Filer => (
                format!("{who}在等您方便,等好了接着办"),
                format!("{who} waits until it suits you, and then goes on"),
            ),
            _ => (
                format!("{who}在等用户,等好了接着办"),
                format!("{who} waits for the resident, and then goes on"),
            ),
        }
    }

    /// The same past its time: what was promised is said as what was not kept.
    fn late(&self) -> (String, String) {
        let Self { stand, viewer, who, by } = self;
        match (stand.status, viewer) {
            (Status::Confirming, Actor::Party) => (
                format!("确认的时间({by})已过。请您现在确认;不同意也请告诉我们"),
                format!("The time to confirm ended {by}. Please confirm now, or tell us that you do not agree"),
            ),
            (Status::Confirming, Actor::Staff(_)) => (
                format!("对方没有在{by}前确认"),
                format!("The other side did not confirm by {by}"),
            ),
            (Status::Confirming, _) => (
                format!("对方没有在{by}前确认。请联系对方,一确认我们马上受理"),
                format!("The other side did not confirm by {by}. Please ask them; once they do, we take it on"),
            ),
            (Status::SentBack, Actor::Filer) => (
                format!("补正的时间({by})已过,还有{}项。现在补好,我们接着办", stand.asks.len()),
                format!(
                    "The time to complete it ended {by}; {} left. Complete it now and we go on",
                    things(stand.asks.len())
                ),
            ),
            (Status::SentBack, _) => (
                format!("申请人没有在{by}前补正"),
                format!("The applicant did not complete it by {by}"),
            ),
            (Status::Paying, Actor::Filer) => (
                format!("交费的时间({by})已过,还没收到 ¥{}。现在交,我们接着办", self.quote()),
                format!("The time to pay ¥{} ended {by}. Pay it now and we go on", self.quote()),
            ),
            (Status::Paying, _) => (
                format!("申请人没有在{by}前交费"),
                format!("The applicant did not pay by {by}"),
            ),
            (Status::Filed, Actor::Staff(_)) => (
                format!("已超时:{by}前没有受理,在等{who}"),
                format!("Late: it was to be taken on by {by}, and waits for {}", small(who)),
            ),
            (Status::Taken | Status::Dispatched | Status::Reopened, Actor::Staff(_)) => (
                format!("已超时:{by}前没有办好,在{who}手里"),
                format!("Late: it was due {by}, and is with {}", small(who)),
            ),
            (Status::Filed, _) => (
                format!("对不起,{by}前没有受理。{who}会尽快受理"),
                format!("Sorry: it was to be taken on by {by}, and was not. {who} takes it on as soon as possible"),
            ),
            (Status::Taken | Status::Dispatched, _) => (
                format!("对不起,{by}前没有办好。{who}正在加紧办"),
                format!("Sorry: it was to be done by {by}, and is not. {who} is on it"),
            ),
            (Status::Reopened, _) => (
                format!("对不起,{by}前没有答复您。{who}正在加紧处理"),
                format!("Sorry: you were to hear by {by}, and did not. {who} is on it"),
            ),
            (Status::Finished | Status::Rejected | Status::Withdrawn, _) => self.ended(),
        }
    }

    /// The step that is on, where there are several: each ends for itself, and the last one ends the case.
    fn working(&self) -> (String, String) {
        let Self { stand, who, by, .. } = self;
        let step = stand.step().filter(|_| stand.service.works_in_steps());
        let last = stand.work.next(stand.service).is_none();
        match step.map(|step: &Step| (step.title, last)) {
            None => (
                format!("{who}正在办理,{by}前办结"),
                format!("{who} is working on it; done by {by}"),
            ),
            Some((title, true)) => (
                format!("{who}正在办最后一步“{}”,{by}前办结", title.zh),
                format!("The last step, “{}”, is with {}; done by {by}", title.en, small(who)),
            ),
            Some((title, false)) => (
                format!("{who}正在办“{}”,{by}前完成这一步", title.zh),
                format!("“{}” is with {}; this step is done by {by}", title.en, small(who)),
            ),
        }
    }

    fn quote(&self) -> Fen {
        self.stand.work.quote.unwrap_or_default()
    }

    fn ended(&self) -> (String, String) {
        let said = match (self.stand.status, self.viewer) {
            (Status::Finished, Actor::Filer) if self.stand.rated.is_none() => {
                bi("已办结。办得怎么样?请您评价", "Finished. How did it go? Please rate it")
            }
            (Status::Rejected, _) => bi("这件事没有办理,已关闭", "This was closed and not done"),
            (Status::Withdrawn, _) => bi("申请人已撤回", "The applicant withdrew it"),
            _ => bi("已办结", "Finished"),
        };
        (said.zh.to_owned(), said.en.to_owned())
    }
}

/// As it stands inside an English sentence: an article is small there, a name is not.
fn small(words: &str) -> String {
    let article = |large: &str, small: &str| words.strip_prefix(large).map(|rest| format!("{small}{rest}"));
    article("A ", "a ")
        .or_else(|| article("The ", "the "))
        .unwrap_or_else(|| words.to_owned())
}

fn things(count: usize) -> String {
    if count == 1 {
        "1 thing".into()
    } else {
        format!("{count} things")
    }
}

#[cfg(test)]
mod tests;
