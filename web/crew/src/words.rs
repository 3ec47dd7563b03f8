//! Every text of the crews' page, in both languages; in [`usual`] what crews usually say.

mod usual;

use shuiting_shared::case::Verb;
use shuiting_shared::words::{Bi, Lang, bi};

pub(crate) use usual::asked;

pub(crate) const CREW: Bi = bi("水厅抢修", "Shuiting crews");
pub(crate) const LOST: Bi = bi("没有这一页", "There is no such page");
pub(crate) const TO_LIST: Bi = bi("回到工单", "Back to the orders");
pub(crate) const FOR_CREWS: Bi = bi(
    "这里给抢修人员用。您的工作在工作台",
    "These pages are for crews. Your work is at the desk",
);
pub(crate) const TO_DESK: Bi = bi("去工作台", "To the desk");
pub(crate) const FETCHING: Bi = bi("正在取工单", "Fetching the orders");
pub(crate) const NOW: Bi = bi("现在再试", "Try now");

pub(crate) const MY_ORDERS: Bi = bi("工单", "Orders");
pub(crate) const MINE: Bi = bi("我接的", "Mine");
pub(crate) const OF_UNIT: Bi = bi("本单位的", "My unit's");
pub(crate) const NO_UNIT: Bi = bi("还没有分到单位,请找调度", "No unit yet; ask dispatch");
pub(crate) const NOTHING: Bi = bi("现在没有工单", "No orders just now");
pub(crate) const NOTHING_ABOUT: Bi = bi(
    "派给您单位的工单会自己出现在这里",
    "What is passed to your unit appears here by itself",
);
pub(crate) const BY_WAY: Bi = bi("远近也算上", "Let the way count too");
pub(crate) const BY_WAY_AGAIN: Bi = bi("位置再取一次", "Find me again");
pub(crate) const LOCATING: Bi = bi("正在取位置…", "Finding you…");
pub(crate) const NO_PLACE: Bi = bi(
    "取不到位置,先按时间排",
    "This phone cannot be found; the orders stand by time",
);
pub(crate) const FIRST_SEND: Bi = bi(
    "还有没发出去的,退出就丢了。先连上网发完,再退出",
    "Something has not been sent, and signing out would lose it. Get a network first",
);

pub(crate) const STANDS: Bi = bi("计时停着", "Clock stands still");
pub(crate) const NO_CLOCK: Bi = bi("没有时限", "No limit");
pub(crate) const DONE: Bi = bi("做到了", "Done");
pub(crate) const DONE_LATE: Bi = bi("做到了,超时", "Done, late");
pub(crate) const CLOCKS: Bi = bi("所有时限", "All limits");

pub(crate) const NOT_OURS: Bi = bi(
    "这张工单不在您单位了:办完了,或调度派给了别的单位",
    "This order is not your unit's any more: it is done, or dispatch has passed it on",
);
pub(crate) const NAVIGATE: Bi = bi("导航", "Navigate");
pub(crate) const OPENS_MAP: Bi = bi("用手机里的地图打开定位点", "Opens the exact place in this phone's map");
pub(crate) const OPENS_MAP_ADDRESS: Bi = bi(
    "用手机里的地图按地址找,没有定位点",
    "Looks the address up in this phone's map; the exact place is not known",
);
pub(crate) const OPENS_APPLE: Bi = bi("用苹果地图打开定位点", "Opens the exact place in Apple Maps");
pub(crate) const OPENS_APPLE_ADDRESS: Bi = bi(
    "用苹果地图按地址找,没有定位点",
    "Looks the address up in Apple Maps; the exact place is not known",
);
pub(crate) const SAID: Bi = bi("用户说:", "Reported:");
pub(crate) const SAID_NOTHING: Bi = bi("没有多说", "nothing more");
pub(crate) const TOLD: Bi = bi("调度说:", "Dispatch:");
pub(crate) const FILER: Bi = bi("报修人", "Reported by");
pub(crate) const CALL: Bi = bi("拨打", "Call");
pub(crate) const CALL_ABOUT: Bi = bi(
    "要有网络;看号码会记下来",
    "Needs a network; that you saw the number is put on record",
);

pub(crate) const WHAT_NOW: Bi = bi("接下来", "What now");
pub(crate) const UNIT: Bi = bi("派给", "Pass to");
pub(crate) const CHOOSE_UNIT: Bi = bi("请选单位", "Choose a unit");
pub(crate) const BEFORE: Bi = bi("施工前", "Before the work");
pub(crate) const AFTER: Bi = bi("施工后", "After the work");
pub(crate) const PARTS: Bi = bi("用料,点一下加一个", "Parts used; tap for one more");
pub(crate) const OTHER_PART: Bi = bi("别的料", "Something else");
pub(crate) const ADD: Bi = bi("加上", "Add");
pub(crate) const LESS: Bi = bi("减一个", "One less:");
pub(crate) const MORE: Bi = bi("加一个", "One more:");
pub(crate) const PARTS_OPEN: Bi = bi(
    "拆给别的单位的部分还没办完,等他们办结",
    "Parts of it are still open with other units; they come first",
);
pub(crate) const NOT_NOW: Bi = bi(
    "现在不能这样做了。看看上面工单到了哪一步",
    "This cannot be done any more. See above where the order stands",
);

