//! The texts of volunteering.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const VOLUNTEER: Bi = bi("志愿服务", "Volunteering");
pub(super) const ABOUT: Bi = bi("报班次、签到、帮居民填办", "Take shifts, check in, help people file");
pub(super) const SIGN_IN_ABOUT: Bi = bi(
    "登录后就能报名做志愿者,进社区帮邻居",
    "Sign in to volunteer and help your neighbours at events",
);
pub(super) const FETCHING: Bi = bi("正在取您的班次", "Fetching your turns");
pub(super) const SIGN_UP: Bi = bi("报名做志愿者", "Volunteer");
pub(super) const SIGNING_UP: Bi = bi("正在报名", "Signing up");
pub(super) const SIGN_UP_ABOUT: Bi = bi(
    "填好姓名就能报班次。姓名加密保存,只印在您自己的证书上,居民看到的是“林**”",
    "Your name is all it takes. It is kept sealed and stands in full on your own certificate alone; residents see “林**”",
);
pub(super) const SIGNED_UP: Bi = bi("报名好了,去挑一个班次吧", "You are signed up; now take a shift");
pub(super) const NAME: Bi = bi("姓名", "Name");
pub(super) const KIND: Bi = bi("您是", "You are a");
pub(super) const HOURS: Bi = bi("服务时长", "Time given");
pub(super) const TURNS: Bi = bi("服务次数", "Turns");
pub(super) const NEXT: Bi = bi("要去的", "To come");
pub(super) const PAST: Bi = bi("去过的", "Been to");
pub(super) const NO_TURN: Bi = bi("还没有报班次", "No shift taken yet");
pub(super) const NO_TURN_HELP: Bi = bi(
    "报了班次,时间地点和要做的事会出现在这里",
    "Your shifts, with place and tasks, will appear here",
);
pub(super) const SEE_EVENTS: Bi = bi("看社区活动", "See the events");
pub(super) const CERTIFICATE: Bi = bi("下载志愿服务证书(PDF)", "Download my certificate (PDF)");
pub(super) const STOP: Bi = bi("不再做志愿者", "Stop volunteering");
pub(super) const STOP_ABOUT: Bi = bi(
    "要去的班次会取消,姓名会删掉;服务次数留在活动的统计里,不带姓名",
    "Turns to come are given up and your name is erased; what you did stays in the figures without it",
);
pub(super) const STOP_SURE: Bi = bi("确定,不再做", "Yes, stop");
pub(super) const KEEP_ON: Bi = bi("继续做", "Go on");
pub(super) const SHIFTS: Bi = bi("志愿者班次", "Shifts for volunteers");
pub(super) const SHIFTS_ABOUT: Bi = bi("穿红马甲来帮邻居,任何人都可以报", "Everyone can come and help");
pub(super) const TAKE: Bi = bi("报这个班次", "Take this shift");
pub(super) const GIVE_UP: Bi = bi("取消这个班次", "Give it up");
pub(super) const YOURS: Bi = bi("您已报这个班次", "This one is yours");
pub(super) const FULL: Bi = bi("已报满", "Full");
pub(super) const TO_WORK: Bi = bi("打开现场服务", "Open my work at the event");
pub(super) const WORK: Bi = bi("现场服务", "At the event");
pub(super) const TASKS: Bi = bi("要做的事", "What to do");
pub(super) const LEADER: Bi = bi("您是领队", "You lead");
pub(super) const NOT_THERE: Bi = bi("您没有报这场活动的班次", "You have not taken a shift at this event");
pub(super) const TO_EVENT: Bi = bi("去报班次", "Take a shift");
pub(super) const CHECK: Bi = bi("签到签退", "Check in and out");
pub(super) const CHECK_ABOUT: Bi = bi(
    "看领队手机上的6位数。没有网络也能签,连上后自己送出去,时间按您签的时候算",
    "Read the six digits on the leader's phone. It works without a network: it is sent later and counts from now",
);
pub(super) const CODE: Bi = bi("签到码", "Code");
pub(super) const NOT_SIX: Bi = bi(
    "签到码是6位数字,请再看一眼",
    "The code has six digits; please look again",
);
pub(super) const WAITS: Bi = bi("已记下,等网络送出", "Noted; it waits for the network");
pub(super) const REFUSED: Bi = bi("没有送成,请看一下", "It was refused; please look");
pub(super) const NOTED_TURN: Bi = bi("记下了", "Noted");
pub(super) const COUNTS: Bi = bi("点一下,记一次", "A tap counts one");
pub(super) const COUNTS_ABOUT: Bi = bi(
    "只记次数,不记姓名。点错了按“减一”",
    "Only how often, no names. A slip is taken back by “one less”",
);
pub(super) const LESS: Bi = bi("减一", "One less");
pub(super) const SHOWN: Bi = bi("演示了哪项业务", "Which service did you show");
pub(super) const SHOWN_ONE: Bi = bi("记一次", "Count it");
pub(super) const CHOOSE: Bi = bi("请选一项", "Choose one");
pub(super) const WATER: Bi = bi("现场测水", "Test water");
pub(super) const WATER_ABOUT: Bi = bi(
    "填测到的几项,马上看出合不合格",
    "Fill in what you measured; it tells at once whether it is within the limits",
);
pub(super) const NOTE_TEST: Bi = bi("记下这次检测", "Note this test");
pub(super) const NOT_A_FIGURE: Bi = bi("请填数字,最多三位小数", "A number, with at most three decimals");
pub(super) const NOTHING_MEASURED: Bi = bi("请至少填一项", "Please fill in at least one");
pub(super) const LIMITS: Bi = bi("国家标准GB 5749-2022", "National standard GB 5749-2022");
pub(super) const HELP: Bi = bi("帮居民填办", "Help people file");
pub(super) const HELP_ABOUT: Bi = bi(
    "您来填,居民在自己手机上确认",
    "You fill in, they agree on their own phone",
);
pub(super) const NEED: Bi = bi("记下急难愁盼", "Note what somebody needs");
pub(super) const NEED_ABOUT: Bi = bi(
    "记成一件投诉建议,有人跟进,结果短信告诉居民",
    "It becomes a case that is followed up; they hear by SMS",
);
pub(super) const LEAD: Bi = bi("领队:签到码和名单", "Leader: code and list");
pub(super) const LEAD_TITLE: Bi = bi("签到码和名单", "Code and list");
pub(super) const NOW: Bi = bi("现在的签到码", "The code of now");
pub(super) const NOW_ABOUT: Bi = bi(
    "每分钟换一个。给志愿者看,不要拍照转发",
    "Another one each minute. Show it; do not send pictures of it",
);
pub(super) const NOT_NOW: Bi = bi(
    "活动前后一小时内才有签到码",
    "There are codes from an hour before to an hour after the event",
);
pub(super) const LIST: Bi = bi("谁来了", "Who has come");
pub(super) const NOBODY: Bi = bi("还没有人报名", "Nobody has signed up yet");
pub(super) const CAME: Bi = bi("补记:来了", "Note: has come");
pub(super) const WENT: Bi = bi("补记:走了", "Note: has gone");
pub(super) const CANCELLED: Bi = bi("已取消", "Cancelled");

