//! Leads a person to where their filing has got to.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::outbox::Outcome;
use super::{Drafts, Outbox, way, words};
use crate::notice::Notices;
use crate::sign_in;

/// Shows nothing. Whoever watches a filing being sent is led on; whoever is on another page is told.
#[component]
pub(crate) fn Follow() -> impl IntoView {
    let (outbox, drafts, notices) = (Outbox::here(), Drafts::here(), Notices::here());
    let path = use_location().pathname;
    let navigate = use_navigate();
    Effect::new(move || {
        let Some(outcome) = outbox.outcome.get() else {
            return;
        };
        outbox.outcome.set(None);
        let watches = |service| path.get_untracked() == way::address(service, way::CHECK);
        let lead = |to: &str| {
            // What is behind is done with: the way back must not lead there.
            let options = NavigateOptions {
                replace: true,
                ..NavigateOptions::default()
            };
            navigate(to, options);
        };
        match outcome {
            Outcome::Filed(service, number) if watches(service) => lead(&format!("/filed/{number}")),
            Outcome::Filed(_, number) => {
                notices.tell_of(words::TOLD_FILED, number.to_string(), format!("/cases/{number}"));
            }
            Outcome::Mend(service, field, lost) => {
                let page = service.form().and_then(|form| way::page_of(form, &field));
                let to = way::address(service, page.map_or(way::CHECK, |page| page.key));
                let said = if lost {
                    words::TOLD_LOST_PHOTOS
                } else {
                    words::TOLD_MEND
                };
                if watches(service) {
                    drafts.seek(&field);
                    navigate(&to, NavigateOptions::default());
                    notices.tell(said);
                } else {
                    notices.tell_of(said, String::new(), to);
                }
            }
            Outcome::SignIn(service) => {
                let to = sign_in::path(&way::address(service, way::CHECK));
                if watches(service) {
                    navigate(&to, NavigateOptions::default());
                    notices.tell(words::TOLD_SIGN_IN);
                } else {
                    notices.tell_of(words::TOLD_SIGN_IN, String::new(), to);
                }
            }
            Outcome::Arrived(service) => {
                notices.tell(words::TOLD_ARRIVED);
                if watches(service) {
                    lead("/cases");
                }
            }
        }
    });
}
