//! How long the board takes with 100 open orders and with 10,000. `make bench` runs it on both engines.

#![expect(clippy::print_stdout, reason = "the bench tells what it measured")]

use std::time::{Duration, Instant};

use shuiting_server::session::{Caller, Who};
use shuiting_server::{account, case};
use shuiting_shared::api::NewCase;
use shuiting_shared::case::Role;
use shuiting_shared::words::Lang;
use shuiting_tests::{Engine, Person, TestApp};

use super::leak_in;

const PHONE: &str = "13800000001";
/// Looks whose median is taken.
const LOOKS: usize = 31;
/// The page of 10,000 orders takes at most so many times what that of 100 takes.
const FACTOR: u32 = 3;

/// Towns in turn, so that every branch has some.
const TOWNS: [&str; 8] = [
    "nancheng",
    "guancheng",
    "dongcheng",
    "wanjiang",
    "songshanhu",
    "shijie",
    "humen",
    "changan",
];

/// Files so many orders in one transaction, every other one a burst that goes to its branch.
async fn files(app: &TestApp, from: usize, to: usize) {
    let state = app.inside().clone();
    app.write(move |conn| {
        let caller = Caller {
            session: String::new(),
            who: Who::Resident(account::find_or_open(conn, PHONE, Lang::Zh, state.clock.now())?.into()),
            lang: Lang::Zh,
        };
        for at in from..to {
            let severity = if at % 2 == 0 { "flood" } else { "flow" };
            let new: NewCase = serde_json::from_value(leak_in(TOWNS[at / 2 % TOWNS.len()], severity, PHONE))?;
            case::file(&state, conn, &caller, &format!("bench-{at}"), &new)?;
        }
        Ok(())
    })
    .await;
}

async fn median(person: &Person) -> Duration {
    let mut took = Vec::new();
    for _ in 0..LOOKS {
        let start = Instant::now();
        person.get("/desk/board").await.is(200);
        took.push(start.elapsed());
    }
    took.sort();
    took[LOOKS / 2]
}

#[tokio::test]
#[ignore = "it files 10,000 orders; run by `make bench`"]
async fn ten_thousand_orders_take_at_most_three_times_as_long_as_a_hundred() {
    let app = TestApp::new().await;
    let dispatcher = app.staff("dispatcher", Role::Dispatcher).await;
    files(&app, 0, 100).await;
    median(&dispatcher).await;
    let few = median(&dispatcher).await;
    files(&app, 100, 10_000).await;
    median(&dispatcher).await;
    let many = median(&dispatcher).await;
    println!(
        "{:?}: the board of 100 orders {few:?}, of 10,000 {many:?}",
        Engine::tested()
    );
    assert!(many <= few * FACTOR, "{many:?} > {FACTOR} × {few:?}");
}
