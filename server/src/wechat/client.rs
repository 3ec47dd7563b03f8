//! The one client of WeChat's API.

use std::sync::Arc;

use async_trait::async_trait;
use backon::{ExponentialBuilder, Retryable as _};
use reqwest::RequestBuilder;
use reqwest::header::CONTENT_TYPE;
use secrecy::ExposeSecret as _;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;

use super::answer::{Done, read};
use super::crypt::{self, PushKey};
use super::token::{Renewed, Token};
use super::{AppKind, AppSettings, Identity, Scene, Settings, Subscribed, Template, Trouble, Verdict, WeChat};
use crate::clock::Clock;
use crate::db::Db;
use crate::keys::Keys;
use crate::line::{Line, Patience, Repeat};

/// WeChat itself, over the network.
pub struct Client {
    settings: Settings,
    line: Line,
    push: Option<PushKey>,
    mini: Token,
    account: Token,
    ticket: Token,
}

/// Country code of the mainland.
const MAINLAND: &str = "86";

#[derive(Deserialize)]
struct Access {
    access_token: String,
    expires_in: i64,
}

#[derive(Deserialize)]
struct Ticket {
    ticket: String,
    expires_in: i64,
}

#[derive(Deserialize)]
struct Login {
    openid: String,
    session_key: String,
    unionid: Option<String>,
}

#[derive(Deserialize)]
struct PageLogin {
    openid: String,
    unionid: Option<String>,
    #[serde(default)]
    is_snapshotuser: u8,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PhoneInfo {
    pure_phone_number: String,
    country_code: String,
}

impl PhoneInfo {
    fn mainland(self) -> Result<String, Trouble> {
        if self.country_code == MAINLAND {
            Ok(self.pure_phone_number)
        } else {
            Err(Trouble::Foreign)
        }
    }
}

#[derive(Deserialize)]
struct PhoneAnswer {
    phone_info: PhoneInfo,
}

#[derive(Deserialize)]
struct Checked {
    result: Suggestion,
}

#[derive(Deserialize)]
struct Suggestion {
    suggest: Verdict,
}

#[derive(Deserialize)]
struct Traced {
    trace_id: String,
}

impl Client {
    /// A client for the apps that are set; what is wrong with the settings is told.
    pub fn new(
        settings: Settings,
        patience: Patience,
        db: &Db,
        clock: &Arc<dyn Clock>,
        keys: &Arc<Keys>,
    ) -> anyhow::Result<Self> {
        let token = |name| Token::new(name, db, clock, keys);
        Ok(Self {
            line: Line::new("WeChat", patience)?,
            push: settings.push.as_ref().map(PushKey::new).transpose()?,
            mini: token("wechat.mini"),
            account: token("wechat.account"),
            ticket: token("wechat.ticket"),
            settings,
        })
    }

    fn app(&self, kind: AppKind) -> Result<&AppSettings, Trouble> {
        let app = match kind {
            AppKind::Mini => &self.settings.mini,
            AppKind::Account => &self.settings.account,
        };
        app.as_ref().ok_or(Trouble::NotSetUp)
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.settings.api)
    }

    /// Asks once; where it does no harm, again while WeChat is busy.
    async fn ask<T: DeserializeOwned>(
        &self,
        repeat: Repeat,
        request: impl Fn(&reqwest::Client) -> RequestBuilder + Send + Sync,
    ) -> Result<T, Trouble> {
        let once = || async { read(&self.line.ask(repeat, &request).await?) };
        match repeat {
            Repeat::Never => once().await,
            Repeat::Safely => {
                let pauses = ExponentialBuilder::default().with_jitter();
                once.retry(pauses).when(|why| matches!(why, Trouble::Busy)).await
            }
        }
    }

