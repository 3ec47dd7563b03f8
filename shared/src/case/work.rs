//! How far the work on a case has come: which step it is at, what was quoted, what came out.

use serde::{Deserialize, Serialize};

use super::{Change, Stand, Status};
use crate::money::Fen;
use crate::service::{Ends, Owner, Service, Step};
use crate::water::Deviation;

/// How far the work on a case has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Work {
    /// Key of the step that is being worked on, while one is; without it the work is at its first step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// What was quoted or charged last, in fen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(value_type = Option<i64>, example = 120_000))]
    pub quote: Option<Fen>,
    /// Key of what came out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// By how much the meter was found to be wrong, in hundredths of a percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "server", schema(value_type = Option<i32>, example = 520))]
    pub deviation: Option<Deviation>,
}

impl Work {
    /// Whether nothing is known of it.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// What whoever is not to hear of money or results may know of it.
    #[must_use]
    pub fn plain(&self) -> Self {
        Self {
            stage: self.stage.clone(),
            ..Self::default()
        }
    }

    /// The steps of the service that the case goes, or still may go: what hangs on an outcome that did not come out is
    /// left out, and so is the payment of nothing.
    pub fn way(&self, service: Service) -> impl Iterator<Item = &'static Step> {
        service.steps().iter().filter(|step| self.goes(step))
    }

    fn goes(&self, step: &Step) -> bool {
        let came_out = match (step.only, &self.outcome) {
            (Some(only), Some(outcome)) => only == outcome,
            _ => true,
        };
        let free = step.pays() && self.quote.is_some_and(|quote| !quote.owed());
        came_out && !free
    }

    /// The step at which a case in this status stands; none once it has ended.
    pub fn at(&self, service: Service, status: Status) -> Option<&'static Step> {
        let ends = |of: fn(Ends) -> bool| service.steps().iter().find(|step| of(step.ends));
        match status {
            Status::Confirming => ends(|ends| matches!(ends, Ends::Confirmed)),
            Status::Filed | Status::Taken | Status::SentBack => ends(|ends| matches!(ends, Ends::Checked)),
            Status::Dispatched | Status::Paying => {
                let named = self.stage.as_deref().and_then(|key| service.step(key));
                named.or_else(|| service.first_work())
            }
            Status::Reopened => service.steps().last(),
            Status::Finished | Status::Rejected | Status::Withdrawn => None,
        }
    }

    /// The steps of work from the first to before the one that is on.
    fn behind(&self, service: Service) -> Vec<&'static Step> {
        let here = self.at(service, Status::Dispatched).map(|step| step.key);
        self.way(service)
            .filter(|step| step.works())
            .take_while(|step| Some(step.key) != here)
            .collect()
    }

    /// The step of work after the one that is on; none where that is the last.
    pub fn next(&self, service: Service) -> Option<&'static Step> {
        let here = self.at(service, Status::Dispatched).map(|step| step.key);
        self.way(service).skip_while(|step| Some(step.key) != here).nth(1)
    }

    /// The steps that can be done again: those of the house since something was paid.
    pub fn again(&self, service: Service) -> Vec<&'static Step> {
        let mut behind: Vec<_> = self
            .behind(service)
            .into_iter()
            .rev()
            .take_while(|step| !step.pays())
            .collect();
        behind.reverse();
        behind
    }

    /// The work once it is at a step that comes earlier: what was found from there on does not hold any more.
    pub(super) fn back_at(&self, service: Service, key: &str) -> Self {
        let mut work = self.clone();
        let undone = self.behind(service);
        for step in undone.iter().skip_while(|step| step.key != key) {
            match step.ends {
                Ends::Quote => work.quote = None,
                Ends::Outcome(_) => (work.quote, work.outcome, work.deviation) = (None, None, None),
                Ends::Confirmed | Ends::Checked | Ends::Done | Ends::Payment { .. } => {}
            }
        }
        work.stage = Some(key.to_owned());
        work
    }
}

