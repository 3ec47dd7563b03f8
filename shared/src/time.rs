//! Working days, time limits, and how dates are said. Inside everything is UTC; people see China's time.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc, Weekday};
use serde::{Deserialize, Serialize};

use crate::words::Lang;

/// A moment, UTC.
pub type Moment = DateTime<Utc>;

/// A day in China.
pub type Date = NaiveDate;

/// China has one time zone and, since 1991, no summer time: a fixed offset says all.
const CHINA: FixedOffset = match FixedOffset::east_opt(8 * 60 * 60) {
    Some(offset) => offset,
    None => panic!("eight hours are an offset"),
};

/// The date and time of day that a clock on a wall in China shows.
pub fn local(moment: Moment) -> NaiveDateTime {
    moment.with_timezone(&CHINA).naive_local()
}

/// The moment at which a clock on a wall in China shows this.
pub fn moment(local: NaiveDateTime) -> Moment {
    local
        .and_local_timezone(CHINA)
        .single()
        .map_or_else(|| local.and_utc(), |there| there.to_utc())
}

/// When the day in China that holds `now` begins and ends.
pub fn day_of(now: Moment) -> (Moment, Moment) {
    span_of(today(now))
}

/// When a day in China begins and ends.
pub fn span_of(day: Date) -> (Moment, Moment) {
    let start = moment(day.and_time(NaiveTime::MIN));
    (start, start + TimeDelta::days(1))
}

/// The house's working days: Monday to Friday, less public holidays, plus the weekend days worked in exchange.
/// Years whose notice is not in yet count as plain weeks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// When the counter opens.
    #[cfg_attr(feature = "server", schema(value_type = String, example = "08:30:00"))]
    pub opens: NaiveTime,
    /// When the counter closes; a limit in working days ends then.
    #[cfg_attr(feature = "server", schema(value_type = String, example = "17:30:00"))]
    pub closes: NaiveTime,
    /// Weekdays off.
    pub off: BTreeSet<NaiveDate>,
    /// Weekend days worked.
    pub on: BTreeSet<NaiveDate>,
}

impl Calendar {
    /// Whether the counter is open on this day.
    pub fn works(&self, day: NaiveDate) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        if weekend {
            self.on.contains(&day)
        } else {
            !self.off.contains(&day)
        }
    }

    /// The close of the `count`-th working day after the day of `from`: the day of filing does not count.
    pub fn after_working_days(&self, from: Moment, count: u32) -> Moment {
        let first = local(from).date();
        let end = first
            .iter_days()
            .skip(1)
            .filter(|day| self.works(*day))
            .nth(count.saturating_sub(1) as usize)
            .unwrap_or(first);
        moment(end.and_time(self.closes))
    }
}

/// How long something may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Limit {
    /// Minutes by the clock, `10m`.
    Minutes(u32),
    /// Hours by the clock, `24h`.
    Hours(u32),
    /// Days of 24 hours, `30d`.
    Days(u32),
    /// Working days, `5wd`.
    WorkingDays(u32),
}

impl Limit {
    /// When the limit that starts at `from` ends.
    pub fn due(self, from: Moment, calendar: &Calendar) -> Moment {
        match self {
            Self::Minutes(count) => from + TimeDelta::minutes(count.into()),
            Self::Hours(count) => from + TimeDelta::hours(count.into()),
            Self::Days(count) => from + TimeDelta::days(count.into()),
            Self::WorkingDays(count) => calendar.after_working_days(from, count),
        }
    }

    /// As people say it: 24小时, 5 working days.
    pub fn say(self, lang: Lang) -> String {
        let (count, zh, one, many) = match self {
            Self::Minutes(count) => (count, "分钟", "minute", "minutes"),
            Self::Hours(count) => (count, "小时", "hour", "hours"),
            Self::Days(count) => (count, "天", "day", "days"),
            Self::WorkingDays(count) => (count, "个工作日", "working day", "working days"),
        };
        match lang {
            Lang::Zh => format!("{count}{zh}"),
            Lang::En => format!("{count} {}", if count == 1 { one } else { many }),
        }
    }
}

