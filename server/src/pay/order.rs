//! Asking to pay something.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use shuiting_shared::api::{NewOrder, ToPay};
use shuiting_shared::form::{AccountNumber, FieldFlaw, Flaw};
use shuiting_shared::money::Fen;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::pay::{MINUTES, OrderState};
use shuiting_shared::problem::Code;
use shuiting_shared::service::Service;
use shuiting_shared::water::Period;

use super::gateway::Bid;
use super::store::{self, Line, Row};
use super::view;
use crate::app::App;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::Caller;
use crate::{case, ids, water};

/// An order that can be paid for so many minutes more is taken for the same when it is asked for again.
const LEAST_LEFT_MINUTES: i64 = 5;
/// The gateway is first asked about an order after so many seconds: few people pay more quickly.
const FIRST_LOOK_SECONDS: i64 = 15;
/// The longest path to go on to, characters.
const PATH: usize = 200;

/// What is ordered.
struct Wanted {
    water_account: Option<String>,
    case_id: Option<String>,
    /// What each line comes to, without and with a late fee; a month where it is a bill.
    lines: Vec<(Option<Period>, Fen, Fen)>,
    what: String,
}

/// Orders something for the caller; gives what the gateway is told. The same again, as long as it can be paid, is the same
/// order.
pub(crate) fn open(app: &App, conn: &mut Conn, caller: &Caller, gateway: &str, new: &NewOrder) -> Result<Bid, Failure> {
    let me = caller.resident()?;
    me.proved_phone()?;
    let then = new.then.as_deref().map(path).transpose()?;
    // A second tap finds what the first one did.
    alone(conn, &format!("orders of {}", me.account))?;
    let wanted = match &new.what {
        ToPay::Bills { account, periods } => bills(app, conn, account, periods)?,
        ToPay::Case { number } => fee(conn, caller, *number)?,
    };
    let amount: Fen = wanted.lines.iter().map(|(_, amount, fee)| *amount + *fee).sum();
    if !amount.owed() {
        return Err(Failure::new(Code::NothingToPay));
    }
    if amount != new.amount {
        return Err(Failure::new(Code::AmountChanged));
    }
    let now = app.clock.now();
    let id = ids::compact(now);
    let lines: Vec<_> = (0..)
        .zip(&wanted.lines)
        .map(|(place, (period, amount, fee))| Line::new(&id, place, *period, *amount, *fee))
        .collect();
    let row = Row {
        id,
        account_id: me.account.clone(),
        water_account: wanted.water_account,
        case_id: wanted.case_id,
        amount: amount.0,
        state: OrderState::Open.code().to_owned(),
        gateway: gateway.to_owned(),
        then_path: then.map(str::to_owned),
        created: now.naive_utc(),
        expires: (now + TimeDelta::minutes(MINUTES)).naive_utc(),
        looks: 0,
        look_at: Some((now + TimeDelta::seconds(FIRST_LOOK_SECONDS)).naive_utc()),
        trade: None,
        paid_at: None,
    };
    let before = same(conn, &row, &lines, now + TimeDelta::minutes(LEAST_LEFT_MINUTES))?;
    if before.is_none() {
        store::insert(conn, &row, &lines)?;
    }
    Ok(told(before.unwrap_or(row), wanted.what))
}

/// What a gateway is told of an order that the caller has asked for, as long as it can be paid.
pub(crate) fn bid(app: &App, conn: &mut Conn, caller: &Caller, gateway: &str, id: &str) -> Result<Bid, Failure> {
    let row = view::own(conn, caller, id)?;
    if row.gateway != gateway {
        return Err(Failure::new(Code::NotFound));
    }
    if row.state()? != OrderState::Open || row.expires.and_utc() <= app.clock.now() {
        return Err(Failure::new(Code::NothingToPay));
    }
    let what = match (&row.water_account, &row.case_id) {
        (Some(number), _) => of_bills(number),
        (None, Some(case)) => {
            let (number, service) = case::known_by(conn, case)?;
            of_case(service, number)
        }
        (None, None) => return Err(Failure::broken(anyhow::anyhow!("order {id} pays nothing"))),
    };
    Ok(told(row, what))
}

