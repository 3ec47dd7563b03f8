use super::*;
use crate::house::House;
use crate::order::{Clock, Level};
use crate::outage::{Area, Outage, OutageKind, Turn};
use crate::words::Lang;

fn debit_failed(ended: bool) -> Message {
    Message::DebitFailed {
        end: "3456".into(),
        amount: Fen(5400),
        bank: Bank::Icbc,
        last_four: "0005".into(),
        reason: BankReason::Funds,
        ended,
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one of each kind")]
fn messages_read_well() {
    let house = House::dongguan();
    let now: Moment = "2026-11-24T02:00:00Z".parse().unwrap();
    let due = Some(now + chrono::TimeDelta::hours(24));
    let (number, service) = (CaseNumber::from_index(123_456_789), Service::Leak);
    let reason = || "地址不在供水范围".to_owned();
    let every = [
        Message::Code {
            code: "042195".into(),
            minutes: 5,
        },
        Message::Agree {
            code: "482913".into(),
            minutes: 5,
            service: Service::Trans,
            helper: "林*".into(),
        },
        Message::Filed {
            number,
            service,
            promised: due,
            slot: None,
        },
        Message::Filed {
            number,
            service: Service::Qual,
            promised: due,
            slot: "2026-11-25 09:00-11:00".parse().ok(),
        },
        Message::Confirming {
            number,
            service: Service::Trans,
            due,
        },
        Message::AskParty {
            number,
            service: Service::Trans,
            name: "李*".into(),
            due,
        },
        Message::about(number, Service::Trans, &Tidings::Confirmed),
        Message::about(
            number,
            Service::Trans,
            &Tidings::Declined {
                reason: "不是我的房子".into(),
            },
        ),
        Message::about(number, Service::New, &Tidings::SentBack { asks: 2 }),
        Message::about(number, Service::New, &Tidings::Rejected { reason: reason() }),
        Message::about(
            number,
            service,
            &Tidings::Dispatched {
                unit: "branch-nancheng".into(),
            },
        ),
        Message::about(
            number,
            service,
            &Tidings::Noted {
                words: "师傅下午3点到".into(),
            },
        ),
        Message::about(
            number,
            service,
            &Tidings::Finished {
                result: "更换了破裂的水管".into(),
            },
        ),
        Message::about(number, service, &Tidings::Joined),
        Message::about(number, service, &Tidings::Interim { promised: Some(now) }),
        Message::about(number, service, &Tidings::Interim { promised: None }),
        Message::about(
            number,
            service,
            &Tidings::Rung {
                clock: Clock::Arrive,
                level: Level::Holder,
                due: now,
            },
        ),
        Message::about(
            number,
            service,
            &Tidings::Rung {
                clock: Clock::Finish,
                level: Level::Duty,
                due: now,
            },
        ),
        Message::about(number, service, &Tidings::ReturnedAgain { reason: reason() }),
        Message::about(
            number,
            service,
            &Tidings::Supervised {
                words: "今晚必须通水".into(),
            },
        ),
        Message::about(number, service, &Tidings::LowRated),
        Message::Following { number, service },
    ];
    let unit = || "branch-nancheng".to_owned();
    let followed = [
        Tidings::Dispatched { unit: unit() },
        Tidings::Finished {
            result: "更换了破裂的水管".into(),
        },
        Tidings::Rejected { reason: reason() },
    ];
    let followed = followed.map(|tidings| Message::to_follower(number, service, &tidings).unwrap());
    let said: Vec<_> = every
        .iter()
        .chain(&followed)
        .flat_map(|message| [Lang::Zh, Lang::En].map(|lang| message.text(now, &house, lang)))
        .collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn messages_about_water_accounts_read_well() {
    let house = House::dongguan();
    let now: Moment = "2026-11-24T02:00:00Z".parse().unwrap();
    let every = [
        Message::BillsPaid {
            end: "3456".into(),
            amount: Fen(5400),
        },
        Message::PaidBack { amount: Fen(5400) },
        Message::Shared {
            by: "138****0001".into(),
            end: "3456".into(),
        },
        Message::AuthorityGranted {
            end: "3456".into(),
            until: chrono::NaiveDate::from_ymd_opt(2027, 11, 28).unwrap(),
        },
        Message::AuthorityRefused {
            end: "3456".into(),
            reason: "公章看不清".into(),
        },
        Message::AuthorityEnded { end: "3456".into() },
        debit_failed(false),
        debit_failed(true),
        Message::DebitEnded {
            end: "3456".into(),
            bank: Bank::Icbc,
            last_four: "0005".into(),
        },
        Message::RunsOut {
            service: Service::Pop,
            end: "3456".into(),
            until: "2026-12-24".parse().unwrap(),
        },
    ];
    let said = every
        .iter()
        .flat_map(|message| [Lang::Zh, Lang::En].map(|lang| message.text(now, &house, lang)));
    insta::assert_snapshot!(said.collect::<Vec<_>>().join("\n"));
}

#[test]
fn messages_about_events_read_well() {
    let house = House::dongguan();
    let now: Moment = "2026-11-24T02:00:00Z".parse().unwrap();
    let event = EventTold {
        id: "0".into(),
        title: "供水服务进社区".into(),
        starts: "2026-11-25T01:00:00Z".parse().unwrap(),
        place: "元美社区广场东侧".into(),
    };
    let reason = || "下雨".to_owned();
    let every = [
        Message::EventMoved {
            event: event.clone(),
            reason: reason(),
        },
        Message::EventCancelled {
            event: event.clone(),
            reason: reason(),
        },
        Message::EventTomorrow { event: event.clone() },
    ];
    let said = every
        .iter()
        .flat_map(|message| [Lang::Zh, Lang::En].map(|lang| message.text(now, &house, lang)));
    insta::assert_snapshot!(said.collect::<Vec<_>>().join("\n"));
    assert!(!every[1].can_wait(event.starts), "it would be too late");
}

#[test]
fn messages_about_outages_read_well() {
    let house = House::dongguan();
    let at = |text: &str| text.parse::<Moment>().unwrap();
    let now = at("2026-11-24T02:00:00Z");
    let stop = |place: &str, hour: u32| crate::delivery::Stop {
        town: "nancheng".into(),
        place: place.into(),
        point: None,
        from: at(&format!("2026-11-25T0{hour}:00:00Z")),
        until: at(&format!("2026-11-25T0{}:00:00Z", hour + 1)),
    };
    let area = |town: &str, words: &str| Area {
        town: town.into(),
        words: words.into(),
        ..Area::default()
    };
    let mut outage = Outage {
        kind: OutageKind::Planned,
        areas: vec![area("nancheng", "鸿福路一带"), area("dongcheng", "东正路")],
        reason: "更换阀门".into(),
        starts: at("2026-11-25T14:00:00Z"),
        ends: at("2026-11-25T20:00:00Z"),
        points: vec!["社区公园北门".into()],
        households: 800,
    };
    let stops = [stop("社区公园北门", 1), stop("元美花园东门", 3), stop("体育路8号", 5)];
    let (none, all): (Vec<_>, Vec<_>) = (Vec::new(), stops.iter().collect());
    let turn = |turn| OutageNews::Changed {
        turn,
        why: "天气".into(),
    };
    let mut every = vec![
        (OutageTold::of("0", &outage, &none), OutageNews::Posted),
        (OutageTold::of("0", &outage, &all), OutageNews::Begins),
        (OutageTold::of("0", &outage, &all), OutageNews::Water),
        (
            OutageTold::of("0", &outage, &none),
            OutageNews::Ended { called_off: true },
        ),
        (
            OutageTold::of("0", &outage, &none),
            OutageNews::Ended { called_off: false },
        ),
    ];
    every.extend(
        Turn::ALL
            .iter()
            .map(|one| (OutageTold::of("0", &outage, &none), turn(*one))),
    );
    outage.kind = OutageKind::Unplanned;
    every.push((OutageTold::of("0", &outage, &all[..1]), OutageNews::Posted));
    let every: Vec<_> = every
        .into_iter()
        .map(|(outage, what)| Message::Outage { outage, what })
        .collect();
    let said = every
        .iter()
        .flat_map(|message| [Lang::Zh, Lang::En].map(|lang| message.text(now, &house, lang)));
    insta::assert_snapshot!(said.collect::<Vec<_>>().join("\n"));
    let morning = at("2026-11-25T00:00:00Z");
    assert!(every[0].can_wait(morning), "what was planned may");
    assert!(!every[0].can_wait(outage.starts), "it would be too late");
    assert!(!every.last().unwrap().can_wait(morning), "what is sudden may not");
}

#[test]
fn each_step_of_the_work_reads_well() {
    let house = House::dongguan();
    let now: Moment = "2026-11-24T02:00:00Z".parse().unwrap();
    let due = Some(now + chrono::TimeDelta::hours(24));
    let (step, next) = ("survey".to_owned(), "quote".to_owned());
    let concluded = |outcome: &str, fee| Tidings::Concluded {
        outcome: outcome.into(),
        fee,
        due,
    };
    let told = [
        (Service::Move, Tidings::Advanced { step, next }),
        (
            Service::Move,
            Tidings::Quoted {
                amount: Fen(120_000),
                due,
            },
        ),
        (Service::Move, Tidings::Quoted { amount: Fen::ZERO, due }),
        (
            Service::Move,
            Tidings::Paid {
                amount: Fen(120_000),
                next: "work".into(),
            },
        ),
        (
            Service::Move,
            Tidings::Redone {
                to: "survey".into(),
                reason: "管线图和现场不一致".into(),
            },
        ),
        (Service::Test, concluded("within", Some(Fen(8000)))),
        (Service::Test, concluded("outside", None)),
    ];
    let number = CaseNumber::from_index(123_456_789);
    let messages = told.map(|(service, tidings)| Message::about(number, service, &tidings));
    let said: Vec<_> = messages
        .iter()
        .flat_map(|message| [Lang::Zh, Lang::En].map(|lang| message.text(now, &house, lang)))
        .collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn a_message_has_its_blanks_by_name() {
    let house = House::dongguan();
    let (number, service) = (CaseNumber::from_index(123_456_789), Service::Leak);
    let due = "2026-11-25T02:00:00Z".parse().ok();
    let quoted = Message::Quoted {
        number,
        service,
        amount: Fen(5400),
        due,
    };
    let dispatched = Message::Dispatched {
        number,
        service,
        unit: "branch-nancheng".into(),
    };
    let value = |message: &Message, name: &str| {
        let blanks = message.blanks(&house, Lang::Zh);
        let found = blanks.into_iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value)
    };
    assert_eq!(value(&quoted, "amount").as_deref(), Some("¥54.00"));
    assert_eq!(value(&quoted, "due").as_deref(), Some("2026-11-25 10:00"));
    assert_eq!(value(&quoted, "number"), Some(number.to_string()));
    assert_eq!(value(&dispatched, "unit").as_deref(), Some("南城分公司"));
    assert_eq!(value(&debit_failed(false), "end").as_deref(), Some("3456"));
    assert_eq!(value(&debit_failed(false), "number"), None);
}

#[test]
fn what_is_waited_for_or_runs_out_does_not_wait() {
    let (number, service) = (CaseNumber::from_index(123_456_789), Service::Leak);
    let morning: Moment = "2026-11-25T00:00:00Z".parse().unwrap();
    let quoted = |due| Message::Quoted {
        number,
        service,
        amount: Fen(5400),
        due,
    };
    let code = Message::Code {
        code: "042195".into(),
        minutes: 5,
    };
    assert!(!code.can_wait(morning));
    assert!(!quoted(Some(morning)).can_wait(morning), "it would be too late");
    assert!(quoted(Some(morning + chrono::TimeDelta::hours(1))).can_wait(morning));
    assert!(quoted(None).can_wait(morning));
    assert!(Message::Confirmed { number, service }.can_wait(morning));
}