/// So many hours and minutes.
pub(super) fn hours(minutes: u32, lang: Lang) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (lang, hours, rest) {
        (Lang::Zh, 0, _) => format!("{rest}分钟"),
        (Lang::Zh, _, 0) => format!("{hours}小时"),
        (Lang::Zh, ..) => format!("{hours}小时{rest}分钟"),
        (Lang::En, 0, _) => format!("{rest} min"),
        (Lang::En, _, 0) => format!("{hours} h"),
        (Lang::En, ..) => format!("{hours} h {rest} min"),
    }
}

/// How many times.
pub(super) fn times(turns: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{turns}次"),
        Lang::En => turns.to_string(),
    }
}

/// How many places a shift has left.
pub(super) fn left(taken: u32, places: u32, lang: Lang) -> String {
    let left = places.saturating_sub(taken);
    match lang {
        Lang::Zh => format!("要{places}人,还缺{left}人"),
        Lang::En => format!("{places} wanted, {left} still missing"),
    }
}

/// When somebody came and went.
pub(super) fn came(came: Option<&str>, went: Option<&str>, lang: Lang) -> String {
    match (lang, came, went) {
        (Lang::Zh, None, _) => "还没有签到".to_owned(),
        (Lang::Zh, Some(came), None) => format!("{came}到"),
        (Lang::Zh, Some(came), Some(went)) => format!("{came}到,{went}走"),
        (Lang::En, None, _) => "Not here yet".to_owned(),
        (Lang::En, Some(came), None) => format!("Came at {came}"),
        (Lang::En, Some(came), Some(went)) => format!("From {came} to {went}"),
    }
}

/// How often something was counted: by all, and by me.
pub(super) fn counted(all: i64, mine: i64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("共{all},您{mine}"),
        Lang::En => format!("{all} in all, {mine} by you"),
    }
}

/// What an errand is called: what is counted, and how often.
pub(super) fn errand(of: &str, count: i32) -> String {
    if count < 0 {
        format!("{of} −{}", count.abs())
    } else {
        format!("{of} +{count}")
    }
}

/// The limits of a measure, as they are said beside its input.
pub(super) fn limits(least: &str, most: &str, unit: &str, lang: Lang) -> String {
    let range = match (least, lang) {
        ("0", Lang::Zh) => format!("不超过{most}"),
        ("0", Lang::En) => format!("at most {most}"),
        _ => format!("{least}–{most}"),
    };
    format!("{range} {unit}").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_well() {
        let said = [0, 45, 60, 135].map(|minutes| hours(minutes, Lang::Zh));
        assert_eq!(said, ["0分钟", "45分钟", "1小时", "2小时15分钟"]);
        assert_eq!(hours(135, Lang::En), "2 h 15 min");
        assert_eq!(came(Some("08:55"), None, Lang::Zh), "08:55到");
        assert_eq!(limits("0", "1", "NTU", Lang::Zh), "不超过1 NTU");
        assert_eq!(limits("6.5", "8.5", "", Lang::En), "6.5–8.5");
        assert_eq!(errand("服务居民", -1), "服务居民 −1");
    }
}
