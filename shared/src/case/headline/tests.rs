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
    let mut stand = Stand::sample(service, status);
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
            if *status == Status::Confirming && service != Service::Trans {
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
fn what_is_late_never_promises_a_moment_that_has_passed() {
    for service in Service::ALL {
        for status in Status::ALL.iter().filter(|status| status.waits()) {
            for lang in [Lang::Zh, Lang::En] {
                let (in_time, late) = (
                    said(*service, *status, Actor::Filer, 3, lang),
                    said(*service, *status, Actor::Filer, -3, lang),
                );
                assert_ne!(in_time, late, "{service:?} {status:?}");
            }
        }
    }
}

#[test]
fn whoever_has_it_is_named() {
    let house = House::dongguan();
    let holder = |status, viewer, unit, lang| holder(Service::Leak, status, viewer, unit, &house, lang).unwrap();
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
