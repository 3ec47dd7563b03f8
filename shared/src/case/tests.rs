use proptest::prelude::*;

use super::*;
use crate::form::Answers;
use crate::house::House;
use crate::money::Fen;
use crate::number::CaseNumber;
use crate::order::Kind;
use crate::service::{Owner, Step};
use crate::water::Deviation;

fn house() -> House {
    House::dongguan()
}

fn actors() -> Vec<Actor> {
    let staff = Role::ALL.iter().map(|role| Actor::Staff(*role));
    [Actor::Filer, Actor::Party, Actor::Follower, Actor::Called, Actor::House]
        .into_iter()
        .chain(staff)
        .collect()
}

/// An action of this verb that has all it needs.
#[expect(clippy::too_many_lines, reason = "one for each verb")]
fn whole(verb: Verb, stand: &Stand) -> Action {
    let words = || "原因".to_owned();
    let outcome = || stand.step().and_then(|step| step.outcomes().first());
    match verb {
        Verb::Confirm => Action::Confirm,
        Verb::Decline => Action::Decline { reason: words() },
        Verb::Complete => Action::Complete {
            answers: Answers::default(),
            materials: std::collections::BTreeMap::new(),
        },
        Verb::Withdraw => Action::Withdraw { reason: String::new() },
        Verb::Add => Action::Add {
            words: words(),
            photos: vec![],
        },
        Verb::Rate => Action::Rate {
            level: Level::Bad,
            tags: vec![],
            words: String::new(),
        },
        Verb::Take => Action::Take,
        Verb::Check => Action::Check {
            material: stand.materials[0].clone(),
            verdict: Verdict::Accepted,
        },
        Verb::SendBack => {
            let field = stand.service.form().and_then(|form| form.fields().next());
            let material = || {
                stand
                    .service
                    .materials()
                    .first()
                    .map(|material| Item::Material(material.key.into()))
            };
            let item = field.map(|field| Item::Field(field.key.into())).or_else(material);
            Action::SendBack {
                asks: item.map(|item| Ask { item, reason: words() }).into_iter().collect(),
            }
        }
        Verb::Reject => Action::Reject { reason: words() },
        Verb::Dispatch => Action::Dispatch {
            unit: "network".into(),
            words: String::new(),
        },
        Verb::Advance => Action::Advance {
            words: words(),
            photos: vec![],
        },
        Verb::Quote => Action::Quote {
            amount: Fen(120_000),
            words: words(),
        },
        Verb::Paid => Action::Paid {
            amount: stand.work.quote.unwrap_or_default(),
            receipt: "A0001".into(),
        },
        Verb::Conclude => Action::Conclude {
            outcome: outcome().map(|outcome| outcome.key.to_owned()).unwrap_or_default(),
            amount: outcome().filter(|outcome| outcome.charges).map(|_| Fen(8000)),
            deviation: outcome()
                .filter(|outcome| outcome.measures)
                .and_then(|_| Deviation::read("5.2").ok()),
            words: words(),
        },
        Verb::Redo => Action::Redo {
            to: stand
                .work
                .again(stand.service)
                .first()
                .map(|step| step.key.to_owned())
                .unwrap_or_default(),
            reason: words(),
        },
        Verb::Assign => Action::Assign { to: "clerk".into() },
        Verb::Urge => Action::Urge,
        Verb::Undo => Action::Undo,
        Verb::Note => Action::Note {
            words: words(),
            to_resident: true,
        },
        Verb::Finish => Action::Finish {
            result: words(),
            before: vec![],
            after: vec![],
            parts: vec![],
        },
        Verb::Sort => Action::Sort { kind: Kind::Press },
        Verb::Accept => Action::Accept,
        Verb::Arrive => Action::Arrive { point: None },
        Verb::Secure => Action::Secure { words: words() },
        Verb::Wait => Action::Wait { words: words() },
        Verb::Resume => Action::Resume,
        Verb::Return => Action::Return { reason: words() },
        Verb::Split => Action::Split {
            unit: "network".into(),
            words: words(),
        },
        Verb::Join => Action::Join {
            into: CaseNumber::from_index(7),
        },
        Verb::Supervise => Action::Supervise { words: words() },
        Verb::Extend => Action::Extend { reason: words() },
        Verb::Reopen => Action::Reopen { reason: words() },
    }
}

