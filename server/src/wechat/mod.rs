//! WeChat 微信: what the house asks of it, over one client on `reqwest` or played by the demo city.

mod answer;
mod client;
mod crypt;
pub mod identity;
pub(crate) mod page;
pub mod pay;
pub(crate) mod push;
mod settings;
mod store;
mod token;
mod trouble;

use async_trait::async_trait;
use serde::Deserialize;
pub use shuiting_shared::api::AppKind;

pub use client::Client;
pub use crypt::{NotGenuine, PushKey, page_signature};
pub use settings::{AppSettings, PushSettings, Settings, Template};
pub use store::forget_told;
pub use trouble::Trouble;

/// Somebody as one of the apps knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The app.
    pub app: AppKind,
    /// Who they are to it.
    pub openid: String,
    /// Who they are to all apps of the house, where those are bound together.
    pub unionid: Option<String>,
}

/// A message by which somebody is told something they have agreed to hear, 订阅消息.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscribed {
    /// To whom.
    pub openid: String,
    /// The template's id with WeChat.
    pub template: String,
    /// The page that it opens, as a path of the mini-program.
    pub page: String,
    /// The template's blanks, cut to their limits.
    pub data: Vec<(String, String)>,
}

/// What is to be looked at before others see it, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// A profile.
    Profile,
    /// A comment.
    Comment,
    /// Something of a forum.
    Forum,
    /// A log, as in a filing's own page.
    Social,
}

impl Scene {
    /// WeChat's number of it.
    const fn number(self) -> u8 {
        match self {
            Self::Profile => 1,
            Self::Comment => 2,
            Self::Forum => 3,
            Self::Social => 4,
        }
    }
}

/// What WeChat thinks of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing is wrong with them.
    Pass,
    /// Somebody should look at them.
    Review,
    /// They are not to be shown.
    Risky,
}

/// What the house asks of WeChat.
#[async_trait]
pub trait WeChat: Send + Sync {
    /// The appid of one of the apps; none where the house has no such app.
    fn appid(&self, app: AppKind) -> Option<&str>;

    /// The template by which a kind of message is sent, where the house has applied for one.
    fn template(&self, kind: &str) -> Option<&Template>;

    /// What is agreed for what it tells us; none where it is to tell us nothing.
    fn push_key(&self) -> Option<&PushKey> {
        None
    }

    /// Whether words and photos are to be looked at before others see them.
    fn checks_content(&self) -> bool {
        false
    }

    /// Who has opened the mini-program, by the code of `wx.login`; each code is good once and for five minutes.
    async fn mini_login(&self, code: &str) -> Result<Identity, Trouble>;

    /// The same, with the phone that WeChat before 8.0.16 seals with the key of their session in place of giving a code;
    /// the key is used and forgotten.
    async fn mini_login_with_phone(&self, code: &str, data: &str, iv: &str) -> Result<(Identity, String), Trouble>;

    /// The phone that somebody lets us have, by the code of the phone button; a mainland number without its country.
    async fn phone(&self, code: &str) -> Result<String, Trouble>;

    /// Where a page of ours inside WeChat sends somebody so that they come back to `redirect` with a code.
    fn page_login_address(&self, redirect: &str, state: &str) -> Option<String>;

    /// Who has come back with a code. Somebody who only looks at a snapshot of the page is nobody:
    /// [`Trouble::Snapshot`].
    async fn page_login(&self, code: &str) -> Result<Identity, Trouble>;

    /// Sends a message that somebody has agreed to.
    async fn send(&self, message: &Subscribed) -> Result<(), Trouble>;

    /// The ticket with which pages inside WeChat are signed.
    async fn page_ticket(&self) -> Result<String, Trouble>;

    /// The address of the script that gives pages WeChat's own means.
    fn page_script(&self) -> &str;

    /// What it thinks of words that somebody wrote; they must have used the mini-program within two hours.
    async fn check_words(&self, openid: &str, scene: Scene, words: &str) -> Result<Verdict, Trouble>;

    /// Has a picture looked at that lies at this address. The verdict comes by push, under the number given here.
    async fn check_picture(&self, openid: &str, scene: Scene, address: &str) -> Result<String, Trouble>;

    /// A code picture 小程序码 that opens a page of the mini-program, as an image file. `scene` has 32 characters at most.
    async fn code_picture(&self, scene: &str, page: &str) -> Result<Vec<u8>, Trouble>;
}
