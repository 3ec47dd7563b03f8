//! Every service is worked through all its steps at the desk, whatever comes out.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Event, Role, Status, Verb, Work};
use shuiting_shared::form::{Answers, sample};
use shuiting_shared::house::House;
use shuiting_shared::money::Fen;
use shuiting_shared::service::{Ends, Owner, Service, Step};
use shuiting_shared::time::today;
use shuiting_tests::{Person, START, TestApp, pictures};

const PHONE: &str = "13800000001";
const PRICE: i64 = 120_000;

/// Whoever is needed.
struct Town {
    app: TestApp,
    resident: Person,
    party: Person,
    clerk: Person,
    dispatcher: Person,
    crew: Person,
}

impl Town {
    async fn new() -> Self {
        let app = TestApp::new().await;
        Self {
            resident: app.resident(PHONE).await,
            party: app.resident("13800000003").await,
            clerk: app.clerk("clerk").await,
            dispatcher: app.staff("dispatcher", Role::Dispatcher).await,
            crew: app.staff("crew", Role::Crew).await,
            app,
        }
    }

    /// A case of a service, filed with answers that are right.
    async fn files(&self, service: Service) -> String {
        let form = service.form().unwrap();
        let answers = sample::filled(
            form,
            &Answers::default(),
            &House::dongguan(),
            today(START.parse().unwrap()),
        );
        let filing = json!({ "service": service, "answers": answers });
        self.resident.files(&filing).await
    }

    /// Who does the step that a case is at, where it stands with somebody of the house or outside.
    fn who(&self, case: &CaseView) -> &Person {
        let step = here(case).unwrap();
        match case.line.service.owner(case.line.status, Some(step)).unwrap() {
            Owner::Party => &self.party,
            Owner::Staff(Role::Crew) => &self.crew,
            Owner::Staff(Role::Dispatcher) => &self.dispatcher,
            // The counter takes money and enters what those outside say.
            Owner::Staff(_) | Owner::Filer | Owner::Outside(_) => &self.clerk,
        }
    }

    /// Ends the step that a case is at, with this outcome where one has to come out.
    async fn goes_on(&self, number: &str, outcome: &str) -> CaseView {
        let case = self.clerk.looks_at(number).await;
        let who = self.who(&case);
        let may = who.looks_at(number).await.allowed;
        if may.contains(&Verb::Check) {
            for material in case.materials.iter().filter(|material| material.verdict.is_none()) {
                let accepted = json!({ "verb": "check", "material": material.key, "verdict": "accepted" });
                who.acts(number, accepted).await;
            }
        }
        let photo = who.uploads(&pictures::jpeg(40, 30)).await;
        // In this order: what ends a step comes before what passes it on or ends all.
        let verbs = [
            Verb::Confirm,
            Verb::Take,
            Verb::Quote,
            Verb::Paid,
            Verb::Conclude,
            Verb::Advance,
            Verb::Finish,
        ];
        let first_by_crew = case.line.service.first_work().is_some_and(Step::by_crew);
        let verb = if case.line.status == Status::Taken && first_by_crew {
            Verb::Dispatch
        } else {
            *verbs.iter().find(|verb| may.contains(verb)).unwrap()
        };
        let case = who.acts(number, action(verb, &case, outcome, &photo)).await;
        // What leaves at one moment has no order.
        self.app.carried().await;
        case
    }

    /// Works a case to its end; gives the keys of the steps at which it stood.
    async fn walks(&self, number: &str, outcome: &str) -> Vec<&'static str> {
        let mut walked: Vec<&'static str> = Vec::new();
        let mut case = self.clerk.looks_at(number).await;
        while let Some(step) = here(&case) {
            if walked.last() != Some(&step.key) {
                walked.push(step.key);
            }
            assert!(case.line.due.is_some(), "{:?} {} is due", case.line.service, step.key);
            case = self.goes_on(number, outcome).await;
        }
        assert_eq!(case.line.status, Status::Finished);
        walked
    }
}

fn here(case: &CaseView) -> Option<&'static Step> {
    case.line.work.at(case.line.service, case.line.status)
}

fn action(verb: Verb, case: &CaseView, outcome: &str, photo: &str) -> Value {
    match verb {
        Verb::Dispatch => json!({ "verb": "dispatch", "unit": "works" }),
        Verb::Quote => json!({ "verb": "quote", "amount": PRICE, "words": "含材料和人工" }),
        Verb::Paid => json!({ "verb": "paid", "amount": case.line.work.quote, "receipt": "A0001" }),
        Verb::Conclude => {
            let found = case.line.service.outcome(outcome).unwrap();
            let (amount, deviation) = (found.charges.then_some(8000), found.measures.then_some(520));
            json!({ "verb": "conclude", "outcome": outcome, "amount": amount, "deviation": deviation, "words": "误差" })
        }
        Verb::Advance if case.line.status == Status::Taken => json!({ "verb": "advance" }),
        Verb::Advance => json!({ "verb": "advance", "words": "已办好", "photos": [photo] }),
        Verb::Finish => json!({ "verb": "finish", "result": "已办好" }),
        other => json!({ "verb": other.code() }),
    }
}

