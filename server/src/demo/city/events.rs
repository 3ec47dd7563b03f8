//! A year of community events: some hundred that were held, and those to come.

use chrono::{DateTime, Days, TimeDelta, Utc};
use rand::Rng as _;
use rand::rngs::StdRng;
use rand::seq::{IndexedRandom as _, IteratorRandom as _};
use shuiting_shared::api::{EventCancel, EventVersion, EventView, NewVolunteer};
use shuiting_shared::event::{ActKind, Plan, Shift, Task, Topic, VolunteerKind};
use shuiting_shared::service::Service;
use shuiting_shared::time::{Date, span_of, today};
use shuiting_shared::words::Lang;

use super::life::{City, Done, Fate, nobody};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{event, onsite, volunteer};

/// Events so far, in this year of 120: DOMAIN §1 has about 100.
const HELD: u64 = 100;
/// Turns of volunteers at them (DOMAIN §1).
const TURNS: u64 = 2270;
/// People served at each of them, at least: over 24,000 in all.
const PEOPLE: i32 = 230;
/// At so many, the latest, something was filed: the city remembers no earlier cases.
const FILED: u64 = 12;
/// Cases that are filed here: two at each.
pub(super) const CASES: usize = 24;
/// Days over which they were held.
const DAYS: u64 = 325;
/// Events that are published and still to come.
const COMING: u64 = 8;
/// Events are planned so many days before.
const AHEAD: i64 = 14;

const TITLES: [&str; 6] = [
    "供水服务进社区",
    "便民服务日",
    "节水宣传进校园",
    "水质检测开放日",
    "微网厅手把手教",
    "长者用水服务日",
];
const SPOTS: [&str; 5] = [
    "居委会门前广场",
    "党群服务中心一楼",
    "小区东门",
    "中心公园凉亭",
    "文化站大厅",
];
const WORDS: [&str; 4] = [
    "带上水费单,现场帮您看",
    "可以带一瓶家里的水来测",
    "老人家可以请家人陪着来",
    "",
];

