//! What WeChat Pay answers, and why it does not do what it was asked.

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use reqwest::StatusCode;
use serde::Deserialize;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::Trade;

use super::merchant::down;
use crate::pay::{Given, Trouble};

/// What an amount is in; we take no other.
pub(super) const CURRENCY: &str = "CNY";

/// An amount of a transaction.
#[derive(Deserialize)]
pub(super) struct Amount {
    total: i64,
    #[serde(default = "yuan")]
    currency: String,
}

fn yuan() -> String {
    CURRENCY.to_owned()
}

/// A transaction: what a query answers.
#[derive(Deserialize)]
pub(super) struct Transaction {
    appid: String,
    mchid: String,
    pub(super) out_trade_no: String,
    #[serde(rename = "transaction_id")]
    number: Option<String>,
    trade_state: String,
    success_time: Option<DateTime<Utc>>,
    amount: Option<Amount>,
}

impl Transaction {
    /// How the order stands, once it is sure that the answer is about it.
    pub(super) fn trade(self, order: &str, merchant: &str, apps: &[String]) -> Result<Trade, Trouble> {
        let ours = self.out_trade_no == order && self.mchid == merchant && apps.contains(&self.appid);
        if !ours {
            return Err(down(anyhow::anyhow!("an answer about another order")));
        }
        match self.trade_state.as_str() {
            // What was given back since had been paid.
            "SUCCESS" | "REFUND" => self.paid().map_err(Trouble::Down),
            "NOTPAY" | "PAYERROR" => Ok(Trade::Unpaid),
            "USERPAYING" | "ACCEPT" => Ok(Trade::Paying),
            "CLOSED" | "REVOKED" => Ok(Trade::Closed),
            state => Err(down(anyhow::anyhow!("an order that is {state:?}"))),
        }
    }

    fn paid(self) -> anyhow::Result<Trade> {
        let amount = self.amount.context("paid without an amount")?;
        anyhow::ensure!(amount.currency == CURRENCY, "paid in {:?}", amount.currency);
        Ok(Trade::Paid {
            transaction: self.number.context("paid without a number")?,
            amount: Fen(amount.total),
            at: self.success_time.context("paid at no time")?,
        })
    }
}

/// A refund: what asking for one answers, and asking about it.
#[derive(Deserialize)]
pub(super) struct Refund {
    out_refund_no: String,
    status: String,
    success_time: Option<DateTime<Utc>>,
    amount: RefundAmount,
}

#[derive(Deserialize)]
struct RefundAmount {
    refund: i64,
    #[serde(default = "yuan")]
    currency: String,
}

impl Refund {
    /// How it stands, once it is sure that the answer is about it, and about as much where that is known.
    pub(super) fn given(self, id: &str, amount: Option<Fen>) -> Result<Given, Trouble> {
        let same = amount.is_none_or(|amount| self.amount.refund == amount.0);
        if self.out_refund_no != id || self.amount.currency != CURRENCY || !same {
            return Err(down(anyhow::anyhow!("an answer about another refund")));
        }
        match self.status.as_str() {
            "SUCCESS" => {
                let at = self.success_time.context("given back at no time");
                at.map(Given::Done).map_err(Trouble::Down)
            }
            "PROCESSING" => Ok(Given::Accepted),
            "CLOSED" | "ABNORMAL" => Ok(Given::Failed),
            status => Err(down(anyhow::anyhow!("a refund that is {status:?}"))),
        }
    }
}

/// What an order was taken on under.
#[derive(Deserialize)]
pub(super) struct Prepaid {
    pub(super) prepay_id: String,
}

/// Where a day's bill lies.
#[derive(Deserialize)]
pub(super) struct BillAt {
    pub(super) hash_type: String,
    pub(super) hash_value: String,
    pub(super) download_url: String,
}

/// WeChat Pay knows of no such thing.
pub(super) const UNKNOWN: [&str; 2] = ["ORDER_NOT_EXIST", "RESOURCE_NOT_EXISTS"];
/// It is closed already.
pub(super) const CLOSED: [&str; 2] = ["ORDER_CLOSED", "ORDERCLOSED"];
/// Nothing moved on that day.
pub(super) const NO_BILL: &str = "NO_STATEMENT_EXIST";

/// What passes by itself, or once somebody at the utility has seen to the merchant account: an empty balance, wrong keys, a
/// right that it lacks. Nothing is given up for it.
const PASSES: [&str; 8] = [
    "SYSTEM_ERROR",
    "BANK_ERROR",
    "FREQUENCY_LIMITED",
    "RATELIMIT_EXCEEDED",
    "STATEMENT_CREATING",
    "NOT_ENOUGH",
    "SIGN_ERROR",
    "NO_AUTH",
];

#[derive(Deserialize)]
struct Refusal {
    code: String,
    #[serde(default)]
    message: String,
}