impl Stand {
    /// The step that the case is at; none once it has ended.
    pub fn step(&self) -> Option<&'static Step> {
        self.work.at(self.service, self.status)
    }

    /// Who has it; nobody once it has ended.
    pub fn owner(&self) -> Option<Owner> {
        self.service.owner(self.status, self.step())
    }

    /// The step at which work begins: the first; where it had been finished before, the last, which was not done well.
    pub fn begins(&self) -> Option<&'static Step> {
        match self.finished {
            Some(_) => self.service.steps().last(),
            None => self.service.first_work(),
        }
    }

    /// The steps of the way that a change ends, in their order. What is finished again was ended before.
    pub fn ended(&self, change: &Change) -> Vec<&'static Step> {
        let finishes = change.status == Status::Finished;
        if finishes && self.finished.is_some() {
            return Vec::new();
        }
        let way: Vec<_> = self.work.way(self.service).collect();
        let place = |step: Option<&Step>| way.iter().position(|one| Some(one.key) == step.map(|step| step.key));
        let onto = change.work.at(self.service, change.status);
        let end = if finishes { Some(way.len()) } else { place(onto) };
        match (place(self.step()), end) {
            (Some(begin), Some(end)) => way.get(begin..end).unwrap_or_default().to_vec(),
            _ => Vec::new(),
        }
    }

    /// The step to which an advance leads: from the desk the one at which work begins, else the one after that which is on.
    pub fn follows(&self) -> Option<&'static Step> {
        match self.status {
            Status::Taken => self.begins(),
            _ => self.work.next(self.service),
        }
    }

    /// Whether it lies with the unit that it was passed to: as long as crews have it, and at its first step.
    pub fn lies_with_unit(&self) -> bool {
        lies_with_unit(self.service, self.status, self.step())
    }

    /// Whether the step that is on only carries out what somebody outside has answered: it comes right after theirs.
    pub fn follows_from_outside(&self) -> bool {
        let before = self.work.behind(self.service).pop();
        let outside = |step: &Step| matches!(step.owner, Owner::Outside(_)) && matches!(step.ends, Ends::Done);
        self.status == Status::Dispatched && before.is_some_and(outside)
    }

    /// How many materials stand in the way of going on, unchecked and refused; none where nothing does.
    pub fn open_materials(&self) -> Option<(usize, usize)> {
        let papers = !self.service.facts().work_order && self.status == Status::Taken;
        (papers && self.unchecked + self.refused > 0).then_some((self.unchecked, self.refused))
    }
}

pub(super) fn lies_with_unit(service: Service, status: Status, step: Option<&Step>) -> bool {
    let first = service.first_work().map(|step| step.key);
    let with_unit = |step: &Step| step.by_crew() || Some(step.key) == first;
    status == Status::Dispatched && step.is_none_or(with_unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys<'a>(steps: impl IntoIterator<Item = &'a Step>) -> Vec<&'a str> {
        steps.into_iter().map(|step| step.key).collect()
    }

    fn work(stage: &str, quote: Option<i64>, outcome: Option<&str>) -> Work {
        Work {
            stage: Some(stage.into()),
            quote: quote.map(Fen),
            outcome: outcome.map(str::to_owned),
            deviation: None,
        }
    }

    #[test]
    fn what_came_out_decides_the_way() {
        let way = |work: Work| keys(work.way(Service::Test));
        let open = ["check", "remove", "laboratory", "pay", "rebill", "refit"];
        assert_eq!(way(Work::default()), open);
        assert_eq!(
            way(work("pay", Some(8000), Some("within"))),
            ["check", "remove", "laboratory", "pay", "refit"]
        );
        assert_eq!(
            way(work("rebill", None, Some("outside"))),
            ["check", "remove", "laboratory", "rebill", "refit"]
        );
    }

    #[test]
    fn nothing_is_not_paid() {
        let next = |quote| work("quote", quote, None).next(Service::Move).map(|step| step.key);
        assert_eq!(next(Some(120_000)), Some("pay"));
        assert_eq!(next(Some(0)), Some("work"));
        assert_eq!(
            work("work", Some(0), None).next(Service::Move).map(|step| step.key),
            None
        );
    }

    #[test]
    fn what_was_paid_is_not_gone_back_behind() {
        let again = |stage| keys(work(stage, Some(120_000), None).again(Service::Split));
        assert_eq!(again("survey"), [""; 0]);
        assert_eq!(again("quote"), ["survey"]);
        assert_eq!(again("pay"), ["survey", "quote"]);
        assert_eq!(again("work"), [""; 0]);
    }

    #[test]
    fn going_back_forgets_what_was_found() {
        let back = work("pay", Some(120_000), None).back_at(Service::Split, "survey");
        assert_eq!(back, work("survey", None, None));
        let back = work("rebill", None, Some("outside")).back_at(Service::Test, "laboratory");
        assert_eq!(back, work("laboratory", None, None));
    }

    #[test]
    fn a_case_from_before_there_were_steps_is_at_the_first() {
        let at = |service| Work::default().at(service, Status::Dispatched).unwrap().key;
        assert_eq!(at(Service::Leak), "repair");
        assert_eq!(at(Service::Trans), "sign");
    }
}
