//! Cases that go a long way: one at each kind of step, and some that came to their end.

use chrono::{Days, TimeDelta};
use rand::rngs::StdRng;
use shuiting_shared::api::NewCase;
use shuiting_shared::case::Action;
use shuiting_shared::form::{Answers, Form};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::service::Service;
use shuiting_shared::time::{Date, today};

use super::life::{City, Done, nobody};
use super::people::{Neighbour, address};
use super::water::number_of;
use crate::clock::Clock as _;
use crate::db::Conn;
use crate::demo::walk;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{case, ids};

/// Each case: how many hours ago it was filed, and the step where it stands now; none where it is finished.
const WAYS: [(Service, i64, Option<&str>); 19] = [
    (Service::Move, 30, Some("survey")),
    (Service::Move, 50, Some("quote")),
    (Service::Move, 74, Some("pay")),
    (Service::Move, 100, Some("work")),
    (Service::Move, 700, None),
    (Service::Split, 52, Some("survey")),
    (Service::Split, 96, Some("pay")),
    (Service::Split, 190, Some("work")),
    (Service::Test, 26, Some("remove")),
    (Service::Test, 60, Some("laboratory")),
    (Service::Test, 80, Some("pay")),
    (Service::Test, 600, None),
    (Service::Qual, 5, Some("sample")),
    (Service::Qual, 98, Some("laboratory")),
    (Service::Qual, 500, None),
    (Service::Temp, 28, Some("deposit")),
    (Service::Temp, 54, Some("pay")),
    (Service::Temp, 76, Some("install")),
    (Service::Debit, 29, Some("bank")),
];

/// Cases that are filed here.
pub(super) const CASES: usize = WAYS.len();

/// So much time passes between two acts.
const PAUSE: TimeDelta = TimeDelta::minutes(40);

impl City<'_> {
    /// Lets each of them happen.
    pub(super) fn long_ways(&self, conn: &mut Conn, rng: &mut StdRng) -> Done {
        let filers = self.people.residents.iter().cycle().skip(2);
        for ((service, hours, until), filer) in WAYS.into_iter().zip(filers) {
            self.clock.set(self.now - TimeDelta::hours(hours));
            let number = self.begins(conn, rng, service, filer)?;
            self.goes_on(conn, number, until)?;
        }
        Ok(())
    }

    fn begins(
        &self,
        conn: &mut Conn,
        rng: &mut StdRng,
        service: Service,
        filer: &Neighbour,
    ) -> Result<CaseNumber, Failure> {
        let form = service.form().ok_or_else(nobody)?;
        let answers = self.all_answers(rng, form, filer);
        let materials = self.materials(conn, rng, service, &answers, &filer.caller)?;
        let new = NewCase {
            service,
            answers,
            materials,
            event: None,
        };
        let key = ids::new(self.clock.now());
        Ok(case::file(self.app, conn, &filer.caller, &key, &new)?.answer()?.number)
    }

    /// The answers to what this form asks, out of those to all forms.
    fn all_answers(&self, rng: &mut StdRng, form: &Form, filer: &Neighbour) -> Answers {
        let house = &self.app.house;
        let today = today(self.clock.now());
        let later = |days| today.checked_add_days(Days::new(days)).unwrap_or(today);
        let written = |day: Date| day.to_string();
        let slots = house.visits.offered(&house.calendar, today);
        let slot = slots.first().map(|(slot, _)| slot.to_string());
        let mut answers: Answers = [
            ("applicant", "person"),
            ("town", "nancheng"),
            ("property", "certificate"),
            ("change", "place"),
            ("meter", "15"),
            ("building", "3栋"),
            ("list", "101 张三\n102 李四\n201 王五"),
            ("meter_number", "DN15-204418"),
            ("symptom", "colour"),
            ("purpose", "greening"),
            ("payer", "owner"),
            ("bank", "icbc"),
            ("card", "6200000000000005"),
        ]
        .into_iter()
        .collect();
        answers.set("account", number_of(filer));
        answers.set("address", address(rng));
        answers.set("name", filer.name.clone());
        answers.set("id_number", filer.id_number.clone());
        answers.set("phone", filer.phone.clone());
        answers.set("from", written(later(3)));
        answers.set("to", written(later(33)));
        answers.set("slot", slot.unwrap_or_default());
        answers.set("words", words_of(form.service));
        let all = answers.clone();
        let asked = |key: &str| form.field(key).is_some_and(|field| field.asked.holds(&all));
        answers.0.retain(|key, _| asked(key));
        answers
    }

    /// Ends one step after the other until the case is where it is to stand.
    fn goes_on(&self, conn: &mut Conn, number: CaseNumber, until: Option<&str>) -> Done {
        let clerk = self.people.staff("clerk")?;
        loop {
            let case = case::look(self.app, conn, clerk, number)?;
            let (service, work) = (case.line.service, &case.line.work);
            let Some(step) = work.at(service, case.line.status) else {
                return Ok(());
            };
            if until == Some(step.key) {
                return Ok(());
            }
            let who = self.people.staff(walk::who(step).code())?;
            for action in walk::ends(&self.app.house, &case, step) {
                self.later(conn, who, number, action)?;
            }
        }
    }

    /// Acts a while later, but never in the future.
    fn later(&self, conn: &mut Conn, who: &Caller, number: CaseNumber, action: Action) -> Done {
        let then = self.clock.now() + PAUSE;
        self.clock.set(then.min(self.now - TimeDelta::seconds(1)));
        self.acts(conn, who, number, action)
    }
}

/// What somebody says who asks for it.
const fn words_of(service: Service) -> &'static str {
    match service {
        Service::Move => "从厨房移到门口水表井",
        Service::Test => "关了水龙头表还在走",
        Service::Qual => "每天早上刚打开时发黄,放一会就清了",
        _ => "",
    }
}
