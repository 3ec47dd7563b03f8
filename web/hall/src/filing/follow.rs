//! Leads a person to where their filing has got to.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};

use super::outbox::Outcome;
use super::{DraftId, Drafts, Outbox, way, words};
use crate::notice::Notices;
use crate::page::instead;
use crate::sign_in;

/// Shows nothing. Whoever watches a filing being sent is led on; whoever is on another page is told. Whoever fills in
/// what another tab is done with is told too.
#[component]
pub(crate) fn Follow() -> impl IntoView {
    let (outbox, drafts, notices) = (Outbox::here(), Drafts::here(), Notices::here());
    let location = use_location();
    let query = use_query_map();
    let navigate = use_navigate();
    let lead = {
        let navigate = navigate.clone();
        move |to: &str| {
            // What is behind is done with: the way back must not lead there.
            navigate(to, instead());
        }
    };
    // Pages of a draft, and nothing else, have its mark in the address.
    let fills_in = move |id: DraftId| {
        let mark = query.with_untracked(|query| query.get(way::DRAFT));
        mark.and_then(|mark| DraftId::marked(id.service, &mark)) == Some(id)
    };
    let lead_away = lead.clone();
    Effect::new(move || {
        if let Some(id) = drafts.gone.get()
            && fills_in(id)
        {
            notices.tell(words::TOLD_GONE);
            lead_away("/");
        }
    });
    Effect::new(move || {
        let Some(outcome) = outbox.outcome.get() else {
            return;
        };
        outbox.outcome.set(None);
        let watches = |id| fills_in(id) && location.pathname.with_untracked(|path| path.ends_with(way::CHECK));
        match outcome {
            Outcome::Filed(id, number) if watches(id) => lead(&format!("/filed/{number}")),
            Outcome::Filed(_, number) => {
                notices.tell_of(words::TOLD_FILED, number.to_string(), format!("/cases/{number}"));
            }
            Outcome::Mend(id, field, lost) => {
                let page = id.service.form().and_then(|form| way::page_of(form, &field));
                let to = way::address(id, page.map_or(way::CHECK, |page| page.key));
                let said = if lost {
                    words::TOLD_LOST_PHOTOS
                } else {
                    words::TOLD_MEND
                };
                if watches(id) {
                    drafts.seek(&field);
                    navigate(&to, NavigateOptions::default());
                    notices.tell(said);
                } else {
                    notices.tell_of(said, String::new(), to);
                }
            }
            Outcome::SignIn(id) => {
                let to = sign_in::path(&way::address(id, way::CHECK));
                if watches(id) {
                    navigate(&to, NavigateOptions::default());
                    notices.tell(words::TOLD_SIGN_IN);
                } else {
                    notices.tell_of(words::TOLD_SIGN_IN, String::new(), to);
                }
            }
            Outcome::Arrived(id) => {
                notices.tell(words::TOLD_ARRIVED);
                if watches(id) {
                    lead("/cases");
                }
            }
        }
    });
}
