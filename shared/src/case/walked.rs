//! Which steps of its service a case has behind it, and since when.

use super::Event;
use crate::service::{Ends, Service};
use crate::time::Moment;

/// The key of the step that an event ends; none where it ends none.
fn ended(service: Service, event: &Event) -> Option<&str> {
    let ends = |of: fn(Ends) -> bool| {
        let step = service.steps().iter().find(|step| of(step.ends));
        step.map(|step| step.key)
    };
    match event {
        Event::Confirmed => ends(|ends| matches!(ends, Ends::Confirmed)),
        Event::Dispatched { .. } => ends(|ends| matches!(ends, Ends::Checked)),
        Event::Advanced { step, .. }
        | Event::Quoted { step, .. }
        | Event::Paid { step, .. }
        | Event::Concluded { step, .. } => Some(step),
        Event::Finished { .. } => service.steps().last().map(|step| step.key),
        _ => None,
    }
}

/// When a step was done last, by a timeline that has the newest first; none where nothing tells.
pub fn walked<'a>(
    service: Service,
    key: &str,
    timeline: impl IntoIterator<Item = (Moment, &'a Event)>,
) -> Option<Moment> {
    // Passing it on again, from one unit to another, is not what ended the desk's step.
    let ends = timeline
        .into_iter()
        .filter(|(_, event)| ended(service, event) == Some(key));
    let mut ends: Vec<_> = ends.collect();
    if ends.iter().all(|(_, event)| matches!(event, Event::Dispatched { .. })) {
        return ends.pop().map(|(at, _)| at);
    }
    ends.first().map(|(at, _)| *at)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::money::Fen;

    #[test]
    fn each_step_is_dated_by_what_ended_it() {
        let start = Moment::from_timestamp(1_795_000_000, 0).unwrap();
        let dispatched = || Event::Dispatched {
            unit: "works".into(),
            words: String::new(),
        };
        let surveyed = || Event::Advanced {
            step: "survey".into(),
            next: "quote".into(),
            words: "可以移".into(),
            photos: vec![],
        };
        let quoted = Event::Quoted {
            step: "quote".into(),
            amount: Fen(120_000),
            words: "含材料".into(),
        };
        let happened = [Event::Taken, dispatched(), dispatched(), surveyed(), quoted, surveyed()];
        let timeline: Vec<_> = (0..)
            .map(|hour| start + TimeDelta::hours(hour))
            .zip(&happened)
            .collect();
        let since = |key| walked(Service::Move, key, timeline.iter().rev().copied());
        let hour = |hour| Some(start + TimeDelta::hours(hour));
        assert_eq!(since("check"), hour(1), "and not when another unit got it");
        assert_eq!(since("survey"), hour(5), "the second time counts");
        assert_eq!(since("quote"), hour(4));
        assert_eq!(since("work"), None);
    }
}
