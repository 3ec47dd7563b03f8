use chrono::TimeDelta;

use super::*;
use crate::case::{Ask, Item, Role};

/// Everybody who may look at a case of a service, by the name of the snapshot.
fn viewers(service: Service) -> Vec<(&'static str, Actor)> {
    let all = [
        ("filer", Actor::Filer),
        ("party", Actor::Party),
        ("follower", Actor::Follower),
        ("staff", Actor::Staff(Role::Clerk)),
    ];
    let met = |(_, actor): &(&str, Actor)| match actor {
        Actor::Party => service == Service::Trans,
        Actor::Follower => service == Service::Leak,
        _ => true,
    };
    all.into_iter().filter(met).collect()
}

/// The unit that a case of the service is passed to.
const fn unit(service: Service) -> Option<&'static str> {
    match service {
        Service::Leak => Some("branch-nancheng"),
        Service::New => Some("works"),
        _ => None,
    }
}

fn said(service: Service, status: Status, viewer: Actor, hours: i64, lang: Lang) -> String {
    said_of(Stand::sample(service, status), viewer, hours, lang)
}

fn said_of(mut stand: Stand, viewer: Actor, hours: i64, lang: Lang) -> String {
    let (service, status) = (stand.service, stand.status);
    stand.asks = vec![Ask {
        item: Item::Field("address".into()),
        reason: "不清楚".into(),
    }];
    let now = Stand::sample_now();
    let due = status.waits().then(|| now + TimeDelta::hours(hours));
    headline(&stand, viewer, unit(service), due, now, &House::dongguan(), lang)
}

#[test]
fn every_state_says_who_has_it_what_comes_next_and_by_when() {
    let mut lines = Vec::new();
    for service in [Service::New, Service::Trans, Service::Leak] {
        for status in Status::ALL {
            // The other side confirms a transfer only, and none of these is paid for.
            if *status == Status::Confirming && service != Service::Trans || *status == Status::Paying {
                continue;
            }
            for (name, viewer) in viewers(service) {
                for lang in [Lang::Zh, Lang::En] {
                    let in_time = said(service, *status, viewer, 3, lang);
                    let late = said(service, *status, viewer, -30, lang);
                    lines.push(format!("{} {} {name}: {in_time}", service.code(), status.code()));
                    if late != in_time {
                        lines.push(format!("    late: {late}"));
                    }
                }
            }
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn every_step_of_a_long_way_is_told() {
    let mut lines = Vec::new();
    for service in [Service::Move, Service::Test, Service::Debit] {
        for step in service.steps().iter().filter(|step| step.works()) {
            for (name, viewer) in [("filer", Actor::Filer), ("staff", Actor::Staff(Role::Clerk))] {
                for lang in [Lang::Zh, Lang::En] {
                    let said = |hours| said_of(Stand::at_step(service, step), viewer, hours, lang);
                    lines.push(format!("{} {} {name}: {}", service.code(), step.key, said(3)));
                    lines.push(format!("    late: {}", said(-30)));
                }
            }
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn what_is_late_never_promises_a_moment_that_has_passed() {
    for stand in Service::ALL.iter().flat_map(|service| Stand::places(*service)) {
        for lang in [Lang::Zh, Lang::En] {
            let said = |hours| said_of(stand.clone(), Actor::Filer, hours, lang);
            assert_ne!(said(3), said(-3), "{:?} {:?}", stand.service, stand.work);
        }
    }
}

#[test]
fn whoever_has_it_is_named() {
    let house = House::dongguan();
    let holder = |status, viewer, unit, lang| {
        holder(Service::Leak, (status, &Work::default()), viewer, unit, &house, lang).unwrap()
    };
    let network = Some("branch-nancheng");
    assert_eq!(
        holder(Status::Dispatched, Actor::Filer, network, Lang::Zh),
        "南城分公司"
    );
    assert_eq!(holder(Status::Dispatched, Actor::Filer, None, Lang::En), "A crew");
    assert_eq!(
        holder(Status::Taken, Actor::Filer, network, Lang::Zh),
        "调度员",
        "it is not there yet"
    );
    assert_eq!(holder(Status::SentBack, Actor::Filer, None, Lang::Zh), "您");
    assert_eq!(holder(Status::SentBack, Actor::Follower, None, Lang::Zh), "申请人");
}

#[test]
fn what_was_passed_to_a_unit_lies_there_only_while_it_works() {
    let house = House::dongguan();
    let holder = |stage: &str| {
        let step = Service::Move.step(stage).unwrap();
        let Stand { status, work, .. } = Stand::at_step(Service::Move, step);
        holder(
            Service::Move,
            (status, &work),
            Actor::Filer,
            Some("works"),
            &house,
            Lang::En,
        )
        .unwrap()
    };
    assert_eq!(holder("survey"), "Works");
    assert_eq!(holder("quote"), "A counter clerk");
    assert_eq!(holder("pay"), "You");
    assert_eq!(holder("work"), "Works");
}
