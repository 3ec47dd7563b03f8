//! What is to be done with a case once its documents have been looked at.

use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Verb, Verdict};
use shuiting_shared::service::{Service, Step};

/// The act that comes next: with a refused document back to the resident, else on to those who work outside, else done.
pub(super) fn next_act(case: &CaseView) -> Option<Verb> {
    let refused = case
        .materials
        .iter()
        .any(|material| matches!(material.verdict, Some(Verdict::Refused(_))));
    choose(case.line.service, refused, &case.allowed)
}

fn choose(service: Service, refused: bool, allowed: &[Verb]) -> Option<Verb> {
    let crew = service.first_work().is_some_and(Step::by_crew);
    let order: &[Verb] = match (refused, crew) {
        (true, _) => &[Verb::SendBack],
        (false, true) => &[Verb::Dispatch, Verb::Finish],
        (false, false) => &[Verb::Finish, Verb::Advance, Verb::Dispatch],
    };
    order.iter().copied().find(|verb| allowed.contains(verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: &[Verb] = &[Verb::SendBack, Verb::Reject, Verb::Dispatch, Verb::Note, Verb::Finish];

    #[test]
    fn a_case_goes_where_its_service_leads() {
        assert_eq!(
            choose(Service::New, false, ALL),
            Some(Verb::Dispatch),
            "somebody installs"
        );
        assert_eq!(
            choose(Service::Trans, false, ALL),
            Some(Verb::Finish),
            "the desk does it"
        );
        let without = &[Verb::SendBack, Verb::Reject, Verb::Dispatch, Verb::Advance];
        assert_eq!(
            choose(Service::Temp, false, without),
            Some(Verb::Advance),
            "the deposit comes first"
        );
        assert_eq!(choose(Service::New, true, ALL), Some(Verb::SendBack));
        assert_eq!(choose(Service::New, false, &[Verb::Note]), None);
        assert_eq!(choose(Service::New, false, &[Verb::Finish]), Some(Verb::Finish));
    }
}
