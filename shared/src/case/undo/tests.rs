use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::{Action, Actor, Change, Role, Seen, Stand, allowed, step};
use super::*;
use crate::house::House;
use crate::service::Service;

const ME: &str = "me";

/// A case as its papers hold it, but for version and timeline.
#[derive(Clone, Debug, PartialEq)]
struct Paper {
    status: Status,
    due: Option<Moment>,
    promised: Option<Moment>,
    assignee: Option<String>,
    verdicts: BTreeMap<String, Option<Verdict>>,
}

impl Paper {
    fn stand(&self, service: Service, latest: Option<Latest>) -> Stand {
        let count = |of: fn(&Option<Verdict>) -> bool| self.verdicts.values().filter(|verdict| of(verdict)).count();
        Stand {
            promised: self.promised,
            assigned: self.assignee.is_some(),
            unchecked: count(Option::is_none),
            refused: count(|verdict| matches!(verdict, Some(Verdict::Refused(_)))),
            materials: self.verdicts.keys().cloned().collect(),
            latest,
            ..Stand::sample(service, self.status)
        }
    }

    /// What an act that can be taken back has to leave behind.
    fn before(&self, action: &Action) -> Before {
        Before {
            status: self.status,
            due: self.due,
            assignee: self.assignee.clone(),
            judged: match action {
                Action::Check { material, .. } => Some(Judged {
                    material: material.clone(),
                    verdict: self.verdicts[material].clone(),
                }),
                _ => None,
            },
        }
    }

    /// The case after a change, as whoever keeps it has to write it down.
    fn changed(mut self, change: &Change, action: &Action) -> Self {
        if self.status != change.status {
            self.due = change.due;
        }
        self.status = change.status;
        self.promised = change.promised;
        if change.takes {
            self.assignee = Some(ME.into());
        }
        if let Some(to) = &change.hands_to {
            self.assignee = Some(to.clone());
        }
        if let Action::Check { material, verdict } = action {
            self.verdicts.insert(material.clone(), Some(verdict.clone()));
        }
        if let Some(before) = &change.restores {
            self.assignee.clone_from(&before.assignee);
            if let Some(Judged { material, verdict }) = &before.judged {
                self.verdicts.insert(material.clone(), verdict.clone());
            }
        }
        self
    }
}

fn papers(service: Service) -> impl Strategy<Value = Paper> {
    let verdict = prop_oneof![
        Just(None),
        Just(Some(Verdict::Accepted)),
        Just(Some(Verdict::Refused("反光".into())))
    ];
    let count = service.materials().len();
    let moment =
        || proptest::option::of((-100..100i64).prop_map(|hours| Stand::sample_now() + TimeDelta::hours(hours)));
    (
        proptest::sample::select(Status::ALL),
        moment(),
        moment(),
        proptest::option::of(Just("somebody".to_owned())),
        proptest::collection::vec(verdict, count),
    )
        .prop_map(move |(status, due, promised, assignee, verdicts)| {
            let keys = service.materials().iter().map(|material| material.key.to_owned());
            let verdicts = keys.zip(verdicts).collect();
            Paper {
                status,
                due,
                promised,
                assignee,
                verdicts,
            }
        })
}

/// Whatever can be taken back, for whatever the case holds.
fn actions(paper: &Paper) -> Vec<Action> {
    let judged = paper.verdicts.keys().flat_map(|material| {
        [Verdict::Accepted, Verdict::Refused("看不清".into())].map(|verdict| Action::Check {
            material: material.clone(),
            verdict,
        })
    });
    let note = Action::Note {
        words: "已电话联系".into(),
        to_resident: false,
    };
    let assign = Action::Assign { to: "colleague".into() };
    [Action::Take, assign, note].into_iter().chain(judged).collect()
}

fn cases() -> impl Strategy<Value = (Service, Paper)> {
    let services = proptest::sample::select(vec![Service::New, Service::Trans, Service::Leak]);
    services.prop_flat_map(|service| papers(service).prop_map(move |paper| (service, paper)))
}

proptest! {
    /// An act and its undoing leave the case as it was, but for version and timeline; nobody outside hears of either.
    #[test]
    fn what_is_taken_back_has_not_been((service, paper) in cases(), seconds in 0..=13i64) {
        let (house, now) = (House::dongguan(), Stand::sample_now());
        for role in Role::ALL {
            let actor = Actor::Staff(*role);
            for action in actions(&paper) {
                prop_assert!(action.undoable());
                let stand = paper.stand(service, None);
                let Ok(change) = step(&stand, actor, &action, now, &house) else { continue };
                prop_assert!(change.notices.is_empty(), "{:?}", change.notices);
                let latest = Latest { verb: action.verb(), at: now, before: paper.before(&action) };
                let done = paper.clone().changed(&change, &action);

                let later = now + TimeDelta::seconds(seconds);
                let stand = done.stand(service, Some(latest));
                let undone = step(&stand, actor, &Action::Undo, later, &house);
                prop_assert!(undone.is_ok(), "{:?} {:?}: {:?}", role, action, undone);
                let undone = undone.unwrap();
                prop_assert_eq!(undone.notices.len(), 0);
                prop_assert!(undone.events.iter().all(|(_, seen)| *seen == Seen::Inside));
                prop_assert_eq!(done.changed(&undone, &Action::Undo), paper.clone());
            }
        }
    }
}

#[test]
fn it_can_be_taken_back_for_ten_seconds_and_a_little() {
    let now = Stand::sample_now();
    let mut stand = Stand::sample(Service::New, Status::Taken);
    let clerk = Actor::Staff(Role::Clerk);
    assert!(
        !allowed(&stand, clerk, now).contains(&Verb::Undo),
        "there is nothing to take back"
    );
    stand.latest = Some(Latest {
        verb: Verb::Take,
        at: now,
        before: Before {
            status: Status::Filed,
            due: None,
            assignee: None,
            judged: None,
        },
    });
    let may = |seconds| allowed(&stand, clerk, now + TimeDelta::seconds(seconds)).contains(&Verb::Undo);
    assert!(may(10) && may(13) && !may(14));
    assert!(!allowed(&stand, Actor::Filer, now).contains(&Verb::Undo));
}

#[test]
fn what_leaves_the_house_is_not_taken_back() {
    let aloud = Action::Note {
        words: "师傅下午三点到".into(),
        to_resident: true,
    };
    let finish = Action::Finish {
        result: "好了".into(),
        before: vec![],
        after: vec![],
        parts: Vec::new(),
    };
    for action in [aloud, finish, Action::Undo] {
        assert!(!action.undoable(), "{action:?}");
    }
}