impl FromStr for Limit {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text:?} is no time limit; write 10m, 24h, 30d or 5wd");
        let digits = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
        let (count, unit) = text.split_at(digits);
        let count = count
            .parse()
            .ok()
            .filter(|count| (1..=1000).contains(count))
            .ok_or_else(wrong)?;
        match unit {
            "m" => Ok(Self::Minutes(count)),
            "h" => Ok(Self::Hours(count)),
            "d" => Ok(Self::Days(count)),
            "wd" => Ok(Self::WorkingDays(count)),
            _ => Err(wrong()),
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Minutes(count) => write!(f, "{count}m"),
            Self::Hours(count) => write!(f, "{count}h"),
            Self::Days(count) => write!(f, "{count}d"),
            Self::WorkingDays(count) => write!(f, "{count}wd"),
        }
    }
}

impl TryFrom<String> for Limit {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<Limit> for String {
    fn from(limit: Limit) -> Self {
        limit.to_string()
    }
}

/// A day as people say it: 2026年12月1日, 1 Dec 2026.
pub fn say_day(day: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        Lang::En => day.format("%-d %b %Y").to_string(),
    }
}

/// The day that it is in China.
pub fn today(now: Moment) -> Date {
    local(now).date()
}

/// A moment as people say it, seen from `now`: 今天 17:30, 明天 09:00, 11月26日 17:30.
pub fn say(moment: Moment, now: Moment, lang: Lang) -> String {
    let (then, today) = (local(moment), local(now).date());
    let day = then.date();
    let near = if day == today {
        Some(("今天", "today"))
    } else if Some(day) == today.checked_add_days(Days::new(1)) {
        Some(("明天", "tomorrow"))
    } else if Some(day) == today.checked_sub_days(Days::new(1)) {
        Some(("昨天", "yesterday"))
    } else {
        None
    };
    let clock = then.format("%H:%M");
    match (near, lang, day.year() == today.year()) {
        (Some((zh, _)), Lang::Zh, _) => format!("{zh} {clock}"),
        (Some((_, en)), Lang::En, _) => format!("{en} {clock}"),
        (None, Lang::Zh, true) => format!("{}月{}日 {clock}", day.month(), day.day()),
        (None, Lang::Zh, false) => {
            format!("{}年{}月{}日 {clock}", day.year(), day.month(), day.day())
        }
        (None, Lang::En, true) => format!("{} {clock}", day.format("%-d %b")),
        (None, Lang::En, false) => format!("{} {clock}", day.format("%-d %b %Y")),
    }
}

/// How long something lasts, by the clock and to the minute, as people say it: 2小时5分, 40分钟. What is over before it has
/// begun is under a minute.
pub fn lasting(time: TimeDelta, lang: Lang) -> String {
    let minutes = time.num_minutes().max(0);
    match (minutes / 60, minutes % 60, lang) {
        (0, 0, Lang::Zh) => "不到1分钟".to_owned(),
        (0, minutes, Lang::Zh) => format!("{minutes}分钟"),
        (hours, 0, Lang::Zh) => format!("{hours}小时"),
        (hours, minutes, Lang::Zh) => format!("{hours}小时{minutes}分"),
        (0, 0, Lang::En) => "under a minute".to_owned(),
        (0, minutes, Lang::En) => format!("{minutes} min"),
        (hours, 0, Lang::En) => format!("{hours} h"),
        (hours, minutes, Lang::En) => format!("{hours} h {minutes} min"),
    }
}

