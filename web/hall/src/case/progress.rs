//! How far a case has come along the steps of its service.

use shuiting_shared::api::{CaseView, Viewer};
use shuiting_shared::case::{Ask, Item, Status, walked};
use shuiting_shared::service::{Ends, Owner, Step};
use shuiting_shared::time::Moment;
use shuiting_shared::words::{Bi, bi};

/// How a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    Behind,
    Here,
    Ahead,
    /// It hangs on what comes out.
    Maybe,
}

/// A step on the way of a case.
#[derive(Clone, Copy)]
pub(super) struct Mile {
    pub(super) step: &'static Step,
    pub(super) stage: Stage,
    /// When it was done, as far as the timeline tells.
    pub(super) done: Option<Moment>,
}

impl PartialEq for Mile {
    fn eq(&self, other: &Self) -> bool {
        (self.step.key, self.stage, self.done) == (other.step.key, other.stage, other.done)
    }
}

/// The steps of a case; nothing for one that has ended without being done, which has no way to show.
pub(super) fn miles(case: &CaseView) -> Vec<Mile> {
    let line = &case.line;
    let (service, status) = (line.service, line.status);
    if matches!(status, Status::Rejected | Status::Withdrawn) {
        return Vec::new();
    }
    let status = if declined(status, &case.asks) {
        Status::Confirming
    } else {
        status
    };
    let way: Vec<_> = line.work.way(service).collect();
    let here = line.work.at(service, status);
    let at = way
        .iter()
        .position(|step| here.is_some_and(|here| here.key == step.key));
    let at = at.unwrap_or(way.len());
    let events = || case.timeline.iter().map(|entry| (entry.at, &entry.event));
    let mile = |(place, step): (usize, &'static Step)| {
        let stage = match place.cmp(&at) {
            std::cmp::Ordering::Less => Stage::Behind,
            std::cmp::Ordering::Equal => Stage::Here,
            std::cmp::Ordering::Greater if step.only.is_some() && line.work.outcome.is_none() => Stage::Maybe,
            std::cmp::Ordering::Greater => Stage::Ahead,
        };
        let behind = stage == Stage::Behind;
        let done = behind.then(|| walked(service, step.key, events())).flatten();
        Mile { step, stage, done }
    };
    way.into_iter().enumerate().map(mile).collect()
}

/// What the other side declined goes back to them, so it has not got past them.
fn declined(status: Status, asks: &[Ask]) -> bool {
    status == Status::SentBack && asks.iter().any(|ask| ask.item == Item::Field("old_phone".into()))
}

/// Who does a step, as told to whoever looks.
pub(super) fn who(owner: Owner, you: Viewer) -> Bi {
    match (owner, you) {
        (Owner::Filer, Viewer::Filer) | (Owner::Party, Viewer::Party) => bi("您", "You"),
        _ => owner.label(),
    }
}

/// Who has the case now; nobody once it has ended.
pub(super) fn who_now(case: &CaseView) -> Option<Bi> {
    let line = &case.line;
    let step = line.work.at(line.service, line.status);
    Some(who(line.service.owner(line.status, step)?, case.you))
}

/// Whether what is to be paid now may still be declined; nothing where nothing is to be paid.
pub(super) fn declinable(case: &CaseView) -> Option<bool> {
    let line = &case.line;
    let step = line
        .work
        .at(line.service, line.status)
        .filter(|_| line.status == Status::Paying)?;
    Some(!matches!(step.ends, Ends::Payment { declinable: false }))
}

#[cfg(test)]
mod tests {
    use shuiting_shared::api::CaseLine;
    use shuiting_shared::case::Work;
    use shuiting_shared::form::Answers;
    use shuiting_shared::service::Service;
    use shuiting_shared::words::Lang;

    use super::*;

    fn case(service: Service, status: Status, work: Work) -> CaseView {
        CaseView {
            line: CaseLine {
                work,
                ..CaseLine::example(1, service, status)
            },
            you: Viewer::Filer,
            lang: Lang::Zh,
            version: 1,
            promised: None,
            urged: None,
            finished: None,
            phone: String::new(),
            answers: Answers::default(),
            masked: vec![],
            materials: vec![],
            asks: vec![],
            rating: None,
            timeline: vec![],
            doubtful: vec![],
            work_order: None,
            allowed: vec![],
        }
    }

    fn stages(case: &CaseView) -> Vec<Stage> {
        miles(case).into_iter().map(|mile| mile.stage).collect()
    }

    fn at(stage: &str, outcome: Option<&str>) -> Work {
        Work {
            stage: Some(stage.into()),
            quote: None,
            outcome: outcome.map(str::to_owned),
            deviation: None,
        }
    }

    #[test]
    fn a_case_stands_at_one_step_until_it_is_done() {
        use Stage::{Ahead, Behind, Here};
        let stages = |status| stages(&case(Service::Trans, status, Work::default()));
        assert_eq!(stages(Status::Confirming), [Here, Ahead, Ahead]);
        assert_eq!(stages(Status::SentBack), [Behind, Here, Ahead]);
        assert_eq!(stages(Status::Dispatched), [Behind, Behind, Here]);
        assert_eq!(stages(Status::Finished), [Behind, Behind, Behind]);
    }

    #[test]
    fn what_hangs_on_a_result_may_be_until_it_is_known() {
        use Stage::{Ahead, Behind, Here, Maybe};
        let stages = |work| stages(&case(Service::Test, Status::Dispatched, work));
        assert_eq!(
            stages(at("laboratory", None)),
            [Behind, Behind, Here, Maybe, Maybe, Ahead]
        );
        assert_eq!(
            stages(at("rebill", Some("outside"))),
            [Behind, Behind, Behind, Here, Ahead],
            "the fee is off the table"
        );
    }

    #[test]
    fn only_a_quote_can_be_declined() {
        let declinable = |service, status| declinable(&case(service, status, at("pay", None)));
        assert_eq!(declinable(Service::Move, Status::Paying), Some(true));
        assert_eq!(declinable(Service::Test, Status::Paying), Some(false));
        assert_eq!(declinable(Service::Move, Status::Withdrawn), None);
    }

    #[test]
    fn what_the_other_side_declined_is_not_confirmed() {
        use Stage::{Ahead, Behind, Here};
        let stages = |key: &str| {
            let asks = vec![Ask {
                item: Item::Field(key.into()),
                reason: "…".into(),
            }];
            stages(&CaseView {
                asks,
                ..case(Service::Trans, Status::SentBack, Work::default())
            })
        };
        assert_eq!(stages("old_phone"), [Here, Ahead, Ahead]);
        assert_eq!(stages("address"), [Behind, Here, Ahead]);
    }

    #[test]
    fn what_was_not_done_shows_no_way() {
        for service in Service::ALL {
            for status in [Status::Rejected, Status::Withdrawn] {
                assert_eq!(stages(&case(*service, status, Work::default())), []);
            }
        }
    }
}
