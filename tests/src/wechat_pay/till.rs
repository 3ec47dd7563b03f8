//! The orders and refunds of WeChat Pay as a test has it.

use chrono::{FixedOffset, SecondsFormat};
use serde_json::{Value, json};
use sha1::{Digest as _, Sha1};
use shuiting_shared::time::Moment;

use super::{Asked, FakeWechatPay, Inside, KEY, MERCHANT, State};
use crate::wechat::{ACCOUNT, MINI};

/// An order that it has taken on.
pub(super) struct Order {
    asked: Value,
    state: &'static str,
    at: Option<Moment>,
}

/// A refund that it has taken on.
pub(super) struct Refund {
    asked: Value,
    status: &'static str,
    at: Moment,
}

fn china(at: Moment) -> String {
    let china = FixedOffset::east_opt(8 * 3600).unwrap();
    at.with_timezone(&china).to_rfc3339_opts(SecondsFormat::Secs, false)
}

fn transaction(id: &str) -> String {
    format!("4200{}", &id[id.len() - 8..])
}

impl Order {
    /// How it stands, as a query tells.
    pub(super) fn told(&self, id: &str) -> Value {
        let mut told = json!({
            "appid": self.asked["appid"], "mchid": MERCHANT, "out_trade_no": id, "trade_state": self.state,
            "trade_state_desc": "…", "amount": self.asked["amount"],
        });
        if let Some(at) = self.at {
            told["transaction_id"] = json!(transaction(id));
            told["success_time"] = json!(china(at));
            told["payer"] = self.asked["payer"].clone();
        }
        told
    }
}

impl Refund {
    pub(super) fn told(&self) -> Value {
        let mut told = json!({
            "refund_id": "5000001", "out_refund_no": self.asked["out_refund_no"], "out_trade_no": self.asked["out_trade_no"],
            "status": self.status, "amount": self.asked["amount"], "create_time": china(self.at),
        });
        if self.status == "SUCCESS" {
            told["success_time"] = json!(china(self.at));
        }
        told
    }
}

impl FakeWechatPay {
    /// Somebody pays an order; gives the number of the payment.
    pub fn is_paid(&self, order: &str) -> String {
        let mut state = self.state();
        let at = state.now();
        let found = state.orders.get_mut(order).unwrap();
        (found.state, found.at) = ("SUCCESS", Some(at));
        transaction(order)
    }

    /// Whoever closes an order finds that it was paid at that moment.
    pub fn is_hasty(&self) {
        self.state().hasty = true;
    }

    /// How an order stands.
    pub fn stands(&self, order: &str) -> String {
        self.state().orders[order].state.to_owned()
    }

    /// Ends all refunds in one way: `SUCCESS`, `ABNORMAL`.
    pub fn ends_refunds(&self, status: &'static str) {
        let mut state = self.state();
        let at = state.now();
        for refund in state.refunds.values_mut() {
            (refund.status, refund.at) = (status, at);
        }
    }

    /// The refunds that it was asked for.
    pub fn refunds(&self) -> Vec<Value> {
        self.state()
            .refunds
            .values()
            .map(|refund| refund.asked.clone())
            .collect()
    }

    /// What its bills say from now on.
    pub fn bills(&self, bill: String) {
        self.state().bill = Some(bill);
    }
}

/// A refusal.
pub(super) fn refused(status: u16, code: &str) -> (u16, String) {
    (status, json!({ "code": code, "message": "…" }).to_string())
}

fn yes(said: &Value) -> (u16, String) {
    (200, said.to_string())
}