/// A moment to the minute, for where the exact one is wanted: `2026-11-24 17:30`.
pub fn exact(moment: Moment) -> String {
    local(moment).format("%Y-%m-%d %H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::house::House;

    fn at(text: &str) -> Moment {
        moment(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap())
    }

    #[test]
    fn working_days_step_over_weekends_holidays_and_worked_saturdays() {
        let calendar = House::dongguan().calendar;
        for (filed, days, due) in [
            ("2026-11-24 10:00", 1, "2026-11-25 17:30"),
            ("2026-11-27 16:59", 1, "2026-11-30 17:30"),
            ("2026-11-28 03:00", 1, "2026-11-30 17:30"),
            // National day: the 1st to the 7th are off, Saturday the 10th is worked.
            ("2026-09-30 09:00", 1, "2026-10-08 17:30"),
            ("2026-09-30 09:00", 3, "2026-10-10 17:30"),
            ("2026-09-30 09:00", 4, "2026-10-12 17:30"),
            // Spring festival of 2025 and the Sunday before it.
            ("2025-01-25 12:00", 1, "2025-01-26 17:30"),
            ("2025-01-27 12:00", 1, "2025-02-05 17:30"),
        ] {
            assert_eq!(
                calendar.after_working_days(at(filed), days),
                at(due),
                "{filed} + {days} wd"
            );
        }
    }

    #[test]
    fn an_evening_in_utc_is_tomorrow_in_china() {
        let calendar = House::dongguan().calendar;
        let filed = "2026-11-24T17:00:00Z".parse().unwrap();
        assert_eq!(calendar.after_working_days(filed, 1), at("2026-11-26 17:30"));
    }

    #[test]
    fn dates_are_said_as_people_say_them() {
        let now = at("2026-11-24 10:00");
        for (moment, zh, en) in [
            ("2026-11-24 17:00", "今天 17:00", "today 17:00"),
            ("2026-11-25 09:05", "明天 09:05", "tomorrow 09:05"),
            ("2026-11-23 09:05", "昨天 09:05", "yesterday 09:05"),
            ("2026-12-01 17:30", "12月1日 17:30", "1 Dec 17:30"),
            ("2027-01-04 17:30", "2027年1月4日 17:30", "4 Jan 2027 17:30"),
        ] {
            assert_eq!(say(at(moment), now, Lang::Zh), zh);
            assert_eq!(say(at(moment), now, Lang::En), en);
        }
    }

    #[test]
    fn a_clock_counts_in_hours_and_minutes() {
        for (seconds, zh, en) in [
            (-5, "不到1分钟", "under a minute"),
            (59, "不到1分钟", "under a minute"),
            (60, "1分钟", "1 min"),
            (3599, "59分钟", "59 min"),
            (7200, "2小时", "2 h"),
            (7500, "2小时5分", "2 h 5 min"),
            (90_000, "25小时", "25 h"),
        ] {
            let time = TimeDelta::seconds(seconds);
            assert_eq!(
                (lasting(time, Lang::Zh), lasting(time, Lang::En)),
                (zh.into(), en.into())
            );
        }
    }

    #[test]
    fn limits_are_written_one_way() {
        for text in ["10m", "24h", "30d", "5wd"] {
            assert_eq!(text.parse::<Limit>().unwrap().to_string(), text);
        }
        for wrong in ["", "5", "wd", "0h", "5x", "-1d", "99999999999d"] {
            assert!(wrong.parse::<Limit>().is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_working_day_limit_ends_on_a_working_day_at_closing(hours in 0..60_000i64, days in 1..30u32) {
            let calendar = House::dongguan().calendar;
            let from = at("2024-01-01 00:00") + TimeDelta::hours(hours);
            let due = calendar.after_working_days(from, days);
            prop_assert!(due > from);
            prop_assert!(calendar.works(local(due).date()));
            prop_assert_eq!(local(due).time(), calendar.closes);
        }

        #[test]
        fn who_files_later_is_not_due_earlier(hours in 0..60_000i64, more in 0..500i64, days in 1..30u32) {
            let calendar = House::dongguan().calendar;
            let from = at("2024-01-01 00:00") + TimeDelta::hours(hours);
            let later = from + TimeDelta::hours(more);
            prop_assert!(calendar.after_working_days(later, days) >= calendar.after_working_days(from, days));
        }
    }
}
