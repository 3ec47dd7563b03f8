//! One clock of an order.

use serde::{Deserialize, Serialize};

use super::{Clock, Level};
use crate::time::{Calendar, Limit, Moment, local, moment, today};

/// One clock of an order: from when to when it runs, and who has been told that it runs out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Hand {
    /// What is counted.
    pub clock: Clock,
    /// How long it may take.
    #[cfg_attr(feature = "server", schema(value_type = String, example = "24h"))]
    pub limit: Limit,
    /// From when, moved on by the time in which it stood still.
    #[cfg_attr(feature = "server", schema(value_type = String))]
    pub from: Moment,
    /// Until when.
    #[cfg_attr(feature = "server", schema(value_type = String))]
    pub due: Moment,
    /// When it happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(value_type = Option<String>))]
    pub stopped: Option<Moment>,
    /// Who was told last that it runs out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rung: Option<Level>,
}

impl Hand {
    /// A clock that starts.
    pub fn start(clock: Clock, limit: Limit, from: Moment, calendar: &Calendar) -> Self {
        Self {
            clock,
            limit,
            from,
            due: limit.due(from, calendar),
            stopped: None,
            rung: None,
        }
    }

    /// Whether it was stopped in time; none while it runs.
    pub fn kept(&self) -> Option<bool> {
        self.stopped.map(|stopped| stopped <= self.due)
    }

    /// It has happened.
    pub(super) fn stop(&mut self, now: Moment) {
        self.stopped.get_or_insert(now);
    }

    /// It goes on after it has stood still since `paused`: what was left then is left now, in working days where it counts
    /// working days. What was late then stays as late as it was.
    pub(super) fn go_on(&mut self, paused: Moment, now: Moment, calendar: &Calendar) {
        if self.stopped.is_some() || now <= paused || self.due <= paused {
            return;
        }
        let stood = now - paused;
        self.due = match self.limit {
            Limit::WorkingDays(_) => match calendar.working_days_between(today(paused), today(self.due)) {
                // Its last day: it ends on the day on which it goes on, or the next that is worked.
                0 => calendar.closing_from(now),
                left => calendar.after_working_days(now, left),
            },
            _ => self.due + stood,
        };
        self.from += stood;
    }

    /// When it rings at so many hundredths of its time. What counts working days rings while the house works.
    pub(super) fn at(&self, percent: u32, calendar: &Calendar) -> Moment {
        let length = (self.due - self.from).num_seconds();
        let at = self.from + chrono::TimeDelta::seconds(length * i64::from(percent) / 100);
        match self.limit {
            Limit::WorkingDays(_) => calendar.working_from(at),
            _ => at,
        }
    }
}

impl Calendar {
    /// Working days after `from` up to and with `to`.
    fn working_days_between(&self, from: crate::time::Date, to: crate::time::Date) -> u32 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        u32::try_from(days.filter(|day| self.works(*day)).count()).unwrap_or(u32::MAX)
    }

    /// The close of the working day that `from` falls on, or of the next.
    fn closing_from(&self, from: Moment) -> Moment {
        let day = local(self.working_from(from)).date();
        moment(day.and_time(self.closes))
    }

    /// `at`, where the house works then, else when it next opens.
    fn working_from(&self, at: Moment) -> Moment {
        let there = local(at);
        let open = self.works(there.date());
        if open && (self.opens..=self.closes).contains(&there.time()) {
            return at;
        }
        let later = usize::from(!open || there.time() > self.closes);
        let days = there.date().iter_days().skip(later);
        let next = days.into_iter().find(|day| self.works(*day));
        next.map_or(at, |day| moment(day.and_time(self.opens)))
    }
}
