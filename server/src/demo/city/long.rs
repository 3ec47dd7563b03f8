//! Cases that go a long way: one at each kind of step, and some that came to their end.

use chrono::{Days, TimeDelta};
use rand::rngs::StdRng;
use shuiting_shared::api::{CaseView, NewCase};
use shuiting_shared::case::{Action, Status, Verdict};
use shuiting_shared::form::{Answers, Form};
use shuiting_shared::money::Fen;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::service::{Ends, Owner, Service, Step};
use shuiting_shared::time::{Date, today};

use super::life::{City, Done, nobody};
use super::people::{Neighbour, address};
use super::water::number_of;
use crate::clock::Clock as _;
use crate::db::Conn;
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
            let who = match step.owner {
                Owner::Staff(role) => self.people.staff(role.code())?,
                // The counter takes money and enters what those outside say.
                _ => clerk,
            };
            for action in self.ends(&case, step) {
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

    /// What ends a step.
    fn ends(&self, case: &CaseView, step: &Step) -> Vec<Action> {
        let service = case.line.service;
        let words = done(step.key).to_owned();
        match step.ends {
            Ends::Checked if case.line.status == Status::Filed => vec![Action::Take],
            Ends::Confirmed | Ends::Checked => {
                let accepted = |material: String| Action::Check {
                    material,
                    verdict: Verdict::Accepted,
                };
                let ticks = case.materials.iter().map(|material| accepted(material.key.clone()));
                let by_crew = service.first_work().is_some_and(Step::by_crew);
                ticks.chain([self.passed_on(case, by_crew)]).collect()
            }
            Ends::Quote => vec![Action::Quote {
                amount: price(service),
                words: "含材料、人工和恢复路面".to_owned(),
            }],
            Ends::Payment { .. } => vec![Action::Paid {
                amount: case.line.work.quote.unwrap_or_default(),
                receipt: "D20260001".to_owned(),
            }],
            Ends::Outcome(outcomes) => outcomes
                .first()
                .map(|outcome| Action::Conclude {
                    outcome: outcome.key.to_owned(),
                    amount: outcome.charges.then_some(Fen(8000)),
                    deviation: None,
                    words: "各项数值见报告".to_owned(),
                })
                .into_iter()
                .collect(),
            Ends::Done if case.line.work.next(service).is_some() => vec![Action::Advance {
                words,
                photos: Vec::new(),
            }],
            Ends::Done => vec![Action::Finish {
                result: words,
                before: Vec::new(),
                after: Vec::new(),
            }],
        }
    }

    /// From the desk to the branch of the town, or to the desk's own next step.
    fn passed_on(&self, case: &CaseView, by_crew: bool) -> Action {
        let branch = case
            .line
            .town
            .as_deref()
            .and_then(|town| self.app.house.branch_of(town));
        match branch.filter(|_| by_crew) {
            Some(branch) => Action::Dispatch {
                unit: branch.code.clone(),
                words: String::new(),
            },
            None => Action::Advance {
                words: String::new(),
                photos: Vec::new(),
            },
        }
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

fn price(service: Service) -> Fen {
    match service {
        Service::Split => Fen(860_000),
        Service::Temp => Fen(50_000),
        _ => Fen(120_000),
    }
}

/// What was done in a step.
fn done(step: &str) -> &'static str {
    match step {
        "survey" => "到现场看过了,管线清楚,可以做",
        "remove" => "水表拆下送检了,先装了备用表",
        "sample" => "水样取好,送到化验室了",
        "work" => "水表移好了,通水正常",
        "refit" => "原来的水表装回去了",
        "report" => "检测报告出来了,各项合格",
        _ => "已办好",
    }
}