    async fn token(&self, kind: AppKind, stale: Option<&str>) -> Result<String, Trouble> {
        let app = self.app(kind)?;
        let token = match kind {
            AppKind::Mini => &self.mini,
            AppKind::Account => &self.account,
        };
        let renew = |force| async move {
            let asked = json!({
                "grant_type": "client_credential",
                "appid": app.appid,
                "secret": app.secret.expose_secret(),
                "force_refresh": force,
            });
            let url = self.url("/cgi-bin/stable_token");
            let said: Access = self
                .ask(Repeat::Safely, |client| client.post(&url).json(&asked))
                .await?;
            Ok(Renewed {
                token: said.access_token,
                seconds: said.expires_in,
            })
        };
        token.get(stale, renew).await
    }

    /// Asks with the token of an app. One that WeChat does not take any more is renewed once.
    async fn ask_as<T: DeserializeOwned>(
        &self,
        kind: AppKind,
        repeat: Repeat,
        request: impl Fn(&reqwest::Client, &str) -> RequestBuilder + Send + Sync,
    ) -> Result<T, Trouble> {
        let token = self.token(kind, None).await?;
        match self.ask(repeat, |client| request(client, &token)).await {
            Err(Trouble::Stale) => {
                let token = self.token(kind, Some(&token)).await?;
                self.ask(repeat, |client| request(client, &token)).await
            }
            said => said,
        }
    }

    /// Posts to an address of the mini-program's.
    async fn post<T: DeserializeOwned>(
        &self,
        repeat: Repeat,
        path: &str,
        body: &serde_json::Value,
    ) -> Result<T, Trouble> {
        let url = self.url(path);
        self.ask_as(AppKind::Mini, repeat, |client, token| {
            client.post(&url).query(&[("access_token", token)]).json(body)
        })
        .await
    }

    async fn login(&self, code: &str) -> Result<Login, Trouble> {
        let (app, url) = (self.app(AppKind::Mini)?, self.url("/sns/jscode2session"));
        let query = [
            ("appid", app.appid.as_str()),
            ("secret", app.secret.expose_secret()),
            ("js_code", code),
            ("grant_type", "authorization_code"),
        ];
        self.ask(Repeat::Never, |client| client.get(&url).query(&query)).await
    }
}

impl Login {
    fn identity(self) -> Identity {
        Identity {
            app: AppKind::Mini,
            openid: self.openid,
            unionid: self.unionid,
        }
    }
}

#[async_trait]
impl WeChat for Client {
    fn appid(&self, app: AppKind) -> Option<&str> {
        self.app(app).ok().map(|app| app.appid.as_str())
    }

    fn template(&self, kind: &str) -> Option<&Template> {
        self.settings.templates.get(kind)
    }

    fn push_key(&self) -> Option<&PushKey> {
        self.push.as_ref()
    }

    fn checks_content(&self) -> bool {
        self.settings.check_content
    }

    async fn mini_login(&self, code: &str) -> Result<Identity, Trouble> {
        Ok(self.login(code).await?.identity())
    }

    async fn mini_login_with_phone(&self, code: &str, data: &str, iv: &str) -> Result<(Identity, String), Trouble> {
        let (login, app) = (self.login(code).await?, self.app(AppKind::Mini)?);
        let opened = crypt::open_data(&login.session_key, iv, data, &app.appid).map_err(|_| Trouble::BadCode)?;
        let info: PhoneInfo = serde_json::from_value(opened).map_err(|_| Trouble::BadCode)?;
        Ok((login.identity(), info.mainland()?))
    }

    async fn phone(&self, code: &str) -> Result<String, Trouble> {
        let asked = json!({ "code": code });
        let said: PhoneAnswer = self
            .post(Repeat::Never, "/wxa/business/getuserphonenumber", &asked)
            .await?;
        said.phone_info.mainland()
    }

    fn page_login_address(&self, redirect: &str, state: &str) -> Option<String> {
        let app = self.app(AppKind::Account).ok()?;
        let query = [
            ("appid", app.appid.as_str()),
            ("redirect_uri", redirect),
            ("response_type", "code"),
            ("scope", "snsapi_base"),
            ("state", state),
        ];
        let query = serde_urlencoded::to_string(query).ok()?;
        let open = &self.settings.open;
        Some(format!("{open}/connect/oauth2/authorize?{query}#wechat_redirect"))
    }

