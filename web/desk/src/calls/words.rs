//! The texts of the agent's page.

use shuiting_shared::api::{CallView, StreetView};
use shuiting_shared::call::figures::CallFigures;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::outage::Outage;
use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::{Bi, Lang, bi};

use super::desk::Done;

pub(super) const WHO_ANSWERS: Bi = bi("热线由话务员和主管接听", "Agents and supervisors answer the hotline");
pub(super) const FETCHING: Bi = bi("正在接上电话系统", "Reaching the telephone system");
pub(super) const NONE: Bi = bi(
    "现在没有来电。电话一响,这里就会显示是谁",
    "Nobody is calling. When it rings, you see here who it is",
);
pub(super) const CALLER: Bi = bi("来电人", "The caller");
pub(super) const WITHHELD: Bi = bi("号码隐藏,不知道是谁", "The number is withheld");
pub(super) const STRANGER: Bi = bi("第一次来电,还不认识", "Nobody we know: they have never called");
pub(super) const ACCOUNTS: Bi = bi("水费户", "Water accounts");
pub(super) const CASES: Bi = bi("办件", "Cases");
pub(super) const PAST: Bi = bi("以前的来电", "Earlier calls");
pub(super) const OPEN: Bi = bi("打开", "Open");
pub(super) const NO_OUTCOME: Bi = bi("没接到", "Not answered");
pub(super) const SEARCH: Bi = bi("查知识", "Search the knowledge");
pub(super) const SEARCH_HINT: Bi = bi("对方问什么:滞纳金、znj、过户", "What they ask: late fee, transfer");
pub(super) const SEARCH_HELP: Bi = bi(
    "听到什么打什么:字、拼音、首字母都行。上下键选,回车就记为已答复",
    "Type what you hear. Arrows choose, Enter notes that it was the answer",
);
pub(super) const FOUND: Bi = bi("找到的", "Found");
pub(super) const ANSWERED: Bi = bi("照这篇答复了", "Answered from this");
pub(super) const NOT_FOUND: Bi = bi(
    "没有找到。换个说法,或者开工单",
    "Nothing found. Try other words, or make a work order",
);
pub(super) const MAKE_ORDER: Bi = bi("开工单", "Work order");
pub(super) const SOLVED: Bi = bi("当场答复了", "Answered at once");
pub(super) const URGE: Bi = bi("替他催办", "Urge it");
pub(super) const STANDING: Bi = bi("已告知进度", "Told where it stands");
pub(super) const NOTHING: Bi = bi("无事", "Nothing");
pub(super) const KIND: Bi = bi("类别", "Kind");
pub(super) const FILE: Bi = bi("开单", "File it");
pub(super) const FILING: Bi = bi("正在开单…", "Filing…");
pub(super) const BACK_TO_SEARCH: Bi = bi("回去查知识", "Back to the knowledge");
pub(super) const STREET: Bi = bi("同一条路上的", "On the same street");
pub(super) const STREET_HELP: Bi = bi(
    "填好地址,这里会显示同一条路24小时内的工单",
    "Once the address is there, you see the street's orders of the last 24 hours",
);

/// Who calls, and how the call stands.
pub(super) fn heading(call: &CallView, lang: Lang) -> String {
    let state = call.state.label().get(lang);
    match &call.caller {
        Some(caller) => format!("{state} {}", caller.phone),
        None => state.to_owned(),
    }
}

/// For how long it has rung or gone on.
pub(super) fn since(call: &CallView, now: Moment, lang: Lang) -> Option<String> {
    let from = call.times.answered.or(call.times.rang)?;
    let until = call.times.ended.unwrap_or(now);
    let seconds = (until - from).num_seconds().max(0);
    let (minutes, seconds) = (seconds / 60, seconds % 60);
    Some(match lang {
        Lang::Zh => format!("{minutes}分{seconds:02}秒"),
        Lang::En => format!("{minutes} min {seconds:02} s"),
    })
}

/// What became of today's calls.
pub(super) fn figures(today: &CallFigures, lang: Lang) -> String {
    let share = today.at_once.map(|share| format!("{share}%"));
    let share = share.as_deref().unwrap_or("–");
    let (calls, orders) = (today.calls, today.orders);
    match lang {
        Lang::Zh => format!("今天{calls}个来电,当场办好{share},转工单{orders}件"),
        Lang::En => format!("Today: {calls} calls, {share} settled at once, {orders} work orders"),
    }
}

/// Further calls wait for their outcome.
pub(super) fn waiting(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("还有{count}个来电没写结果"),
        Lang::En => format!("{count} more without an outcome"),
    }
}

/// What was done last.
pub(super) fn done(done: &Done, lang: Lang) -> String {
    let outcome = done.outcome.label().get(lang);
    let number = done.number.map(|number| format!(" {number}")).unwrap_or_default();
    let apart = match (done.apart, lang) {
        (false, _) => "",
        (true, Lang::Zh) => ",没能并单,请到办件里再并",
        (true, Lang::En) => "; it could not be joined: please join it at its page",
    };
    match lang {
        Lang::Zh => format!("已记:{outcome}{number}{apart}"),
        Lang::En => format!("Noted: {outcome}{number}{apart}"),
    }
}

/// Water is off where they live.
pub(super) fn off(outage: &Outage, now: Moment, lang: Lang) -> String {
    let ends = time::say(outage.ends, now, lang);
    let areas: Vec<_> = outage.areas.iter().map(|area| area.words.as_str()).collect();
    let (area, reason) = (areas.join("、"), &outage.reason);
    match lang {
        Lang::Zh => format!("{area},{reason},预计{ends}来水"),
        Lang::En => format!("{area}: {reason}; water expected back {ends}"),
    }
}

/// What the clock says of a case.
pub(super) fn due(due: Moment, now: Moment, lang: Lang) -> String {
    let said = time::say(due, now, lang);
    match (due < now, lang) {
        (true, Lang::Zh) => format!("已超时,应在{said}前"),
        (true, Lang::En) => format!("late: due {said}"),
        (false, Lang::Zh) => format!("{said}前"),
        (false, Lang::En) => format!("by {said}"),
    }
}

/// How many orders of the street there are.
pub(super) fn on_street(view: &StreetView, lang: Lang) -> String {
    let street = view.street.as_deref().unwrap_or_default();
    let count = view.orders.len();
    match lang {
        Lang::Zh => format!("{street}24小时内已有{count}单"),
        Lang::En => format!("{street}: {count} in the last 24 hours"),
    }
}

/// They are, or look like, one burst.
pub(super) fn burst(known: bool, count: usize, lang: Lang) -> String {
    match (known, lang) {
        (true, Lang::Zh) => format!("已知爆管,共{count}人报"),
        (true, Lang::En) => format!("A known burst, {count} reports"),
        (false, Lang::Zh) => format!("{count}个漏水报修,可能是同一处爆管"),
        (false, Lang::En) => format!("{count} leaks: probably one burst"),
    }
}

/// The button that files and joins.
pub(super) fn join(number: CaseNumber, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("开单并入 {number}"),
        Lang::En => format!("File and join {number}"),
    }
}

/// The button that files and makes one burst.
pub(super) fn make_burst(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("开单并合成一起爆管,共{count}单"),
        Lang::En => format!("File and make one burst of {count}"),
    }
}
