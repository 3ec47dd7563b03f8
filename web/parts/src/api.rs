//! Talking to the server: one client for all requests of a program.

mod call;
mod failure;
mod last;

use std::future::Future;
use std::pin::Pin;

use futures::FutureExt;
use futures::future::Shared;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use shuiting_shared::api::{Refresh, Session};
use shuiting_shared::problem::Code;

pub use call::{Call, Method};
pub use failure::Failure;
pub use last::as_of;

use crate::lang::Language;
use crate::realm;

/// Which of the programs this is. Residents and staff have a sign-in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Residents and volunteers.
    Hall,
    /// Staff.
    Desk,
    /// Crews, who are staff, on their phones.
    Crew,
}

impl Side {
    /// As the header `Shuiting-Side` has it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hall => "hall",
            Self::Desk | Self::Crew => "desk",
        }
    }

    /// Whether its pages open without a network, by what they were told last.
    pub(crate) const fn opens_offline(self) -> bool {
        matches!(self, Self::Hall | Self::Crew)
    }

    /// As an address has it; the hall need not say so.
    const fn in_address(self) -> &'static str {
        match self {
            Self::Hall => "",
            Self::Desk | Self::Crew => "?side=desk",
        }
    }
}

type Refreshing = Shared<Pin<Box<dyn Future<Output = Result<(), Failure>>>>>;

/// The client. It stands in the context, and is as cheap to copy as a number.
#[derive(Clone, Copy)]
pub struct Api {
    side: Side,
    language: Language,
    refreshing: StoredValue<Option<Refreshing>, LocalStorage>,
    lost: RwSignal<bool>,
}

impl Api {
    /// Makes the client of a program and puts it into the context. Needs [`Language::provide`] before it.
    pub fn provide(side: Side) -> Self {
        let api = Self {
            side,
            language: Language::here(),
            refreshing: StoredValue::new_local(None),
            lost: RwSignal::new(false),
        };
        provide_context(api);
        if side.opens_offline() {
            last::sweep(side);
        }
        api
    }

    /// The client from the context.
    pub fn here() -> Self {
        use_context().unwrap_or_else(|| Self::provide(Side::Hall))
    }

    /// The headers that every request carries, for the rare one that does not go through [`Api::send`].
    pub fn headers(self) -> [(&'static str, &'static str); 2] {
        [
            ("Shuiting-Side", self.side.code()),
            ("Accept-Language", self.language.get_untracked().tag()),
        ]
    }

    /// Which program this is.
    pub(crate) fn side(self) -> Side {
        self.side
    }

    /// Where a photo lies. An image of the page sends no headers, so at the desk its address says which side asks.
    pub fn photo(self, id: &str) -> String {
        realm::here().address(&format!("/api/v1/attachments/{id}{}", self.side.in_address()))
    }

    /// Where a photo lies, made small.
    pub fn thumbnail(self, id: &str) -> String {
        realm::here().address(&format!("/api/v1/attachments/{id}/thumbnail{}", self.side.in_address()))
    }

    /// Gets something. Where there is no network, and the program opens without one, what a page needs to open is as it
    /// was last time, and [`as_of`] says so.
    pub async fn get<T: DeserializeOwned>(self, path: &str) -> Result<T, Failure> {
        self.send_by(Call::new(Method::GET, path), self.side.opens_offline())
            .await
    }

    /// Gets something as it is now, or not at all.
    pub async fn get_now<T: DeserializeOwned>(self, path: &str) -> Result<T, Failure> {
        self.send(Call::new(Method::GET, path)).await
    }

    /// Whether there is something at an address, whatever it is.
    pub async fn is_there(self, path: &str) -> bool {
        Call::new(Method::GET, path).is_answered(&self.headers()).await
    }

    /// Posts something.
    pub async fn post<T: DeserializeOwned>(self, path: &str, body: &impl Serialize) -> Result<T, Failure> {
        self.send(Call::new(Method::POST, path).json(body)?).await
    }

    /// Posts something that must happen once, however often it is sent: `key` is the same for each try.
    pub async fn post_once<T: DeserializeOwned>(
        self,
        path: &str,
        key: &str,
        body: &impl Serialize,
    ) -> Result<T, Failure> {
        let call = Call::new(Method::POST, path).json(body)?;
        self.send(call.header("Idempotency-Key", key)).await
    }

    /// Changes something.
    pub async fn patch<T: DeserializeOwned>(self, path: &str, body: &impl Serialize) -> Result<T, Failure> {
        self.send(Call::new(Method::PATCH, path).json(body)?).await
    }

    /// Puts something where it stands, in place of what was there.
    pub async fn put<T: DeserializeOwned>(self, path: &str, body: &impl Serialize) -> Result<T, Failure> {
        self.send(Call::new(Method::PUT, path).json(body)?).await
    }

    /// Removes something.
    pub async fn delete(self, path: &str) -> Result<(), Failure> {
        self.send(Call::new(Method::DELETE, path)).await
    }

    /// Sends a request. Where the sign-in has run out it is refreshed, once for all requests that wait for it, and
    /// the request is sent again.
    pub async fn send<T: DeserializeOwned>(self, call: Call) -> Result<T, Failure> {
        self.send_by(call, false).await
    }

    async fn send_by<T: DeserializeOwned>(self, call: Call, or_last: bool) -> Result<T, Failure> {
        let headers = self.headers();
        let once = || async {
            if or_last {
                call.send_or_last(&headers, self.side).await
            } else {
                call.send(&headers).await
            }
        };
        let answer = match once().await {
            Err(failure) if failure.code() == Some(Code::Expired) => match self.refresh().await {
                Ok(()) => once().await,
                Err(failure) => Err(failure),
            },
            answer => answer,
        };
        if answer.as_ref().is_err_and(Failure::signed_out) {
            self.lost.set(true);
        }
        answer
    }

    /// Whether the server has said that nobody is signed in; [`crate::session::SignedIn`] listens.
    pub(crate) fn lost(self) -> RwSignal<bool> {
        self.lost
    }

    /// Forgets the answers of last time that are about whoever was signed in here.
    pub fn forget_own(self) {
        last::forget_own(self.side);
    }

    /// Forgets them where somebody was signed in, so that nobody else sees them.
    pub(crate) fn forget_owner(self) {
        last::forget_owner(self.side);
    }

    /// Refreshes the sign-in; whoever asks while that is under way waits for the same answer.
    pub async fn refresh(self) -> Result<(), Failure> {
        let under_way = self.refreshing.with_value(Clone::clone);
        let refreshing = under_way.unwrap_or_else(|| {
            let fresh = self.ask_fresh().boxed_local().shared();
            self.refreshing.set_value(Some(fresh.clone()));
            fresh
        });
        let answer = refreshing.await;
        self.refreshing.set_value(None);
        answer
    }

    async fn ask_fresh(self) -> Result<(), Failure> {
        let call = Call::new(Method::POST, "/api/v1/sessions/refresh").json(&Refresh { refresh: None })?;
        call.send::<Session>(&self.headers()).await.map(drop)
    }
}
