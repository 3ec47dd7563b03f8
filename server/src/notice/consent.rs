//! What residents agree to be told by WeChat: one consent is one message.

use std::collections::BTreeSet;

use shuiting_shared::api::{ConsentOffer, ConsentQuery, ConsentsGiven};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::message::Kind;

use super::store::consents;
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::wechat::{AppKind, WeChat, identity};

/// WeChat asks for no more at a time.
const MOST: usize = 3;
/// What whoever has filed wants to hear, the most wanted first.
const ABOUT_A_FILING: [Kind; 5] = [
    Kind::Finished,
    Kind::SentBack,
    Kind::Dispatched,
    Kind::Quoted,
    Kind::Advanced,
];

/// What may be asked for now: templates of these kinds, at most three, the least agreed to first. Nothing where the house
/// or the resident is not with WeChat.
pub(super) fn offers(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    query: &ConsentQuery,
) -> Result<Vec<ConsentOffer>, Failure> {
    let resident = caller.resident()?;
    let (Some(wechat), Some(_)) = (&app.wechat, &resident.phone) else {
        return Ok(Vec::new());
    };
    let known = identity::of_account(conn, &resident.account)?;
    if !known.iter().any(|identity| identity.app == AppKind::Mini) {
        return Ok(Vec::new());
    }
    let kinds = kinds(query)?;
    let mut seen = BTreeSet::new();
    let mut offers = Vec::new();
    for kind in kinds {
        let Some(template) = wechat.template(kind.code()) else {
            continue;
        };
        if seen.insert(&template.id) {
            let left = consents::left(conn, &resident.account, &template.id)?;
            offers.push(ConsentOffer {
                kind,
                template: template.id.clone(),
                left: u32::try_from(left).unwrap_or_default(),
            });
        }
    }
    offers.sort_by_key(|offer| offer.left);
    offers.truncate(MOST);
    Ok(offers)
}

fn kinds(query: &ConsentQuery) -> Result<Vec<Kind>, Failure> {
    let Some(codes) = query.kinds.as_deref().filter(|codes| !codes.is_empty()) else {
        return Ok(ABOUT_A_FILING.to_vec());
    };
    let read = |code| Kind::from_code(code).ok_or_else(|| wrong("kinds"));
    codes.split(',').map(read).collect()
}

/// Counts what somebody has agreed to.
pub(super) fn given(app: &App, conn: &mut Conn, caller: &Caller, given: &ConsentsGiven) -> Result<(), Failure> {
    let resident = caller.resident()?;
    resident.proved_phone()?;
    let ours: BTreeSet<_> = app.wechat.iter().flat_map(|wechat| templates(&**wechat)).collect();
    let now = app.clock.now();
    for (field, ids, more) in [("accepted", &given.accepted, 1), ("refused", &given.refused, 0)] {
        if ids.len() > MOST || ids.iter().any(|id| !ours.contains(id.as_str())) {
            return Err(wrong(field));
        }
        for template in ids.iter().collect::<BTreeSet<_>>() {
            consents::answer(conn, &resident.account, template, more, now)?;
        }
    }
    Ok(())
}

/// The ids of all templates of the house.
fn templates(wechat: &dyn WeChat) -> impl Iterator<Item = &str> {
    let templates = Kind::ALL.iter().filter_map(|kind| wechat.template(kind.code()));
    templates.map(|template| template.id.as_str())
}

fn wrong(field: &str) -> Failure {
    Failure::flawed(vec![FieldFlaw::new(field, Flaw::NotAChoice)])
}
