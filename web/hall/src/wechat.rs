//! The hall inside WeChat: which means there are beyond a browser's own, and the same from the browser where it is absent.
//!
//! Photos need none of them: the plain `<input type="file">` takes and picks pictures inside WeChat on both systems, with
//! our own shrinking, progress and retry behind it.

mod aids;
mod bridge;
mod env;
mod native;
mod scan;
mod sdk;
mod words;

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::lang::Language;

pub(crate) use aids::provide as provide_aids;
pub(crate) use bridge::Paid;
pub(crate) use env::Env;
pub(crate) use scan::ScanButton;

use crate::letters::ELDER;

/// Where the hall is shown, and what can be asked of WeChat there; it stands in the context.
#[derive(Clone, Copy)]
pub(crate) struct WeChat {
    env: Env,
    /// The address under which the program was entered.
    entered: StoredValue<String>,
    api: Api,
    language: Language,
}

impl WeChat {
    /// Looks where we are, and puts it into the context. Nothing is loaded before it is needed. Needs [`Api::provide`]
    /// before it.
    pub(crate) fn provide() -> Self {
        let wechat = Self {
            env: Env::here(),
            entered: StoredValue::new(sdk::address()),
            api: Api::here(),
            language: Language::here(),
        };
        provide_context(wechat);
        wechat
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Where the hall is shown.
    pub(crate) fn env(self) -> Env {
        self.env
    }

    /// Leads to the page of the mini-program that asks for the consent to messages of these kinds, and from there back to
    /// this page. False where there is no such page: an SMS comes instead.
    pub(crate) async fn ask_consent(self, kinds: &[&str]) -> bool {
        self.env == Env::Mini && self.leads_to(&native::consent(kinds, &sdk::path())).await
    }

    /// Whether whoever is here can sign in by WeChat: on a page inside it, where the house has an official account.
    pub(crate) async fn signs_in(self) -> bool {
        self.env == Env::Page && sdk::page(self).await.is_some_and(|page| page.signed.is_some())
    }

    /// Leads to the page of the mini-program that signs in with WeChat's phone number, and from there to a path of the hall.
    pub(crate) async fn sign_in(self, to: &str) -> bool {
        self.leads_to(&native::sign_in(to)).await
    }

    /// Pays an order by WeChat's own means. Whatever it says, only the order tells whether it is paid.
    pub(crate) async fn pay(self, order: &str) -> Paid {
        match self.env {
            Env::Mini if self.leads_to(&native::pay(order)).await => Paid::Elsewhere,
            Env::Page => bridge::pay(self.api, order).await,
            Env::Mini | Env::None => Paid::Impossible,
        }
    }

    /// A page of the mini-program, told the language and the size of letters that are chosen here.
    fn read_in(self, page: &str) -> String {
        let elder = document()
            .document_element()
            .is_some_and(|root| root.has_attribute(ELDER));
        native::read_in(page, self.language.get_untracked(), elder)
    }

    /// Whether the mini-program now shows that page of its own over the hall.
    async fn leads_to(self, page: &str) -> bool {
        match sdk::Sdk::load(self, &[]).await {
            Some(sdk) => sdk.navigate(&self.read_in(page)).await,
            None => false,
        }
    }
}