pub(crate) const TO_SEND: Bi = bi("等发送", "Waiting to be sent");
pub(crate) const WAITS: Bi = bi("等网络", "waits for a network");
pub(crate) const BEHIND: Bi = bi("前一步没收下,先等着", "waits, since a step before it was not taken");
pub(crate) const REFUSED: Bi = bi("没有收下", "not taken");
pub(crate) const CALL_DISPATCH: Bi = bi("打给调度", "Call dispatch");
pub(crate) const AGAIN: Bi = bi("再发一次", "Send again");
pub(crate) const SKIP: Bi = bi("跳过这一步,后面的接着发", "Drop this step, send the others");
pub(crate) const SKIP_ALL: Bi = bi("这张工单的都不发了", "Send nothing more of this order");

pub(crate) const WATER: Bi = bi("应急送水", "Emergency water");
pub(crate) const FETCHING_WATER: Bi = bi("正在取送水安排", "Fetching the deliveries");
pub(crate) const GIVEN: Bi = bi("送到了", "Delivered");
pub(crate) const WAS_GIVEN: Bi = bi("已送到", "Delivered");
pub(crate) const DROP: Bi = bi("不发了", "Do not send it");

/// What a truck carries.
pub(crate) fn litres(litres: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{litres}升"),
        Lang::En => format!("{litres} litres"),
    }
}

/// What a button is called.
pub(crate) const fn act(verb: Verb) -> Bi {
    match verb {
        // It lies with a unit already.
        Verb::Dispatch => bi("改派", "Pass on"),
        verb => verb.label(),
    }
}

/// What the button that does it is called, once its questions are open.
pub(crate) fn confirm(verb: Verb, lang: Lang) -> String {
    let act = act(verb).get(lang);
    match lang {
        Lang::Zh => format!("确认{act}"),
        Lang::En => format!("Confirm: {act}"),
    }
}

/// How much waits for a network.
pub(crate) fn waiting(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count} 步等网络,连上就按顺序发"),
        (Lang::En, 1) => "1 step waits for a network, and then goes by itself".to_owned(),
        (Lang::En, _) => format!("{count} steps wait for a network, and then go in order"),
    }
}

/// How much of one order waits.
pub(crate) fn waits(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count}步等发送"),
        (Lang::En, 1) => "1 step to be sent".to_owned(),
        (Lang::En, _) => format!("{count} steps to be sent"),
    }
}

/// How urgent it is.
pub(crate) fn priority(priority: u8, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{priority}级"),
        Lang::En => format!("priority {priority}"),
    }
}

/// How far it is.
pub(crate) fn way(metres: f64, lang: Lang) -> String {
    let (far, kilometres) = (metres >= 1000.0, metres / 1000.0);
    match (lang, far) {
        (Lang::Zh, true) => format!("{kilometres:.1}公里"),
        (Lang::Zh, false) => format!("{metres:.0}米"),
        (Lang::En, true) => format!("{kilometres:.1} km"),
        (Lang::En, false) => format!("{metres:.0} m"),
    }
}

/// How many orders finish with it.
pub(crate) fn joined(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("并了{count}单,一起办结"),
        (Lang::En, 1) => "1 more order finishes with it".to_owned(),
        (Lang::En, _) => format!("{count} more orders finish with it"),
    }
}

/// Who has it.
pub(crate) fn has_it(who: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{who}在办"),
        Lang::En => format!("with {who}"),
    }
}

/// One of several photos.
pub(crate) fn photo(at: usize, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("用户的照片 {at}/{count}"),
        Lang::En => format!("Reported photo {at} of {count}"),
    }
}

/// That it is no more ours.
pub(crate) fn left_by(verb: Verb, lang: Lang) -> &'static str {
    let said = match verb {
        Verb::Finish => bi("这张工单办结了", "This order is finished"),
        Verb::Return => bi("已退回调度", "It is back with dispatch"),
        _ => bi("已转给别的单位", "It is with another unit"),
    };
    said.get(lang)
}

/// That the server would not have something.
pub(crate) fn not_taken(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("“{what}”没有收下"),
        Lang::En => format!("“{what}” was not taken"),
    }
}

/// What may be the reason, and what to do.
pub(crate) fn refused_about(hotline: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("多半是调度已收回或改派了这张工单。后面的步骤先不发,都留着。打 {hotline} 问调度,再决定怎么办")
        }
        Lang::En => format!(
            "Most likely dispatch has taken this order back or passed it on. The steps after it wait, and are kept. Call dispatch on {hotline}, then decide"
        ),
    }
}
