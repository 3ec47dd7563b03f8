//! How a case goes on where nobody is at the desk: what ends the step at which it stands, and who does that. Steps are
//! data, so this knows no service.

use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Role, Status, Verdict};
use shuiting_shared::house::House;
use shuiting_shared::money::Fen;
use shuiting_shared::service::{Ends, Owner, Service, Step};
use shuiting_shared::words::{Bi, bi};

/// Whoever ends a step. The counter takes money and enters what those outside say.
pub(crate) const fn who(step: &Step) -> Role {
    match step.owner {
        Owner::Staff(role) => role,
        _ => Role::Clerk,
    }
}

/// What ends the step at which a case stands, in the order in which it is done.
pub(crate) fn ends(house: &House, case: &CaseView, step: &Step) -> Vec<Action> {
    let service = case.line.service;
    let words = done(step.key).get(case.lang).to_owned();
    match step.ends {
        Ends::Checked if case.line.status == Status::Filed => vec![Action::Take],
        Ends::Confirmed | Ends::Checked => {
            let accepted = |material: String| Action::Check {
                material,
                verdict: Verdict::Accepted,
            };
            let ticks = case.materials.iter().map(|material| accepted(material.key.clone()));
            let by_crew = service.first_work().is_some_and(Step::by_crew);
            ticks.chain([passed_on(house, case, by_crew)]).collect()
        }
        Ends::Quote => vec![Action::Quote {
            amount: price(service),
            words: QUOTED.get(case.lang).to_owned(),
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
                words: CONCLUDED.get(case.lang).to_owned(),
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
            parts: Vec::new(),
        }],
    }
}

/// From the desk to the branch of the town, or to the desk's own next step.
fn passed_on(house: &House, case: &CaseView, by_crew: bool) -> Action {
    let branch = case.line.town.as_deref().and_then(|town| house.branch_of(town));
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

const QUOTED: Bi = bi("含材料、人工和恢复路面", "Material, work and mending the road");
const CONCLUDED: Bi = bi("各项数值见报告", "All values stand in the report");

fn price(service: Service) -> Fen {
    match service {
        Service::Split => Fen(860_000),
        Service::Temp => Fen(50_000),
        _ => Fen(120_000),
    }
}

/// What was done in a step.
fn done(step: &str) -> Bi {
    match step {
        "survey" => bi("到现场看过了,管线清楚,可以做", "We have seen the place: it can be done"),
        "remove" => bi(
            "水表拆下送检了,先装了备用表",
            "The meter is at the laboratory; a spare one is in its place",
        ),
        "sample" => bi("水样取好,送到化验室了", "The sample is at the laboratory"),
        "work" => bi(
            "水表移好了,通水正常",
            "The meter is in its new place and the water runs",
        ),
        "refit" => bi("原来的水表装回去了", "Your own meter is back"),
        "report" => bi("检测报告出来了,各项合格", "The report is there: all is in order"),
        "repair" => bi(
            "更换了一段破裂的水管,通水正常",
            "A broken length of pipe is replaced and the water runs",
        ),
        _ => bi("已办好", "Done"),
    }
}
