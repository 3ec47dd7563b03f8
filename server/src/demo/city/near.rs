//! What a visitor of the demo city is to find: a leak that is late and was urged, one near by that others have too, and
//! where water is off.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use shuiting_shared::api::{NewCase, OutageView};
use shuiting_shared::case::Action;
use shuiting_shared::delivery::{Delivery, Stop};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::outage::{Area, Outage, OutageKind};
use shuiting_shared::service::Service;

use super::life::{City, Done, nobody};
use crate::clock::Clock as _;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{case, delivery, ids, outage};

/// Cases that are filed here.
pub(super) const CASES: usize = 2;

impl City<'_> {
    /// A leak on Tiyu Road that was to be mended yesterday; its filer has urged it once, a day ago.
    pub(super) fn late_leak(&self, conn: &mut Conn) -> Done {
        let filer = self.people.residents.first().ok_or_else(nobody)?;
        let answers = [
            ("severity", "flow"),
            ("side", "before"),
            ("town", "nancheng"),
            ("address", "体育路18号门口"),
            ("phone", &filer.phone),
            ("name", &filer.name),
        ];
        self.clock.set(self.now - TimeDelta::hours(60));
        let number = self.reports(conn, &filer.caller, &answers)?;
        let dispatcher = self.people.staff("dispatcher")?;
        self.clock.set(self.now - TimeDelta::hours(59));
        self.acts(conn, dispatcher, number, Action::Take)?;
        let unit = "branch-nancheng".to_owned();
        let words = String::new();
        self.acts(conn, dispatcher, number, Action::Dispatch { unit, words })?;
        self.clock.set(self.now - TimeDelta::hours(30));
        self.acts(conn, &filer.caller, number, Action::Urge)
    }

    /// A leak on Hongfu Road that was reported half an hour ago.
    pub(super) fn leak_near(&self, conn: &mut Conn) -> Done {
        let filer = self.people.residents.get(1).ok_or_else(nobody)?;
        let answers = [
            ("severity", "flow"),
            ("side", "before"),
            ("town", "nancheng"),
            ("address", "鸿福路102号公交站旁"),
            ("point", "23.01980,113.74890"),
            ("phone", &filer.phone),
        ];
        self.clock.set(self.now - TimeDelta::minutes(30));
        self.reports(conn, &filer.caller, &answers).map(drop)
    }

    fn reports(&self, conn: &mut Conn, filer: &Caller, answers: &[(&str, &str)]) -> Result<CaseNumber, Failure> {
        let new = NewCase {
            service: Service::Leak,
            answers: answers.iter().copied().collect(),
            materials: BTreeMap::new(),
            event: None,
        };
        let key = ids::new(self.clock.now());
        Ok(case::file(self.app, conn, filer, &key, &new)?.answer()?.number)
    }

    /// One outage under way, to which trucks bring water, one that is planned, one that is a draft, and one that is over.
    pub(super) fn outages(&self, conn: &mut Conn) -> Done {
        let dispatcher = self.people.staff("dispatcher")?;
        let hours = |hours: i64| self.now + TimeDelta::hours(hours);
        let notice = |kind, town: &str, streets: &[&str], (from, until): (i64, i64)| Outage {
            kind,
            areas: vec![Area {
                town: town.into(),
                words: format!("{}一带", streets.join("、")),
                streets: streets.iter().map(|street| (*street).to_owned()).collect(),
                ..Area::default()
            }],
            reason: "更换阀门".into(),
            starts: hours(from),
            ends: hours(until),
            points: Vec::new(),
            households: 860,
        };
        let over = notice(OutageKind::Unplanned, "nancheng", &["体育路"], (-30, -25));
        self.clock.set(hours(-30));
        let over = self.posts(conn, dispatcher, over)?;
        self.clock.set(hours(-26));
        outage::end(self.app, conn, dispatcher, &over.id, over.version)?;
        self.clock.set(hours(-2));
        let burst = Outage {
            reason: "主管道破裂,正在抢修".into(),
            points: vec!["莞城文化广场东门".into()],
            ..notice(OutageKind::Unplanned, "guancheng", &["东纵路"], (-2, 4))
        };
        let burst = self.posts(conn, dispatcher, burst)?;
        let stop = |place: &str, from: i64| Stop {
            town: "guancheng".into(),
            place: place.into(),
            point: None,
            from: hours(from),
            until: hours(from + 1),
        };
        let truck = Delivery {
            truck: "粤S12345".into(),
            litres: 8000,
            unit: "branch-guancheng".into(),
            stops: vec![stop("东纵路社区公园北门", 1), stop("运河东路市场门口", 2)],
        };
        delivery::plan(self.app, conn, dispatcher, &burst.id, truck)?;
        let planned = notice(OutageKind::Planned, "nancheng", &["元美路", "鸿福西路"], (26, 32));
        self.posts(conn, dispatcher, planned)?;
        let draft = notice(OutageKind::Planned, "humen", &["太沙路"], (80, 110));
        outage::draft(self.app, conn, dispatcher, draft).map(drop)
    }

    fn posts(&self, conn: &mut Conn, dispatcher: &Caller, notice: Outage) -> Result<OutageView, Failure> {
        let draft = outage::draft(self.app, conn, dispatcher, notice)?;
        outage::post(self.app, conn, dispatcher, &draft.id, draft.version)
    }
}
