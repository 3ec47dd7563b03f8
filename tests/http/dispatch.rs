//! The dispatch board, what dispatch does with work orders, and the figures of them.

mod acts;
mod bench;
mod board;
mod figures;
mod lists;

use serde_json::{Value, json};
use shuiting_shared::api::Board;
use shuiting_tests::{Person, leak};

const NANCHENG: &str = "branch-nancheng";

/// A leak in a town, as bad as said.
fn leak_in(town: &str, severity: &str, phone: &str) -> Value {
    let mut leak = leak();
    leak["answers"]["town"] = json!(town);
    leak["answers"]["severity"] = json!(severity);
    leak["answers"]["phone"] = json!(phone);
    leak
}

/// A complaint about something.
fn complaint(category: &str) -> Value {
    json!({ "service": "COMP", "answers": {
        "category": category, "words": "水龙头的水有铁锈味", "town": "nancheng", "phone": "13800000001",
    } })
}

/// Passes a case to a unit.
async fn passes(dispatcher: &Person, number: &str, unit: &str) {
    dispatcher
        .acts(number, json!({ "verb": "dispatch", "unit": unit }))
        .await;
}

async fn board(person: &Person, query: &str) -> Board {
    person.get(&format!("/desk/board{query}")).await.is(200).read()
}