    async fn page_login(&self, code: &str) -> Result<Identity, Trouble> {
        let (app, url) = (self.app(AppKind::Account)?, self.url("/sns/oauth2/access_token"));
        let query = [
            ("appid", app.appid.as_str()),
            ("secret", app.secret.expose_secret()),
            ("code", code),
            ("grant_type", "authorization_code"),
        ];
        let said: PageLogin = self.ask(Repeat::Never, |client| client.get(&url).query(&query)).await?;
        if said.is_snapshotuser == 1 {
            return Err(Trouble::Snapshot);
        }
        Ok(Identity {
            app: AppKind::Account,
            openid: said.openid,
            unionid: said.unionid,
        })
    }

    async fn send(&self, message: &Subscribed) -> Result<(), Trouble> {
        let data: serde_json::Map<_, _> = message
            .data
            .iter()
            .map(|(blank, text)| (blank.clone(), json!({ "value": text })))
            .collect();
        let asked = json!({
            "touser": message.openid,
            "template_id": message.template,
            "page": message.page,
            "data": data,
        });
        let _: Done = self
            .post(Repeat::Never, "/cgi-bin/message/subscribe/send", &asked)
            .await?;
        Ok(())
    }

    async fn page_ticket(&self) -> Result<String, Trouble> {
        let renew = |_| async {
            let url = self.url("/cgi-bin/ticket/getticket");
            let said: Ticket = self
                .ask_as(AppKind::Account, Repeat::Safely, |client, token| {
                    client.get(&url).query(&[("access_token", token), ("type", "jsapi")])
                })
                .await?;
            Ok(Renewed {
                token: said.ticket,
                seconds: said.expires_in,
            })
        };
        self.ticket.get(None, renew).await
    }

    fn page_script(&self) -> &str {
        &self.settings.script
    }

    async fn check_words(&self, openid: &str, scene: Scene, words: &str) -> Result<Verdict, Trouble> {
        let asked = json!({
            "version": 2,
            "openid": openid,
            "scene": scene.number(),
            "content": words,
        });
        let said: Checked = self.post(Repeat::Safely, "/wxa/msg_sec_check", &asked).await?;
        Ok(said.result.suggest)
    }

    async fn check_picture(&self, openid: &str, scene: Scene, address: &str) -> Result<String, Trouble> {
        const PICTURE: u8 = 2;
        let asked = json!({
            "version": 2,
            "openid": openid,
            "scene": scene.number(),
            "media_url": address,
            "media_type": PICTURE,
        });
        let said: Traced = self.post(Repeat::Safely, "/wxa/media_check_async", &asked).await?;
        Ok(said.trace_id)
    }

    async fn code_picture(&self, scene: &str, page: &str) -> Result<Vec<u8>, Trouble> {
        let asked = json!({ "scene": scene, "page": page, "check_path": false });
        let url = self.url("/wxa/getwxacodeunlimit");
        let picture = |token: String| {
            let (url, asked) = (&url, &asked);
            async move {
                let request =
                    |client: &reqwest::Client| client.post(url).query(&[("access_token", &token)]).json(asked);
                let reply = self.line.ask(Repeat::Safely, request).await?;
                let kind = reply.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
                if kind.is_some_and(|kind| kind.starts_with("image/")) {
                    return Ok(reply.body.to_vec());
                }
                let _: Done = read(&reply)?;
                Err(Trouble::Nonsense("a picture that is none".to_owned()))
            }
        };
        let token = self.token(AppKind::Mini, None).await?;
        match picture(token.clone()).await {
            Err(Trouble::Stale) => picture(self.token(AppKind::Mini, Some(&token)).await?).await,
            said => said,
        }
    }
}
