use chrono::TimeDelta;
use shuiting_shared::case::Work;
use shuiting_shared::order::{Clock, Order};
use shuiting_shared::service::Service;

use super::*;

fn filed() -> Moment {
    "2024-11-10T15:50:00Z".parse().unwrap()
}

fn at(minutes: i64) -> Moment {
    filed() + TimeDelta::minutes(minutes)
}

fn burst() -> CrewOrder {
    let kind = shuiting_shared::order::Kind::Burst;
    CrewOrder {
        number: CaseNumber::from_index(7),
        service: Service::Leak,
        status: Status::Dispatched,
        work: Work {
            stage: Service::Leak.first_work().map(|step| step.key.to_owned()),
            ..Work::default()
        },
        filed: filed(),
        order: Order::open_at(kind, Some("songshanhu"), filed(), &House::dongguan()),
        mine: false,
        assignee: None,
        town: Some("songshanhu".into()),
        address: Some("学府路1号".into()),
        point: None,
        words: None,
        told: None,
        name: None,
        phone: "138****0001".into(),
        photos: Vec::new(),
        joined: 0,
        parts_open: 0,
    }
}

fn finish() -> Action {
    Action::Finish {
        result: "换了一段管".into(),
        before: vec![],
        after: vec![],
        parts: vec![],
    }
}

#[test]
fn the_work_goes_on_without_a_network() {
    let house = House::dongguan();
    let secure = Action::Secure {
        words: "水已关".into()
    };
    let mut done = Vec::new();
    for (minutes, action, next) in [
        (1, Action::Accept, Verb::Arrive),
        (20, Action::Arrive { point: None }, Verb::Secure),
        (50, secure, Verb::Finish),
    ] {
        done.push((action, at(minutes)));
        let shown = Shown::after(burst(), &done, &house);
        assert_eq!(shown.can(at(60)).first(), Some(&next));
        assert!(shown.order.mine);
        assert_eq!(shown.left_by, None);
    }
    let shown = Shown::after(burst(), &done, &house);
    let arrived = shown.order.order.hand(Clock::Arrive).unwrap();
    assert_eq!(arrived.stopped, Some(at(20)), "at its true time");
    done.push((finish(), at(90)));
    let over = Shown::after(burst(), &done, &house);
    assert_eq!(over.left_by, Some(Verb::Finish));
    assert_eq!(over.can(at(91)), []);
}

#[test]
fn what_has_been_counted_already_changes_nothing() {
    let house = House::dongguan();
    let once = Shown::after(burst(), &[(Action::Accept, at(1))], &house);
    let twice = Shown::after(once.order.clone(), &[(Action::Accept, at(1))], &house);
    assert_eq!(twice, once);
}

#[test]
fn what_is_passed_on_is_no_more_ours() {
    let house = House::dongguan();
    let on = Action::Dispatch {
        unit: "network".into(),
        words: String::new(),
    };
    let back = Action::Return {
        reason: "不归我们".into(),
    };
    for (action, verb) in [(on, Verb::Dispatch), (back, Verb::Return)] {
        let shown = Shown::after(burst(), &[(action, at(5)), (finish(), at(6))], &house);
        assert_eq!(shown.left_by, Some(verb));
    }
}

#[test]
fn an_act_reads_back_and_names_its_photos() {
    let number = CaseNumber::from_index(7);
    let errand = errand(number, &finish());
    assert_eq!(action(&errand.body), Some(finish()));
    assert_eq!(errand.chain.as_deref(), Some(&*number.to_string()));
    for pictures in &errand.photos {
        assert!(errand.body.pointer(&pictures.field).is_some(), "{}", pictures.field);
    }
    assert_eq!(super::errand(number, &Action::Accept).photos, []);
}
