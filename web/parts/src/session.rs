//! Who is signed in.

use std::future::Future;
use std::pin::Pin;

use futures::FutureExt;
use futures::future::Shared;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_shared::api::{GuestStart, Me, Session};

use crate::api::{Api, Failure};
use crate::lasting;

/// The address of the page that is shown, so that signing in leads back to all that it asks for. The router gives what it
/// asks for with the question mark or without.
pub fn address(pathname: &str, search: &str) -> String {
    match search.trim_start_matches('?') {
        "" => pathname.to_owned(),
        search => format!("{pathname}?{search}"),
    }
}

/// What is known of who is signed in.
#[derive(Clone, Debug, PartialEq)]
pub enum Known {
    /// Not yet.
    Asking,
    /// Nobody is.
    Nobody,
    /// Somebody is.
    Somebody(Me),
    /// The server could not say.
    Failed(Failure),
}

type Coming = Shared<Pin<Box<dyn Future<Output = Result<Me, Failure>>>>>;

/// Who is signed in; it stands in the context.
#[derive(Clone, Copy)]
pub struct SignedIn {
    api: Api,
    known: RwSignal<Known>,
    guest: StoredValue<Option<Coming>, LocalStorage>,
}

impl SignedIn {
    /// Puts it into the context and asks the server. Needs [`Api::provide`] before it.
    pub fn provide() -> Self {
        let signed_in = Self {
            api: Api::here(),
            known: RwSignal::new(Known::Asking),
            guest: StoredValue::new_local(None),
        };
        provide_context(signed_in);
        Effect::new(move || {
            let lost = signed_in.api.lost();
            if lost.get() {
                lost.set(false);
                signed_in.gone();
            }
        });
        signed_in.ask();
        signed_in
    }

    /// It, from the context.
    pub fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// What is known; whoever asks is told when it changes.
    pub fn get(self) -> Known {
        lasting::forget_reader(&self.known);
        self.known.get()
    }

    /// Who is signed in; whoever asks is told when it changes.
    pub fn me(self) -> Option<Me> {
        lasting::forget_reader(&self.known);
        self.known.with(|known| match known {
            Known::Somebody(me) => Some(me.clone()),
            Known::Asking | Known::Nobody | Known::Failed(_) => None,
        })
    }

    /// Asks the server anew.
    pub fn ask(self) {
        self.known.set(Known::Asking);
        spawn_local(async move { drop(self.settle().await) });
    }

    /// Asks the server where it is not known yet, or could not be said.
    pub async fn settle(self) -> Result<(), Failure> {
        let open = |known: &Known| matches!(known, Known::Asking | Known::Failed(_));
        if !self.known.with_untracked(open) {
            return Ok(());
        }
        let (known, settled) = match self.api.get("/api/v1/me").await {
            Ok(me) => (Known::Somebody(me), Ok(())),
            Err(failure) if failure.signed_out() => (Known::Nobody, Ok(())),
            Err(failure) => (Known::Failed(failure.clone()), Err(failure)),
        };
        // Whoever has come in meanwhile is known better than by this answer.
        if self.known.with_untracked(open) {
            self.known.set(known);
        }
        settled
    }

    /// Who is signed in; where nobody is, a guest from now on. Whoever asks while that is under way waits for the same
    /// answer.
    pub async fn or_guest(self) -> Result<Me, Failure> {
        if let Known::Somebody(me) = self.known.get_untracked() {
            return Ok(me);
        }
        let under_way = self.guest.with_value(Clone::clone);
        let coming = under_way.unwrap_or_else(|| {
            let fresh = self.let_in().boxed_local().shared();
            self.guest.set_value(Some(fresh.clone()));
            fresh
        });
        let answer = coming.await;
        self.guest.set_value(None);
        answer
    }

    async fn let_in(self) -> Result<Me, Failure> {
        let me = match self.api.get_now("/api/v1/me").await {
            Err(failure) if failure.signed_out() => {
                let start = GuestStart { bearer: false };
                self.api.post::<Session>("/api/v1/sessions/guest", &start).await?.me
            }
            answer => answer?,
        };
        self.welcome(me.clone());
        Ok(me)
    }

    /// Somebody has signed in.
    pub fn welcome(self, me: Me) {
        // What was kept may be somebody else's.
        self.api.forget_owner();
        self.known.set(Known::Somebody(me));
    }

    /// The server says that nobody is signed in any more.
    pub fn gone(self) {
        self.api.forget_owner();
        self.known.set(Known::Nobody);
    }

    /// Signs out, here or everywhere.
    pub async fn sign_out(self, everywhere: bool) -> Result<(), Failure> {
        let path = if everywhere {
            "/api/v1/sessions"
        } else {
            "/api/v1/sessions/current"
        };
        match self.api.delete(path).await {
            Err(failure) if !failure.signed_out() => Err(failure),
            _ => {
                self.gone();
                Ok(())
            }
        }
    }
}