fn after(stand: &Stand, change: &Change, now: Moment) -> Stand {
    let finished = change.status == Status::Finished && stand.status != Status::Finished;
    let rated = change
        .events
        .iter()
        .any(|(event, _)| matches!(event, Event::Rated { .. }));
    let urged = change.events.iter().any(|(event, _)| *event == Event::Urged);
    Stand {
        status: change.status,
        work: change.work.clone(),
        deadline: if change.order.is_none() && change.status == stand.status && change.work.stage == stand.work.stage {
            stand.deadline
        } else {
            change.due
        },
        urged: if finished {
            None
        } else {
            urged.then_some(now).or(stand.urged)
        },
        promised: change.promised,
        finished: if finished { Some(now) } else { stand.finished },
        rated: if finished {
            None
        } else {
            stand.rated.or(rated.then_some(now))
        },
        assigned: stand.assigned || change.takes,
        asks: change.asks.clone(),
        order: change.order.clone(),
        ..stand.clone()
    }
}

fn services() -> impl Strategy<Value = Service> {
    proptest::sample::select(Service::ALL)
}

/// A case wherever it can be: at every place where it waits, and ended.
fn stands() -> impl Strategy<Value = Stand> {
    let ended = [Status::Finished, Status::Rejected, Status::Withdrawn];
    let all = Service::ALL.iter().flat_map(move |service| {
        let ended = ended.map(|status| Stand::sample(*service, status));
        Stand::places(*service).into_iter().chain(ended)
    });
    proptest::sample::select(all.collect::<Vec<_>>())
}

/// Whether a filing of the service has anything that could be asked for again.
fn can_lack_something(service: Service) -> bool {
    service.form().is_some() || !service.materials().is_empty()
}

