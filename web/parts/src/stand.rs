//! Where a case stands, put together again from what the server shows of it, so that the rules of `shared` can be asked.

use shuiting_shared::api::{CaseLine, CaseView, CrewOrder, Viewer};
use shuiting_shared::case::{self, Actor, Role, Stand, Status, Verdict};
use shuiting_shared::house::House;
use shuiting_shared::time::Moment;
use shuiting_shared::words::{Bi, Lang};

/// Where the case stands.
pub fn stand(case: &CaseView, house: &House) -> Stand {
    let count = |of: fn(Option<&Verdict>) -> bool| {
        let materials = case.materials.iter().filter(|material| !material.photos.is_empty());
        materials.filter(|material| of(material.verdict.as_ref())).count()
    };
    Stand {
        service: case.line.service,
        status: case.line.status,
        work: case.line.work.clone(),
        deadline: case.line.due,
        urged: case.urged,
        promised: case.promised,
        finished: case.finished,
        rated: case.rating.as_ref().map(|rating| rating.at),
        rating_days: house.rating_days,
        assigned: case.line.assignee.is_some(),
        unchecked: count(|verdict| verdict.is_none()),
        refused: count(|verdict| matches!(verdict, Some(Verdict::Refused(_)))),
        materials: case.materials.iter().map(|material| material.key.clone()).collect(),
        asks: case.asks.clone(),
        slot: case.line.service.form().and_then(|form| form.slot(&case.answers)),
        number: Some(case.line.number),
        order: case.work_order.as_ref().map(|order| order.order.clone()),
        town: case.line.town.clone(),
        parts_open: 0,
        away: None,
        // What can be taken back the server knows.
        latest: None,
    }
}

/// Where the case of a line stands, as far as a list knows: enough for what can be done to many at once.
pub fn stand_of_line(line: &CaseLine) -> Stand {
    Stand {
        service: line.service,
        status: line.status,
        work: line.work.clone(),
        deadline: line.due,
        urged: None,
        promised: None,
        finished: None,
        rated: None,
        rating_days: 0,
        assigned: line.assignee.is_some(),
        unchecked: 0,
        refused: 0,
        materials: Vec::new(),
        asks: Vec::new(),
        slot: None,
        number: Some(line.number),
        order: None,
        town: line.town.clone(),
        parts_open: 0,
        away: None,
        latest: None,
    }
}

/// Where a crew's order stands, as far as its phone knows: enough for what is done on the way and on site.
pub fn stand_of_order(order: &CrewOrder) -> Stand {
    Stand {
        service: order.service,
        status: order.status,
        work: order.work.clone(),
        deadline: None,
        urged: None,
        promised: None,
        finished: None,
        rated: None,
        rating_days: 0,
        assigned: order.assignee.is_some() || order.mine,
        unchecked: 0,
        refused: 0,
        materials: Vec::new(),
        asks: Vec::new(),
        slot: None,
        number: Some(order.number),
        order: Some(order.order.clone()),
        town: order.town.clone(),
        parts_open: order.parts_open,
        away: None,
        latest: None,
    }
}

/// The sentence on top of the case, for whoever looks.
pub fn headline(case: &CaseView, now: Moment, house: &House, lang: Lang) -> String {
    let viewer = match case.you {
        Viewer::Filer => Actor::Filer,
        Viewer::Party => Actor::Party,
        Viewer::Follower => Actor::Follower,
        // The sentence is the same for every role.
        Viewer::Staff => Actor::Staff(Role::Clerk),
    };
    let stand = stand(case, house);
    let unit = case.line.unit.as_deref();
    case::headline(&stand, viewer, unit, case.line.due, now, house, lang)
}

/// As whom a resident looks at the case of a line, as far as it matters to who has it.
fn viewer_of(line: &CaseLine) -> Actor {
    match (line.status, line.waits_for_you) {
        _ if line.followed => Actor::Follower,
        (Status::Confirming, true) | (Status::SentBack | Status::Paying, false) => Actor::Party,
        _ => Actor::Filer,
    }
}

/// Who has the case of a line, for a resident who looks at it; nobody once it has ended.
pub fn holder(line: &CaseLine, house: &House, lang: Lang) -> Option<String> {
    case::holder(
        line.service,
        (line.status, &line.work),
        viewer_of(line),
        line.unit.as_deref(),
        house,
        lang,
    )
}

/// Where the case of a line stands, in a few words: the step that is on, where its service has several, else the status.
pub fn standing(line: &CaseLine) -> Bi {
    let several = line.status == Status::Dispatched && line.service.works_in_steps();
    let step = line.work.at(line.service, line.status).filter(|_| several);
    step.map_or(line.status.label(), |step| step.title)
}

#[cfg(test)]
mod tests {
    use shuiting_shared::case::Work;
    use shuiting_shared::service::Service;

    use super::*;

    fn line(status: Status, waits_for_you: bool) -> CaseLine {
        CaseLine {
            waits_for_you,
            ..CaseLine::example(1, Service::Trans, status)
        }
    }

    #[test]
    fn what_waits_for_you_is_yours() {
        assert_eq!(viewer_of(&line(Status::Confirming, true)), Actor::Party);
        assert_eq!(viewer_of(&line(Status::Confirming, false)), Actor::Filer);
        assert_eq!(viewer_of(&line(Status::SentBack, true)), Actor::Filer);
        assert_eq!(viewer_of(&line(Status::SentBack, false)), Actor::Party);
        assert_eq!(viewer_of(&line(Status::Paying, true)), Actor::Filer);
        let followed = CaseLine {
            followed: true,
            ..line(Status::Taken, false)
        };
        assert_eq!(viewer_of(&followed), Actor::Follower);
    }

    #[test]
    fn a_line_names_the_step_where_there_are_several() {
        let standing = |service, stage: &str| {
            let line = CaseLine::example(1, service, Status::Dispatched);
            let stage = Some(stage.to_owned());
            standing(&CaseLine {
                work: Work {
                    stage,
                    ..Work::default()
                },
                ..line
            })
        };
        assert_eq!(standing(Service::Move, "survey").en, "Survey");
        assert_eq!(standing(Service::Leak, "repair"), Status::Dispatched.label());
    }
}