#[tokio::test]
async fn every_service_is_worked_through_all_its_steps() {
    let town = Town::new().await;
    for service in Service::ALL.iter().filter(|service| service.form().is_some()) {
        let outcomes: Vec<_> = service.steps().iter().flat_map(Step::outcomes).collect();
        let mut walked = BTreeSet::new();
        for at in 0..outcomes.len().max(1) {
            let number = town.files(*service).await;
            let outcome = outcomes.get(at).map_or("", |outcome| outcome.key);
            if *service == Service::Trans {
                // The desk could do it at once; here it takes every step.
                town.goes_on(&number, outcome).await;
                walked.insert("confirm");
            }
            walked.extend(town.walks(&number, outcome).await);
        }
        let all: BTreeSet<_> = service.steps().iter().map(|step| step.key).collect();
        assert_eq!(walked, all, "{service:?}");
    }
}

#[tokio::test]
async fn what_is_quoted_is_told_paid_at_the_counter_and_then_done() {
    let town = Town::new().await;
    let number = town.files(Service::Move).await;
    for _ in ["taken", "dispatched", "surveyed", "quoted"] {
        town.goes_on(&number, "").await;
    }
    let case = town.resident.looks_at(&number).await;
    assert_eq!(case.line.status, Status::Paying);
    assert!(case.line.waits_for_you && case.allowed.contains(&Verb::Withdraw));
    assert_eq!(case.line.work.quote, Some(Fen(PRICE)));
    let Event::Advanced { photos, .. } = &case.timeline[1].event else {
        panic!("{:?}", case.timeline)
    };
    town.resident.get(&format!("/attachments/{}", photos[0])).await.is(200);
    assert!(!town.resident.lists().await[0].work.is_none());

    let paid = |fen: i64| json!({ "verb": "paid", "amount": fen, "receipt": "A0001" });
    let refused = town.clerk.tries(&number, paid(PRICE - 1)).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["amount not_the_amount"]);
    town.crew.tries(&number, paid(PRICE)).await.fails(409, "not_now");
    town.resident.tries(&number, paid(PRICE)).await.fails(409, "not_now");
    let case = town.clerk.acts(&number, paid(PRICE)).await;
    assert_eq!(
        (case.line.status, case.line.work.stage.as_deref()),
        (Status::Dispatched, Some("work"))
    );
    town.app.carried().await;
    town.walks(&number, "").await;
    let heard = town.app.messages_to(PHONE).await;
    let heard: Vec<_> = heard.into_iter().filter(|text| text.contains(&number)).collect();
    insta::assert_snapshot!(heard.join("\n").replace(&number, "7F2-0391"));
}

#[tokio::test]
async fn a_survey_is_done_again_and_the_quote_falls_with_it() {
    let town = Town::new().await;
    let number = town.files(Service::Split).await;
    for _ in ["taken", "dispatched", "surveyed", "quoted"] {
        town.goes_on(&number, "").await;
    }
    let redo = |to: &str| json!({ "verb": "redo", "to": to, "reason": "漏了两户" });
    let refused = town.clerk.tries(&number, redo("work")).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["to not_a_choice"]);
    let case = town.clerk.acts(&number, redo("survey")).await;
    let survey = Work {
        stage: Some("survey".into()),
        ..Work::default()
    };
    assert_eq!((case.line.status, case.line.work), (Status::Dispatched, survey));
    assert_eq!(town.walks(&number, "").await, ["survey", "quote", "pay", "work"]);
}

#[tokio::test]
async fn whoever_does_not_want_to_pay_withdraws() {
    let town = Town::new().await;
    let number = town.files(Service::Temp).await;
    while town.clerk.looks_at(&number).await.line.status != Status::Paying {
        town.goes_on(&number, "").await;
    }
    let case = town.resident.acts(&number, json!({ "verb": "withdraw" })).await;
    assert_eq!((case.line.status, case.line.due), (Status::Withdrawn, None));
}

#[tokio::test]
async fn the_test_of_a_meter_decides_who_pays() {
    let town = Town::new().await;
    for (outcome, way) in [
        ("within", ["laboratory", "pay", "refit"]),
        ("outside", ["laboratory", "rebill", "refit"]),
    ] {
        let number = town.files(Service::Test).await;
        while here(&town.clerk.looks_at(&number).await).is_some_and(|step| !matches!(step.ends, Ends::Outcome(_))) {
            town.goes_on(&number, "").await;
        }
        let unpaid = json!({ "verb": "conclude", "outcome": "within", "words": "误差 +1.2%" });
        let refused = town.clerk.tries(&number, unpaid).await.fails(422, "invalid");
        assert_eq!(refused.flaws(), ["amount missing"]);
        assert_eq!(town.walks(&number, outcome).await, way);
        let told = town.app.messages_to(PHONE).await;
        let means = Service::Test.outcome(outcome).unwrap().means.zh;
        assert!(
            told.iter().any(|text| text.contains(&number) && text.contains(means)),
            "{told:?}"
        );
    }
}
