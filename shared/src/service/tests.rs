use std::collections::BTreeSet;

use super::*;
use crate::case::{Actor, Stand, allowed};
use crate::house::House;

#[test]
fn there_are_twenty_three() {
    assert_eq!(Service::ALL.len(), 23);
    let without: Vec<_> = Service::ALL.iter().filter(|service| service.form().is_none()).collect();
    // These lead to what is there already: bills, one's finished cases, the outages.
    assert_eq!(without, [&Service::Bill, &Service::Rate, &Service::Out]);
}

#[test]
fn every_form_belongs_to_its_service_and_asks_for_materials_that_exist() {
    for service in Service::ALL {
        let Some(form) = service.form() else { continue };
        assert_eq!(form.service, *service);
        let mut keys: Vec<_> = form.fields().map(|field| field.key).collect();
        keys.sort_unstable();
        let count = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), count, "{service:?} asks something twice");
        let mut placed: Vec<_> = form.pages.iter().flat_map(|page| page.materials).copied().collect();
        let mut known: Vec<_> = service.materials().iter().map(|material| material.key).collect();
        placed.sort_unstable();
        known.sort_unstable();
        assert_eq!(placed, known, "{service:?}: every material has its page");
    }
}

#[test]
fn every_material_of_a_form_proves_answers_that_the_form_asks_for() {
    for form in Service::ALL.iter().filter_map(|service| service.form()) {
        for material in form.service.materials() {
            let (service, key) = (form.service, material.key);
            assert!(form.proved_by(key).count() > 0, "{service:?} {key} proves nothing");
            for field in material.proves {
                assert!(
                    form.field(field).is_some(),
                    "{service:?} {key} proves {field}, which nobody asks"
                );
            }
        }
    }
}

#[test]
fn every_waiting_state_of_every_service_has_an_owner_a_limit_and_a_way_out() {
    let house = House::dongguan();
    for stand in Service::ALL.iter().flat_map(|service| Stand::places(*service)) {
        let (service, status, step) = (stand.service, stand.status, stand.step());
        let place = format!("{service:?} {status:?} {:?}", step.map(|step| step.key));
        let owner = service
            .owner(status, step)
            .unwrap_or_else(|| panic!("{place}: no owner"));
        assert!(house.limit(service, status).is_some(), "{place}: no limit");
        let fee = step.is_some_and(|step| matches!(step.ends, Ends::Payment { declinable: false }));
        let actor = match owner {
            // What is owed is paid at the counter, and cannot be declined.
            Owner::Filer if fee => Actor::Staff(Role::Clerk),
            Owner::Filer => Actor::Filer,
            Owner::Party => Actor::Party,
            Owner::Staff(role) | Owner::Outside(Outside { entered_by: role, .. }) => Actor::Staff(role),
        };
        let moves = allowed(&stand, actor, Stand::sample_now())
            .into_iter()
            .filter(|verb| verb.moves())
            .count();
        assert!(moves > 0, "{place}: {owner:?} has no way out");
    }
}

#[test]
fn every_waiting_state_is_at_one_of_the_steps() {
    for stand in Service::ALL.iter().flat_map(|service| Stand::places(*service)) {
        let (service, status) = (stand.service, stand.status);
        assert!(stand.step().is_some(), "{service:?} {status:?}");
    }
}

#[test]
fn steps_and_outcomes_are_told_apart_by_their_keys() {
    for service in Service::ALL {
        let keys = |keys: Vec<&'static str>| {
            let count = keys.len();
            let once: BTreeSet<_> = keys.into_iter().collect();
            assert_eq!(once.len(), count, "{service:?}");
        };
        keys(service.steps().iter().map(|step| step.key).collect());
        let outcomes = service.steps().iter().flat_map(Step::outcomes);
        keys(outcomes.map(|outcome| outcome.key).collect());
    }
}

#[test]
fn the_desk_comes_first_and_the_house_does_the_last_step() {
    for service in Service::ALL {
        let steps = service.steps();
        let desk = steps
            .iter()
            .position(|step| matches!(step.ends, Ends::Checked))
            .unwrap();
        assert!(steps[..desk].iter().all(|step| matches!(step.ends, Ends::Confirmed)));
        assert!(steps[desk + 1..].iter().all(Step::works), "{service:?}");
        let last = steps.last().unwrap();
        assert!(last.works() && matches!(last.ends, Ends::Done), "{service:?}");
        assert!(matches!(last.owner, Owner::Staff(_)), "{service:?}");
        assert_eq!(last.only, None, "{service:?}: whatever came out, it ends so");
    }
}

#[test]
fn nothing_is_to_be_paid_that_was_not_named_before_and_nothing_is_named_in_vain() {
    for service in Service::ALL {
        for (at, step) in service.steps().iter().enumerate() {
            let (before, behind) = (&service.steps()[..at], &service.steps()[at + 1..]);
            let came_out = |key: &str| {
                before
                    .iter()
                    .any(|step| step.outcomes().iter().any(|one| one.key == key))
            };
            assert!(step.only.is_none_or(came_out), "{service:?} {}", step.key);
            match step.ends {
                Ends::Payment { declinable: true } => {
                    assert!(matches!(before.last().unwrap().ends, Ends::Quote), "{service:?}");
                }
                Ends::Payment { declinable: false } => {
                    let charges = |key: &str| service.outcome(key).is_some_and(|outcome| outcome.charges);
                    assert!(step.only.is_some_and(charges), "{service:?}");
                }
                Ends::Quote => assert!(behind[0].pays(), "{service:?}"),
                Ends::Outcome(outcomes) => {
                    assert!(outcomes.len() > 1, "{service:?}: a choice of one is none");
                    for charging in outcomes.iter().filter(|outcome| outcome.charges) {
                        let paid = |step: &Step| step.pays() && step.only == Some(charging.key);
                        assert!(behind.iter().any(paid), "{service:?} {}", charging.key);
                    }
                }
                Ends::Confirmed | Ends::Checked | Ends::Done => {}
            }
        }
    }
}