proptest! {
    /// The button is shown exactly where the server will accept the act.
    #[test]
    fn step_accepts_just_what_allowed_shows(
        mut stand in stands(),
        ago in proptest::option::of(0..20i64),
    ) {
        let house = house();
        let now = Stand::sample_now();
        stand.latest = ago.map(|ago| Latest {
            verb: Verb::Take,
            at: now - TimeDelta::seconds(ago),
            before: Before { status: Status::Filed, due: None, assignee: None, judged: None },
        });
        for actor in actors() {
            let shown = allowed(&stand, actor, now);
            for verb in Verb::ALL {
                let impossible = match verb {
                    Verb::SendBack => !can_lack_something(stand.service),
                    Verb::Check => stand.materials.is_empty(),
                    _ => false,
                };
                if impossible {
                    continue;
                }
                let done = step(&stand, actor, &whole(*verb, &stand), now, &house);
                prop_assert_eq!(done.is_ok(), shown.contains(verb), "{:?} {:?} {:?}: {:?}", stand, actor, verb, done);
            }
        }
    }

    /// However a case is pushed about, somebody can always move it on until it has ended.
    #[test]
    fn no_walk_ends_where_nobody_can_go_on(
        service in services(),
        picks in proptest::collection::vec((any::<proptest::sample::Index>(), any::<proptest::sample::Index>(), 0..200i64), 1..40),
    ) {
        let house = house();
        let mut stand = Stand::sample(service, if service == Service::Trans { Status::Confirming } else { Status::Filed });
        let mut now = Stand::sample_now();
        for (who, what, hours) in picks {
            now += TimeDelta::hours(hours);
            let actor = *who.get(&actors());
            let mut shown = allowed(&stand, actor, now);
            shown.retain(|verb| *verb != Verb::SendBack || can_lack_something(service));
            if !shown.is_empty() {
                let change = step(&stand, actor, &whole(*what.get(&shown), &stand), now, &house);
                prop_assert!(change.is_ok(), "{:?}", change);
                let change = change.unwrap();
                prop_assert!(!change.events.is_empty(), "every act is on the timeline");
                let still = change.status.ours() && change.order.as_ref().is_some_and(|order| order.paused.is_some());
                let due = change.status.waits() && !still;
                prop_assert_eq!(change.due.is_some(), due, "{:?} is due, stands still or has ended", change.status);
                let works = matches!(change.status, Status::Dispatched | Status::Paying);
                prop_assert_eq!(change.work.stage.is_some(), works, "only what is worked on is at a step of it");
                stand = after(&stand, &change, now);
                let pays = stand.step().is_some_and(Step::pays);
                prop_assert_eq!(pays, stand.status == Status::Paying, "{:?}", stand.work);
                prop_assert!(!pays || stand.work.quote.is_some_and(Fen::owed), "what is to be paid is named");
            }
            let ways = actors().into_iter().flat_map(|actor| allowed(&stand, actor, now)).filter(|verb| verb.moves()).count();
            prop_assert_eq!(ways > 0, stand.status.waits(), "{:?}", stand.status);
        }
    }

    /// Residents never do what staff do, administrators never move a case, and so on.
    #[test]
    fn nobody_gets_more_than_their_role(stand in stands()) {
        let shown = |actor| allowed(&stand, actor, Stand::sample_now());
        let residents = [Verb::Complete, Verb::Withdraw, Verb::Add, Verb::Urge, Verb::Rate];
        prop_assert!(shown(Actor::Filer).iter().all(|verb| residents.contains(verb)));
        prop_assert!(shown(Actor::Party).iter().all(|verb| matches!(verb, Verb::Confirm | Verb::Decline)));
        prop_assert!(shown(Actor::Follower).is_empty());
        prop_assert!(shown(Actor::Staff(Role::Admin)).iter().all(|verb| matches!(verb, Verb::Assign | Verb::Note)));
        let outside = matches!(stand.owner(), Some(Owner::Outside(_)));
        let by_itself = |verb: &Verb| outside && matches!(verb, Verb::Advance | Verb::Conclude | Verb::Reject);
        let carries_out = |verb: &Verb| *verb == Verb::Finish && stand.follows_from_outside();
        // A rule of the house passes orders on.
        let passes_on = |verb: &Verb| *verb == Verb::Dispatch && stand.order.is_some() && stand.status == Status::Filed;
        let of_house = |verb: &Verb| *verb == Verb::Paid || by_itself(verb) || carries_out(verb) || passes_on(verb);
        prop_assert!(shown(Actor::House).iter().all(of_house));
        let called = shown(Actor::Called);
        let rates = |verb: &Verb| *verb == Verb::Rate && stand.rated.is_none() && stand.status == Status::Finished;
        prop_assert!(called.iter().all(rates), "nobody speaks for whoever has spoken: {:?}", called);
        for role in Role::ALL {
            let verbs = shown(Actor::Staff(*role));
            let of_residents = |verb: &Verb| residents.contains(verb) && (*verb != Verb::Urge || stand.order.is_none());
            prop_assert!(verbs.iter().all(|verb| !of_residents(verb) && !matches!(verb, Verb::Confirm | Verb::Decline)));
            let counter = matches!(role, Role::Clerk | Role::Supervisor);
            prop_assert!(counter || !verbs.contains(&Verb::Paid), "money is taken at the counter: {:?}", role);
        }
        let theirs = stand.status == Status::Dispatched && stand.step().is_some_and(Step::by_crew);
        let crew = shown(Actor::Staff(Role::Crew));
        prop_assert!(theirs || crew.iter().all(|verb| *verb == Verb::Undo || !verb.moves()), "{:?}", crew);
    }
}

fn stepped(stand: &Stand, actor: Actor, action: &Action) -> Change {
    step(stand, actor, action, Stand::sample_now(), &house()).unwrap()
}

const CLERK: Actor = Actor::Staff(Role::Clerk);