fn told(row: Row, what: String) -> Bid {
    Bid {
        back: format!("/pay/{}", row.id),
        id: row.id,
        payer: row.account_id,
        amount: Fen(row.amount),
        what,
        expires: row.expires.and_utc(),
    }
}

/// What an order is for, in a few words.
fn of_bills(account: &str) -> String {
    format!("水费 {account}")
}

fn of_case(service: Service, number: CaseNumber) -> String {
    format!("{} {number}", service.label().zh)
}

/// An order that pays the same and goes on to the same place.
fn same(
    conn: &mut Conn,
    new: &Row,
    lines: &[Line],
    open_after: shuiting_shared::time::Moment,
) -> Result<Option<Row>, Failure> {
    let of = |row: &Row| {
        let Row {
            water_account,
            case_id,
            gateway,
            then_path,
            ..
        } = row.clone();
        (water_account, case_id, gateway, then_path)
    };
    for before in store::open_after(conn, &new.account_id, open_after)? {
        let there = store::lines(conn, &before.id)?;
        let alike = there.len() == lines.len() && there.iter().zip(lines).all(|(a, b)| a.pays_like(b));
        if alike && of(&before) == of(new) {
            return Ok(Some(before));
        }
    }
    Ok(None)
}

/// A path of the hall, and no other place.
fn path(path: &str) -> Result<&str, Failure> {
    let ours = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    if ours && path.len() <= PATH {
        Ok(path)
    } else {
        Err(Failure::flawed(vec![FieldFlaw::new("then", Flaw::WrongType)]))
    }
}

/// Bills of a water account, oldest first, each once.
fn bills(app: &App, conn: &mut Conn, account: &str, periods: &[Period]) -> Result<Wanted, Failure> {
    let refused = |field, flaw| Failure::flawed(vec![FieldFlaw::new(field, flaw)]);
    let number = AccountNumber::read(account).map_err(|flaw| refused("what.account", flaw))?;
    let periods: BTreeSet<_> = periods.iter().copied().collect();
    if periods.is_empty() {
        return Err(refused("what.periods", Flaw::Missing));
    }
    let unpaid = water::unpaid(app, conn, number.digits())?;
    let lines: Vec<_> = unpaid
        .into_iter()
        .filter(|bill| periods.contains(&bill.period))
        .map(|bill| (Some(bill.period), bill.left, bill.late_fee))
        .collect();
    // One of them was paid meanwhile, or never was.
    if lines.len() != periods.len() {
        return Err(Failure::new(Code::NothingToPay));
    }
    Ok(Wanted {
        what: of_bills(number.digits()),
        water_account: Some(number.digits().to_owned()),
        case_id: None,
        lines,
    })
}

/// What a case of the caller's own waits for.
fn fee(conn: &mut Conn, caller: &Caller, number: CaseNumber) -> Result<Wanted, Failure> {
    let fee = case::to_pay(conn, caller, number)?.ok_or_else(|| Failure::new(Code::NothingToPay))?;
    Ok(Wanted {
        what: of_case(fee.service, number),
        water_account: None,
        case_id: Some(fee.case_id),
        lines: vec![(None, fee.amount, Fen::ZERO)],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_on_within_the_hall_alone() {
        assert!(path("/services/TRANS?account=0769123456").is_ok());
        for wrong in [
            "",
            "services",
            "//elsewhere.example",
            "https://elsewhere.example",
            "/\\elsewhere",
        ] {
            assert_eq!(path(wrong).unwrap_err().code(), Code::Invalid, "{wrong}");
        }
        assert!(path(&format!("/{}", "x".repeat(PATH))).is_err());
    }
}