impl City<'_> {
    /// Lets the year happen.
    pub(super) fn events(&self, conn: &mut Conn, rng: &mut StdRng) -> Done {
        let today = today(self.now);
        self.volunteers(conn)?;
        for n in 0..HELD {
            // The oldest first, the latest a few days ago.
            let day = today - Days::new((HELD - n) * DAYS / HELD + 1);
            let held = self.publish(conn, rng, day, None)?;
            self.hold(conn, n, &held)?;
            if n >= HELD - FILED {
                self.file_at(conn, rng, n, &held)?;
            }
        }
        for n in 0..COMING {
            // The first is near, so that the first page has something to tell.
            let town = (n == 0).then_some("nancheng");
            self.publish(conn, rng, today + Days::new(2 + n * 4), town)?;
        }
        let planner = self.people.staff("supervisor")?;
        let rained = self.publish(conn, rng, today + Days::new(5), None)?;
        let cancel = EventCancel {
            version: rained.version,
            reason: "台风预警,改日再办".to_owned(),
        };
        event::cancel(self.app, conn, planner, &rained.id, &cancel)?;
        self.plan(conn, rng, today + Days::new(40), None).map(drop)
    }

    /// Every resident helps at times.
    fn volunteers(&self, conn: &mut Conn) -> Done {
        for (n, resident) in self.people.residents.iter().enumerate() {
            let new = NewVolunteer {
                kind: VolunteerKind::ALL[n % VolunteerKind::ALL.len()],
                name: resident.name.clone(),
            };
            volunteer::sign_up(self.app, conn, &resident.caller, &new)?;
        }
        Ok(())
    }

    /// Those who signed up came: 2,270 turns over all events.
    fn hold(&self, conn: &mut Conn, n: u64, event: &EventView) -> Done {
        let turns = TURNS * (n + 1) / HELD - TURNS * n / HELD;
        let residents = self.people.residents.iter().map(|one| one.caller.resident());
        let accounts = residents
            .map(|resident| Ok(resident?.account.as_str()))
            .collect::<Result<Vec<_>, Failure>>()?;
        let skip = usize::try_from(n * 7).unwrap_or_default() % accounts.len().max(1);
        let turns = usize::try_from(turns).unwrap_or_default();
        let there: Vec<_> = accounts.iter().copied().cycle().skip(skip).take(turns).collect();
        let (first, second) = there.split_at(there.len() / 2);
        let signed = event.plan.starts - TimeDelta::days(2);
        for (shift, accounts) in [first, second].into_iter().enumerate() {
            volunteer::were_there(conn, &event.id, &event.plan, shift, accounts, signed)?;
        }
        let leader = there.first().ok_or_else(nobody)?;
        let people = PEOPLE + i32::try_from(n % 7).unwrap_or_default() * 5;
        let shown = [
            (Service::Bill, 10),
            (Service::Leak, 14),
            (Service::Trans, 22),
            (Service::Disc, 30),
        ];
        let shown = shown.map(|(service, every)| (ActKind::Shown, Some(service), people / every));
        let checked = [
            (ActKind::Pipe, 18),
            (ActKind::Tap, 24),
            (ActKind::Swapped, 6),
            (ActKind::Tested, 15),
        ];
        let checked = checked.map(|(kind, count)| (kind, None, count));
        let served = [(ActKind::Served, None, people)];
        let acts = served.into_iter().chain(shown).chain(checked);
        onsite::were_done(conn, &event.id, leader, acts, event.plan.starts)
    }

    /// What was filed at an event lately: a leak, and what somebody needs.
    fn file_at(&self, conn: &mut Conn, rng: &mut StdRng, n: u64, event: &EventView) -> Done {
        let at = event.plan.starts + TimeDelta::hours(1);
        let need = if n.is_multiple_of(3) {
            Fate::Dispatched
        } else {
            Fate::Rated
        };
        for (service, fate) in [(Service::Leak, Fate::Rated), (Service::Comp, need)] {
            self.live_at(conn, rng, (service, fate), at, Some(&event.id))?;
        }
        Ok(())
    }

    fn publish(&self, conn: &mut Conn, rng: &mut StdRng, day: Date, town: Option<&str>) -> Result<EventView, Failure> {
        let draft = self.plan(conn, rng, day, town)?;
        let at = EventVersion { version: draft.version };
        event::publish(self.app, conn, self.planner(rng)?, &draft.id, &at)
    }

    fn plan(&self, conn: &mut Conn, rng: &mut StdRng, day: Date, town: Option<&str>) -> Result<EventView, Failure> {
        let plan = self.planned(rng, day, town)?;
        // Nothing was planned in the future.
        let at = (plan.starts - TimeDelta::days(AHEAD)).min(self.now - TimeDelta::minutes(5));
        self.clock.set(at);
        event::plan(self.app, conn, self.planner(rng)?, plan)
    }

    fn planner(&self, rng: &mut StdRng) -> Result<&Caller, Failure> {
        self.people
            .staff(["clerk", "clerk2", "supervisor"][rng.random_range(0..3)])
    }

    fn planned(&self, rng: &mut StdRng, day: Date, town: Option<&str>) -> Result<Plan, Failure> {
        let towns = &self.app.house.towns;
        let chosen = town.and_then(|code| self.app.house.town(code));
        let town = chosen.or_else(|| towns.choose(rng)).ok_or_else(nobody)?;
        let community = town
            .communities
            .choose(rng)
            .map_or_else(|| "中心社区".to_owned(), |community| community.name(Lang::Zh));
        let morning = rng.random_bool(0.7);
        let starts = at(day, if morning { 9 } else { 14 });
        let ends = starts + TimeDelta::hours(3);
        let shift = |from, hours, places| Shift {
            starts: from,
            ends: from + TimeDelta::hours(hours),
            places,
        };
        let shifts = vec![shift(starts, 2, 15), shift(starts + TimeDelta::hours(1), 2, 15)];
        let pick =
            |rng: &mut StdRng, from: &[&str]| from.choose(rng).map_or_else(String::new, |text| (*text).to_owned());
        Ok(Plan {
            title: pick(rng, &TITLES),
            town: town.code.clone(),
            community,
            place: pick(rng, &SPOTS),
            starts,
            ends,
            topics: Topic::ALL.iter().copied().choose_multiple(rng, 3),
            tasks: Task::ALL.to_vec(),
            shifts,
            words: pick(rng, &WORDS),
        })
    }
}

/// An hour of a day in China.
fn at(day: Date, hour: i64) -> DateTime<Utc> {
    span_of(day).0 + TimeDelta::hours(hour)
}
