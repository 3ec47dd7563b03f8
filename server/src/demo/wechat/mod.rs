//! The demo city's own WeChat: codes that it hands out itself, messages that arrive on a page, and `/demo/wechat`, which
//! shows the hall as a mini-program does.

mod page;
pub(super) mod routes;
mod store;
mod templates;

use std::collections::BTreeMap;
use std::sync::Arc;

use async_trait::async_trait;
use shuiting_shared::time::Moment;

use crate::clock::Clock;
use crate::db::{Conn, Db};
use crate::keys;
use crate::problem::Failure;
use crate::qr;
use crate::wechat::{self, AppKind, Identity, Scene, Subscribed, Template, Trouble, Verdict};
use store::Kind;

/// The appids of its apps.
const MINI: &str = "wxdemomini";
const ACCOUNT: &str = "wxdemoaccount";

/// The demo city's own WeChat. Whoever holds a phone has one openid, so that all of it can be tried again.
#[derive(Clone)]
pub struct WeChat {
    db: Db,
    clock: Arc<dyn Clock>,
    templates: BTreeMap<String, Template>,
}

impl WeChat {
    /// A WeChat that keeps its things in this database, and goes by this clock.
    pub fn new(db: Db, clock: Arc<dyn Clock>) -> Self {
        Self {
            db,
            clock,
            templates: templates::all(),
        }
    }

    async fn keep<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn, Moment) -> diesel::QueryResult<T> + Send + 'static,
    ) -> Result<T, Trouble> {
        let now = self.clock.now();
        Ok(self
            .db
            .write(move |conn: &mut Conn| work(conn, now).map_err(Failure::from))
            .await?)
    }

    /// The phone that a code of this kind was handed out for, once.
    async fn redeem(&self, kind: Kind, code: &str) -> Result<String, Trouble> {
        let code = code.to_owned();
        let phone = self
            .keep(move |conn, now| store::redeem(conn, kind, &code, now))
            .await?;
        phone.ok_or(Trouble::BadCode)
    }
}

/// Whom the mini-program knows whoever holds a phone as.
fn openid(phone: &str) -> String {
    let hash = keys::hash(format!("demo wechat {phone}").as_bytes());
    format!("oDemo{}", hash.get(..20).unwrap_or_default())
}

#[async_trait]
impl wechat::WeChat for WeChat {
    fn appid(&self, app: AppKind) -> Option<&str> {
        Some(match app {
            AppKind::Mini => MINI,
            AppKind::Account => ACCOUNT,
        })
    }

    fn template(&self, kind: &str) -> Option<&Template> {
        self.templates.get(kind)
    }

    async fn mini_login(&self, code: &str) -> Result<Identity, Trouble> {
        let phone = self.redeem(Kind::Login, code).await?;
        Ok(Identity {
            app: AppKind::Mini,
            openid: openid(&phone),
            unionid: None,
        })
    }

    async fn mini_login_with_phone(&self, _: &str, _: &str, _: &str) -> Result<(Identity, String), Trouble> {
        // Its phones are all new enough to give a code instead.
        Err(Trouble::BadCode)
    }

    async fn phone(&self, code: &str) -> Result<String, Trouble> {
        self.redeem(Kind::Phone, code).await
    }

    fn page_login_address(&self, _: &str, _: &str) -> Option<String> {
        // One comes into its hall by the mini-program.
        None
    }

    async fn page_login(&self, _: &str) -> Result<Identity, Trouble> {
        Err(Trouble::NotSetUp)
    }

    async fn send(&self, message: &Subscribed) -> Result<(), Trouble> {
        let message = message.clone();
        let arrived = self.keep(move |conn, now| store::arrive(conn, &message, now)).await?;
        if arrived { Ok(()) } else { Err(Trouble::NotWanted) }
    }

    async fn page_ticket(&self) -> Result<String, Trouble> {
        Ok("demo".to_owned())
    }

    fn page_script(&self) -> &'static str {
        routes::SCRIPT
    }

    async fn check_words(&self, _: &str, _: Scene, _: &str) -> Result<Verdict, Trouble> {
        Ok(Verdict::Pass)
    }

    async fn check_picture(&self, _: &str, _: Scene, _: &str) -> Result<String, Trouble> {
        Err(Trouble::NotSetUp)
    }

    async fn code_picture(&self, scene: &str, _: &str) -> Result<Vec<u8>, Trouble> {
        // WeChat alone draws its own kind; the demo's is a plain code of the page that plays it.
        let query = serde_urlencoded::to_string([("scene", scene)]).unwrap_or_default();
        let drawn = qr::draw(&format!("/demo/wechat?{query}")).map_err(anyhow::Error::from);
        drawn.and_then(|code| code.png()).map_err(Trouble::Inside)
    }
}
