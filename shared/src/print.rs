//! Print-outs: which papers there are of a case, and for whom.

use crate::api::{CaseView, Viewer};
use crate::case::Status;
use crate::service::Service;
use crate::words::choices;

choices! {
    /// A paper that the server makes of a case.
    pub enum Print {
        Slip "slip" = "受理回执" / "Acceptance slip";
        Contract "contract" = "供用水合同草稿" / "Supply contract (draft)";
        Refusal "refusal" = "不予办理告知书" / "Refusal letter";
    }
}

impl Print {
    /// The papers of a case that whoever looks at it may have, in the order people are shown.
    pub fn of(case: &CaseView) -> impl Iterator<Item = Self> {
        // The other side and whoever follows the case see too little of it to fill a paper.
        let may = matches!(case.you, Viewer::Filer | Viewer::Staff);
        let (service, status) = (case.line.service, case.line.status);
        let there_is = move |print: &Self| may && print.exists(service, status);
        Self::ALL.iter().copied().filter(there_is)
    }

    /// Whether there is such a paper of a case of `service` that stands at `status`.
    const fn exists(self, service: Service, status: Status) -> bool {
        match self {
            Self::Slip => true,
            Self::Contract => {
                let supplies = matches!(service, Service::New | Service::Temp | Service::Trans);
                supplies
                    && !matches!(
                        status,
                        Status::Confirming | Status::Filed | Status::Rejected | Status::Withdrawn
                    )
            }
            Self::Refusal => matches!(status, Status::Rejected),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_comes_once_the_case_is_taken_and_not_after_it_was_refused() {
        let before_or_without = [Status::Confirming, Status::Filed, Status::Rejected, Status::Withdrawn];
        for status in Status::ALL {
            for service in [Service::New, Service::Temp, Service::Trans] {
                let there_is = Print::Contract.exists(service, *status);
                assert_eq!(there_is, !before_or_without.contains(status), "{service:?} {status:?}");
            }
            assert!(!Print::Contract.exists(Service::Leak, *status));
        }
    }

    #[test]
    fn only_what_was_refused_has_a_refusal_letter_and_everything_a_slip() {
        for status in Status::ALL {
            assert_eq!(
                Print::Refusal.exists(Service::Comp, *status),
                *status == Status::Rejected
            );
            assert!(Print::Slip.exists(Service::Comp, *status));
        }
    }
}
