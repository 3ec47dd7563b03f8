//! Asking for a code and signing in with it.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Api;
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{CodeRequest, CodeSent, Session, SignIn};
use shuiting_shared::form::Flaw;
use shuiting_shared::person::Phone;

use super::countdown::Countdown;
use super::wrong::{Beside, Wrong};
use crate::line_field::{look_at, typed};

/// What is on its way to the server.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Busy {
    /// Nothing.
    No,
    /// The wish for a code.
    Asking,
    /// The code.
    SigningIn,
}

/// The two inputs, and how far one is.
#[derive(Clone, Copy)]
pub(super) struct Hand {
    api: Api,
    signed_in: SignedIn,
    pub(super) phone: NodeRef<html::Input>,
    pub(super) code: NodeRef<html::Input>,
    pub(super) countdown: Countdown,
    /// What is known of the code that is on its way by SMS.
    pub(super) sent: RwSignal<Option<CodeSent>>,
    pub(super) busy: RwSignal<Busy>,
    pub(super) wrong: RwSignal<Option<Wrong>>,
}

impl Hand {
    /// Nothing has happened yet.
    pub(super) fn new() -> Self {
        Self {
            api: Api::here(),
            signed_in: SignedIn::here(),
            phone: NodeRef::new(),
            code: NodeRef::new(),
            countdown: Countdown::new(),
            sent: RwSignal::new(None),
            busy: RwSignal::new(Busy::No),
            wrong: RwSignal::new(None),
        }
    }

    /// What whoever presses enter wants: a code as long as there is none.
    pub(super) fn go_on(self) {
        let asked = self.sent.with_untracked(Option::is_some);
        if asked || !typed(self.code).is_empty() {
            self.sign_in();
        } else {
            self.get_code();
        }
    }

    /// Asks for a code.
    pub(super) fn get_code(self) {
        if self.busy.get_untracked() != Busy::No || untrack(|| self.countdown.left()) > 0 {
            return;
        }
        let Some(phone) = self.read_phone() else { return };
        self.busy.set(Busy::Asking);
        self.wrong.set(None);
        spawn_local(async move {
            let body = CodeRequest { phone };
            let answer = self.api.post::<CodeSent>("/api/v1/codes", &body).await;
            // The page may have been left meanwhile.
            if self.busy.try_set(Busy::No).is_some() {
                return;
            }
            match answer {
                Ok(answer) => {
                    self.countdown.begin(answer.again_in);
                    self.sent.set(Some(answer));
                    look_at(self.code);
                }
                Err(failure) => self.tell(Wrong::Told(failure)),
            }
        });
    }

    /// Signs in.
    pub(super) fn sign_in(self) {
        if self.busy.get_untracked() != Busy::No {
            return;
        }
        let Some(phone) = self.read_phone() else { return };
        let code = typed(self.code);
        if code.is_empty() {
            let asked = self.sent.with_untracked(Option::is_some);
            return self.tell(if asked {
                Wrong::Code(Flaw::Missing)
            } else {
                Wrong::NoCodeYet
            });
        }
        self.busy.set(Busy::SigningIn);
        self.wrong.set(None);
        spawn_local(async move {
            let body = SignIn {
                phone,
                code,
                bearer: false,
            };
            let answer = self.api.post::<Session>("/api/v1/sessions", &body).await;
            if self.busy.try_set(Busy::No).is_some() {
                return;
            }
            match answer {
                Ok(session) => self.signed_in.welcome(session.me),
                Err(failure) => self.tell(Wrong::Told(failure)),
            }
        });
    }

    fn read_phone(self) -> Option<String> {
        let phone = typed(self.phone);
        let read = if phone.is_empty() {
            Err(Flaw::Missing)
        } else {
            Phone::read(&phone)
        };
        match read {
            Ok(phone) => Some(phone.reveal().to_owned()),
            Err(flaw) => {
                self.tell(Wrong::Phone(flaw));
                None
            }
        }
    }

    /// Says what is wrong, and leads to where it can be mended.
    fn tell(self, wrong: Wrong) {
        match wrong.beside() {
            Beside::Phone => look_at(self.phone),
            Beside::Code => look_at(self.code),
            Beside::All => {}
        }
        self.wrong.set(Some(wrong));
    }
}
