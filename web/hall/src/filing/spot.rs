//! The page of the draft that the address names.

use leptos::prelude::*;
use leptos_router::components::Redirect;
use leptos_router::hooks::{use_params_map, use_query_map};
use shuiting_parts::lang::say;
use shuiting_parts::load::Waiting;

use super::draft_id::DraftId;
use super::lead::{Known, Lead, Spot};
use super::{Drafts, Filing, way, words};
use crate::page::{LostPage, Page, instead};

/// Shows it, or leads to another page in its place: the way back does not lead here again. An address that names no page
/// of the form names the check.
#[component]
pub(super) fn AtSpot(
    /// The page of a filing, by its key.
    of: fn(Filing, &'static str) -> AnyView,
) -> impl IntoView {
    let (params, query, drafts) = (use_params_map(), use_query_map(), Drafts::here());
    let spot = Memo::new(move |_| {
        let mark = query.with(|query| query.get(way::DRAFT));
        params.with(|params| {
            let page = params.get_str("page").unwrap_or(way::CHECK);
            Spot::read(params.get_str("code")?, page, mark.as_deref())
        })
    });
    move || {
        let spot = spot.get();
        let subject = spot.and_then(|spot| Some((spot, spot.service().form()?)));
        let Some((spot, form)) = subject else {
            return view! { <LostPage /> }.into_any();
        };
        let service = spot.service();
        match Lead::of(spot, untrack(|| known(spot, drafts))) {
            Lead::Here(page, id) => of(Filing::here(form, id), page),
            Lead::Latest(page, id) => view! { <Replaced path=way::address(id, page) /> }.into_any(),
            Lead::Fresh(page) => view! { <Replaced path=way::address(DraftId::fresh(service), page) /> }.into_any(),
            Lead::Start => view! { <Replaced path=way::intro(service) /> }.into_any(),
            Lead::Filed(number) => view! { <Replaced path=format!("/filed/{number}") /> }.into_any(),
            Lead::Seeking => {
                // Comes here again once they are found.
                drafts.found();
                view! {
                    <Page title=say(service.label()) back="/">
                        <Waiting happening=words::SEEKING />
                    </Page>
                }
                .into_any()
            }
        }
    }
}

fn known(spot: Spot, drafts: Drafts) -> Known {
    let begun = |id| drafts.with(id, |draft| (draft.begun(), !draft.page.is_empty()));
    let (begun, visited) = spot.id.map_or((false, false), begun);
    Known {
        begun,
        visited,
        became: spot.id.and_then(Drafts::became),
        latest: drafts.begun_of(spot.service()).first().copied(),
        found: drafts.found(),
    }
}

#[component]
fn Replaced(path: String) -> impl IntoView {
    view! { <Redirect path options=instead() /> }
}
