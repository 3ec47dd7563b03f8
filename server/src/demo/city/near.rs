//! What a visitor of the demo city is to find: a leak that is late and was urged, one near by that others have too, and
//! where water is off.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use shuiting_shared::api::NewCase;
use shuiting_shared::case::Action;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::outage::{Outage, OutageKind};
use shuiting_shared::service::Service;

use super::life::{City, Done, nobody};
use crate::clock::Clock as _;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{case, ids, outage};

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

    /// One outage under way and one that is planned.
    pub(super) fn outages(&self, conn: &mut Conn) -> Done {
        let dispatcher = self.people.staff("dispatcher")?;
        self.clock.set(self.now - TimeDelta::hours(2));
        let burst = Outage {
            kind: OutageKind::Unplanned,
            town: "guancheng".into(),
            area: "东纵路(运河东路至体育路)".into(),
            streets: vec!["东纵路".into()],
            reason: "主管道破裂,正在抢修".into(),
            starts: self.now - TimeDelta::hours(2),
            ends: self.now + TimeDelta::hours(4),
        };
        let planned = Outage {
            kind: OutageKind::Planned,
            town: "nancheng".into(),
            area: "元美路、鸿福西路一带".into(),
            streets: vec!["元美路".into(), "鸿福西路".into()],
            reason: "更换阀门".into(),
            starts: self.now + TimeDelta::hours(26),
            ends: self.now + TimeDelta::hours(32),
        };
        for notice in [burst, planned] {
            outage::post(self.app, conn, dispatcher, notice)?;
        }
        Ok(())
    }
}
