//! The one sentence on top of a case: who has it, what comes next, by when.

use super::{Actor, Stand, Status};
use crate::house::House;
use crate::time::{self, Moment};
use crate::words::Lang;

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
    let by = due.map(|due| time::say(due, now, lang)).unwrap_or_default();
    let late = due.is_some_and(|due| due < now);
    let unit = unit.and_then(|code| house.unit(code)).map(|unit| unit.name.get(lang));
    let (zh, en) = match (stand.status, viewer) {
        (Status::Confirming, Actor::Party) => (format!("请您在{by}前确认"), format!("Please confirm by {by}")),
        (Status::Confirming, _) => (
            format!("等对方在{by}前确认,确认后我们马上受理"),
            format!("The other side has until {by} to confirm; then we take it on"),
        ),
        (Status::Filed, _) => (format!("已收到,{by}前受理"), format!("Received; we take it on by {by}")),
        (Status::Taken, _) => (
            format!("正在受理,{by}前办结"),
            format!("We are checking it; done by {by}"),
        ),
        (Status::SentBack, Actor::Filer) => (
            format!("有{}项要您补正,请在{by}前补好", stand.asks.len()),
            format!("{} to complete by {by}", things(stand.asks.len())),
        ),
        (Status::SentBack, _) => (
            format!("等申请人在{by}前补正"),
            format!("The applicant has until {by} to complete it"),
        ),
        (Status::Dispatched, _) => match unit {
            Some(unit) => (
                format!("{unit}正在办理,{by}前办结"),
                format!("{unit} is working on it; done by {by}"),
            ),
            None => (format!("正在办理,{by}前办结"), format!("Being worked on; done by {by}")),
        },
        (Status::Reopened, _) => (
            format!("主管在重新处理,{by}前答复您"),
            format!("A supervisor looks at it again; answer by {by}"),
        ),
        (Status::Finished, Actor::Filer) if stand.rated.is_none() => (
            "已办结。办得怎么样?请您评价".into(),
            "Finished. How did it go? Please rate it".into(),
        ),
        (Status::Finished, _) => ("已办结".into(), "Finished".into()),
        (Status::Rejected, _) => ("这件事没有办理,已关闭".into(), "This was closed and not done".into()),
        (Status::Withdrawn, _) => ("申请人已撤回".into(), "The applicant withdrew it".into()),
    };
    let ours = matches!(
        stand.status,
        Status::Filed | Status::Taken | Status::Dispatched | Status::Reopened
    );
    match (lang, late && ours) {
        (Lang::Zh, false) => zh,
        (Lang::En, false) => en,
        (Lang::Zh, true) => format!("已超过答应的时间({by}),我们正在加紧办"),
        (Lang::En, true) => format!("We are late: it was due {by}. We are on it"),
    }
}

fn things(count: usize) -> String {
    if count == 1 {
        "1 thing".into()
    } else {
        format!("{count} things")
    }
}
