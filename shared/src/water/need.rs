//! What a service needs of the water account that it is filed on, and what stands in the way.

use chrono::{Datelike as _, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Account, Arrears, Obstacle, Period, WaterState};
use crate::form::{Counts, FieldFlaw, Flaw};
use crate::service::Service;
use crate::time::say_day;
use crate::words::Lang;

/// Suspensions that begin in one calendar year (S).
const SUSPENSIONS: usize = 2;
/// The material and the question of a reading.
const READING: &str = "reading";

/// What a service needs. It is data of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Every bill is paid, whether it is due or not.
    Settled,
    /// No bill is past its last day.
    NotOverdue,
    /// It is not closed.
    Open,
    /// It is neither closed nor suspended.
    InUse,
    /// It is suspended.
    Suspended,
    /// It is suspended no more than twice in the calendar year.
    TwiceAYear,
    /// The month has no bill yet, and its cut-off is not over.
    BeforeCutOff,
    /// A reading below the last one comes with a photo.
    PhotoOfLower,
}

/// What of an account the needs are held against.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The account.
    pub account: Account,
    /// What is owed on it.
    pub arrears: Arrears,
    /// The month of its latest bill, and what the meter showed then.
    pub last: Option<(Period, u32)>,
    /// The days from which suspensions were asked for that were not refused or taken back.
    pub suspensions: Vec<NaiveDate>,
    /// The last day of the month on which readings are taken.
    pub cut_off: u32,
    /// The day in China.
    pub today: NaiveDate,
}

/// What is told beforehand and stands in nobody's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Advice {
    /// It was suspended for more than a year: a new meter is needed.
    NewMeter {
        /// Since when.
        since: NaiveDate,
    },
}

impl Advice {
    /// What is good to know, as a sentence.
    pub fn say(self, lang: Lang) -> String {
        let Self::NewMeter { since } = self;
        match lang {
            Lang::Zh => format!(
                "从{}停到现在,超过一年了,要换新表。表费我们先报给您,同意了再装",
                say_day(since, lang)
            ),
            Lang::En => format!(
                "Suspended since {}, which is more than a year: a new meter is needed. You hear its price first",
                say_day(since, lang)
            ),
        }
    }
}

impl Standing {
    /// What stands in the way of a service; `from` is the day from which a suspension is asked for, where that is known.
    pub fn obstacles(&self, service: Service, from: Option<NaiveDate>) -> Vec<Obstacle> {
        let needs = service.facts().needs.iter();
        let mut found: Vec<_> = needs.filter_map(|need| self.lacks(*need, from)).collect();
        // What is closed for good is not mended by anything else.
        if found.contains(&Obstacle::Closed) {
            found.retain(|obstacle| *obstacle == Obstacle::Closed);
        }
        found
    }

    /// What stands in the way of finishing it.
    pub fn hindrances(&self, service: Service) -> Vec<Obstacle> {
        let needs = service.facts().needs_still.iter();
        needs.filter_map(|need| self.lacks(*need, None)).collect()
    }

    fn lacks(&self, need: Need, from: Option<NaiveDate>) -> Option<Obstacle> {
        let state = self.account.state;
        let Arrears {
            owed,
            overdue,
            late_fee,
            ..
        } = self.arrears;
        let closed = (state == WaterState::Closed).then_some(Obstacle::Closed);
        match need {
            Need::Settled => owed.owed().then_some(Obstacle::Owed {
                amount: Some(owed + late_fee),
            }),
            Need::NotOverdue => overdue.owed().then_some(Obstacle::Overdue {
                amount: Some(overdue + late_fee),
            }),
            Need::Open => closed,
            Need::InUse => closed.or((state == WaterState::Suspended).then_some(Obstacle::Suspended)),
            Need::Suspended => closed.or((state == WaterState::Active).then_some(Obstacle::NotSuspended)),
            Need::TwiceAYear => {
                let year = from.unwrap_or(self.today).year();
                let begun = self.suspensions.iter().filter(|day| day.year() == year).count();
                (begun >= SUSPENSIONS).then_some(Obstacle::TwiceThisYear { year })
            }
            Need::BeforeCutOff => {
                let (this, next) = (Period::of(self.today), Period::of(self.today).next());
                let billed = self.last.is_some_and(|(last, _)| last >= this);
                let over = self.today.day() > self.cut_off;
                (billed || over).then_some(Obstacle::CycleOver { from: next.first_day() })
            }
            Need::PhotoOfLower => None,
        }
    }

    /// What is told beforehand.
    pub fn advice(&self, service: Service) -> Option<Advice> {
        let needs = service.facts().needs;
        let since = self
            .account
            .suspended_from
            .filter(|_| needs.contains(&Need::Suspended))?;
        let year = since.checked_add_months(Months::new(12))?;
        (year < self.today).then_some(Advice::NewMeter { since })
    }
}

