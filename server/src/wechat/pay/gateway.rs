//! WeChat Pay as a gateway.

use std::sync::Arc;

use actix_web::http::header::HeaderMap;
use anyhow::Context as _;
use async_trait::async_trait;
use chrono::{FixedOffset, NaiveDate, SecondsFormat};
use serde::Deserialize;
use serde_json::json;
use sha1::{Digest as _, Sha1};
use shuiting_shared::api::{AppKind, WechatPayment};
use shuiting_shared::pay::{Entry, Trade};
use shuiting_shared::time::Moment;

use super::answer::{BillAt, CLOSED, CURRENCY, NO_BILL, Prepaid, Refund, Transaction, UNKNOWN, is_one};
use super::bill;
use super::merchant::{Merchant, down};
use super::seal::Sealed;
use super::settings::Settings;
use super::signed::Marks;
use crate::clock::Clock;
use crate::ids;
use crate::line::Patience;
use crate::pay::{Bid, Gateway, GiveBack, Given, Told, Trouble};
use crate::wechat;

/// The code by which orders and callbacks name it.
pub(super) const CODE: &str = "wechat";
/// The longest description of an order, characters.
const DESCRIPTION: usize = 127;
/// Seconds that China is ahead.
const AHEAD: i32 = 8 * 3600;

/// WeChat Pay, for one merchant.
pub struct WechatPay {
    merchant: Merchant,
    mini: Option<String>,
    account: Option<String>,
    /// Where it tells us what became of an order or a refund.
    notify: String,
}

/// A notification, of which only what is sealed matters.
#[derive(Deserialize)]
struct Notification {
    resource: Sealed,
}

/// What is sealed in it, be it about a payment or a refund.
#[derive(Deserialize)]
struct About {
    mchid: String,
    out_trade_no: String,
}

/// The hall's page on which an order is paid.
pub(super) fn page(order: &str) -> String {
    format!("/wechat/pay/{order}")
}

/// A moment as WeChat Pay wants it: in China, to the second.
fn written(moment: Moment) -> String {
    let china = FixedOffset::east_opt(AHEAD).unwrap_or_else(|| unreachable!("China is less than a day ahead"));
    moment.with_timezone(&china).to_rfc3339_opts(SecondsFormat::Secs, false)
}

impl WechatPay {
    /// WeChat Pay for the apps of the house, which residents reach at `url`; what is missing is told.
    pub fn new(
        settings: Settings,
        apps: Option<&wechat::Settings>,
        url: Option<&str>,
        patience: Patience,
        clock: Arc<dyn Clock>,
    ) -> anyhow::Result<Self> {
        let url = url.context("SHUITING_URL: WeChat Pay tells us there what was paid")?;
        let appid = |app: Option<&wechat::AppSettings>| app.map(|app| app.appid.clone());
        let mini = appid(apps.and_then(|apps| apps.mini.as_ref()));
        let account = appid(apps.and_then(|apps| apps.account.as_ref()));
        anyhow::ensure!(
            mini.is_some() || account.is_some(),
            "[wechat_pay] needs [wechat.mini] or [wechat.account]: orders are made for one of them"
        );
        Ok(Self {
            merchant: Merchant::new(settings, patience, clock)?,
            mini,
            account,
            notify: format!("{url}/api/v1/pay/callbacks/{CODE}"),
        })
    }

    /// The appid of one of the apps; none where the house has no such app.
    pub(super) fn appid(&self, app: AppKind) -> Option<&str> {
        match app {
            AppKind::Mini => self.mini.as_deref(),
            AppKind::Account => self.account.as_deref(),
        }
    }

    /// Has WeChat Pay take an order on for somebody in one of the apps; gives the number under which they pay it.
    pub(super) async fn prepay(&self, bid: &Bid, appid: &str, openid: &str) -> Result<String, Trouble> {
        let what: String = bid.what.chars().take(DESCRIPTION).collect();
        let body = json!({
            "appid": appid,
            "mchid": self.merchant.id,
            "description": what,
            "out_trade_no": bid.id,
            "time_expire": written(bid.expires),
            "notify_url": self.notify,
            "amount": { "total": bid.amount.0, "currency": CURRENCY },
            "payer": { "openid": openid },
        });
        let prepaid: Prepaid = self.merchant.post("/v3/pay/transactions/jsapi", &body).await?;
        Ok(prepaid.prepay_id)
    }