/// What it says to a request that is ours.
pub(super) fn said(inside: &Inside, asked: &Asked) -> (u16, String) {
    if asked.url == "/v3/certificates" {
        return certificates(inside);
    }
    let body: Value = serde_json::from_str(&asked.body).unwrap_or_default();
    let path = asked.url.split('?').next().unwrap();
    let parts: Vec<_> = path.trim_start_matches("/v3/").split('/').collect();
    let mut state = inside.state();
    match (asked.method.as_str(), parts.as_slice()) {
        ("POST", ["pay", "transactions", "jsapi"]) => order(&mut state, &body),
        ("GET", ["pay", "transactions", "out-trade-no", id]) => match state.orders.get(*id) {
            Some(order) if asked.url.ends_with(&format!("?mchid={MERCHANT}")) => yes(&order.told(id)),
            _ => refused(404, "ORDER_NOT_EXIST"),
        },
        ("POST", ["pay", "transactions", "out-trade-no", id, "close"]) => close(&mut state, id),
        ("POST", ["refund", "domestic", "refunds"]) => {
            let id = body["out_refund_no"].as_str().unwrap().to_owned();
            let paid = state.orders[body["out_trade_no"].as_str().unwrap()].state == "SUCCESS";
            if !paid || body["amount"]["currency"] != "CNY" {
                return refused(400, "PARAM_ERROR");
            }
            let at = state.now();
            let refund = state.refunds.entry(id).or_insert(Refund {
                asked: body,
                status: "PROCESSING",
                at,
            });
            yes(&refund.told())
        }
        ("GET", ["refund", "domestic", "refunds", id]) => match state.refunds.get(*id) {
            Some(refund) => yes(&refund.told()),
            None => refused(404, "RESOURCE_NOT_EXISTS"),
        },
        ("GET", ["bill", "tradebill"]) => match &state.bill {
            Some(bill) => yes(&json!({
                "hash_type": "SHA1",
                "hash_value": format!("{:x}", Sha1::digest(bill)),
                "download_url": format!("{}/v3/billdownload/file?token=a%2Fb", state.url),
            })),
            None => refused(400, "NO_STATEMENT_EXIST"),
        },
        ("GET", ["billdownload", "file"]) => (200, state.bill.clone().unwrap()),
        _ => refused(404, "NO_SUCH_ADDRESS"),
    }
}

fn order(state: &mut State, body: &Value) -> (u16, String) {
    let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
    let complete = text("mchid") == MERCHANT
        && [MINI, ACCOUNT].contains(&text("appid").as_str())
        && text("time_expire").ends_with("+08:00")
        && text("notify_url") == "https://hall.example/api/v1/pay/callbacks/wechat"
        && !text("description").is_empty()
        && body["amount"]["currency"] == "CNY"
        && body["amount"]["total"].as_i64().is_some_and(|total| total > 0)
        && body["payer"]["openid"].is_string();
    if !complete {
        return refused(400, "PARAM_ERROR");
    }
    let id = text("out_trade_no");
    let order = state.orders.entry(id.clone()).or_insert_with(|| Order {
        asked: body.clone(),
        state: "NOTPAY",
        at: None,
    });
    match order.state {
        _ if order.asked != *body => refused(400, "OUT_TRADE_NO_USED"),
        "NOTPAY" => yes(&json!({ "prepay_id": format!("wx{id}") })),
        "CLOSED" => refused(400, "ORDER_CLOSED"),
        _ => refused(400, "ORDERPAID"),
    }
}

fn close(state: &mut State, id: &str) -> (u16, String) {
    let (hasty, now) = (state.hasty, state.now());
    let Some(order) = state.orders.get_mut(id) else {
        return refused(404, "ORDER_NOT_EXIST");
    };
    if hasty {
        (order.state, order.at) = ("SUCCESS", Some(now));
    }
    match order.state {
        "SUCCESS" => refused(400, "ORDERPAID"),
        "CLOSED" => refused(400, "ORDER_CLOSED"),
        _ => {
            order.state = "CLOSED";
            (204, String::new())
        }
    }
}

fn certificates(inside: &Inside) -> (u16, String) {
    let keys = inside.state().keys.clone();
    let sealed = inside
        .crypto
        .ask(&json!({ "do": "seal", "key": KEY, "text": keys["certificate"] }));
    yes(&json!({ "data": [{
        "serial_no": keys["serial"], "effective_time": "2025-01-01T08:00:00+08:00",
        "expire_time": "2040-01-01T08:00:00+08:00", "encrypt_certificate": sealed,
    }] }))
}
