//! Where a case stands, put together again from what the server shows of it, so that the rules of `shared` can be asked.

use shuiting_shared::api::{CaseLine, CaseView, Viewer};
use shuiting_shared::case::{self, Actor, Role, Stand, Verdict};
use shuiting_shared::house::House;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

/// Where the case stands.
pub fn stand(case: &CaseView, house: &House) -> Stand {
    let count = |of: fn(Option<&Verdict>) -> bool| {
        let materials = case.materials.iter().filter(|material| !material.photos.is_empty());
        materials.filter(|material| of(material.verdict.as_ref())).count()
    };
    Stand {
        service: case.line.service,
        status: case.line.status,
        promised: case.promised,
        finished: case.finished,
        rated: case.rating.as_ref().map(|rating| rating.at),
        rating_days: house.rating_days,
        assigned: case.line.assignee.is_some(),
        unchecked: count(|verdict| verdict.is_none()),
        refused: count(|verdict| matches!(verdict, Some(Verdict::Refused(_)))),
        materials: case.materials.iter().map(|material| material.key.clone()).collect(),
        asks: case.asks.clone(),
        // What can be taken back the server knows.
        latest: None,
    }
}

/// Where the case of a line stands, as far as a list knows: enough for what can be done to many at once.
pub fn stand_of_line(line: &CaseLine) -> Stand {
    Stand {
        service: line.service,
        status: line.status,
        promised: None,
        finished: None,
        rated: None,
        rating_days: 0,
        assigned: line.assignee.is_some(),
        unchecked: 0,
        refused: 0,
        materials: Vec::new(),
        asks: Vec::new(),
        latest: None,
    }
}

/// The sentence on top of the case, for whoever looks.
pub fn headline(case: &CaseView, now: Moment, house: &House, lang: Lang) -> String {
    let viewer = match case.you {
        Viewer::Filer => Actor::Filer,
        Viewer::Party => Actor::Party,
        // The sentence is the same for every role.
        Viewer::Staff => Actor::Staff(Role::Clerk),
    };
    let stand = stand(case, house);
    let unit = case.line.unit.as_deref();
    case::headline(&stand, viewer, unit, case.line.due, now, house, lang)
}
