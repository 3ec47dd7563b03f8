//! What every handler is given.

use std::sync::Arc;

use actix_web::HttpRequest;
use shuiting_shared::house::House;
use shuiting_shared::realm::Realm;
use shuiting_shared::tariff::Tariffs;

use crate::attachment::{Darkroom, Storage};
use crate::call::Secret;
use crate::case::Feed;
use crate::clock::Clock;
use crate::db::Db;
use crate::demo::HandSet;
use crate::keys::Keys;
use crate::knowledge::Library;
use crate::pay::Gateway;
use crate::wake::Wake;
use crate::wechat::WeChat;
use crate::wechat::pay::WechatPay;

/// What every handler is given; as cheap to copy as a handful of pointers.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// The secrets.
    pub keys: Arc<Keys>,
    /// The house rules.
    pub house: Arc<House>,
    /// What water costs.
    pub tariffs: Arc<Tariffs>,
    /// Where photos lie.
    pub files: Arc<dyn Storage>,
    /// Where photos are decoded, a few at a time.
    pub darkroom: Darkroom,
    /// Messages that are to leave.
    pub outbox: Wake,
    /// Orders that are to be looked at.
    pub till: Wake,
    /// What residents wrote and showed that is to be looked at.
    pub vetter: Wake,
    /// Those without water who are to be told something.
    pub crier: Wake,
    /// Whoever takes money; none where paying online is not open.
    pub gateway: Option<Arc<dyn Gateway>>,
    /// WeChat; none where the house is not there.
    pub wechat: Option<Arc<dyn WeChat>>,
    /// WeChat Pay, where it takes the money.
    pub wechat_pay: Option<Arc<WechatPay>>,
    /// Articles, as they are found.
    pub library: Library,
    /// How the telephone system signs; none where none is connected.
    pub calls: Option<Arc<Secret>>,
    /// What changes, told to whoever listens.
    pub feed: Feed,
    /// Whether browsers reach us by https only.
    pub https: bool,
    /// Where residents reach the hall; none where that is how the desk is reached.
    pub url: Option<Arc<str>>,
    /// The clock of a demo city that can be put on; none elsewhere.
    pub time: Option<Arc<HandSet>>,
    /// Whether this is the demo city: what is filed here is marked as such.
    pub demo: bool,
    /// Whether this is the real city or the one for practising: below what its addresses lie, and what its cookies are called.
    pub realm: Realm,
}

impl App {
    /// Where residents reach the hall: as it was set, else where this request came in.
    pub fn hall(&self, request: &HttpRequest) -> String {
        let house = self.url.as_deref().map_or_else(
            || {
                let scheme = if self.https { "https" } else { "http" };
                format!("{scheme}://{}", request.connection_info().host())
            },
            str::to_owned,
        );
        house + self.realm.base()
    }
}
