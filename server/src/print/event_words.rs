//! The texts of the papers about events.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const WHEN: Bi = bi("时间", "When");
pub(super) const PLACE: Bi = bi("地点", "Where");
pub(super) const WHAT: Bi = bi("内容", "What");
pub(super) const COME: Bi = bi("欢迎您来", "You are welcome");
pub(super) const SCAN: Bi = bi("扫一扫", "Scan me");
pub(super) const SCAN_TO: Bi = bi("看活动，加到日历", "See it in the hall, and add it to your calendar");
pub(super) const SCAN_AND_HELP: Bi = bi(
    "看活动，加到日历，报名做志愿者",
    "See it in the hall, add it to your calendar, or sign up to help",
);
pub(super) const EVENT_CODE: Bi = bi("打开这场活动的二维码", "QR code that opens this event");

pub(crate) const EVENT_REPORT: Bi = bi("供水服务进社区活动报告", "Report of community events");
pub(super) const EACH_EVENT: Bi = bi("各场活动", "Event by event");
pub(super) const SHOWN_EACH: Bi = bi("演示了哪些服务", "Services that were shown");
pub(super) const EVENTS_HELD: Bi = bi("活动场次", "Events held");
pub(super) const PEOPLE: Bi = bi("服务居民人次", "People served");
pub(super) const TURNS: Bi = bi("志愿者人次", "Volunteer turns");
pub(super) const HOURS: Bi = bi("志愿服务小时", "Hours of volunteers");
pub(super) const SHOWN: Bi = bi("演示服务次数", "Services shown");
pub(super) const CHECKS: Bi = bi("检查水管水龙头", "Pipes and taps checked");
pub(super) const SWAPPED: Bi = bi("换水龙头", "Taps swapped");
pub(super) const TESTS: Bi = bi("检测水质", "Water tested");
pub(super) const FILED_THERE: Bi = bi("现场办理", "Filed there");
pub(super) const FINISHED_SINCE: Bi = bi("其中已办结", "Of these, finished");
pub(super) const NEEDS: Bi = bi("记下急难愁盼", "Needs noted");
pub(super) const SOLVED: Bi = bi("其中已解决", "Of these, solved");
pub(super) const SATISFACTION: Bi = bi("满意度", "Satisfaction");

/// The period of a report.
pub(super) fn period(from: &str, until: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{from}至{until}"),
        Lang::En => format!("{from} to {until}"),
    }
}

/// A number, its thousands set apart.
pub(super) fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut said = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

/// One event of a report, with its turns, people and filings.
pub(super) fn outcome(title: &str, place: &str, [turns, people, filed]: [u32; 3], lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{title}（{place}）：志愿者{turns}人次，服务{people}人次，现场办理{filed}件"),
        Lang::En => format!("{title} ({place}): {turns} volunteer turns, {people} people served, {filed} filed"),
    }
}

pub(crate) const CERTIFICATE: Bi = bi("志愿服务证明", "Certificate of volunteering");
pub(super) const THANKS: Bi = bi("特发此证，感谢您的付出。", "We thank you for your time and your care.");

/// The number of a certificate.
pub(super) fn number_of(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("编号：{number}"),
        Lang::En => format!("No. {number}"),
    }
}

/// From when until when somebody served.
pub(super) fn between_days(from: &str, until: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("于{from}至{until}，参加“供水服务进社区”志愿服务"),
        Lang::En => format!("has served as a volunteer at our community events from {from} to {until}:"),
    }
}

/// How often, and for how long in all.
pub(super) fn served(turns: u32, hours: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{turns}次，共计{hours}小时。"),
        Lang::En => format!(
            "{turns} {}, {hours} {} in all.",
            if turns == 1 { "turn" } else { "turns" },
            if hours == "1" { "hour" } else { "hours" },
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (number, said) in [
            (0, "0"),
            (999, "999"),
            (2270, "2,270"),
            (24_000, "24,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(number), said);
        }
    }
}