    /// What a page shows WeChat so that it asks for the money.
    pub(super) fn payment(&self, appid: &str, prepay_id: &str) -> Result<WechatPayment, Trouble> {
        let now = self.merchant.clock.now();
        let (time_stamp, nonce_str) = (now.timestamp().to_string(), ids::compact(now));
        let package = format!("prepay_id={prepay_id}");
        let pay_sign = self.merchant.sign(&[appid, &time_stamp, &nonce_str, &package])?;
        Ok(WechatPayment {
            app_id: appid.to_owned(),
            time_stamp,
            nonce_str,
            package,
            sign_type: "RSA".to_owned(),
            pay_sign,
        })
    }
}

#[async_trait]
impl Gateway for WechatPay {
    fn code(&self) -> &'static str {
        CODE
    }

    /// WeChat Pay hears of an order only once somebody is on its page, since it must know in which app.
    async fn order(&self, bid: &Bid) -> Result<String, Trouble> {
        Ok(page(&bid.id))
    }

    async fn query(&self, order: &str) -> Result<Trade, Trouble> {
        let path = format!("/v3/pay/transactions/out-trade-no/{order}?mchid={}", self.merchant.id);
        match self.merchant.get::<Transaction>(&path).await {
            Ok(transaction) => {
                let apps: Vec<_> = self.mini.iter().chain(&self.account).cloned().collect();
                transaction.trade(order, &self.merchant.id, &apps)
            }
            Err(trouble) if is_one(&trouble, &UNKNOWN) => Ok(Trade::Unknown),
            Err(trouble) => Err(trouble),
        }
    }

    async fn close(&self, order: &str) -> Result<(), Trouble> {
        let path = format!("/v3/pay/transactions/out-trade-no/{order}/close");
        match self
            .merchant
            .post::<()>(&path, &json!({ "mchid": self.merchant.id }))
            .await
        {
            Err(trouble) if is_one(&trouble, &CLOSED) => Ok(()),
            closed => closed,
        }
    }

    async fn refund(&self, back: &GiveBack) -> Result<Given, Trouble> {
        let body = json!({
            "out_trade_no": back.order,
            "out_refund_no": back.id,
            "notify_url": self.notify,
            "amount": { "refund": back.amount.0, "total": back.paid.0, "currency": CURRENCY },
        });
        let refund: Refund = self.merchant.post("/v3/refund/domestic/refunds", &body).await?;
        refund.given(&back.id, Some(back.amount))
    }

    async fn query_refund(&self, id: &str) -> Result<Given, Trouble> {
        match self
            .merchant
            .get::<Refund>(&format!("/v3/refund/domestic/refunds/{id}"))
            .await
        {
            Ok(refund) => refund.given(id, None),
            Err(trouble) if is_one(&trouble, &UNKNOWN) => Ok(Given::Unknown),
            Err(trouble) => Err(trouble),
        }
    }

    async fn statement(&self, day: NaiveDate) -> Result<Vec<Entry>, Trouble> {
        let path = format!("/v3/bill/tradebill?bill_date={day}&bill_type=ALL");
        let at = match self.merchant.get::<BillAt>(&path).await {
            Err(trouble) if is_one(&trouble, &[NO_BILL]) => return Ok(Vec::new()),
            at => at?,
        };
        let file = self.merchant.file(&at.download_url).await?;
        let hash = format!("{:x}", Sha1::digest(&file));
        if at.hash_type != "SHA1" || !at.hash_value.eq_ignore_ascii_case(&hash) {
            return Err(down(anyhow::anyhow!("a bill that is not the one that was named")));
        }
        let text = String::from_utf8(file).map_err(down)?;
        bill::read(&text).map_err(Trouble::Down)
    }

    async fn told(&self, headers: &HeaderMap, body: &[u8]) -> Result<Told, Trouble> {
        let marks = Marks::read(|name| headers.get(name).and_then(|value| value.to_str().ok()));
        let Some(marks) = marks else {
            return Err(Trouble::Unsigned);
        };
        if !self.merchant.are_theirs(&marks, body).await? {
            return Err(Trouble::Unsigned);
        }
        let read = || -> anyhow::Result<About> {
            let notification: Notification = serde_json::from_slice(body)?;
            let about = self.merchant.api_key.open(&notification.resource)?;
            Ok(serde_json::from_slice(&about)?)
        };
        let about = read().context("a notification of WeChat Pay").map_err(Trouble::Down)?;
        if about.mchid != self.merchant.id {
            return Err(Trouble::Unsigned);
        }
        Ok(Told {
            order: about.out_trade_no,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_as_in_china() {
        let moment = "2026-11-24T02:30:00.250Z".parse().unwrap();
        assert_eq!(written(moment), "2026-11-24T10:30:00+08:00");
    }
}
