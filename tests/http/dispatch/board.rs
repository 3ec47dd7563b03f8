//! What the board shows.

use chrono::TimeDelta;
use serde_json::json;
use shuiting_server::clock::Clock as _;
use shuiting_shared::api::{BoardLoad, BoardQuery, BoardUnit};
use shuiting_shared::case::Role;
use shuiting_shared::order::Clock;
use shuiting_tests::TestApp;

use super::{NANCHENG, board, leak_in, passes};

const PHONE: &str = "13800000001";

fn names(units: &[BoardUnit]) -> Vec<Option<&str>> {
    units.iter().map(|unit| unit.unit.as_deref()).collect()
}

#[tokio::test]
async fn each_unit_has_its_load_and_what_is_due_first() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    assert_eq!(board(&dispatcher, "").await.units, [], "nothing is open");

    let later = resident.files(&leak_in("nancheng", "flow", PHONE)).await;
    app.clock.advance(TimeDelta::minutes(5));
    let waits = resident.files(&leak_in("nancheng", "flow", PHONE)).await;
    let burst = resident.files(&leak_in("humen", "flood", PHONE)).await;
    let here = board(&dispatcher, "").await;
    assert_eq!(
        names(&here.units),
        [None, Some("branch-humen")],
        "a burst goes by itself"
    );
    let load = here.units[0].load;
    assert_eq!((load.open, load.priorities, load.unheld), (2, [0, 2, 0, 0], 2));
    assert_eq!((load.late, load.soon, load.still), (0, 2, 0), "ten minutes to respond");
    let first = &here.units[0].next[0];
    assert_eq!(first.case.number.to_string(), later);
    assert_eq!(first.case.order.as_ref().unwrap().clock, Some(Clock::Respond));
    assert_eq!(first.runs_out, Some(app.clock.now() + TimeDelta::minutes(5)));
    assert_eq!(here.units[1].next[0].case.number.to_string(), burst);

    passes(&dispatcher, &later, NANCHENG).await;
    let crew = app.staff("crew", Role::Crew).await;
    crew.acts(&later, json!({ "verb": "accept" })).await;
    crew.acts(&later, json!({ "verb": "wait", "words": "等住户回家开门" }))
        .await;
    app.clock.advance(TimeDelta::minutes(20));
    let here = board(&dispatcher, "").await;
    assert_eq!(
        names(&here.units),
        [None, Some(NANCHENG), Some("branch-humen")],
        "as the house has them"
    );
    assert_eq!((here.units[0].load.late, here.units[0].load.soon), (1, 0));
    let load = here.units[1].load;
    assert_eq!(
        (load.open, load.still, load.unheld),
        (1, 1, 0),
        "its clocks stand still, and somebody has it"
    );
    assert_eq!(here.units[1].next[0].runs_out, None);
    let total: BoardLoad = here.units.iter().map(|unit| unit.load).sum();
    assert_eq!((total.open, total.priorities), (3, [1, 2, 0, 0]));

    for (query, open) in [
        ("?unit=none", vec![waits.clone()]),
        ("?unit=branch-humen", vec![burst.clone()]),
        ("?kind=BURST", vec![burst.clone()]),
        ("?priority=2&unit=branch-nancheng", vec![later.clone()]),
        ("?town=humen", vec![burst]),
        ("?town=guancheng", vec![]),
    ] {
        let found = board(&dispatcher, query).await.units;
        let lines = found.iter().flat_map(|unit| &unit.next);
        let numbers: Vec<_> = lines.map(|line| line.case.number.to_string()).collect();
        assert_eq!(numbers, open, "{query}");
    }
    dispatcher.get("/desk/board?kind=NOPE").await.is(422);
}

#[tokio::test]
async fn however_many_are_open_the_answer_is_bounded() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    for _ in 0..12 {
        resident.files(&leak_in("nancheng", "flow", PHONE)).await;
    }
    let all = board(&dispatcher, "").await;
    assert_eq!(all.units[0].load.open, 12);
    assert_eq!(all.units[0].next.len(), BoardQuery::NEXT as usize);
    assert!(all.units[0].next.is_sorted_by_key(|line| line.runs_out));
    let one = board(&dispatcher, "?unit=none").await;
    assert_eq!(one.units[0].next.len(), 12, "up to {}", BoardQuery::MOST);
}

#[tokio::test]
async fn what_was_joined_counts_with_its_lead_and_what_is_over_is_gone() {
    let app = TestApp::new().await;
    let resident = app.resident(PHONE).await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    let lead = resident.files(&leak_in("nancheng", "flow", PHONE)).await;
    let same = resident.files(&leak_in("nancheng", "drip", PHONE)).await;
    dispatcher.acts(&same, json!({ "verb": "join", "into": lead })).await;
    let open = board(&dispatcher, "").await.units[0].load.open;
    assert_eq!(open, 1);
    passes(&dispatcher, &lead, NANCHENG).await;
    dispatcher
        .acts(&lead, json!({ "verb": "finish", "result": "换了一段水管" }))
        .await;
    assert_eq!(board(&dispatcher, "").await.units, []);
}

#[tokio::test]
async fn the_board_is_for_staff() {
    let app = TestApp::new().await;
    app.resident(PHONE)
        .await
        .get("/desk/board")
        .await
        .fails(403, "forbidden");
    app.passer_by().get("/desk/board").await.fails(401, "sign_in");
}
