//! What becomes of an order by what was done to it on this phone, by the rules that the server goes by too. Plain.

use serde_json::{Value, json};
use shuiting_parts::photo::Place;
use shuiting_parts::stand::stand_of_order;
use shuiting_parts::waiting::{Errand, Kind, Pictures};
use shuiting_shared::api::CrewOrder;
use shuiting_shared::case::{Action, Actor, Change, Refusal, Role, Status, Verb, allowed, step};
use shuiting_shared::house::House;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Text;

use crate::words;

/// As whom the rules know whoever works here.
const CREW: Actor = Actor::Staff(Role::Crew);

/// What a crew does, in the order of the work.
const VERBS: [Verb; 9] = [
    Verb::Accept,
    Verb::Arrive,
    Verb::Secure,
    Verb::Resume,
    Verb::Finish,
    Verb::Wait,
    Verb::Dispatch,
    Verb::Return,
    Verb::Note,
];

/// Material under which photos before the work are kept on this phone, and those after it.
pub(crate) const BEFORE: &str = "before";
pub(crate) const AFTER: &str = "after";

/// An order as it is once all that waits about it has arrived.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown {
    /// The order.
    pub(crate) order: CrewOrder,
    /// By what it is no more ours: it was finished, passed on or sent back.
    pub(crate) left_by: Option<Verb>,
}

impl Shown {
    /// An order after what was done to it, one after the other. What the rules do not let through any more is passed over:
    /// the server has counted it already, or will say why not.
    pub(crate) fn after(order: CrewOrder, done: &[(Action, Moment)], house: &House) -> Self {
        let mut shown = Self { order, left_by: None };
        for (action, at) in done {
            if let (None, Ok(change)) = (shown.left_by, shown.try_on(action, *at, house)) {
                shown.take_in(action.verb(), change);
            }
        }
        shown
    }

    /// What an act would lead to, or why the rules refuse it.
    pub(crate) fn try_on(&self, action: &Action, now: Moment, house: &House) -> Result<Change, Refusal> {
        step(&stand_of_order(&self.order), CREW, action, now, house)
    }

    /// What can be done now, in the order of the work.
    pub(crate) fn can(&self, now: Moment) -> Vec<Verb> {
        if self.left_by.is_some() {
            return Vec::new();
        }
        let can = allowed(&stand_of_order(&self.order), CREW, now);
        VERBS.into_iter().filter(|verb| can.contains(verb)).collect()
    }

    fn take_in(&mut self, verb: Verb, change: Change) {
        let leaves = change.status != Status::Dispatched || change.unit.is_some();
        self.left_by = leaves.then_some(verb);
        let order = &mut self.order;
        order.status = change.status;
        order.work = change.work;
        order.mine |= change.takes;
        if let Some(after) = change.order {
            order.order = after;
        }
    }
}

/// Where acts on an order are posted.
pub(crate) fn path(number: CaseNumber) -> String {
    format!("/api/v1/cases/{number}/acts")
}

/// An act as it waits to be posted. Photos are named once the server has them.
pub(crate) fn errand(number: CaseNumber, action: &Action) -> Errand {
    let label = words::act(action.verb());
    let pictures = |material: &str| Pictures {
        field: format!("/action/{material}"),
        place: Place::new(number.to_string(), material),
    };
    Errand {
        kind: Kind::Act,
        title: Text {
            zh: label.zh.to_owned(),
            en: label.en.to_owned(),
        },
        path: path(number),
        body: json!({ "action": action }),
        mend: None,
        chain: Some(number.to_string()),
        photos: match action {
            Action::Finish { .. } => [BEFORE, AFTER].map(pictures).into(),
            _ => Vec::new(),
        },
    }
}

/// The act that an errand posts.
pub(crate) fn action(body: &Value) -> Option<Action> {
    serde_json::from_value(body.get("action")?.clone()).ok()
}

#[cfg(test)]
mod tests;