#[test]
fn a_low_rating_reopens_and_tells_a_supervisor() {
    let stand = Stand::sample(Service::Leak, Status::Finished);
    for level in Level::ALL {
        let change = stepped(
            &stand,
            Actor::Filer,
            &Action::Rate {
                level: *level,
                tags: vec![],
                words: String::new(),
            },
        );
        assert_eq!(change.status == Status::Reopened, level.low());
        let told = change.notices.iter().any(|notice| notice.to == Hears::Supervisors);
        assert_eq!(told, level.low());
    }
}

#[test]
fn a_rating_may_be_changed_for_seven_days() {
    let mut stand = Stand::sample(Service::Leak, Status::Finished);
    stand.rated = stand.finished;
    let rated = stand.rated.unwrap();
    let action = Action::Rate {
        level: Level::Good,
        tags: vec![],
        words: String::new(),
    };
    let at = |days, seconds| rated + TimeDelta::days(days) + TimeDelta::seconds(seconds);
    assert!(step(&stand, Actor::Filer, &action, at(7, 0), &house()).is_ok());
    assert_eq!(
        step(&stand, Actor::Filer, &action, at(7, 1), &house()),
        Err(Refusal::RatingOver)
    );
}

#[test]
fn papers_are_checked_before_work_begins() {
    let mut stand = Stand::sample(Service::New, Status::Taken);
    stand.unchecked = 1;
    let action = whole(Verb::Dispatch, &stand);
    let refused = step(&stand, CLERK, &action, Stand::sample_now(), &house());
    assert_eq!(
        refused,
        Err(Refusal::MaterialsOpen {
            unchecked: 1,
            refused: 0
        })
    );
    let mut leak = Stand::sample(Service::Leak, Status::Taken);
    leak.unchecked = 1;
    assert!(
        step(
            &leak,
            CLERK,
            &whole(Verb::Dispatch, &leak),
            Stand::sample_now(),
            &house()
        )
        .is_ok(),
        "a leak does not wait for papers"
    );
}

#[test]
fn sending_back_names_what_is_missing_and_why() {
    let stand = Stand::sample(Service::New, Status::Taken);
    let asks = vec![Ask {
        item: Item::Material("nothing".into()),
        reason: " ".into(),
    }];
    let refused = step(&stand, CLERK, &Action::SendBack { asks }, Stand::sample_now(), &house());
    let Err(Refusal::Flawed(flaws)) = refused else {
        panic!("{refused:?}")
    };
    let fields: Vec<_> = flaws.iter().map(|flaw| flaw.field.as_str()).collect();
    assert_eq!(fields, ["asks.0.item", "asks.0.reason"]);
    let none = step(
        &stand,
        CLERK,
        &Action::SendBack { asks: vec![] },
        Stand::sample_now(),
        &house(),
    );
    assert!(matches!(none, Err(Refusal::Flawed(flaws)) if flaws[0].field == "asks"));
}

#[test]
fn the_promise_counts_from_the_complete_filing() {
    let mut stand = Stand::sample(Service::New, Status::SentBack);
    let later = Stand::sample_now() + TimeDelta::days(20);
    stand.asks = vec![Ask {
        item: Item::Field("address".into()),
        reason: "不清楚".into(),
    }];
    let change = step(&stand, Actor::Filer, &whole(Verb::Complete, &stand), later, &house()).unwrap();
    assert_eq!(change.status, Status::Taken);
    assert!(change.promised > Some(later));
    assert_eq!(change.due, change.promised);
}

#[test]
fn a_declined_transfer_comes_back_and_is_asked_again() {
    let stand = Stand::sample(Service::Trans, Status::Confirming);
    let declined = stepped(
        &stand,
        Actor::Party,
        &Action::Decline {
            reason: "不是我的房子".into(),
        },
    );
    assert_eq!(declined.status, Status::SentBack);
    let back = after(&stand, &declined, Stand::sample_now());
    assert_eq!(
        stepped(&back, Actor::Filer, &whole(Verb::Complete, &back)).status,
        Status::Confirming
    );
}

mod steps;
