//! From a case of direct debit to a contract, and to its end.

use crate::case::Status;
use crate::words::choices;

choices! {
    /// How a contract of direct debit stands.
    pub enum ContractState {
        /// The bank looks at card and payer.
        Checking "checking" = "银行核对中" / "The bank is checking";
        /// Bills are paid by it.
        Active "active" = "代扣中" / "In use";
        /// The bank, or the desk, has said no.
        Refused "refused" = "没有办成" / "Refused";
        /// It was in use and is no more.
        Ended "ended" = "已停止" / "Ended";
    }
}

choices! {
    /// Why a contract that was in use is no more.
    pub enum Ending {
        /// Whoever owns the account wanted it so.
        ByResident "by_resident" = "住户停止" / "Ended by the resident";
        /// Another card pays from now on.
        Replaced "replaced" = "换了新的银行卡" / "Another card pays now";
        /// The bank could not pay several months in a row.
        Failed "failed" = "连续扣款不成" / "It failed several times in a row";
        /// The account has passed to somebody else, whose bills are not the payer's.
        NewHolder "new_holder" = "户名变了" / "The account has another holder";
        /// The desk closed the case after it had been reopened.
        Closed "closed" = "办件关闭" / "Its case was closed";
    }
}

/// The key of the step at which the bank checks card and payer.
const BANK: &str = "bank";

/// What a contract becomes when its case has come to a status, and to a step of the work; nothing where it stays as it is.
/// What has ended does not come back: for that there is a new case.
pub fn follows(known: Option<ContractState>, status: Status, step: Option<&str>) -> Option<ContractState> {
    match (known, status) {
        (None, Status::Dispatched) if step == Some(BANK) => Some(ContractState::Checking),
        (None | Some(ContractState::Checking), Status::Finished) => Some(ContractState::Active),
        (Some(ContractState::Checking), Status::Rejected | Status::Withdrawn) => Some(ContractState::Refused),
        (Some(ContractState::Active), Status::Rejected) => Some(ContractState::Ended),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::Service;

    #[test]
    fn a_case_makes_a_contract_on_its_way() {
        use ContractState::{Active, Checking, Ended, Refused};
        assert!(Service::Debit.step(BANK).is_some());
        assert_eq!(follows(None, Status::Taken, None), None);
        assert_eq!(follows(None, Status::Dispatched, Some(BANK)), Some(Checking));
        assert_eq!(follows(Some(Checking), Status::Dispatched, Some("begin")), None);
        assert_eq!(follows(Some(Checking), Status::Finished, None), Some(Active));
        assert_eq!(
            follows(None, Status::Finished, None),
            Some(Active),
            "finished at the counter in one go"
        );
        assert_eq!(follows(Some(Checking), Status::Rejected, None), Some(Refused));
        assert_eq!(
            follows(Some(Active), Status::Reopened, None),
            None,
            "a low rating ends nothing"
        );
        assert_eq!(follows(Some(Active), Status::Rejected, None), Some(Ended));
    }

    #[test]
    fn what_is_over_stays_over() {
        for over in [ContractState::Refused, ContractState::Ended] {
            for status in Status::ALL {
                assert_eq!(follows(Some(over), *status, Some(BANK)), None);
            }
        }
    }
}