/// What is wrong with a reading below the last one that comes without a photo. `last` is the last one, where it is known,
/// and `tell` whether whoever files may hear it.
pub fn lower_reading(
    service: Service,
    reading: Option<&str>,
    photos: &Counts<'_>,
    last: Option<u32>,
    tell: bool,
) -> Option<FieldFlaw> {
    let (last, reading) = (last?, reading?.trim().parse::<u32>().ok()?);
    let asked = service.facts().needs.contains(&Need::PhotoOfLower);
    let shown = photos.get(READING).is_some_and(|count| *count > 0);
    let last_told = tell.then_some(last);
    (asked && !shown && reading < last).then(|| FieldFlaw::material(READING, Flaw::LowerReading { last: last_told }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::money::Fen;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn standing() -> Standing {
        Standing {
            account: Account::sample(),
            arrears: Arrears::default(),
            last: Some((Period::of(day("2026-10-01")), 120)),
            suspensions: Vec::new(),
            cut_off: 28,
            today: day("2026-11-24"),
        }
    }

    fn owing(overdue: i64) -> Standing {
        Standing {
            arrears: Arrears {
                owed: Fen(10_800),
                overdue: Fen(overdue),
                late_fee: if overdue > 0 { Fen(81) } else { Fen::ZERO },
                due: None,
            },
            ..standing()
        }
    }

    #[test]
    fn a_transfer_waits_until_all_is_paid_and_a_household_until_nothing_is_late() {
        let owed = |amount| {
            [Obstacle::Owed {
                amount: Some(Fen(amount)),
            }]
        };
        assert_eq!(owing(0).obstacles(Service::Trans, None), owed(10_800));
        assert_eq!(owing(5400).obstacles(Service::Close, None), owed(10_881));
        assert_eq!(owing(0).obstacles(Service::Pop, None), []);
        let overdue = [Obstacle::Overdue {
            amount: Some(Fen(5481)),
        }];
        assert_eq!(owing(5400).obstacles(Service::Pop, None), overdue);
        assert_eq!(owing(5400).obstacles(Service::Arrear, None), overdue);
        assert_eq!(standing().obstacles(Service::Trans, None), []);
        assert_eq!(owing(0).hindrances(Service::Trans), owed(10_800));
        assert_eq!(owing(0).hindrances(Service::Susp), [], "its meter is out by then");
    }

    #[test]
    fn a_third_suspension_in_one_year_is_refused() {
        let twice = Standing {
            suspensions: vec![day("2026-02-01"), day("2026-07-01")],
            ..standing()
        };
        let refused = [Obstacle::TwiceThisYear { year: 2026 }];
        assert_eq!(twice.obstacles(Service::Susp, None), refused);
        assert_eq!(twice.obstacles(Service::Susp, Some(day("2026-12-31"))), refused);
        assert_eq!(twice.obstacles(Service::Susp, Some(day("2027-01-01"))), []);
        let once = Standing {
            suspensions: vec![day("2025-12-31"), day("2026-07-01")],
            ..standing()
        };
        assert_eq!(once.obstacles(Service::Susp, None), []);
    }

    #[test]
    fn what_is_suspended_is_resumed_first_and_after_a_year_needs_a_new_meter() {
        let since = |text: &str| Standing {
            account: Account {
                state: WaterState::Suspended,
                suspended_from: Some(day(text)),
                ..Account::sample()
            },
            ..standing()
        };
        let suspended = since("2025-11-23");
        assert_eq!(suspended.obstacles(Service::Read, None), [Obstacle::Suspended]);
        assert_eq!(suspended.obstacles(Service::Resume, None), []);
        let new_meter = Advice::NewMeter {
            since: day("2025-11-23"),
        };
        assert_eq!(suspended.advice(Service::Resume), Some(new_meter));
        assert_eq!(since("2025-11-24").advice(Service::Resume), None, "a year is kept");
        assert_eq!(suspended.advice(Service::Info), None);
        assert_eq!(standing().obstacles(Service::Resume, None), [Obstacle::NotSuspended]);
    }

    #[test]
    fn a_reading_comes_before_the_cut_off_and_before_the_bill() {
        let over = [Obstacle::CycleOver {
            from: day("2026-12-01"),
        }];
        let late = Standing {
            today: day("2026-11-29"),
            ..standing()
        };
        let billed = Standing {
            last: Some((Period::of(day("2026-11-01")), 140)),
            ..standing()
        };
        assert_eq!(standing().obstacles(Service::Read, None), []);
        assert_eq!(late.obstacles(Service::Read, None), over);
        assert_eq!(billed.obstacles(Service::Read, None), over);
    }

    #[test]
    fn a_lower_reading_asks_for_a_photo() {
        let flaw = |service, reading, photos: usize, tell| {
            let photos: Counts<'_> = [("reading", photos)].into_iter().collect();
            lower_reading(service, Some(reading), &photos, Some(120), tell).map(|flaw| (flaw.field, flaw.flaw))
        };
        let asked = |last| Some(("materials.reading".to_owned(), Flaw::LowerReading { last }));
        assert_eq!(flaw(Service::Read, "119", 0, true), asked(Some(120)));
        assert_eq!(flaw(Service::Read, "119", 0, false), asked(None));
        assert_eq!(flaw(Service::Read, "119", 1, true), None);
        assert_eq!(flaw(Service::Read, "120", 0, true), None);
        assert_eq!(
            flaw(Service::Trans, "119", 0, true),
            None,
            "its photo is asked for always"
        );
    }

    proptest! {
        /// Whoever is told what is in the way has that in the way, and one obstacle of a kind.
        #[test]
        fn nothing_is_in_the_way_twice(
            service in prop::sample::select(Service::ALL),
            state in prop::sample::select(WaterState::ALL),
            owed in 0..1000_i64,
            overdue in 0..1000_i64,
            ahead in 0..400_u64,
        ) {
            let mut standing = owing(0);
            standing.account.state = state;
            standing.arrears.owed = Fen(owed + overdue);
            standing.arrears.overdue = Fen(overdue);
            standing.today = standing.today + chrono::Days::new(ahead);
            let found = standing.obstacles(service, None);
            let codes: std::collections::BTreeSet<_> = found.iter().map(|obstacle| obstacle.code()).collect();
            prop_assert_eq!(codes.len(), found.len());
            prop_assert!(service.facts().needs.len() >= found.len());
            prop_assert!(!found.contains(&Obstacle::Closed) || found.len() == 1);
        }
    }
}
