//! Walks along the steps of the services.

use std::collections::BTreeSet;

use super::*;
use crate::form::FieldFlaw;
use crate::service::Ends;
use crate::water::Deviation;

/// Whoever the step waits for, as the desk does it: the counter takes money, and enters what those outside say.
fn who(stand: &Stand) -> Actor {
    match stand.step().unwrap() {
        step if step.by_crew() => Actor::Staff(Role::Crew),
        _ if stand.service.facts().work_order && stand.status != Status::Dispatched => Actor::Staff(Role::Dispatcher),
        _ => CLERK,
    }
}

/// The act that ends the step the case is at, with `outcome` where one has to come out.
fn onward(stand: &Stand, outcome: &str) -> Action {
    match (stand.status, stand.step().unwrap().ends) {
        (Status::Filed, _) => whole(Verb::Take, stand),
        (Status::Taken, _) if stand.begins().unwrap().by_crew() => whole(Verb::Dispatch, stand),
        (Status::Taken, _) => whole(Verb::Advance, stand),
        (_, Ends::Quote) => whole(Verb::Quote, stand),
        (_, Ends::Payment { .. }) => whole(Verb::Paid, stand),
        (_, Ends::Outcome(_)) => Action::Conclude {
            outcome: outcome.to_owned(),
            amount: stand.service.outcome(outcome).unwrap().charges.then_some(Fen(8000)),
            deviation: (stand.service.outcome(outcome).unwrap().measures).then(five_percent),
            words: "误差 +1.2%".into(),
        },
        _ if stand.work.next(stand.service).is_none() => whole(Verb::Finish, stand),
        _ => whole(Verb::Advance, stand),
    }
}

/// The keys of the steps that a case stood at, from the desk to the end.
fn walk(service: Service, outcome: &str) -> Vec<&'static str> {
    let mut stand = Stand::sample(service, Status::Filed);
    let mut at = Vec::new();
    while let Some(here) = stand.step() {
        if at.last() != Some(&here.key) {
            at.push(here.key);
        }
        let (actor, action) = (who(&stand), onward(&stand, outcome));
        let change = step(&stand, actor, &action, Stand::sample_now(), &house());
        let change = change.unwrap_or_else(|refusal| panic!("{service:?} {}: {action:?} {refusal:?}", here.key));
        stand = after(&stand, &change, Stand::sample_now());
        assert!(at.len() <= service.steps().len(), "{service:?} goes in circles: {at:?}");
    }
    assert_eq!(stand.status, Status::Finished);
    at
}

/// All that can come out along the way of a service; one blank where nothing does.
fn outcomes(service: Service) -> Vec<&'static str> {
    let outcomes = service.steps().iter().flat_map(Step::outcomes);
    let keys: Vec<_> = outcomes.map(|outcome| outcome.key).collect();
    if keys.is_empty() { vec![""] } else { keys }
}

#[test]
fn every_service_is_walked_through_all_its_steps_to_the_end() {
    for service in Service::ALL {
        let walked: BTreeSet<_> = outcomes(*service)
            .into_iter()
            .flat_map(|outcome| walk(*service, outcome))
            .collect();
        let steps = service.steps().iter();
        // What a case stands at before the desk has it belongs to the other side.
        let all: BTreeSet<_> = steps
            .filter(|step| !matches!(step.ends, Ends::Confirmed))
            .map(|step| step.key)
            .collect();
        assert_eq!(walked, all, "{service:?}");
    }
}

#[test]
fn the_test_of_a_meter_decides_who_pays() {
    assert_eq!(
        walk(Service::Test, "within"),
        ["check", "remove", "laboratory", "pay", "refit"]
    );
    assert_eq!(
        walk(Service::Test, "outside"),
        ["check", "remove", "laboratory", "rebill", "refit"]
    );
    let stand = at(Service::Test, "laboratory");
    let measured = |outcome: &str, amount, deviation| Action::Conclude {
        outcome: outcome.into(),
        amount,
        deviation,
        words: "误差 +1.2%".into(),
    };
    let conclude = |outcome: &str, amount| measured(outcome, amount, None);
    let refused = |action| match step(&stand, CLERK, &action, Stand::sample_now(), &house()) {
        Err(Refusal::Flawed(flaws)) => flaws.iter().map(told).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        refused(conclude("within", None)),
        ["amount missing"],
        "the user owes the fee"
    );
    assert_eq!(
        refused(measured("outside", Some(Fen(8000)), Some(five_percent()))),
        ["amount not_asked"],
        "the company pays"
    );
    assert_eq!(
        refused(conclude("outside", None)),
        ["deviation missing"],
        "the bill is worked out from it"
    );
    assert_eq!(
        refused(measured("within", Some(Fen(8000)), Some(five_percent()))),
        ["deviation not_asked"]
    );
    let outside = stepped(&stand, CLERK, &measured("outside", None, Some(five_percent())));
    assert_eq!(
        (outside.work.deviation, outside.work.stage.as_deref()),
        (Some(five_percent()), Some("rebill"))
    );
    assert_eq!(
        refused(conclude("good", None)),
        ["outcome not_a_choice"],
        "that is of the water"
    );
    let within = stepped(&stand, CLERK, &conclude("within", Some(Fen(8000))));
    assert_eq!(
        (within.status, within.work.quote, within.work.stage.as_deref()),
        (Status::Paying, Some(Fen(8000)), Some("pay"))
    );
    let owing = after(&stand, &within, Stand::sample_now());
    let shown = allowed(&owing, Actor::Filer, Stand::sample_now());
    assert!(!shown.contains(&Verb::Withdraw), "what was done is owed");
}

fn five_percent() -> Deviation {
    Deviation::read("5").unwrap()
}

