//! How an event is told: when and where it is.

use chrono::Datelike as _;

use super::Plan;
use crate::house::House;
use crate::time::{local, say_day};
use crate::words::Lang;

/// The days of the week, Monday first.
const WEEKDAYS: [(&str, &str); 7] = [
    ("周一", "Mon"),
    ("周二", "Tue"),
    ("周三", "Wed"),
    ("周四", "Thu"),
    ("周五", "Fri"),
    ("周六", "Sat"),
    ("周日", "Sun"),
];

impl Plan {
    /// When it is, in China's time: 2026年11月28日 周六 09:00–12:00.
    pub fn when(&self, lang: Lang) -> String {
        let (day, hours) = (self.day(lang), self.hours());
        match lang {
            Lang::Zh => format!("{day} {hours}"),
            Lang::En => format!("{day}, {hours}"),
        }
    }

    /// From when until when on its day: 09:00–12:00.
    pub fn hours(&self) -> String {
        let (starts, ends) = (local(self.starts), local(self.ends));
        format!("{}–{}", starts.format("%H:%M"), ends.format("%H:%M"))
    }

    /// The day that it is: 2026年11月28日 周六.
    pub fn day(&self, lang: Lang) -> String {
        let starts = local(self.starts);
        let day = say_day(starts.date(), lang);
        let (zh, en) = WEEKDAYS[starts.weekday().num_days_from_monday() as usize % WEEKDAYS.len()];
        match lang {
            Lang::Zh => format!("{day} {zh}"),
            Lang::En => format!("{en} {day}"),
        }
    }

    /// Where it is, from the town to the spot. Community and spot are as staff wrote them.
    pub fn whereabouts(&self, house: &House, lang: Lang) -> String {
        let town = house.town(&self.town);
        let town = town.map_or(self.town.as_str(), |town| town.name.get(lang));
        match lang {
            Lang::Zh => format!("{town}{} {}", self.community, self.place),
            Lang::En => format!("{}, {}, {town}", self.place, self.community),
        }
    }

    /// What it is about, as one line.
    pub fn topics_said(&self, lang: Lang) -> String {
        let between = match lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        };
        let topics = self.topics.iter().map(|topic| topic.label().get(lang));
        topics.collect::<Vec<_>>().join(between)
    }
}

#[cfg(test)]
mod tests {
    use super::super::plan::tests::plan;
    use super::*;

    #[test]
    fn it_is_told_as_people_say_it() {
        let (house, plan) = (House::dongguan(), plan());
        assert_eq!(plan.when(Lang::Zh), "2026年11月28日 周六 09:00–12:00");
        assert_eq!(plan.when(Lang::En), "Sat 28 Nov 2026, 09:00–12:00");
        assert_eq!(plan.whereabouts(&house, Lang::Zh), "南城元美社区 社区广场东侧");
        assert_eq!(plan.whereabouts(&house, Lang::En), "社区广场东侧, 元美社区, Nancheng");
        assert_eq!(plan.topics_said(Lang::Zh), "微网厅怎么用、水质检测");
    }
}
