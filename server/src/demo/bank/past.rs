//! What was paid in the demo city before anybody came to look.

use shuiting_shared::api::NewOrder;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::Trade;

use super::CODE;
use super::store::{self, Choice, Row};
use crate::app::App;
use crate::db::Conn;
use crate::ids;
use crate::pay::{self, Bid};
use crate::problem::Failure;
use crate::session::Caller;

/// Orders something for somebody, and pays it at once.
pub(in crate::demo) fn pays(app: &App, conn: &mut Conn, caller: &Caller, new: &NewOrder) -> Result<(), Failure> {
    let bid = pay::open(app, conn, caller, CODE, new)?;
    let id = bid.id.clone();
    let trade = paid(app, conn, bid)?;
    pay::heard(app, conn, &id, trade).map(drop)
}

/// Money comes in at the gateway of which our books know nothing, so that they differ.
pub(in crate::demo) fn strays(app: &App, conn: &mut Conn, amount: Fen) -> Result<(), Failure> {
    let now = app.clock.now();
    let id = ids::compact(now);
    let bid = Bid {
        back: "/".to_owned(),
        payer: String::new(),
        amount,
        what: "—".to_owned(),
        expires: now,
        id,
    };
    paid(app, conn, bid).map(drop)
}

/// The gateway takes an order on and is paid.
fn paid(app: &App, conn: &mut Conn, bid: Bid) -> Result<Trade, Failure> {
    let (id, now) = (bid.id.clone(), app.clock.now());
    store::bid(conn, bid, now)?;
    store::choose(conn, &id, Choice::Pay, now)?;
    Ok(store::find(conn, &id)?.map_or(Trade::Unknown, Row::trade))
}