/// Why it was not done. A refusal begins with WeChat Pay's code.
pub(super) fn refused(status: StatusCode, body: &[u8]) -> Trouble {
    let Ok(Refusal { code, message }) = serde_json::from_slice(body) else {
        return down(anyhow::anyhow!("WeChat Pay answers {status}"));
    };
    let passes = PASSES.contains(&code.as_str()) || status == StatusCode::TOO_MANY_REQUESTS;
    if passes || status == StatusCode::UNAUTHORIZED {
        down(anyhow::anyhow!("WeChat Pay answers {code}: {message}"))
    } else {
        Trouble::Refused(format!("{code}: {message}"))
    }
}

/// Whether it was refused with one of these codes.
pub(super) fn is_one(trouble: &Trouble, codes: &[&str]) -> bool {
    match trouble {
        Trouble::Refused(why) => codes.contains(&why.split(':').next().unwrap_or_default()),
        Trouble::Down(_) | Trouble::Unsigned => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn transaction(change: impl FnOnce(&mut Value)) -> Result<Trade, Trouble> {
        let mut answer = json!({
            "appid": "wx1", "mchid": "1900000001", "out_trade_no": "0193", "transaction_id": "4200001",
            "trade_state": "SUCCESS", "success_time": "2026-11-24T10:00:05+08:00",
            "amount": { "total": 5400, "currency": "CNY" },
        });
        change(&mut answer);
        let read: Transaction = serde_json::from_value(answer).unwrap();
        read.trade("0193", "1900000001", &["wx1".to_owned()])
    }

    #[test]
    fn a_transaction_is_one_of_five_things() {
        let paid = transaction(|_| ()).unwrap();
        assert!(
            matches!(paid, Trade::Paid { amount: Fen(5400), at, .. } if at.to_rfc3339() == "2026-11-24T02:00:05+00:00")
        );
        assert_eq!(
            transaction(|answer| answer["trade_state"] = json!("REFUND")).unwrap(),
            paid
        );
        for (state, trade) in [
            ("NOTPAY", Trade::Unpaid),
            ("PAYERROR", Trade::Unpaid),
            ("USERPAYING", Trade::Paying),
            ("CLOSED", Trade::Closed),
        ] {
            assert_eq!(
                transaction(|answer| answer["trade_state"] = json!(state)).unwrap(),
                trade
            );
        }
    }

    #[test]
    fn what_is_about_something_else_is_not_believed() {
        for (part, other) in [
            ("appid", json!("wx2")),
            ("mchid", json!("1900000002")),
            ("out_trade_no", json!("0194")),
            ("trade_state", json!("WHATEVER")),
            ("amount", json!({ "total": 5400, "currency": "USD" })),
            ("amount", Value::Null),
            ("success_time", Value::Null),
        ] {
            let trade = transaction(|answer| answer[part] = other.clone());
            assert!(matches!(trade, Err(Trouble::Down(_))), "{part} {other}");
        }
    }

    #[test]
    fn what_passes_is_asked_again() {
        let answers = |status: u16, code: &str| {
            let body = json!({ "code": code, "message": "…" }).to_string();
            refused(StatusCode::from_u16(status).unwrap(), body.as_bytes())
        };
        for (status, code) in [
            (429, "FREQUENCY_LIMITED"),
            (429, "ANYTHING"),
            (403, "NOT_ENOUGH"),
            (401, "SIGN_ERROR"),
            (400, "STATEMENT_CREATING"),
        ] {
            assert!(matches!(answers(status, code), Trouble::Down(_)), "{code}");
        }
        for (status, code) in [(400, "PARAM_ERROR"), (400, "ORDERPAID"), (403, "USER_ACCOUNT_ABNORMAL")] {
            let trouble = answers(status, code);
            assert!(
                matches!(trouble, Trouble::Refused(_)) && is_one(&trouble, &[code]),
                "{code}"
            );
        }
        let nonsense = refused(StatusCode::NOT_FOUND, b"<html>");
        assert!(matches!(nonsense, Trouble::Down(_)));
    }

    #[test]
    fn a_refund_that_is_accepted_is_not_back() {
        let given = |status: &str, id: &str, amount: i64| {
            let read = serde_json::from_value::<Refund>(json!({
                "out_refund_no": "r1", "status": status, "success_time": "2026-11-24T10:00:05+08:00",
                "amount": { "refund": 5400, "total": 10881, "currency": "CNY" },
            }));
            read.unwrap().given(id, Some(Fen(amount)))
        };
        assert_eq!(given("PROCESSING", "r1", 5400).unwrap(), Given::Accepted);
        assert!(matches!(given("SUCCESS", "r1", 5400).unwrap(), Given::Done(_)));
        assert_eq!(given("ABNORMAL", "r1", 5400).unwrap(), Given::Failed);
        assert!(given("SUCCESS", "r2", 5400).is_err());
        assert!(given("SUCCESS", "r1", 5401).is_err());
    }
}