fn told(flaw: &FieldFlaw) -> String {
    format!("{} {}", flaw.field, flaw.flaw.code())
}

fn at(service: Service, key: &str) -> Stand {
    Stand::at_step(service, service.step(key).unwrap())
}

#[test]
fn what_was_quoted_is_paid_to_the_fen_or_not_done() {
    let stand = at(Service::Move, "pay");
    let paid = |fen| Action::Paid {
        amount: Fen(fen),
        receipt: "A0001".into(),
    };
    let refused = step(&stand, CLERK, &paid(119_999), Stand::sample_now(), &house());
    assert!(
        matches!(&refused, Err(Refusal::Flawed(flaws)) if told(&flaws[0]) == "amount not_the_amount"),
        "{refused:?}"
    );
    let change = stepped(&stand, CLERK, &paid(120_000));
    assert_eq!(
        (change.status, change.work.stage.as_deref()),
        (Status::Dispatched, Some("work"))
    );
    let withdrawn = stepped(&stand, Actor::Filer, &whole(Verb::Withdraw, &stand));
    assert_eq!((withdrawn.status, withdrawn.work.stage), (Status::Withdrawn, None));
    let done = at(Service::Move, "work");
    let shown = allowed(&done, Actor::Filer, Stand::sample_now());
    assert!(
        !shown.contains(&Verb::Withdraw),
        "it is paid for, and a crew is on its way"
    );
}

#[test]
fn a_late_payment_makes_nobody_else_late() {
    let mut stand = at(Service::Move, "pay");
    let now = Stand::sample_now();
    stand.promised = Some(now - TimeDelta::days(3));
    let change = stepped(&stand, CLERK, &whole(Verb::Paid, &stand));
    assert!(change.promised > Some(now) && change.due == change.promised);
    stand.promised = Some(now + TimeDelta::days(90));
    let change = stepped(&stand, CLERK, &whole(Verb::Paid, &stand));
    assert_eq!(change.promised, stand.promised, "a promise is not cut short");
    assert!(change.due < change.promised, "the step has its own limit");
}

#[test]
fn a_step_is_due_by_its_own_limit_and_never_after_the_promise() {
    let now = Stand::sample_now();
    let mut stand = at(Service::Move, "survey");
    stand.promised = Some(now + TimeDelta::days(60));
    let advanced = stepped(&stand, Actor::Staff(Role::Crew), &whole(Verb::Advance, &stand));
    let limit = house().step_limit(Service::Move, "quote").unwrap();
    assert_eq!(advanced.due, Some(limit.due(now, &house().calendar)));
    stand.promised = Some(now + TimeDelta::minutes(5));
    let advanced = stepped(&stand, Actor::Staff(Role::Crew), &whole(Verb::Advance, &stand));
    assert_eq!(advanced.due, stand.promised);
}

#[test]
fn a_survey_can_be_done_again_before_it_is_paid_for() {
    let stand = at(Service::Split, "pay");
    let redo = |to: &str| Action::Redo {
        to: to.into(),
        reason: "漏了两户".into(),
    };
    let change = stepped(&stand, CLERK, &redo("survey"));
    assert_eq!((change.status, change.work.quote), (Status::Dispatched, None));
    assert!(step(&stand, CLERK, &redo("work"), Stand::sample_now(), &house()).is_err());
    let paid = at(Service::Split, "work");
    assert!(!allowed(&paid, CLERK, Stand::sample_now()).contains(&Verb::Redo));
}

#[test]
fn what_is_reopened_goes_back_to_the_last_step_and_is_not_paid_twice() {
    let stand = Stand::sample(Service::Move, Status::Reopened);
    let change = stepped(&stand, Actor::Staff(Role::Supervisor), &whole(Verb::Dispatch, &stand));
    assert_eq!(change.work.stage.as_deref(), Some("work"));
}

#[test]
fn only_what_needs_nothing_but_doing_is_finished_at_once() {
    let at_once = |service| {
        let stand = Stand::sample(service, Status::Taken);
        allowed(&stand, CLERK, Stand::sample_now()).contains(&Verb::Finish)
    };
    assert!(at_once(Service::Trans) && at_once(Service::Info));
    assert!(!at_once(Service::Move) && !at_once(Service::Test) && !at_once(Service::Temp));
}

#[test]
fn what_a_step_decides_is_decided_once_when_it_ends() {
    let ended = |stand: &Stand, actor, action: &Action| {
        let change = stepped(stand, actor, action);
        stand.ended(&change).iter().map(|step| step.key).collect::<Vec<_>>()
    };
    let crew = Actor::Staff(Role::Crew);
    let taken = Stand::sample(Service::Trans, Status::Taken);
    assert_eq!(
        ended(&taken, CLERK, &whole(Verb::Finish, &taken)),
        ["check", "sign"],
        "at once"
    );
    assert_eq!(ended(&taken, CLERK, &whole(Verb::Advance, &taken)), ["check"]);
    assert_eq!(ended(&taken, CLERK, &whole(Verb::Reject, &taken)), [""; 0]);
    let removed = at(Service::Close, "remove");
    assert_eq!(ended(&removed, crew, &whole(Verb::Advance, &removed)), ["remove"]);
    let rebill = at(Service::Test, "rebill");
    assert_eq!(ended(&rebill, CLERK, &whole(Verb::Advance, &rebill)), ["rebill"]);
    assert_eq!(ended(&rebill, CLERK, &whole(Verb::Redo, &rebill)), [""; 0]);
    let again = Stand::sample(Service::Pop, Status::Reopened);
    let finish = whole(Verb::Finish, &again);
    assert_eq!(
        ended(&again, Actor::Staff(Role::Supervisor), &finish),
        [""; 0],
        "it was decided before"
    );
}
